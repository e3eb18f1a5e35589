"""A workbook form filled by its slots: compiled once, rendered as often as wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from ibndocs.foundation.findings import Finding
from ibndocs.office.cautions import warn_signature
from ibndocs.office.filled import Filled
from ibndocs.office.package import Package
from ibndocs.office.sheets import finish, reports
from ibndocs.office.sheets.anchors import Anchors, Target
from ibndocs.office.sheets.cells import EMPTY, write_cell
from ibndocs.office.sheets.charts import refresh_chart
from ibndocs.office.sheets.compiled import CompiledSlots, Values, compile_slots
from ibndocs.office.sheets.controls import set_control
from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.evaluate import Write, evaluate
from ibndocs.office.sheets.expectations import find_differences
from ibndocs.office.sheets.followers import move_followers, parts_below
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.heights import fit_rows
from ibndocs.office.sheets.moves import Moves
from ibndocs.office.sheets.reader import ShownCells
from ibndocs.office.sheets.recalculate import recalculate
from ibndocs.office.sheets.rows import move_rows
from ibndocs.office.sheets.surroundings import move_surroundings
from ibndocs.office.sheets.workbook import Workbook
from ibndocs.office.slots import Expression, Slot

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
EPOCH = date(1980, 1, 1)
"""The day `TODAY()` gives when nobody says which: as in the container, the same on every machine."""


class SheetForm:
    """A form whose slots are found and whose expressions are compiled; immutable, so it may be shared."""

    def __init__(self, workbook: Workbook, slots: CompiledSlots, anchors: Anchors) -> None:
        self._workbook = workbook
        self._slots = slots
        self._styles = anchors.styles
        self._strings = anchors.strings
        self._charts = tuple(part for part, _ in parts_below(workbook) if workbook.package.content_type(part) == CHART)
        self._calculated = tuple(sheet for sheet in workbook.sheets if _has_formulas(anchors.grid(sheet)))

    @classmethod
    def compile(cls, package: Package, slots: Sequence[Slot]) -> SheetForm:
        """Find every slot in the form and compile every expression.

        Raises:
            FaultyInput: With all faults: `SLT21` a place that is not there, `SLT22` one that holds a formula,
                `SLT23` one below a merged cell, `SLT26` one that is filled twice, `TPL..` a faulty expression.
        """
        workbook = Workbook(package)
        anchors = Anchors(workbook)
        return cls(workbook, compile_slots(anchors, slots), anchors)

    def render(
        self, values: Values, properties: Mapping[str, str] | None = None, *, today: date | None = None
    ) -> bytes:
        """The filled workbook; `fill` also tells what there is to say about it.

        Raises:
            FaultyInput: As `fill`.
        """
        return self.fill(values, properties, today=today).data

    def fill(self, values: Values, properties: Mapping[str, str] | None = None, *, today: date | None = None) -> Filled:
        """The filled and calculated workbook, with findings on what its formulas give.

        Args:
            values: The view the expressions see.
            properties: Document properties (title, creator, subject, keywords, created, modified).
            today: What `TODAY()` gives; by default the day of `modified`, else 1 January 1980.

        Raises:
            FaultyInput: When an expression fails (`TPL..`), or gives what no cell can hold (`SLT24`).
        """
        found = evaluate(self._slots, values, date1904=self._workbook.date1904)
        draft, moves = Draft(self._workbook.package), found.moves
        findings = [*warn_signature(self._workbook.package), *found.findings, *_check_demands(found.writes)]
        if any(moves.sheets.values()):
            findings += reports.report_protected_rows(self._workbook.package.name, self._workbook, draft, moves)
            findings += reports.report_left_alone(self._workbook, draft, moves)
            findings += self._move(draft, moves)
        findings += self._write(draft, found.writes)
        for setting in found.settings:
            set_control(draft, setting.control, setting.state)
        if self._calculated:
            day = today or _day_of(properties or {})
            calculation = recalculate(draft, self._workbook, self._calculated, today=day)
            findings += reports.report_calculation(self._workbook.package.name, calculation)
            finish.ask_recalculation(draft, self._workbook)
        self._refresh_charts(draft)
        finish.settle_type(draft, self._workbook)
        if properties:
            finish.set_properties(draft, properties)
        ordered = tuple(sorted(findings, key=lambda finding: finding.order))
        return Filled(self._workbook.package.write(draft.changes()), ordered)

    def find_differences(self, data: bytes, values: Values) -> tuple[Finding, ...]:
        """`FIN01` for each cell of the filled workbook `data` that does not come to what its `expect` gives.

        Raises:
            FaultyInput: An expression fails (`TPL..`).
        """
        filled = Package.read(data, name=self._workbook.package.name)
        return tuple(find_differences(self._slots, values, filled))

    def _move(self, draft: Draft, moves: Moves) -> Iterator[Finding]:
        for sheet in self._workbook.sheets:
            grid = Grid(draft.tree(sheet.part))
            moved = move_rows(grid, sheet.name, moves)
            if move_surroundings(grid, sheet.name, moves) or moved:
                draft.touch(sheet.part)
        for part in move_followers(draft, self._workbook, moves):
            yield reports.report_unread(self._workbook.package.name, part)
        finish.drop_calculation_chain(draft, self._workbook)

    def _write(self, draft: Draft, writes: Iterable[Write]) -> Iterator[Finding]:
        grids: dict[str, Grid] = {}
        taller: dict[str, set[int]] = {}
        for write in writes:
            part = write.sheet.part
            if part not in grids:
                grids[part] = Grid(draft.tree(part))
            if write.content == EMPTY and grids[part].cell(write.address) is None:
                continue
            cell = grids[part].take_cell(write.address)
            write_cell(cell, write.content)
            if write.content.kind == "text" and cell.get("s", "0") in self._styles.wrapped:
                taller.setdefault(part, set()).add(write.address.row)
            draft.touch(part)
            if write.content.is_day and not self._styles.shows_date(cell.get("s")):
                yield reports.report_plain_day(write.typed, Target(write.sheet, write.address))
        for part, rows in taller.items():
            fit_rows(grids[part], rows, self._styles.wrapped, self._strings)

    def _refresh_charts(self, draft: Draft) -> None:
        shown = ShownCells(draft, self._workbook, self._strings)
        for part in self._charts:
            if refresh_chart(draft.tree(part), shown.read):
                draft.touch(part)


def _check_demands(writes: Iterable[Write]) -> Iterator[Finding]:
    """What the form asks of the values and does not get; a locked column is told once."""
    told: set[tuple[Expression, int]] = set()
    for write in writes:
        target = Target(write.sheet, write.address)
        if write.demands.is_locked and (key := (write.typed, write.address.column)) not in told:
            told.add(key)
            yield reports.report_locked(write.typed, target)
        fault = write.demands.find_fault(write.content, write.typed, str(target))
        if fault is not None:
            yield fault


def _has_formulas(grid: Grid) -> bool:
    return any(grid.formula_of(cell) is not None for cell in grid.all_cells())


def _day_of(properties: Mapping[str, str]) -> date:
    try:
        return datetime.fromisoformat(properties.get("modified", "")).date()
    except ValueError:
        return EPOCH


__all__ = ["EPOCH", "Filled", "SheetForm"]
