"""A list of companies or partners that stands in a workbook or a CSV file, as if it stood in the description.

Recognises the sheet, the row of headers and the columns; `rows.py` turns each row into one entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.foundation.suggestions import ask_meant, quote, suggest_or_list
from ibndocs.source.columns import LISTS, Meaning, Vocabulary, squeeze, vocabulary_of
from ibndocs.source.csv_source import read_csv
from ibndocs.source.faults import Fault, Path, error, warning
from ibndocs.source.files import MAX_TABLE, ProjectFiles
from ibndocs.source.grid import Grid, Row
from ibndocs.source.rows import read_rows
from ibndocs.source.tree import Tree

TABLE_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv")
_SEARCHED_ROWS = 50
_ENOUGH = 3


@dataclass(frozen=True)
class _Header:
    """The row of headers of one grid."""

    grid: Grid
    index: int
    meanings: dict[int, Meaning]

    @property
    def row(self) -> Row:
        return self.grid.rows[self.index]


@dataclass(frozen=True)
class _Order:
    """What the description asks for: a file, perhaps a sheet of it, and headers of the user's own."""

    file: str
    sheet: str
    vocabulary: Vocabulary


def read_tables(tree: Tree, files: ProjectFiles) -> None:
    """Put the rows of the tables that the description points to in their place."""
    for which in LISTS:
        order = _read_order(tree, which, files.findings)
        if order:
            _Table(tree, files, (which,), order).read()


def _read_order(tree: Tree, which: str, findings: list[Finding]) -> _Order | None:
    value = tree.pointers.pop((which,), tree.data.get(which))
    if isinstance(value, str):
        return _Order(value.strip(), "", vocabulary_of(which))
    if not isinstance(value, dict) or not isinstance(value.get("file"), str):
        return None
    for key in value.keys() - {"file", "sheet", "columns"}:
        findings.append(
            error(
                Fault.TABLE,
                f"“{key}” is hier onbekend; bij een tabel horen file, sheet en columns",
                f"“{key}” is unknown here; a table has file, sheet and columns",
                spot=tree.keys.get((which, key)),
                path=(which, key),
            )
        )
    own = _read_own_headers(tree, which, value.get("columns") or {}, findings)
    known = vocabulary_of(which)
    return _Order(value["file"].strip(), str(value.get("sheet") or ""), Vocabulary(known.columns, own))


def _read_own_headers(tree: Tree, which: str, columns: object, findings: list[Finding]) -> dict[str, Meaning]:
    """The user's own headers: `{"Naam firma": name}`."""
    vocabulary = vocabulary_of(which)
    own: dict[str, Meaning] = {}
    for header, name in columns.items() if isinstance(columns, dict) else [("columns", columns)]:
        meaning = vocabulary.field(name) if isinstance(name, str) else None
        if meaning:
            own[squeeze(header)] = meaning
            continue
        path = (which, "columns", header) if isinstance(columns, dict) else (which, "columns")
        findings.append(
            error(
                Fault.COLUMN,
                f"“{name}” is geen veld van de lijst",
                f"“{name}” is not a field of the list",
                spot=tree.spots.get(path),
                path=path,
                fix=suggest_or_list(str(name), vocabulary.fields, likeness=0.6),
            )
        )
    return own


