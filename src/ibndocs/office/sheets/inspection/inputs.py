"""The cells of a sheet that ask for a value, each with the words at it, and the rows of such cells that repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from ibndocs.office.outline import Item, Kind
from ibndocs.office.places import Place, SheetRows, SheetTable
from ibndocs.office.sheets.anchors import Anchors, Target
from ibndocs.office.sheets.cells import read_day
from ibndocs.office.sheets.inspection.named import Named
from ibndocs.office.sheets.references import Address, column_letters, quote_sheet
from ibndocs.office.sheets.survey import Seen
from ibndocs.office.sheets.tables import ListTable
from ibndocs.office.sheets.workbook import Sheet

_NEAR = 2
"""So many rows above a cell its header may stand, for a cell without a label left of it."""
_FEWEST_COLUMNS = 3
"""A single row of cells below headers repeats when it counts so many."""
_LONG = 80

Placed = tuple[Address, Item]
"""An item and the cell by which it is put in order."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells to fill in one row, each with the label left of it and the header above it ("" for none)."""

    number: int
    cells: tuple[Address, ...]
    left: Mapping[Address, str]
    above: Mapping[Address, tuple[int, str]]

    @property
    def is_bare(self) -> bool:
        """Whether nothing in the row says what it is about."""
        return not self.left

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(cell.column for cell in self.cells)


def join_labels(label: str, column: str) -> str:
    """The words of a cell where a row and a column cross."""
    return " · ".join(filter(None, (label.rstrip(" :") if column else label, column)))


