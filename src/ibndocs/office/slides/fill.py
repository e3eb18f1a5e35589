"""A PowerPoint form with its slots: compiled once, rendered as often as is asked.

Only the parts that a slot touches are written anew: slides, notes, charts and their workbooks; all others are copied
as the bytes they came in.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.office.cautions import warn_signature
from ibndocs.office.filled import Filled
from ibndocs.office.loops import compile_loop
from ibndocs.office.package import Package
from ibndocs.office.places import SlideCell, SlideChart, SlideNotes, SlidePlaceholder, SlideRows, SlideShape, WholeSlide
from ibndocs.office.slides.anchors import SlideAnchors, Unresolved
from ibndocs.office.slides.contents import CellFill, Compiled, Values
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.dropping import drop_slides
from ibndocs.office.slides.fits import find_overflows
from ibndocs.office.slides.markup import q
from ibndocs.office.slides.placeholders import PICTURE
from ibndocs.office.slides.properties import forget_slides, set_properties
from ibndocs.office.slides.tasks import FillCell, FillChart, FillNotes, FillPicture, FillText, RepeatRows, Task
from ibndocs.office.slots import ChartSlot, DropSlot, RowsSlot, Slot, ValueSlot


class SlideForm:
    """A form and the tasks that its slots became."""

    def __init__(self, package: Package, tasks: Sequence[Task], drops: Sequence[tuple[int, Compiled]]) -> None:
        self._package = package
        self._tasks = tuple(tasks)
        self._drops = tuple(drops)

    @classmethod
    def compile(cls, package: Package, slots: Sequence[Slot], *, folder: str | None = None) -> SlideForm:
        """Find the place of every slot in the form and compile its expressions.

        Args:
            package: The form.
            slots: What goes where.
            folder: Where the pictures of picture placeholders are looked for; None refuses them.

        Raises:
            FaultyInput: With all faults there are: places that the form does not have (`SLT30`..`SLT40`), expressions
                that cannot be read (`TPL..`).
        """
        anchors = SlideAnchors(open_form(package))
        tasks: list[Task] = []
        drops: list[tuple[int, Compiled]] = []
        findings: list[Finding] = []
        for slot in slots:
            with _collected(findings):
                if isinstance(slot, DropSlot) and isinstance(slot.at, WholeSlide):
                    anchors.slide(slot.at.slide, slot.spot)
                    drops.append((slot.at.slide, Compiled.of(slot.unless)))
                else:
                    tasks.append(_compile_slot(anchors, slot, folder))
        if findings:
            raise FaultyInput(findings)
        return cls(package, _rows_last(tasks), drops)

    def render(self, values: Values, properties: Mapping[str, str] | None = None) -> bytes:
        """The filled deck; the same values give the same bytes.

        Args:
            values: What the expressions see.
            properties: Document properties: title, creator, subject, keywords, created, modified.

        Raises:
            FaultyInput: With all faults of all expressions (`TPL..`).
        """
        deck = Deck(self._package)
        findings: list[Finding] = []
        dropped: list[int] = []
        for number, unless in self._drops:
            with _collected(findings):
                if not unless.run(values):
                    dropped.append(number)
        gone = {deck.slides[number - 1] for number in dropped}
        for task in self._tasks:
            if task.slide not in gone:
                with _collected(findings):
                    task.fill(deck, values)
        if findings:
            raise FaultyInput(findings)
        forget_slides(deck, sorted(set(dropped)))
        drop_slides(deck, gone)
        set_properties(deck, properties or {})
        deck.become_presentation()
        return deck.write()

    def fill(self, values: Values, properties: Mapping[str, str] | None = None) -> Filled:
        """The filled deck with a warning for each text or table that is too large for its place."""
        data = self.render(values, properties)
        return Filled(data, (*warn_signature(self._package), *self.find_overflows(data)))

    def find_overflows(self, rendered: bytes, *, name: str | None = None) -> tuple[Finding, ...]:
        """The shapes that the slots filled and in which the text does not fit, by estimate (`SLD01`, `SLD02`).

        Args:
            rendered: What `render` gave.
            name: What the findings call it; by default the name of the form.
        """
        package = Package.read(rendered, name=name or self._package.name)
        anchors = {task.anchor for task in self._tasks if isinstance(task, FillText | FillCell | RepeatRows)}
        return tuple(find_overflows(package, only={(anchor.part, anchor.index) for anchor in anchors}))


def open_form(package: Package) -> Deck:
    """The form as a deck; raises `FaultyInput` when it is a Strict one, which has other names for everything."""
    deck = Deck(package)
    if deck.tree(deck.presentation).tag != q("p:presentation"):
        raise FaultyInput(
            [
                Finding(
                    "SLT40",
                    Severity.ERROR,
                    Text("is bewaard als Strict Open XML-presentatie", "is saved as a Strict Open XML presentation"),
                    Spot(package.name),
                    fix=Text(
                        "bewaar het als gewone presentatie (.pptx)", "save it as an ordinary presentation (.pptx)"
                    ),
                )
            ]
        )
    return deck


def _compile_slot(anchors: SlideAnchors, slot: Slot, folder: str | None) -> Task:
    match slot:
        case ValueSlot(at=SlideShape() | SlidePlaceholder() | SlideCell() | SlideNotes()):
            return _compile_value(anchors, slot, folder)
        case RowsSlot(at=SlideRows() as at):
            filled = [[fill is not None for fill in row] for row in slot.cells]
            table, row = anchors.repeated_rows(at.slide, at.shape, at.row, filled, slot.spot)
            fills = tuple(tuple(None if fill is None else CellFill.of(fill) for fill in cells) for cells in slot.cells)
            return RepeatRows(table, row, compile_loop(slot.each), fills, slot.empty)
        case ChartSlot(at=SlideChart() as at):
            slide = anchors.slide(at.slide, slot.spot)
            chart = anchors.chart(at.slide, at.chart, slot.spot)
            series = tuple((Compiled.of(one.name), Compiled.of(one.values)) for one in slot.series)
            return FillChart(slide, chart, Compiled.of(slot.categories), series)
    raise Unresolved(
        "SLT30",
        slot.spot,
        Text("deze plaats bestaat niet in een presentatie", "there is no such place in a presentation"),
    )


def _compile_value(anchors: SlideAnchors, slot: ValueSlot, folder: str | None) -> Task:
    value, at = Compiled.of(slot.value), slot.at
    if isinstance(at, SlideNotes):
        return FillNotes(anchors.slide(at.slide, slot.spot), value, slot.markup, slot.optional)
    if isinstance(at, SlideCell):
        table, row, column = anchors.cell(at.slide, at.shape, at.row, at.column, slot.spot)
        return FillCell(table, row, column, value, slot.markup, slot.optional)
    if isinstance(at, SlidePlaceholder):
        shape = anchors.placeholder(at.slide, at.placeholder, at.nth, slot.spot)
        if at.placeholder.casefold() == PICTURE:
            return FillPicture(shape, value, folder)
    else:
        assert isinstance(at, SlideShape), "the places of a value are these four"
        shape = anchors.text(at.slide, at.shape, slot.spot)
    return FillText(shape, value, slot.markup, slot.optional)


def _rows_last(tasks: Sequence[Task]) -> list[Task]:
    """Rows that repeat move the rows below them, so they come last, and from the bottom up."""
    return sorted(tasks, key=lambda task: -task.row if isinstance(task, RepeatRows) else -sys.maxsize)


@contextmanager
def _collected(findings: list[Finding]) -> Iterator[None]:
    """Keep the faults of one slot, so that those of the others are told as well."""
    try:
        yield
    except FaultyInput as faulty:
        findings += faulty.findings
    except Unresolved as unresolved:
        findings.append(unresolved.finding)
