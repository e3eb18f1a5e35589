"""What a form lays down for whoever fills it in: its protection, and what one should know of it beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ibndocs.foundation.findings import Finding, Severity, Text
from ibndocs.office.slots import Slot
from ibndocs.office.word.form import Form
from ibndocs.office.word.inspection.form_facts import find_warnings, read_facts
from ibndocs.office.word.inspection.protection import Protection
from ibndocs.office.word.sections import is_section
from ibndocs.office.word.targets import Blocks, Frame, Region, Repeat, Selection, Stretch, Target, Tick
from ibndocs.office.word.tree import is_a, names


def find_conditions(form: Form, found: Iterable[tuple[Slot, Sequence[Target]]]) -> Iterator[Finding]:
    """A warning for each slot outside what the protection leaves open (`SLT44`); signatures and the like (`INS..`)."""
    protection = Protection(form)
    yield from find_warnings(form.package, read_facts(form, protection))
    if not protection.kind:
        return
    for slot, targets in found:
        places = ((next(iter((*target.claims, *target.exact)), target.home), target) for target in targets)
        if any(protection.covers(place, is_form_field=_is_field(target)) for place, target in places):
            message = Text(
                f"het formulier is beveiligd ({protection.kind}): wie het in Word invult, kan hier niet schrijven",
                f"the form is protected ({protection.kind}): who fills it in Word cannot write here",
            )
            yield Finding("SLT44", Severity.WARNING, message, slot.spot)


def _is_field(target: Target) -> bool:
    """Whether a place is a form field or a content control, or rows or parts that repeat in one."""
    if isinstance(target, Selection | Frame):
        return True
    if isinstance(target, Tick):
        return not is_a(target.box, "t", "sym")
    if isinstance(target, Repeat | Region):
        return any(is_section(above) for above in target.home.iterancestors(*names("sdt")))
    if isinstance(target, Stretch) and target.field is not None:
        return True
    within = isinstance(target, Stretch | Blocks) and target.control is not None
    return within or next(target.home.iterancestors(*names("sdt")), None) is not None
