"""Fills a blank Word form: the places that slots name become tags, and the template engine does the rest.

The form's own content controls always stay, filled: they are part of the form. Controls that filling adds around
prose, so that an edit made in Word can be read back, are left out with `keep_controls=False`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.office import places
from ibndocs.office.filled import Filled
from ibndocs.office.labels import Unresolved
from ibndocs.office.package import Package
from ibndocs.office.slot_values import TO_FILL_IN, CompiledSlot, compile_slot
from ibndocs.office.slots import Slot
from ibndocs.office.word.anchors import find_mirrors, find_questions, find_targets, spare_what_is_taken
from ibndocs.office.word.conditions import find_conditions
from ibndocs.office.word.form import Form
from ibndocs.office.word.literals import protect_braces
from ibndocs.office.word.manners import Manner, Shown
from ibndocs.office.word.tagging import SHOW
from ibndocs.office.word.targets import Region, Repeat, Target, Tick
from ibndocs.office.word.template import WordTemplate
from ibndocs.office.word.twins import Twins
from ibndocs.office.word.writer import TagWriter

if TYPE_CHECKING:
    from lxml import etree

Found = tuple[Slot, tuple[Target, ...]]


class WordForm:
    """A blank form on its way to a template."""

    @classmethod
    def compile(
        cls, package: Package, slots: Sequence[Slot], *, keep_controls: bool = True, folder: str | None = None
    ) -> FormTemplate:
        """The template that a form becomes with its slots.

        Args:
            package: The blank form.
            slots: What goes where.
            keep_controls: Put prose in content controls tagged with its place in the description.
            folder: Where the pictures of picture controls are looked for; None refuses them.

        Raises:
            FaultyInput: With every slot that cannot be filled (`SLT10`..`SLT16`) or read (`TPL..`).
        """
        compiled, findings = _compile_slots(slots)
        form = Form(package)
        twins = Twins(form.parts.values())
        found, unresolved = _find_all(form, slots)
        findings += [*unresolved, *_find_clashes(found)]
        if findings:
            raise FaultyInput(findings)
        conditions = tuple(find_conditions(form, found))
        writer = TagWriter(form, keep_controls=keep_controls, folder=folder)
        tagged, stores = _write_tags(form, found, twins, writer)
        template = FormTemplate.compile(tagged, origin=package.name, stores=stores)
        template.slots = tuple(writer.add_checks(one) for one in _nest(_leave_boxes_open(compiled, found), found))
        template.manners = tuple(writer.manners)
        template.conditions = conditions
        return template


class FormTemplate(WordTemplate):
    """A compiled form; its faults are told at their place in the slots file."""

    slots: tuple[CompiledSlot, ...] = ()
    manners: tuple[Manner, ...] = ()
    conditions: tuple[Finding, ...] = ()
    """What there is to say about the form itself, whatever the values."""

    def render(self, values: Mapping[str, object], properties: Mapping[str, str] | None = None) -> bytes:
        """The filled form; see `WordTemplate.render`."""
        return self.fill(values, properties).data

    def fill(self, values: Mapping[str, object], properties: Mapping[str, str] | None = None) -> Filled:
        """The filled form with a warning (`SLT20`) for each place that says `[nog in te vullen]`.

        What places have to say about their values comes with it: no choice of the list (`SLT41`), too long (`SLT42`),
        no date or number (`SLT43`), no picture (`SLT48`). So does what the form lays down: a place outside what its
        protection leaves open (`SLT44`), a signature and the like (`INS..`).

        Raises:
            FaultyInput: With every fault of every slot for these values (`TPL05`..`TPL09`).
        """
        try:
            parts = self._render_parts({**values, SHOW: self._show})
        except FaultyInput as faulty:
            own = dict.fromkeys(finding for slot in self.slots for finding in slot.find_faults(values))
            raise FaultyInput(own or faulty.findings) from faulty
        # Asking every slot is dear; a mark in the text says whether it is worth it.
        marked = any(TO_FILL_IN.encode() in data for data in parts.values())
        blanks = self.find_blanks(values) if marked or self.manners else ()
        remarks = tuple(finding for slot in self.slots for finding in slot.find_remarks(values))
        return Filled(self._pack(parts, properties), (*self.conditions, *blanks, *remarks))

    def _show(self, value: object, manner: int) -> Shown:
        return self.manners[manner].show(value)

    def check(self, known: Collection[str]) -> tuple[Finding, ...]:
        """The expressions that ask for a name at top level that is not one of `known` (`TPL05`)."""
        return tuple(finding for slot in self.slots for finding in slot.find_unknown(known))

    def find_blanks(self, values: Mapping[str, object]) -> tuple[Finding, ...]:
        """A warning (`SLT20`) for each expression that leaves `[nog in te vullen]` for values that can be rendered."""
        return tuple(finding for slot in self.slots for finding in slot.find_blanks(values))


def _compile_slots(slots: Sequence[Slot]) -> tuple[list[CompiledSlot], list[Finding]]:
    compiled: list[CompiledSlot] = []
    findings: list[Finding] = []
    for slot in slots:
        try:
            compiled.append(compile_slot(slot))
        except FaultyInput as faulty:
            findings.extend(faulty.findings)
    return compiled, findings


def _leave_boxes_open(compiled: Sequence[CompiledSlot], found: Sequence[Found]) -> list[CompiledSlot]:
    """The slots, where a check box prints nothing that may be missing, however its place is named."""
    return [
        replace(one, printed=tuple((expression, evaluate, True) for expression, evaluate, _ in one.printed))
        if all(isinstance(target, Tick) for target in targets)
        else one
        for one, (_, targets) in zip(compiled, found, strict=True)
    ]


def _nest(compiled: Sequence[CompiledSlot], found: Sequence[Found]) -> Iterator[CompiledSlot]:
    """The slots, each with those of the parts of the form it stands in."""
    regions = [
        (frozenset(target.extent), one)
        for one, (_, targets) in zip(compiled, found, strict=True)
        for target in targets
        if isinstance(target, Region | Repeat)
    ]
    regions.sort(key=lambda region: (min(len(list(block.iterancestors())) for block in region[0]), -len(region[0])))
    for one, (_, targets) in zip(compiled, found, strict=True):
        homes = {element for target in targets[:1] for element in (target.home, *target.home.iterancestors())}
        holding = [(blocks, region) for blocks, region in regions if blocks & homes]
        own = next((number for number, (_, region) in enumerate(holding) if region is one), len(holding))
        yield replace(one, around=tuple(region for _, region in holding[:own]))


def _find_all(form: Form, slots: Sequence[Slot]) -> tuple[list[Found], list[Finding]]:
    found: list[Found] = []
    findings: list[Finding] = []
    questions = find_questions(form, slots)
    for slot in slots:
        try:
            found.append((slot, find_targets(form, slot, questions)))
        except Unresolved as fault:
            findings.append(Finding(fault.code, Severity.ERROR, fault.message, slot.spot, fix=fault.fix))
    return spare_what_is_taken(found), findings


def _write_tags(form: Form, found: Sequence[Found], twins: Twins, writer: TagWriter) -> tuple[Package, tuple[str, ...]]:
    """The form with its tags, and the parts with data that have tags as well."""
    from lxml import etree

    mirrors = {target: slot for slot, target in find_mirrors(form, found)}
    followers = [(slot, (target,)) for target, slot in mirrors.items()]
    # What the form asks of values is read before its braces are protected: choices are compared as they are printed.
    writer.note_manners([*found, *followers])
    touched = {root for root in form.parts.values() if protect_braces(root)}
    # The parts that hold places go first, the largest before those in it: filling takes away paragraphs at their edges,
    # and a row for an empty list is made of a row that is not filled yet.
    for slot, targets in sorted([*found, *followers], key=_extent, reverse=True):
        for target in targets:
            root = target.home.getroottree().getroot()
            if root in form.parts.values():  # else it stood in an item that made way for those of a list
                touched.add(root)
                writer.write(slot, target, mirrored=target in mirrors)
    twins.follow()
    stores = writer.bindings.trees
    changed = {part: root for part, root in form.parts.items() if root in touched} | stores
    written = {
        part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for part, root in changed.items()
    }
    return form.package.with_parts(written), tuple(stores)


def _extent(found: Found) -> tuple[int, int]:
    target = found[1][0]
    if isinstance(target, Region):
        return 2, len(target.blocks)
    return int(isinstance(target, Repeat)), 0


def _find_clashes(found: Sequence[Found]) -> Iterator[Finding]:
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
