"""A sheet as a person sees it who has to fill it in: its texts, its merged cells, and the cells that ask for a value.

Which cells those are, a form says by leaving them unlocked (on a protected sheet nothing else can be typed in), by
Excel's own cell style Input, or by a validation. A sheet that uses neither of the first two leaves it to the reader:
there an empty cell with a border or a fill asks for a value too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ibndocs.office.sheets.cells import Content, write_number
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.reader import read_content
from ibndocs.office.sheets.references import MAX_ROW, Address, Corner, Reference
from ibndocs.office.sheets.styles import Styles
from ibndocs.office.sheets.validations import Validation, Validations, read_validations

_YEARS = range(1990, 2101)
_NEARLY_ALL = 0.8
_MOST_BLANKS = 500
"""Of a validated area (`B2:B5000`) no more cells are looked at that the sheet does not have: its first rows."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A cell: what it shows, the number of its style, whether a formula gives it."""

    content: Content
    style: str
    is_formula: bool

    @property
    def text(self) -> str:
        """What it shows, on one line; a number without the noise of its last bits."""
        if self.content.kind == "n":
            return write_number(Decimal(f"{Decimal(self.content.text):.15g}"))
        return " ".join(self.content.text.split())

    @property
    def is_label(self) -> bool:
        """Whether it can be the name of something: words, or a year."""
        text = self.content.text.strip()
        if self.content.kind in ("text", "str"):
            return any(letter.isalnum() for letter in text)
        return self.content.kind == "n" and text.isdigit() and int(text) in _YEARS