class _Table:
    """One table on its way into the tree."""

    def __init__(self, tree: Tree, files: ProjectFiles, path: Path, order: _Order) -> None:
        self._tree = tree
        self._files = files
        self._path = path
        self._order = order
        self._spot = tree.spots.get((*path, "file")) or tree.spots[path]

    def read(self) -> None:
        grids = self._read_grids()
        header = self._choose(grids) if grids is not None else None
        self._tree.put(self._path, [])
        self._tree.spots.drop_below(self._path)
        self._tree.keys.drop_below(self._path)
        if header and self._judge(header):
            rows = header.grid.rows[header.index + 1 :]
            read_rows(rows, header.meanings, self._tree, self._path, self._files.findings)

    def _read_grids(self) -> list[Grid] | None:
        name = self._order.file
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in TABLE_SUFFIXES:
            fix = Text(
                nl="schrijf de lijst zelf, of de naam van een .xlsx- of .csv-bestand in de map",
                en="write the list itself, or the name of an .xlsx or .csv file in the folder",
            )
            if suffix in (".xls", ".ods", ".numbers"):
                fix = Text(nl="bewaar de lijst als .xlsx", en="save the list as .xlsx")
            self._refuse(f"“{name}” is geen tabel die gelezen kan worden", f"“{name}” is not a table to read", fix)
            return None
        file = self._files.locate(name, spot=self._spot, path=self._path)
        data = self._files.read_bytes(file, MAX_TABLE, spot=self._spot, path=self._path) if file else None
        if file is None or data is None:
            return None
        shown = file.relative_to(self._files.folder).as_posix()
        try:
            if suffix in (".csv", ".tsv"):
                grids, findings = read_csv(data, shown)
            else:
                from ibndocs.source.xlsx_source import read_xlsx

                grids, findings = read_xlsx(data, shown), []
        except FaultyInput as faulty:
            self._files.findings.extend(faulty.findings)
            return None
        self._files.findings.extend(findings)
        return self._wanted(grids)

    def _wanted(self, grids: list[Grid]) -> list[Grid] | None:
        """The sheet that was named, or every visible one."""
        sheet = self._order.sheet
        if not sheet:
            return [grid for grid in grids if not grid.hidden]
        named = [grid for grid in grids if grid.name.casefold() == sheet.casefold()]
        if named:
            return named
        names = ", ".join(f"“{grid.name}”" for grid in grids)
        self._refuse(
            f"er is geen gevuld werkblad “{sheet}”",
            f"there is no filled sheet “{sheet}”",
            Text(nl=f"de werkmap heeft {names}", en=f"the workbook has {names}"),
        )
        return None

    def _choose(self, grids: list[Grid]) -> _Header | None:
        """The header row with most recognised columns, of the sheet or delimiter that has it."""
        for enough in (_ENOUGH, 1):
            headers = [header for grid in grids if (header := self._find_header(grid, enough))]
            if headers:
                return max(headers, key=lambda header: len(header.meanings))
        self._refuse(
            f"in “{self._order.file}” is geen rij met kolomtitels herkend",
            f"no row of column headers is recognised in “{self._order.file}”",
            Text(
                nl="geef de kolommen titels zoals Naam, Ondernemingsnummer, Straat en nummer, Postcode, Gemeente",
                en="give the columns headers such as Name, Enterprise number, Street and number, Postal code, City",
            ),
        )
        return None

    def _find_header(self, grid: Grid, enough: int) -> _Header | None:
        """The first row in which enough headers are recognised; of a narrower table, one with the name."""
        for index, row in enumerate(grid.rows[:_SEARCHED_ROWS]):
            meanings = {
                column: meaning
                for column, cell in row.items()
                if isinstance(cell.value, str) and (meaning := self._order.vocabulary.recognise(cell.value))
            }
            if len(meanings) >= enough and (enough == _ENOUGH or _has_name(meanings)):
                return _Header(grid, index, meanings)
        return None

    def _judge(self, header: _Header) -> bool:
        """Whether the header can be used; says of every column what is wrong with it."""
        usable = True
        self._warn_untitled(header)
        seen: dict[tuple[str, int], Spot] = {}
        for column, cell in header.row.items():
            meaning = header.meanings.get(column)
            if meaning is None:
                self._warn_unknown(str(cell.value), cell.spot)
                continue
            place = (meaning.field, meaning.column.part)
            if place in seen:
                usable = False
                self._files.findings.append(
                    error(
                        Fault.COLUMN,
                        f"kolom “{cell.value}” betekent hetzelfde als die op {seen[place]}",
                        f"column “{cell.value}” means the same as the one at {seen[place]}",
                        spot=cell.spot,
                        path=self._path,
                        fix=Text(
                            nl="hernoem of wis er één, of zeg met “columns” wat ze betekenen",
                            en="rename or delete one, or say what they mean with “columns”",
                        ),
                    )
                )
            seen.setdefault(place, cell.spot)
        if not _has_name(header.meanings):
            usable = False
            nl, en = "de kolom met de naam ontbreekt", "the column with the name is missing"
            fix = Text(nl="geef ze de titel “Naam”", en="give it the header “Name”")
            spot = next(iter(header.row.values())).spot
            self._files.findings.append(error(Fault.COLUMN, nl, en, spot=spot, path=self._path, fix=fix))
        return usable

    def _warn_unknown(self, header: str, spot: Spot) -> None:
        near = self._order.vocabulary.nearest(header)
        shown = " ".join(header.split())
        fix = ask_meant(quote(near)) if near else None
        nl, en = f"kolom “{shown}” wordt niet herkend en niet gelezen", f"column “{shown}” is not recognised, not read"
        self._files.findings.append(warning(Fault.COLUMN, nl, en, spot=spot, path=self._path, fix=fix))

    def _warn_untitled(self, header: _Header) -> None:
        """Warn of columns with values but no header, which are not read."""
        untitled: dict[int, Spot] = {}
        for row in header.grid.rows[header.index + 1 :]:
            for column, cell in row.items():
                if column not in header.row:
                    untitled.setdefault(column, cell.spot)
        for spot in untitled.values():
            nl, en = "kolom zonder titel wordt niet gelezen", "column without a header is not read"
            self._files.findings.append(warning(Fault.COLUMN, nl, en, spot=spot, path=self._path))

    def _refuse(self, nl: str, en: str, fix: Text | None = None) -> None:
        self._files.findings.append(
            Finding(Fault.TABLE, Severity.ERROR, Text(nl=nl, en=en), self._spot, str(self._path[0]), fix)
        )


def _has_name(meanings: dict[int, Meaning]) -> bool:
    return any(meaning.field == "name" for meaning in meanings.values())
