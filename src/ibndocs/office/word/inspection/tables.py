"""Reads a table as a reader does: labels to the left, headers above, titles across, and the cells that wait.

A row that holds labels only is a header when it comes first, is marked as one, or stands over a row without labels.
Rows without labels of their own below the only header of a table can be repeated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from ibndocs.office.labels import is_filler
from ibndocs.office.outline import Kind
from ibndocs.office.places import Place, TableRows
from ibndocs.office.word.boxes import ListedBox
from ibndocs.office.word.glyphs import only_glyph
from ibndocs.office.word.grid import Cell, Grid, Row
from ibndocs.office.word.inspection.controls import content_of, result_of
from ibndocs.office.word.inspection.signs import Sign, has_room, read_signs
from ibndocs.office.word.rooms import is_empty
from ibndocs.office.word.tree import attribute, child, is_a, names, value_at

if TYPE_CHECKING:
    from ibndocs.office.word.inspection.reading import Reader

_OFF = {"0", "false", "off"}
_LARGEST_GROUP = 6
_NAMED_ITEM = 2
"""How many cells a row that names an item has at least: one alone may be there to part the rows."""
_TOTAL = re.compile(r"\W*(?:sub)?(?:totaal|totale|total|som|sum)\b", re.IGNORECASE)


class Use(Enum):
    """What a cell is there for."""

    LABEL = auto()
    EMPTY = auto()
    LIVE = auto()
    """Places of their own stand in it."""
    MERGED = auto()
    """The lower part of a cell above."""


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A row with what its cells are there for."""

    row: Row
    uses: tuple[Use, ...]

    @property
    def shown(self) -> list[Use]:
        return [use for use in self.uses if use is not Use.MERGED]

    @property
    def is_title(self) -> bool:
        return self.shown == [Use.LABEL] and len(self.uses) == 1

    @property
    def is_labels(self) -> bool:
        """Whether it holds labels only; the corner of a table may be empty."""
        labels = self.uses.count(Use.LABEL)
        return labels > 1 and all(use is Use.LABEL for use in self.uses[1:] if use is not Use.MERGED)

    @property
    def is_open(self) -> bool:
        """Whether it has no label, except perhaps a number to count the rows."""
        first = self.row.cells[0] if self.row.cells else None
        counted = first is not None and self.uses[0] is Use.LABEL and first.label.strip(".…").isdigit()
        rest = self.uses[1:] if counted else self.uses
        return bool(rest) and all(use is Use.EMPTY for use in rest)