class Inputs:
    """The places of one sheet."""

    def __init__(self, anchors: Anchors, named: Named, sheet: Sheet) -> None:
        self._anchors = anchors
        self._named = named
        self._sheet = sheet
        self._survey = anchors.survey(sheet)
        self._labels = dict(self._survey.labels)

    def list_items(self) -> Iterator[Placed]:
        """All places, and the headings and explanations among them."""
        tables = [table for table in self._anchors.tables if table.sheet == self._sheet]
        within = {row for table in tables for row in range(table.first.row, table.last.row + 1)}
        headings = dict(self._find_headings())
        section = ""
        rows = {row.number: row for row in self._read_rows() if row.number not in within}
        blocks = self._find_blocks(rows.values())
        done = 0
        for number in self._survey.rows:
            if number in headings:
                at, text = headings[number]
                said = self._say(at, text)
                section = text if said.kind is Kind.HEADING else section
                yield at, said
            if number in blocks:
                done = blocks[number][-1].number
                yield from self._list_block(blocks[number], section)
            elif number in rows and number > done:
                yield from self._list_cells(rows[number], section)
        yield from self._list_plain()
        for table in tables:
            yield from self._list_table(table)

    # -- what stands where

    def _read_rows(self) -> Iterator[_Row]:
        above: dict[int, tuple[int, str]] = {}
        for number, addresses in self._survey.rows.items():
            cells = tuple(address for address in addresses if self._survey.is_input(address))
            if cells:
                yield _Row(
                    number, cells, self._left(addresses, cells), {c: above.get(c.column, (0, "")) for c in cells}
                )
            for address in addresses:
                if address in self._labels:
                    last = min(self._survey.span(address).column, self._survey.last_column)
                    above |= dict.fromkeys(range(address.column, last + 1), (number, self._labels[address]))

    def _left(self, addresses: list[Address], cells: tuple[Address, ...]) -> dict[Address, str]:
        left: dict[Address, str] = {}
        label = ""
        inputs = set(cells)
        for address in addresses:
            if address in inputs and label:
                left[address] = label
            elif address in self._labels and not self._labels[address].isdigit():
                label = self._labels[address]
        return left

    def _find_headings(self) -> Iterator[tuple[int, tuple[Address, str]]]:
        """The rows that hold one text and nothing else."""
        for number, addresses in self._survey.rows.items():
            shown = [at for at in addresses if at in self._survey.cells and self._survey.cells[at].text]
            text = self._labels.get(shown[0], ":") if len(shown) == 1 else ":"
            if not text.endswith(":") and not any(map(self._survey.is_input, addresses)):
                yield number, (shown[0], text)

    def _say(self, at: Address, text: str) -> Item:
        kind = Kind.INSTRUCTION if len(text) > _LONG or text.endswith((".", "!")) else Kind.HEADING
        return Item(kind, text, where=(self._sheet.name,), depth=1, facts=MappingProxyType({"cell": str(at)}))

    # -- rows that repeat

    def _find_blocks(self, rows: Iterable[_Row]) -> dict[int, list[_Row]]:
        """Rows one below the other with the same cells and no labels of their own, by the number of the first."""
        blocks: list[list[_Row]] = []
        for row in rows:
            last = blocks[-1][-1] if blocks else None
            if row.is_bare and last and row.number == last.number + 1 and row.columns == last.columns:
                blocks[-1].append(row)
            elif row.is_bare:
                blocks.append([row])
        return {block[0].number: block for block in blocks if self._repeats(block)}

    def _repeats(self, block: list[_Row]) -> bool:
        first = block[0]
        headers = {cell: above for cell, (above, text) in first.above.items() if text}
        near = [cell for cell, above in headers.items() if first.number - above <= _NEAR]
        return len(near) >= (1 if len(block) > 1 else _FEWEST_COLUMNS) and len(near) * 2 >= len(first.cells)

    def _list_block(self, block: list[_Row], section: str) -> Iterator[Placed]:
        first, last = block[0], block[-1]
        lines = str(first.number) if len(block) == 1 else f"{first.number}:{last.number}"
        place = SheetRows(f"{quote_sheet(self._sheet.name)}!{lines}")
        headers = self._name_columns(first)
        facts = {"rows": str(len(block)), "columns": str(len(headers))}
        where = (self._sheet.name, section) if section else (self._sheet.name,)
        label = section or " | ".join(headers)
        yield first.cells[0], Item(Kind.ROWS, label, place, where, depth=1, facts=MappingProxyType(facts))
        for cell, header in zip(first.cells, headers, strict=True):
            yield cell, self._describe(cell, header, where, column=column_letters(cell.column))

    def _name_columns(self, row: _Row) -> list[str]:
        """The headers of the cells of a row; where two are the same, with the header above them: `Lonen Jaar 1`."""
        labels = self._anchors.labels(self._sheet)
        stacks = labels.headers(row.number)
        names = []
        for cell in row.cells:
            texts = [text for _, text in stacks.get(cell.column, ())]
            tries = [" ".join(texts[start:]) for start in range(len(texts) - 1, -1, -1)]
            fitting = (name for name in tries if labels.finds_column(name, row.number, cell.column))
            names.append(next(fitting, texts[-1] if texts else ""))
        return names

    def _list_table(self, table: ListTable) -> Iterator[Placed]:
        first, last = table.first, table.last
        cells = [Address(column, first.row) for column in range(first.column, last.column + 1)]
        inputs = [(cell, name) for cell, name in zip(cells, table.columns, strict=False) if self._survey.is_input(cell)]
        count = str(last.row - first.row + 1)
        facts = {"rows": count, "columns": " | ".join(table.columns), "cells": f"{first}:{last}"}
        at = SheetTable(table.name) if inputs or not self._survey.says_inputs else None
        where = (self._sheet.name,)
        yield first, Item(Kind.ROWS, table.name, at, where, depth=1, facts=MappingProxyType(facts))
        for cell, name in inputs:
            yield first, self._describe(cell, name, where, column=column_letters(cell.column))

    # -- single cells

    def _list_cells(self, row: _Row, section: str) -> Iterator[Placed]:
        where = (self._sheet.name, section) if section else (self._sheet.name,)
        sharing = Counter(row.left.values())
        for cell in row.cells:
            label, (above, header) = row.left.get(cell, ""), row.above[cell]
            near = row.number - above <= _NEAR
            column = header if sharing[label] > 1 or (not label and near) else ""
            if label or column or self._survey.is_marked(cell):
                place = self._named.place_of(Target(self._sheet, cell), label, column)
                yield cell, self._describe(cell, join_labels(label, column), where, at=place)

    def _list_plain(self) -> Iterator[Placed]:
        """On a sheet that marks no cells: what stands right of a label with a colon is its value."""
        if self._survey.says_inputs:
            return
        labels = self._anchors.labels(self._sheet)
        for address, text in self._labels.items():
            cell = labels.answer(address) if text.endswith(":") else None
            if cell is not None and not self._survey.is_input(cell):
                place = self._named.place_of(Target(self._sheet, cell), text)
                yield cell, self._describe(cell, text, (self._sheet.name,), at=place)

    def _describe(
        self, cell: Address, label: str, where: tuple[str, ...], *, at: Place | None = None, column: str = ""
    ) -> Item:
        """A cell with its list, its format and what it asks; one in a row that repeats has a `column` and no place."""
        target = Target(self._sheet, cell)
        demands, seen = self._anchors.demands(target), self._survey.cells.get(cell)
        validation = demands.validation
        code = self._anchors.styles.format_code(self._survey.style_at(cell))
        is_day = self._anchors.styles.shows_date(self._survey.style_at(cell))
        facts = {"cell": str(target)}
        if column:
            facts["column"] = column
        if is_day and code:
            facts["format"] = code
        if validation is not None and demands.choices is None:
            facts["validation"] = validation.summary
        if validation is not None and validation.prompt:
            facts["prompt"] = validation.prompt
        kind = Kind.DROP_DOWN if demands.choices else Kind.DATE if is_day else Kind.CELL
        return Item(
            kind=kind,
            label=label,
            at=at,
            where=where,
            depth=2 if column else 1,
            text="" if seen is None else self._show(seen, is_day=is_day),
            choices=demands.choices or (),
            facts=MappingProxyType(facts),
        )

    def _show(self, seen: Seen, *, is_day: bool) -> str:
        day = None
        if is_day and seen.content.kind == "n":
            day = read_day(Decimal(seen.content.text), date1904=self._anchors.workbook.date1904)
        return seen.text if day is None else day.isoformat()
