"""The two ways to compare a form with a filled file."""

from __future__ import annotations

from collections.abc import Sequence

from ibndocs.office.faults import refuse_file
from ibndocs.office.fidelity.report import Fidelity
from ibndocs.office.kinds import kind_of
from ibndocs.office.package import Package
from ibndocs.office.places import Office
from ibndocs.office.slots import Slot


def prove(form: Package, filled: Package, slots: Sequence[Slot]) -> Fidelity:
    """Compare a form with what filling it by `slots` gave: nothing may differ but their places.

    Raises:
        FaultyInput: One of the two is no Office file that can be read (`OFF..`).
    """
    return _compare(form, filled, slots, exact=True)


def verify(form: Package, filled: Package, slots: Sequence[Slot] = ()) -> Fidelity:
    """Compare a form with a file that somebody made of it, in whatever program.

    Answers may stand wherever the form leaves room for one: below a question, in an empty cell, a control, a field, a
    blank; and at the places of `slots`, when there are any.

    Raises:
        FaultyInput: One of the two cannot be read, or they are not for the same program (`OFF10`).
    """
    return _compare(form, filled, slots, exact=False)


def _compare(form: Package, filled: Package, slots: Sequence[Slot], *, exact: bool) -> Fidelity:
    office, other = kind_of(form), kind_of(filled)
    if office is not other:
        raise refuse_file(
            "OFF10",
            filled.name,
            f"is een bestand van {other}, het formulier een van {office}",
            f"is a file of {other}, the form one of {office}",
        )
    report = Fidelity()
    report.parts = len(form.parts)
    report.same_parts = sum(part in filled and filled.part(part) == form.part(part) for part in form.parts)
    if office is Office.WORD:
        from ibndocs.office.fidelity.word import compare_documents

        compare_documents(form, filled, slots, report, exact=exact)
    elif office is Office.SHEETS:
        from ibndocs.office.fidelity.sheets import compare_workbooks

        compare_workbooks(form, filled, slots, report, exact=exact)
    else:
        from ibndocs.office.fidelity.slides import compare_decks

        compare_decks(form, filled, slots, report, exact=exact)
    from ibndocs.office.fidelity.parts import compare_parts

    compare_parts(form, filled, report, exact=exact)
    return report
