"""Writes the tags of slots into the places that were found for them, and lets the data behind controls follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from ibndocs.office import places
from ibndocs.office.slot_values import Check, CompiledSlot
from ibndocs.office.slots import DropSlot, Expression, Fill, Markup, RepeatSlot, RowsSlot, Slot, ValueSlot
from ibndocs.office.word.bindings import Bindings, Rebinding
from ibndocs.office.word.filling import clear, enclose, fill_single, open_gap
from ibndocs.office.word.form import Form
from ibndocs.office.word.manners import Manner
from ibndocs.office.word.repeating import repeat_rows
from ibndocs.office.word.sections import is_item, is_section
from ibndocs.office.word.tagging import Answer, Wrapping, unbind
from ibndocs.office.word.targets import Blocks, Clearing, Frame, Gap, Region, Repeat, Single, Stretch, Target, Tick
from ibndocs.office.word.tree import is_a, names, value_at
from ibndocs.office.word.wishes import read_manner

if TYPE_CHECKING:
    from lxml import etree

_FIRST_ID = 1_000_000


class TagWriter:
    """Writes the tags of slots into their places; numbers the content controls that come new."""

    def __init__(self, form: Form, *, keep_controls: bool, folder: str | None) -> None:
        self.bindings = Bindings(form.package)
        self.manners: list[Manner] = []
        self._manner_of: dict[Target, Manner] = {}
        self._checks: dict[Expression, list[Check]] = {}
        self._folder = folder
        self._enclosed: set[etree._Element] = set()
        self._followed: set[etree._Element] = set()
        self._keep_controls = keep_controls
        used = {value_at(sdt, "sdtPr", "id") for sdt in form.every("sdt")}
        self._numbers = (number for number in count(_FIRST_ID) if str(number) not in used)

    def note_manners(self, found: Iterable[tuple[Slot, Sequence[Target]]]) -> None:
        """Read how the places want their values, while the form still says it in its own words."""
        for _, targets in found:
            for target in targets:
                places_in = (cell for row in target.cells for cell in row) if isinstance(target, Repeat) else (target,)
                for place in places_in:
                    manner = read_manner(place, self._folder) if place is not None else None
                    if place is not None and manner is not None:
                        self._manner_of[place] = manner

    def write(self, slot: Slot, target: Target, *, mirrored: bool = False) -> None:
        """Write the tags of one slot into one of its places, or into one that shows the same data (`mirrored`)."""
        if isinstance(slot, ValueSlot):
            self._write_value(slot, target, mirrored=mirrored)
        elif isinstance(slot, RowsSlot) and isinstance(target, Repeat):
            self._enclose(target.extent)
            repeat_rows(slot, target, self._answer_cell)
        elif isinstance(slot, DropSlot | RepeatSlot) and isinstance(target, Region):
            kept = self._repeat_data(slot, target) if isinstance(slot, RepeatSlot) else []
            self._followed.update(one.control for one in kept)
            self._enclose(target.extent)
            enclose(slot, target)
            for one in kept:
                one.apply()

    def _repeat_data(self, slot: RepeatSlot, target: Region) -> list[Rebinding]:
        """Let the data of a repeating section repeat, unless it stands in a part that repeats itself."""
        item = target.blocks[0]
        section = next((above for above in item.iterancestors(*names("sdt")) if is_section(above)), None)
        if section is None or not is_item(item) or not self._enclosed.isdisjoint(item.iterancestors()):
            return []
        return self.bindings.follow_list(section, item, slot.each.source)

    def _enclose(self, blocks: Iterable[etree._Element]) -> None:
        """Note blocks that a loop or a condition comes around; of data only a list with its own loop follows."""
        for block in blocks:
            self._enclosed.add(block)
            for control in (*block.iterancestors(*names("sdt")), *block.iter(*names("sdt"))):
                if control not in self._followed:
                    unbind(control)

    def _write_value(self, slot: ValueSlot, target: Target, *, mirrored: bool) -> None:
        if isinstance(target, Gap):
            target = open_gap(target)
        if isinstance(target, Clearing):
            clear(target)
        if isinstance(target, Clearing | Repeat | Region):
            return
        answer = self._answer(slot.value, slot.markup, optional=slot.optional, target=target)
        answer = replace(answer, mark=slot.mark)
        if not mirrored:
            self._bind(answer, target)
        wanted = (
            self._keep_controls and isinstance(target, Blocks) and target.prose and isinstance(slot.at, places.Under)
        )
        fill_single(answer, target, self._wrap(slot.at) if wanted else None)

    def _answer_cell(self, fill: Fill, target: Single) -> Answer | None:
        if fill.value is None:
            return None
        return self._answer(fill.value, fill.markup, optional=fill.optional, target=target)

    def _answer(self, value: Expression, markup: Markup, *, optional: bool, target: Single) -> Answer:
        """A value in the manner of its place, about which it is asked once the values are known."""
        manner = self._manner_of.get(target) if markup == "text" else None
        if manner is None:
            return Answer(value, markup, optional)
        self.manners.append(manner)
        self._checks.setdefault(value, []).append(lambda asked: manner.show(asked).remark)
        return Answer(value, markup, optional, len(self.manners) - 1)

    def add_checks(self, compiled: CompiledSlot) -> CompiledSlot:
        """A slot with what its places have to say about its values."""
        printed = [expression for expression, _, _ in compiled.printed]
        own = {expression: tuple(self._checks[expression]) for expression in printed if expression in self._checks}
        return replace(compiled, checks=own) if own else compiled

    def _bind(self, answer: Answer, target: Target) -> None:
        """Let the data behind a control follow, unless it stands where its value may come often or not at all."""
        around = [target.home, *target.home.iterancestors()]
        own = target.control if isinstance(target, Stretch | Blocks) else target.home
        for element in around:
            free = self._enclosed.isdisjoint(around) or element in self._followed
            if element is own and is_a(element, "sdt") and free:
                if isinstance(target, Tick):
                    self.bindings.follow_tick(element, answer.value)
                elif isinstance(target, Frame):
                    self.bindings.follow_picture(element, answer)
                else:
                    self.bindings.follow(element, answer)
            elif is_a(element, "sdt") and element not in self._followed:
                unbind(element)

    def _wrap(self, at: places.Place) -> Wrapping:
        return Wrapping(at.under if isinstance(at, places.Under) else "", next(self._numbers))
