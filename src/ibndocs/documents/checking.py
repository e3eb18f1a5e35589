"""Checks slots against their form and against what a description offers, without making a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.office.expressions import compile_expression
from ibndocs.office.filled import Filled
from ibndocs.office.kinds import kind_of
from ibndocs.office.package import Package
from ibndocs.office.places import Office
from ibndocs.office.slots import ExpectSlot, Slot, SlotsFile, ValueSlot

Values = Mapping[str, object]
Render = Callable[[Values, Mapping[str, str]], Filled]

OF_VALUES = frozenset({"SLT20", "SLT28", "SLT41", "FIN01"})
"""What is said of values, not of slots: blanks, values a place does not take, totals that differ."""


def compile_form(package: Package, slots: Sequence[Slot], *, final: bool, folder: str | None = None) -> Render:
    """A form with its slots, ready to be filled; engines are imported only where one is needed.

    Args:
        package: The blank form.
        slots: What goes where.
        final: Leaves out the content controls by which an edit in Word is read back.
        folder: Where the pictures of the project are looked for.

    Raises:
        FaultyInput: With every slot that finds no place, or more than one, and every expression that cannot be read.
    """
    office = kind_of(package)
    if office is Office.SLIDES:
        from ibndocs.office.slides.fill import SlideForm

        return SlideForm.compile(package, slots, folder=folder).fill
    if office is Office.SHEETS:
        from ibndocs.office.sheets.fill import SheetForm

        sheets = SheetForm.compile(package, slots)

        def calculate(values: Values, properties: Mapping[str, str]) -> Filled:
            filled = sheets.fill(values, properties)
            return Filled(filled.data, (*filled.findings, *sheets.find_differences(filled.data, values)))

        return calculate
    from ibndocs.office.word.fill import WordForm

    return WordForm.compile(package, slots, keep_controls=not final, folder=folder).fill


def check_slots(slots: SlotsFile, form: bytes, values: Values) -> list[Finding]:
    """Everything that is wrong with a slots file and its form; nothing is written.

    Args:
        slots: The slots.
        form: The blank form.
        values: What the expressions may use: the view of a project.
    """
    findings: list[Finding] = []
    try:
        slots.check_pin(form)
    except FaultyInput as faulty:
        findings += faulty.findings
    package = Package.read(form, name=slots.form)
    try:
        render = compile_form(package, slots.slots, final=True)
    except FaultyInput as faulty:
        findings += faulty.findings
        findings += _find_unknown(slots, values)
    else:
        try:
            findings += render(values, {}).findings
        except FaultyInput as faulty:
            findings += faulty.findings
    findings += _find_repeated(slots)
    return sorted(set(findings), key=lambda finding: finding.order)


def _find_unknown(slots: SlotsFile, values: Values) -> Iterator[Finding]:
    """The faults of single values, when the form cannot be filled as a whole."""
    for slot in slots.slots:
        expression = (
            slot.value if isinstance(slot, ValueSlot) else slot.expect if isinstance(slot, ExpectSlot) else None
        )
        if expression is not None and "loop" not in expression.source:
            try:
                compile_expression(expression.source, expression.spot)(values)
            except FaultyInput as faulty:
                yield from faulty.findings


def _find_repeated(slots: SlotsFile) -> Iterator[Finding]:
    """Answers to questions that go to more than one place: one of the two is most likely another's."""
    answers = [slot for slot in slots.slots if isinstance(slot, ValueSlot) and slot.value.source.startswith("answers.")]
    times = Counter(slot.value.source for slot in answers)
    for slot in answers:
        if times[slot.value.source] > 1:
            message = Text(
                f"{slot.value.source} staat op {times[slot.value.source]} plaatsen",
                f"{slot.value.source} goes to {times[slot.value.source]} places",
            )
            yield Finding("SLT50", Severity.WARNING, message, slot.value.spot)