class TableReader:
    """Reads one table into a `Reader`."""

    def __init__(self, reader: Reader, grid: Grid) -> None:
        self._reader = reader
        self._grid = grid
        self._lines = [_Line(row, tuple(map(self._use, row.cells))) for row in grid.rows]
        self._headers: dict[int, Cell] = {}
        self._header: Row | None = None
        self._seen: set[etree._Element] = set()

    def read(self) -> None:
        """Note the table and what there is to fill in in it."""
        cells = sum(len(line.uses) for line in self._lines)
        if cells == 1 and self._lines[0].uses[0] is Use.LIVE:
            self._reader.read_blocks(self._blocks(self._lines[0].row.cells[0]), in_cell=True)
            return
        self._add_table()
        around = self._reader.notes.set_title("")
        self._reader.notes.deeper(1)
        index = 0
        while index < len(self._lines):
            group, count = self._count_group(index)
            count = count or self._count_repeating(index)
            if count:
                self._add_rows(index, count, group)
            else:
                self._read_line(index)
            index += count or 1
        self._reader.notes.deeper(-1)
        self._reader.notes.set_title(around)

    def _use(self, cell: Cell) -> Use:
        if cell.merged_up:
            return Use.MERGED
        anchors = self._reader.anchors
        if next(cell.tc.iter(*names("sdt", "tbl", "txbxContent", "ffData")), None) is not None or _is_wrapped(cell):
            return Use.LIVE
        if is_empty(cell.tc):
            return Use.EMPTY
        for paragraph in cell.tc.iter(*names("p")):
            if paragraph in anchors.blanks or any(text in anchors.boxes for text in paragraph.iter(*names("t", "sym"))):
                return Use.LIVE
        blocks = self._blocks(cell)
        if len(blocks) > 1:
            signs = read_signs(self._reader.form, self._reader.looks, self._reader.numbers, blocks, in_cell=True)
            asking = (index for index, sign in enumerate(signs) if sign in {Sign.QUESTION, Sign.HEADING})
            if any(has_room(blocks, signs, index) for index in asking):
                return Use.LIVE
        return Use.LABEL if cell.label else Use.LIVE

    def _blocks(self, cell: Cell) -> list[etree._Element]:
        from ibndocs.office.word.inspection.reading import flatten

        return list(flatten(cell.tc))

    def _add_table(self) -> None:
        merged = sum(use is Use.MERGED for line in self._lines for use in line.uses)
        merged += sum(cell.span > 1 for line in self._lines for cell in line.row.cells)
        facts = {"number": str(self._reader.anchors.number(self._grid)), "rows": str(len(self._lines))}
        facts["columns"] = str(self._grid.width)
        if merged:
            facts["merged"] = str(merged)
        uses = {use for line in self._lines for use in line.uses}
        if not uses & {Use.EMPTY, Use.LIVE} and self._lines:
            facts["header"] = " | ".join(cell.text for cell in self._lines[0].row.cells)
        self._reader.notes.add(Kind.TABLE, self._reader.anchors.title(self._grid), facts=facts)

    # -- rows

    def _count_group(self, index: int) -> tuple[int, int]:
        """How many rows below the headers belong to one item, and how many such rows there are; 0 when it is one.

        Rows that wait one below the other with other cells than the one above are about the same item.
        """
        if self._header is None or index - 1 not in self._header_rows:
            return 0, 0
        if titled := self._count_titled(index):
            return titled, titled
        end = index
        while end < len(self._lines) and set(self._lines[end].uses) == {Use.EMPTY}:
            end += 1
        shapes = [self._starts(line) for line in range(index, end)]
        for size in range(2, min(len(shapes), _LARGEST_GROUP) + 1):
            alike = all(shape == shapes[at % size] for at, shape in enumerate(shapes))
            if alike and shapes[0] != shapes[1] and len(shapes) % size == 0:
                return size, len(shapes)
        return 0, 0

    def _count_titled(self, index: int) -> int:
        """How many rows belong to one item: one to name it, then rows that say what of it, up to the total; else 0."""
        first = self._lines[index]
        own = self._starts(index) != self._starts(index - 1)
        if not own or set(first.uses) != {Use.EMPTY} or len(first.uses) < _NAMED_ITEM:
            return 0
        end = index + 1
        while end < len(self._lines) and self._says_what(end) and not self._is_total(end):
            end += 1
        ended = end < len(self._lines) and self._is_total(end)
        return end - index if ended and end - index > 1 else 0

    def _says_what(self, index: int) -> bool:
        """Whether a row has a label and waits below all other headers."""
        uses = self._lines[index].uses
        alike = self._header is not None and self._starts(index) == [cell.start for cell in self._header.cells]
        return alike and uses[0] is Use.LABEL and set(uses[1:]) == {Use.EMPTY}

    def _is_total(self, index: int) -> bool:
        return _TOTAL.match(self._lines[index].row.cells[0].text) is not None

    def _count_repeating(self, index: int) -> int:
        """How many rows from `index` on can be repeated: alike, without labels, below a header with as many cells.

        One such row alone must stand below the only header of the table: right below it, or at its end or before a
        total.
        """
        if self._header is None or not self._is_waiting(index):
            return 0
        end = index
        while end < len(self._lines) and self._is_waiting(end):
            end += 1
        last = len(self._lines) - end <= 1
        alone = len(self._header_rows) == 1 and (last or self._lines[index - 1].row is self._header)
        return end - index if end - index > 1 or alone else 0

    def _is_waiting(self, index: int) -> bool:
        """Whether a row has a cell that waits below each header."""
        assert self._header is not None
        line = self._lines[index]
        alike = self._starts(index) == [cell.start for cell in self._header.cells]
        return alike and len(line.uses) > 1 and line.is_open

    def _add_rows(self, index: int, count: int, group: int) -> None:
        assert self._header is not None
        anchors = self._reader.anchors
        at = TableRows(anchors.table(self._grid), index + 1)
        label = " | ".join(cell.text for cell in self._header.cells)
        facts = {"rows": str(count), "header": label}
        if group:
            facts["group"] = str(group)
        element = self._lines[index].row.tr
        name = str(at.rows) if isinstance(at.rows, str) else label
        self._reader.notes.add(Kind.ROWS, name, at, element=element, facts=facts)

    def _read_line(self, index: int) -> None:
        line = self._lines[index]
        for sdt in self._unseen(line.row.tr, "tbl"):
            self._reader.add_control(sdt)  # such as a repeating section
        if line.is_title:
            self._reader.notes.set_title(line.row.cells[0].text)
            self._reader.notes.add(Kind.TEXT, line.row.cells[0].text)
            self._head(line.row)
            return
        if index in self._header_rows:
            self._header = line.row
            self._head(line.row)
        label: Cell | None = None
        for position, (cell, use) in enumerate(zip(line.row.cells, line.uses, strict=True)):
            if use is Use.LABEL:
                label = cell
            elif use is Use.EMPTY:
                self._read_empty(index, position, label)
            elif use is Use.LIVE:
                self._read_live(index, cell, label)
            elif cell.label == "" and label is None:
                label = self._merged_label(index, cell)

    @cached_property
    def _header_rows(self) -> frozenset[int]:
        found: list[int] = []
        for index, line in enumerate(self._lines):
            if line.is_labels and self._is_header(index, found):
                found.append(index)
        return frozenset(found)

    def _is_header(self, index: int, earlier: Sequence[int]) -> bool:
        if all(before in earlier or self._lines[before].is_title for before in range(index)):
            return not earlier or self._starts(index) != self._starts(earlier[-1])
        mark = child(self._lines[index].row.tr, "trPr", "tblHeader")
        if mark is not None and attribute(mark, "val") not in _OFF:
            return True
        below = self._lines[index + 1] if index + 1 < len(self._lines) else None
        is_data = bool(earlier) and self._lines[index - 1].is_labels
        is_data = is_data and self._starts(index) == self._starts(earlier[-1])
        return below is not None and Use.LABEL not in below.uses and not is_data

    def _starts(self, index: int) -> list[int]:
        return [cell.start for cell in self._lines[index].row.cells]

    def _head(self, row: Row) -> None:
        self._headers = {
            column: cell for cell in row.cells if cell.label for column in range(cell.start, cell.start + cell.span)
        }

    def _merged_label(self, index: int, cell: Cell) -> Cell | None:
        """The cell that a merged cell began as, when that is a label."""
        for line in reversed(self._lines[:index]):
            upper = line.row.at(cell.start)
            if upper is not None and upper.tc is cell.origin:
                return upper if upper.label else None
        return None

    # -- cells

    def _names(self, index: int, cell: Cell, label: Cell | None) -> tuple[str, str]:
        """The label of the row and the header of the column of a cell."""
        header = self._headers.get(cell.start)
        above = header.text if header is not None else ""
        title = header is not None and len(self._headers) and set(self._headers.values()) == {header}
        if title and (label is not None or not self._stands_below(header, index)):
            above = ""  # a title across the table says nothing of one column
        return (label.text if label is not None else ""), above

    def _stands_below(self, header: Cell | None, index: int) -> bool:
        return header is not None and header in self._lines[index - 1].row.cells

    def _read_empty(self, index: int, position: int, label: Cell | None) -> None:
        cell = self._lines[index].row.cells[position]
        row, header = self._names(index, cell, label)
        beside = position > 0 and self._lines[index].uses[position - 1] in {Use.LABEL, Use.MERGED} and row
        if not (beside or header):
            return
        words = " · ".join(filter(None, (row, header))) if not (row and self._is_only(index)) else row
        at = self._place(index, cell, label, header)
        self._reader.notes.add(Kind.CELL, words, at, " ".join(cell.text.split()), element=cell.tc)

    def _is_only(self, index: int) -> bool:
        return sum(use in {Use.EMPTY, Use.LIVE} for use in self._lines[index].uses) == 1

    def _place(self, index: int, cell: Cell, label: Cell | None, header: str) -> Place:
        own = label is not None and label in self._lines[index].row.cells
        row = label.text if label is not None and own else ""
        return self._reader.anchors.cell(self._grid, index, cell, row, header)

    def _read_live(self, index: int, cell: Cell, label: Cell | None) -> None:
        row, header = self._names(index, cell, label)
        words = " · ".join(filter(None, (row, header)))
        if self._add_controls_around(cell, words):
            return
        box = self._only_box(cell)
        if box is not None and header:
            self._reader.add_box(box, words, self._place(index, cell, label, header))
            return
        only = _only_control(cell)
        if only is not None and self._reader.is_open(only):
            named = value_at(only, "sdtPr", "tag") or value_at(only, "sdtPr", "alias")
            at = None if named or not (row or header) else self._place(index, cell, label, header)
            self._reader.add_control(only, value_at(only, "sdtPr", "alias") or words, at)
            return
        field = _only_field(cell)
        if field is not None and row and header:
            self._reader.add_field(field, words)
            return
        if row and label is not None and label.tc not in self._seen:
            self._seen.add(label.tc)
            self._reader.notes.add(Kind.QUESTION if row.endswith("?") else Kind.TEXT, row)
        self._reader.read_blocks(self._blocks(cell), in_cell=True)

    def _only_box(self, cell: Cell) -> ListedBox | None:
        """The check box that is all there is in a cell."""
        elements = cell.tc.iter(*names("t", "sym", "fldChar", "sdt"))
        found = [box for element in elements for box in self._reader.anchors.boxes.get(element, ())]
        alone = len(found) == 1 and (only_glyph(cell.tc) is not None or is_filler(_text_outside(cell, found[0])))
        return found[0] if alone else None

    def _add_controls_around(self, cell: Cell, words: str) -> bool:
        """Note the controls around a cell; whether one of them is the place itself."""
        around = self._unseen(cell.tc, "tr")
        for sdt in around:
            self._reader.add_control(sdt, value_at(sdt, "sdtPr", "alias") or words)
        return any(self._reader.is_open(sdt) for sdt in around)

    def _unseen(self, element: etree._Element, end: str) -> list[etree._Element]:
        """The controls around an element within `end` that were not told yet, from the outside in."""
        around: list[etree._Element] = []
        for above in element.iterancestors():
            if is_a(above, end):
                break
            if is_a(above, "sdt") and above not in self._seen:
                around.append(above)
        self._seen.update(around)
        return around[::-1]


def _is_wrapped(cell: Cell) -> bool:
    """Whether a control stands around the cell, within its row."""
    above = cell.tc.getparent()
    return above is not None and not is_a(above, "tr")


def _text_outside(cell: Cell, box: ListedBox) -> str:
    own = content_of(box.element) if is_a(box.element, "sdt") else ""
    return cell.text.replace(own, "", 1)


def _only_control(cell: Cell) -> etree._Element | None:
    """The control that is all there is in a cell."""
    controls = list(cell.tc.iter(*names("sdt")))
    alone = len(controls) == 1 and next(cell.tc.iter(*names("tbl", "fldChar")), None) is None
    return controls[0] if alone and is_filler(cell.text.replace(content_of(controls[0]), "", 1)) else None


def _only_field(cell: Cell) -> etree._Element | None:
    """The begin of the text field or list that is all there is in a cell."""
    marks = cell.tc.iter(*names("fldChar"))
    begins = [mark for mark in marks if child(mark, "ffData") is not None and child(mark, "ffData", "checkBox") is None]
    alone = len(begins) == 1 and next(cell.tc.iter(*names("tbl", "sdt", "checkBox")), None) is None
    return begins[0] if alone and is_filler(cell.text.replace(result_of(begins[0]), "", 1)) else None
