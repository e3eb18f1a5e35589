"""The rows of a recognised table as entries of the description, each value with its cell."""

from __future__ import annotations

from collections.abc import Iterable

from ibndocs.foundation.findings import Finding, Severity, Spot, Text, format_path
from ibndocs.source.cells import read_cell, split_address, split_place
from ibndocs.source.characters import clean_text, is_clean
from ibndocs.source.columns import Column, Meaning, squeeze, words
from ibndocs.source.faults import Fault, Path
from ibndocs.source.grid import Broken, CellValue, Row
from ibndocs.source.tree import Tree


def read_rows(
    rows: Iterable[Row], meanings: dict[int, Meaning], tree: Tree, path: Path, findings: list[Finding]
) -> None:
    """Make the rows below a header the list at `path`; rows of totals are left out with a note."""
    years = count_years(meanings)
    entries: list[object] = []
    for row in rows:
        if total := find_total(row, meanings):
            findings.append(total)
            continue
        entry = _Entry((*path, len(entries)), tree, findings)
        if entry.fill(row, meanings, years):
            entries.append(entry.data)
    tree.put(path, entries)


def read_entry(
    row: Row, meanings: dict[int, Meaning], years: dict[tuple[str, ...], int]
) -> tuple[dict[str, object], dict[Path, tuple[int, int] | Spot], list[Finding]]:
    """One row as an entry of the description, the spot of each value, and what is wrong with its cells."""
    tree, findings = Tree.of(""), list[Finding]()
    entry = _Entry((), tree, findings)
    entry.fill(row, meanings, years)
    return entry.data, tree.spots.marks, findings


def count_years(meanings: dict[int, Meaning]) -> dict[tuple[str, ...], int]:
    """How many project years each yearly field has, by its columns."""
    years: dict[tuple[str, ...], int] = {}
    for meaning in meanings.values():
        if meaning.year:
            years[meaning.column.path] = max(2, meaning.year, years.get(meaning.column.path, 0))
    return years


def find_total(row: Row, meanings: dict[int, Meaning]) -> Finding | None:
    """A note when a row holds totals: amounts and no name, or a first text that says so."""
    first = next(iter(row.values()))
    says_so = isinstance(first.value, str) and squeeze(first.value) in words().totals
    if not says_so and {meanings[column].column.kind for column in row if column in meanings} != {"money"}:
        return None
    message = Text(nl="rij met een totaal overgeslagen", en="row with a total skipped")
    return Finding(Fault.TABLE, Severity.NOTE, message, first.spot)


class _Entry:
    """One company or partner in the making."""

    def __init__(self, path: Path, tree: Tree, findings: list[Finding]) -> None:
        self.data: dict[str, object] = {}
        self._path = path
        self._spots = tree.spots.marks
        self._findings = findings

    def fill(self, row: Row, meanings: dict[int, Meaning], years: dict[tuple[str, ...], int]) -> bool:
        """Take the values of a row; False when no recognised column says anything."""
        parts: dict[tuple[str, ...], list[tuple[int, str, Spot]]] = {}
        amounts: dict[tuple[str, ...], dict[int, tuple[object, Spot]]] = {}
        for column, cell in row.items():
            meaning = meanings.get(column)
            value = self._read(meaning.column, cell.value, cell.spot) if meaning else None
            if meaning is None or value is None:
                continue
            target = meaning.column
            if target.part:
                text = target.prefix + str(value)
                parts.setdefault(target.path, []).append((target.part, text, cell.spot))
            elif meaning.year:
                amounts.setdefault(target.path, {})[meaning.year] = (value, cell.spot)
            else:
                self._put_value(target, value, cell.spot)
        for field, texts in parts.items():
            texts.sort()
            self._put(field, " ".join(text for _, text, _ in texts), texts[0][2])
        for field, by_year in amounts.items():
            self._put_years(field, by_year, years[field])
        if self.data:
            self._spots[self._path] = next(iter(row.values())).spot
        return bool(self.data)

    def _read(self, column: Column, value: CellValue, spot: Spot) -> object | None:
        if isinstance(value, Broken):
            path = format_path((*self._path, *column.path))
            self._findings.append(Finding(Fault.TABLE, Severity.ERROR, value.message, spot, path, value.fix))
            return None
        if isinstance(value, str) and not is_clean(value):
            value, finding = clean_text(value, spot, (*self._path, *column.path))
            self._findings.extend([finding] if finding else [])
        return read_cell(column.kind, value)

    def _put_value(self, column: Column, value: object, spot: Spot) -> None:
        """Put a value, or the parts of a cell that holds a whole address."""
        split = None
        if isinstance(value, str) and column.kind in ("place", "address"):
            split = split_place(value) if column.kind == "place" else split_address(value)
        if split:
            for name, part in split.items():
                self._put(("address", name), part, spot)
        elif column.kind == "place":
            self._put(("address", "municipality"), value, spot)
        else:
            self._put(column.path, value, spot)

    def _put(self, field: tuple[str, ...], value: object, spot: Spot) -> None:
        """Put a value in its place unless another column filled it."""
        holder = self.data
        for depth, name in enumerate(field[:-1], start=1):
            self._spots.setdefault((*self._path, *field[:depth]), spot)
            holder = holder.setdefault(name, {})  # type: ignore[assignment]
        if field[-1] not in holder:
            holder[field[-1]] = value
            self._spots[*self._path, *field] = spot

    def _put_years(self, field: tuple[str, ...], amounts: dict[int, tuple[object, Spot]], last: int) -> None:
        """Put a list of amounts by year; never a list of one, which would stand for every year."""
        self._put(field, [amounts[year][0] if year in amounts else 0 for year in range(1, last + 1)], Spot(""))
        self._spots[*self._path, *field] = next(iter(amounts.values()))[1]
        for year, (_, spot) in amounts.items():
            self._spots[*self._path, *field, year - 1] = spot
