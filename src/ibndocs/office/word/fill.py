"""Fills a blank Word form: the places that slots name become tags, and the template engine does the rest.

The form's own content controls always stay, filled: they are part of the form. Controls that filling adds around
prose, so that an edit made in Word can be read back, are left out with `keep_controls=False`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.office import places
from ibndocs.office.expressions import compile_expression
from ibndocs.office.faults import TemplateFault
from ibndocs.office.loops import compile_loop
from ibndocs.office.package import Package
from ibndocs.office.slots import DropSlot, Expression, Fill, RowsSlot, Slot, ValueSlot
from ibndocs.office.word.anchors import find_questions, find_targets
from ibndocs.office.word.filling import fill_blocks, fill_stretch, make_conditional, open_gap
from ibndocs.office.word.form import Form
from ibndocs.office.word.labels import Unresolved
from ibndocs.office.word.literals import protect_braces
from ibndocs.office.word.repeating import repeat_rows
from ibndocs.office.word.tagging import Answer, make_control
from ibndocs.office.word.targets import Blocks, Gap, Region, Repeat, Stretch, Target, Tick
from ibndocs.office.word.template import WordTemplate
from ibndocs.office.word.ticking import tick
from ibndocs.office.word.tree import value_at

if TYPE_CHECKING:
    from lxml import etree

_FIRST_ID = 1_000_000


class WordForm:
    """A blank form on its way to a template."""

    @classmethod
    def compile(cls, package: Package, slots: Sequence[Slot], *, keep_controls: bool = True) -> WordTemplate:
        """The template that a form becomes with its slots.

        Args:
            package: The blank form.
            slots: What goes where.
            keep_controls: Put prose in content controls tagged with its place in the description.

        Raises:
            FaultyInput: With every slot that cannot be filled (`SLT10`..`SLT16`) or read (`TPL..`).
        """
        return WordTemplate.compile(tag_form(package, slots, keep_controls=keep_controls), origin=package.name)


def tag_form(package: Package, slots: Sequence[Slot], *, keep_controls: bool = True) -> Package:
    """The form with tags in the places of its slots; raises as `WordForm.compile`."""
    from lxml import etree

    form = Form(package)
    findings = [finding for slot in slots for finding in _check_expressions(slot)]
    found: list[tuple[Slot, tuple[Target, ...]]] = []
    questions = find_questions(form, tuple(slots))
    for slot in slots:
        try:
            found.append((slot, find_targets(form, slot, questions)))
        except Unresolved as fault:
            findings.append(_locate(fault, slot))
    findings.extend(_find_clashes(found))
    if findings:
        raise FaultyInput(findings)
    touched = {root for root in form.parts.values() if protect_braces(root)}
    writer = _Writer(form, keep_controls=keep_controls)
    for slot, targets in found:
        for target in targets:
            touched.add(target.home.getroottree().getroot())
            writer.write(slot, target)
    return package.with_parts(
        {
            part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for part, root in form.parts.items()
            if root in touched
        }
    )


class _Writer:
    """Writes the tags of slots into their places; numbers the content controls that come new."""

    def __init__(self, form: Form, *, keep_controls: bool) -> None:
        self._keep_controls = keep_controls
        used = {value_at(sdt, "sdtPr", "id") for sdt in form.every("sdt")}
        self._numbers = (number for number in count(_FIRST_ID) if str(number) not in used)

    def write(self, slot: Slot, target: Target) -> None:
        """Write the tags of one slot into one of its places."""
        if isinstance(slot, ValueSlot):
            self._write_value(slot, target)
        elif isinstance(slot, RowsSlot) and isinstance(target, Repeat):
            repeat_rows(slot, target)
        elif isinstance(slot, DropSlot) and isinstance(target, Region):
            make_conditional(slot, target)

    def _write_value(self, slot: ValueSlot, target: Target) -> None:
        answer = Answer(slot.value, slot.markup, slot.optional)
        if isinstance(target, Gap):
            target = open_gap(target)
        if isinstance(target, Tick):
            tick(slot.value, target)
        elif isinstance(target, Stretch):
            fill_stretch(answer, target)
        elif isinstance(target, Blocks):
            wanted = self._keep_controls and target.prose and isinstance(slot.at, places.Under)
            fill_blocks(answer, target, self._make_control(target, slot.at) if wanted else None)

    def _make_control(self, target: Blocks, at: places.Place) -> etree._Element:
        label = at.under if isinstance(at, places.Under) else ""
        return make_control(target.parent, label, next(self._numbers))


def _locate(fault: Unresolved, slot: Slot) -> Finding:
    return Finding(fault.code, Severity.ERROR, fault.message, slot.spot, fix=fault.fix)


def _check_expressions(slot: Slot) -> Iterator[Finding]:
    for expression in _expressions(slot):
        try:
            compile_expression(expression.source, expression.spot)
        except TemplateFault as fault:
            yield fault.finding
    if isinstance(slot, RowsSlot):
        try:
            compile_loop(slot.each)
        except TemplateFault as fault:
            yield fault.finding


def _expressions(slot: Slot) -> Iterator[Expression]:
    if isinstance(slot, ValueSlot):
        yield slot.value
    elif isinstance(slot, DropSlot):
        yield slot.unless
    elif isinstance(slot, RowsSlot):
        fills: Iterator[Fill] = (fill for row in slot.cells for fill in row if fill is not None)
        for fill in fills:
            yield from (one for one in (fill.value, fill.colour) if one is not None)


def _find_clashes(found: Sequence[tuple[Slot, tuple[Target, ...]]]) -> Iterator[Finding]:
    """Slots whose places are the same or lie one in the other; the later one is told."""
    taken: dict[etree._Element, Slot] = {}
    gaps: dict[etree._Element, Slot] = {}
    for slot, targets in found:
        for target in targets:
            for element in target.exact:
                earlier = gaps.setdefault(element, slot)
                if earlier is not slot:
                    yield _clash(slot, earlier)
            for element in target.claims:
                earlier = taken.setdefault(element, slot)
                if earlier is not slot:
                    yield _clash(slot, earlier)
    for element, slot in taken.items():
        for above in element.iterancestors():
            other = taken.get(above)
            if other is not None and other is not slot:
                yield _clash(slot, other)
                break


def _clash(slot: Slot, other: Slot) -> Finding:
    message = Text(
        f"deze plaats wordt ook gevuld door het slot op {other.spot}",
        f"this place is also filled by the slot at {other.spot}",
    )
    fix = None
    if isinstance(slot.at, places.Under):
        fix = Text("zet onder elke kop hoogstens een slot", "put at most one slot under each heading")
    return Finding("SLT14", Severity.ERROR, message, slot.spot, fix=fix)
