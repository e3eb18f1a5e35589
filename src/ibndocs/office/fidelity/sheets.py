"""Compares an Excel form with a filled workbook: labels, formulas, names, validations, formats, protection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import Text
from ibndocs.office.fidelity.report import Change, Fidelity
from ibndocs.office.fidelity.sheet_cells import Cell, SheetCells, find_areas, name_format, read_sheets
from ibndocs.office.fidelity.sheet_moves import Inserted, find_moves
from ibndocs.office.package import Package
from ibndocs.office.places import SheetCheckBox, SheetDropDown, SheetRows, SheetTable
from ibndocs.office.sheets.moves import Moves
from ibndocs.office.sheets.references import Address, column_letters
from ibndocs.office.sheets.surroundings import follow_areas
from ibndocs.office.sheets.workbook import Workbook
from ibndocs.office.slots import ColumnsSlot, Slot, ValueSlot

if TYPE_CHECKING:
    from lxml import etree

_LOCKS = ("sheetProtection", "workbookProtection")
_OFF = (None, "0", "false")
_SWITCHES = ("sheet", "objects", "scenarios", "hashValue", "password", "lockStructure", "workbookHashValue")


@dataclass(frozen=True, slots=True)
class Filling:
    """What the slots fill on one sheet: single cells, and rows that repeat."""

    cells: frozenset[Address]
    rows: frozenset[int]


def compare_workbooks(form: Package, filled: Package, slots: Sequence[Slot], report: Fidelity, *, exact: bool) -> None:
    """Compare two workbooks; see `word.compare_documents` for the arguments."""
    blank, done = Workbook(form), Workbook(filled)
    before, after = read_sheets(blank), read_sheets(done)
    fillings = _find_fillings(blank, slots)
    _compare_tabs(blank, done, report)
    pairs = [(name, sheet, after[name]) for name, sheet in before.items() if name in after]
    found = {
        name: find_moves(sheet, other, fillings[name].cells, fillings[name].rows, exact=exact)
        for name, sheet, other in pairs
    }
    ways = (Moves(found), Moves({name: Inserted(moves.added) for name, moves in found.items()}))
    for name, sheet, other in pairs:
        _SheetComparison(sheet, other, ways, fillings[name], report, exact=exact).compare()
    _compare_names(blank, done, ways, report)
    _compare_locks(form.xml(blank.part), filled.xml(done.part), Text("werkmap", "workbook"), report)


def _find_fillings(workbook: Workbook, slots: Sequence[Slot]) -> dict[str, Filling]:
    from ibndocs.office.faults import ExpressionFault
    from ibndocs.office.sheets.anchors import Anchors
    from ibndocs.office.sheets.control_anchors import ControlAnchors

    anchors = Anchors(workbook)
    controls = ControlAnchors(anchors)
    cells: dict[str, set[Address]] = {}
    rows: dict[str, set[int]] = {}
    for slot in slots:
        try:
            match slot:
                case ValueSlot(at=SheetCheckBox() | SheetDropDown() as place):
                    linked = controls.linked_cell(controls.find(place))
                    if linked is not None:
                        cells.setdefault(linked.sheet.name.casefold(), set()).add(linked.address)
                case ValueSlot(at=place):
                    target = anchors.locate_cell(place)
                    cells.setdefault(target.sheet.name.casefold(), set()).add(target.address)
                case ColumnsSlot(at=SheetRows() | SheetTable() as place):
                    lines = anchors.find_lines(place)
                    sheet, last = lines.sheet.name.casefold(), lines.row + lines.count - 1
                    rows.setdefault(sheet, set()).add(last)
                    for name in slot.cells:
                        column = anchors.find_column(place, lines, name)
                        cells.setdefault(sheet, set()).update(
                            Address(column, row) for row in range(lines.row, last + 1)
                        )
        except ExpressionFault:
            continue  # told when the form was filled
    names = (sheet.name.casefold() for sheet in workbook.sheets)
    return {name: Filling(frozenset(cells.get(name, ())), frozenset(rows.get(name, ()))) for name in names}


class _SheetComparison:
    """Compares one sheet with itself after filling."""

    def __init__(
        self,
        form: SheetCells,
        filled: SheetCells,
        ways: tuple[Moves, ...],
        filling: Filling,
        report: Fidelity,
        *,
        exact: bool,
    ) -> None:
        self._form = form
        self._filled = filled
        self._ways = ways
        self._filling = filling
        self._report = report
        self._exact = exact
        self._name = form.sheet.name
        self._rows = ways[0].on(self._name)

    def compare(self) -> None:
        """Compare cells, then all that stands around them."""
        for row in sorted(self._form.rows):
            self._compare_row(row)
        self._count_answers()
        self._compare_rules("dataValidation", Text("validatie", "validation"))
        self._compare_rules("cfRule", Text("voorwaardelijke opmaak", "conditional format"))
        self._compare_merges()
        _compare_locks(
            self._form.root, self._filled.root, Text(f"blad {self._name}", f"sheet {self._name}"), self._report
        )

    def _says(self, row: int) -> Mapping[int, Cell]:
        return self._form.says(row, self._filling.cells, exact=self._exact)

    def _place(self, address: object) -> Text:
        return Text(f"{self._name}!{address}", f"{self._name}!{address}")

    def _compare_row(self, row: int) -> None:
        for column, cell in self._says(row).items():
            lines = self._rows.lines(row) if cell.formula is not None else self._rows.lines(row)[:1]
            for line, number in enumerate(lines):
                at = Address(column, number)
                other = self._filled.cell(at)
                self._compare_cell(cell, other, row, line, at)

    def _compare_cell(self, cell: Cell, other: Cell | None, row: int, line: int, at: Address) -> None:
        if other is None or not (other.kind or other.formula is not None):
            if line == 0:
                self._report.differ(Change.REMOVED, self._place(at), _say(cell))
        elif cell.formula is not None:
            wanted = [way.follow(cell.formula, self._name, row=row, line=line) for way in self._ways]
            if other.formula not in wanted and not (line and other.formula is None):
                self._report.differ(Change.ALTERED, self._place(at), f"={wanted[0]}", _say(other))
        elif cell.text != other.text:
            self._report.differ(Change.ALTERED, self._place(at), cell.text, _say(other))
        elif not self._looks_alike(cell, other):
            self._report.differ(Change.ALTERED, self._place(at), _say_look(cell), _say_look(other))

    def _looks_alike(self, cell: Cell, other: Cell) -> bool:
        """Whether number format and lock are the same; another program may write the same format in other words."""
        if self._exact:
            return cell.look == other.look
        same_lock = cell.look[1] == other.look[1] or not self._form.is_protected
        return same_lock and name_format(cell.look[0]) == name_format(other.look[0])

    def _count_answers(self) -> None:
        """Count what was filled in, and note what came where no answer was asked."""
        known = {*self._form.rows, *(cell.row for cell in self._filling.cells)}
        origins = {line: row for row in known for line in self._rows.lines(row)}
        for line, cells in self._filled.rows.items():
            for column, cell in cells.items():
                if cell.kind:
                    self._judge(cell, Address(column, line), origins.get(line))
        self._note_empty()

    def _judge(self, cell: Cell, at: Address, row: int | None) -> None:
        origin = None if row is None else Address(at.column, row)
        before = None if origin is None else self._form.cell(origin)
        if before is not None and (before.formula is not None or before.text == cell.text):
            return
        if self._exact and origin not in self._filling.cells:
            if before is None or not before.kind:
                self._report.differ(Change.ADDED, self._place(at), "", _say(cell))
            return
        if (
            before is None
            or not before.kind
            or before.text.strip() == "0"
            or origin in self._filling.cells
            or not self._says(at.row if row is None else row).get(at.column)
        ):
            self._report.answered += 1

    def _note_empty(self) -> None:
        for row, cells in self._form.rows.items():
            for column, cell in cells.items():
                at = Address(column, row)
                can_be_typed = self._form.is_protected and not cell.look[1] and at not in self._form.covered
                waits = not cell.kind and can_be_typed
                if waits and (label := self._form.label(at)):
                    now = self._filled.cell(Address(column, self._rows.place(row)))
                    if now is None or not now.kind:
                        self._report.empty.append(f"{self._name}!{at} ({label})")

    def _compare_rules(self, tag: str, word: Text) -> None:
        there = [
            (_shape(rule), area) for rule in self._filled.root.iter(f"{{*}}{tag}") for area in _areas(rule).split()
        ]
        for rule in self._form.root.iter(f"{{*}}{tag}"):
            areas = _areas(rule)
            shape = _shape(rule)
            wanted = {way_area for way in self._ways for way_area in follow_areas(areas, self._name, way).split()}
            tops = {area.partition(":")[0] for area in wanted}
            if not any(shape == other and (area in wanted or area.partition(":")[0] in tops) for other, area in there):
                place = Text(f"{word.nl} op {self._name}!{areas}", f"{word.en} on {self._name}!{areas}")
                self._report.differ(Change.REMOVED, place, " ".join(shape))

    def _compare_merges(self) -> None:
        there = {merge.get("ref", "") for merge in self._filled.root.iter("{*}mergeCell")}
        for merge in self._form.root.iter("{*}mergeCell"):
            area = merge.get("ref", "")
            start, _, end = area.partition(":")
            first, last = Address.read(start), Address.read(end)
            wanted = {way.follow_area(area, self._name) for way in self._ways}
            if first and last:
                top = self._rows.place(first.row)
                bottom = top + last.row - first.row
                wanted.add(f"{column_letters(first.column)}{top}:{column_letters(last.column)}{bottom}")
            if not wanted & there:
                self._report.differ(
                    Change.REMOVED, Text(f"samenvoeging {self._name}!{area}", f"merge {self._name}!{area}")
                )


def _areas(rule: etree._Element) -> str:
    """The cells a rule is for; those of a conditional format stand at the element around it."""
    return find_areas(rule) or find_areas(parent if (parent := rule.getparent()) is not None else rule)


def _shape(rule: etree._Element) -> tuple[str, ...]:
    """What a rule asks, without where its formulas point; what says nothing in it (18.3.1.32) is left out."""
    from ibndocs.office.sheets.formulas import Kind, tokenize

    kind, operator = rule.get("type", ""), rule.get("operator", "")
    texts = [item.text or "" for item in rule.iter("{*}formula", "{*}formula1", "{*}formula2", "{*}f")]
    if rule.tag.endswith("}dataValidation"):
        operator = "" if kind in ("list", "custom", "none") or operator == "between" else operator
        texts = texts if operator in ("", "notBetween") and kind not in ("list", "custom") else texts[:1]
    formulas = ["".join("§" if t.kind is Kind.REFERENCE else t.text for t in tokenize(text)) for text in texts]
    return tuple(filter(None, (kind, operator, *formulas)))


def _compare_tabs(form: Workbook, filled: Workbook, report: Fidelity) -> None:
    for tab in form.tabs:
        if tab not in filled.tabs:
            report.differ(Change.REMOVED, Text(f"blad {tab}", f"sheet {tab}"))
    kept = [tab for tab in filled.tabs if tab in form.tabs]
    if kept != [tab for tab in form.tabs if tab in filled.tabs]:
        report.differ(Change.MOVED, Text("bladen", "sheets"), ", ".join(form.tabs), ", ".join(filled.tabs))
    for tab in filled.tabs:
        if tab not in form.tabs:
            report.differ(Change.ADDED, Text(f"blad {tab}", f"sheet {tab}"))
    states = [dict(_states(book)) for book in (form, filled)]
    for tab, state in states[0].items():
        if tab in states[1] and states[1][tab] != state:
            report.differ(Change.ALTERED, Text(f"blad {tab}", f"sheet {tab}"), state, states[1][tab])


def _states(workbook: Workbook) -> Iterator[tuple[str, str]]:
    for sheet in workbook.package.xml(workbook.part).iter("{*}sheet"):
        yield sheet.get("name", ""), sheet.get("state", "visible")


def _compare_names(form: Workbook, filled: Workbook, ways: tuple[Moves, ...], report: Fidelity) -> None:
    there = {(name.name.casefold(), name.scope): name.formula for name in filled.names}
    for name in form.names:
        if name.name.startswith("_xlnm."):
            continue
        place = Text(f"naam {name.name}", f"name {name.name}")
        now = there.get((name.name.casefold(), name.scope))
        wanted = [way.follow(name.formula, name.scope or "") for way in ways]
        if now is None:
            report.differ(Change.REMOVED, place, name.formula)
        elif now not in wanted:
            report.differ(Change.ALTERED, place, wanted[0], now)


def _compare_locks(form: etree._Element, filled: etree._Element, place: Text, report: Fidelity) -> None:
    for tag in _LOCKS:
        before, after = (_say_lock(root.find(f"{{*}}{tag}")) for root in (form, filled))
        if before != after:
            where = Text(f"{place.nl}, beveiliging", f"{place.en}, protection")
            report.differ(Change.ALTERED, where, before or "geen", after or "geen")


def _say_lock(lock: etree._Element | None) -> str:
    if lock is None:
        return ""
    return " ".join(f"{key}={_say_switch(key, lock.get(key, ''))}" for key in _SWITCHES if lock.get(key) not in _OFF)


def _say_switch(key: str, value: str) -> str:
    """A switch, and the digits of an old password, as every program means them however it writes them."""
    return value.upper() if key == "password" else "1" if value == "true" else value


def _say(cell: Cell) -> str:
    return f"={cell.formula}" if cell.formula is not None else cell.text


def _say_look(cell: Cell) -> str:
    return f"{cell.look[0]}{'' if cell.look[1] else ', niet vergrendeld'}"