class Survey:
    """One sheet looked over once; everything is found by address."""

    def __init__(self, grid: Grid, styles: Styles, strings: tuple[str, ...]) -> None:
        self._grid = grid
        self._styles = styles
        self.validations = Validations(read_validations(grid.root))
        self.protection = grid.root.find(grid.tag("sheetProtection"))
        self.is_protected = self.protection is not None and self.protection.get("sheet") in ("1", "true")
        self.cells = self._see(strings)
        self.spans = dict(self._read_merges())
        self.covered = frozenset(self._find_covered())

    def _see(self, strings: tuple[str, ...]) -> dict[Address, Seen]:
        seen: dict[Address, Seen] = {}
        for cell in self._grid.all_cells():
            address = Address.read(cell.get("r", ""))
            if address is not None:
                is_formula = self._grid.formula_of(cell) is not None
                seen[address] = Seen(read_content(cell, strings), cell.get("s", "0"), is_formula)
        return seen

    def _read_merges(self) -> Iterator[tuple[Address, Address]]:
        for merge in self._grid.root.iter(self._grid.tag("mergeCell")):
            start, _, end = merge.get("ref", "").partition(":")
            first, last = Address.read(start), Address.read(end)
            if first and last:
                yield first, last

    def _find_covered(self) -> Iterator[Address]:
        known = self.cells.keys()
        for first, last in self.spans.items():
            area = Reference("", Corner(first.column, first.row), Corner(last.column, last.row))
            yield from (address for address in area.among(known) if address != first)

    @cached_property
    def blanks(self) -> tuple[Address, ...]:
        """The cells that the sheet does not have but that a validation speaks of."""
        found: dict[Address, None] = {}
        for validation in self.validations.all:
            for area in validation.areas if validation.limits else ():
                found |= dict.fromkeys(_list_first(area))
        return tuple(address for address in found if address not in self.cells)

    @cached_property
    def rows(self) -> dict[int, list[Address]]:
        """The cells of every row, from left to right, the `blanks` among them; rows from top to bottom."""
        rows: dict[int, list[Address]] = {}
        for address in (*self.cells, *self.blanks):
            rows.setdefault(address.row, []).append(address)
        return {row: sorted(rows[row], key=lambda address: address.column) for row in sorted(rows)}

    @cached_property
    def last_column(self) -> int:
        """The last column in which anything stands."""
        return max((address.column for address in self.cells), default=0)

    @cached_property
    def labels(self) -> tuple[tuple[Address, str], ...]:
        """The cells that can name something, with their words, in reading order."""
        addresses = (address for row in self.rows.values() for address in row if address in self.cells)
        return tuple((address, self.cells[address].text) for address in addresses if self._is_label(address))

    def _is_label(self, address: Address) -> bool:
        seen = self.cells[address]
        return seen.is_label and (seen.is_formula or not self.is_marked(address))

    def style_at(self, address: Address) -> str:
        """The style of a cell, also of one that the sheet does not have."""
        seen = self.cells.get(address)
        return seen.style if seen is not None else self._grid.style_at(address)

    def is_locked(self, address: Address) -> bool:
        """Whether nothing can be typed in a cell, as its sheet is protected."""
        return self.is_protected and self._styles.face(self.style_at(address)).locked

    def validation_at(self, address: Address) -> Validation | None:
        """The validation of a cell."""
        return self.validations.at(address)

    @cached_property
    def _unlocks(self) -> bool:
        """Whether being unlocked says that a cell is to be filled: not where nearly all words are unlocked too."""
        words = (seen for seen in self.cells.values() if seen.content.kind == "text" and not seen.is_formula)
        locks = [self._styles.face(seen.style).locked for seen in words]
        if locks and locks.count(False) > _NEARLY_ALL * len(locks):
            return False
        return self.is_protected or self._styles.face("0").locked

    @cached_property
    def says_inputs(self) -> bool:
        """Whether the sheet itself says which cells are to be filled, so that no other is looked for."""
        if self.is_protected and self._unlocks:
            return True
        return any(self._is_set_apart(seen.style) for seen in self.cells.values())

    def _is_set_apart(self, style: str) -> bool:
        face = self._styles.face(style)
        return face.is_input or (self._unlocks and not face.locked)

    def is_marked(self, address: Address) -> bool:
        """Whether the form says of a cell that it is to be filled."""
        if self.is_locked(address):
            return False
        if self._is_set_apart(self.style_at(address)):
            return True
        validation = self.validation_at(address)
        return validation is not None and validation.limits

    def is_input(self, address: Address) -> bool:
        """Whether a cell asks for a value: marked so, or, on a sheet that marks none, empty and framed."""
        seen = self.cells.get(address)
        if address in self.covered or (seen is not None and seen.is_formula):
            return False
        if self.is_marked(address) or self.says_inputs:
            return self.is_marked(address)
        is_empty = seen is None or not seen.text
        return is_empty and not self.is_locked(address) and self._is_framed(address)

    def _is_framed(self, address: Address) -> bool:
        """Whether a cell has a border or a colour, and not that of the words in its row: a bar is no place to write."""
        face = self._styles.face(self.style_at(address))
        if self._input_fills:
            return face.fill in self._input_fills
        if face.fill:
            return face.fill not in self._label_fills.get(address.row, ())
        return face.bordered

    @cached_property
    def _input_fills(self) -> frozenset[int]:
        """The colours of the cells that have a validation, when all have one: then it is by colour that one sees."""
        checked = (address for address in self.cells if self.is_marked(address))
        fills = frozenset(self._styles.face(self.style_at(address)).fill for address in checked)
        return frozenset() if 0 in fills else fills

    @cached_property
    def _label_fills(self) -> dict[int, set[int]]:
        fills: dict[int, set[int]] = {}
        for address, _ in self.labels:
            fills.setdefault(address.row, set()).add(self._styles.face(self.style_at(address)).fill)
        return fills

    def span(self, address: Address) -> Address:
        """The last cell of the merged cell that begins at `address`; itself when it is not merged."""
        return self.spans.get(address, address)


def _list_first(area: Reference) -> Iterator[Address]:
    """The cells of the first rows of an area; none of one that is wider than any form."""
    first, last = area.first, area.last or area.first
    if first.column is None or last.column is None:
        return
    width = last.column - first.column + 1
    top = first.row or 1
    bottom = min(last.row or MAX_ROW, top + _MOST_BLANKS // width - 1)
    for row in range(top, bottom + 1):
        yield from (Address(column, row) for column in range(first.column, last.column + 1))
