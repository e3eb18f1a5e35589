"""The rows of a sheet or CSV file as rows of a list: the header found, totals left out, nothing held but one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.letters.company import make_company
from ibndocs.letters.faults import refuse_list
from ibndocs.letters.row import ListRow, name_headers
from ibndocs.source.characters import clean_text, is_clean
from ibndocs.source.columns import Meaning, vocabulary_of
from ibndocs.source.grid import Broken, Cell, Row
from ibndocs.source.rows import count_years, find_total, read_entry

SEARCHED_ROWS = 50
_ENOUGH = 2


@dataclass(frozen=True)
class Header:
    """The row of headers.

    Attributes:
        spot: Where it stands.
        titles: The header of each column.
        meanings: What is recognised of them.
    """

    spot: Spot
    titles: dict[int, str]
    meanings: dict[int, Meaning]


def find_header(rows: Sequence[Row]) -> int:
    """The index of the row of headers: the one in which most are recognised, else the first."""
    counts = [len(_recognise(row)) for row in rows]
    most = max(counts, default=0)
    return counts.index(most) if most >= _ENOUGH else 0


def _recognise(row: Row) -> dict[int, Meaning]:
    vocabulary = vocabulary_of("companies")
    found: dict[int, Meaning] = {}
    for column, cell in row.items():
        if isinstance(cell.value, str) and (meaning := vocabulary.recognise(cell.value)):
            found[column] = meaning
    return found


class Table:
    """A list with a header.

    Args:
        rows: Its filled rows from top to bottom.
        file: What messages call it.
        wanted: The names that the template asks; all when None.

    Raises:
        FaultyInput: `LST01`, `LST02`: it is empty, or two columns have the same header.
    """

    def __init__(self, rows: Iterable[Row | Finding], file: str, wanted: frozenset[str] | None) -> None:
        self._rows = iter(rows)
        first = list(islice(self._rows, SEARCHED_ROWS))
        found = [row for row in first if isinstance(row, dict)]
        if not found:
            raise refuse_list("LST01", Spot(file), "de lijst is leeg", "the list is empty")
        header = found[find_header(found)]
        self._rows = chain(first[next(at for at, row in enumerate(first) if row is header) + 1 :], self._rows)
        self.header = _read_header(header)
        self._wanted = wanted
        self._names = name_headers(self.header.titles.values())
        self._columns = {title: column for column, title in self.header.titles.items()}
        self._wants_company = wanted is None or ("company" in wanted and "company" not in self._names)
        if self._wants_company:
            _refuse_same_meaning(self.header)
        self._asked = self._find_asked()

    @property
    def names(self) -> frozenset[str]:
        """The names that a template may ask of a row."""
        return frozenset(self._names) | {"row", "company"}

    def __iter__(self) -> Iterator[ListRow | Finding]:
        """The rows, and what there is to say of those that are none."""
        years = count_years(self.header.meanings)
        untitled: set[int] = set()
        for row in self._rows:
            if isinstance(row, Finding):
                yield row
                continue
            for column in row.keys() - self.header.titles.keys() - untitled:
                untitled.add(column)
                message = Text("kolom zonder titel wordt niet gelezen", "column without a header is not read")
                yield Finding("LTR06", Severity.WARNING, message, row[column].spot)
            total = find_total(row, self.header.meanings)
            if total:
                yield total
            elif row.keys() & self.header.titles.keys():
                yield self._read(row, years)

    def _find_asked(self) -> frozenset[int]:
        """The columns of which the template asks the value."""
        wanted = self._wanted
        if wanted is None or "row" in wanted:
            return frozenset(self.header.titles)
        asked = {self._columns[title] for name, title in self._names.items() if name in wanted}
        return frozenset(asked)

    def _read(self, row: Row, years: dict[tuple[str, ...], int]) -> ListRow:
        findings: list[Finding] = []
        values = {title: self._value(row.get(column), column, findings) for title, column in self._columns.items()}
        meanings = self.header.meanings
        company = None
        if self._wants_company:
            data, spots, faults = read_entry(row, meanings, years)
            company, misread = make_company(data, meanings.values(), spots, next(iter(row.values())).spot)
            findings += [fault for fault in (*faults, *misread) if fault not in findings]
        wanted = self._wanted
        names: dict[str, object] = {
            name: values[title] for name, title in self._names.items() if wanted is None or name in wanted
        }
        if (wanted is None or "row" in wanted) and "row" not in names:
            names["row"] = values
        if company is not None:
            names.setdefault("company", company)
        title = self._text_of(row, "name")
        identity = "".join(char for char in self._text_of(row, "enterprise_number") if char.isalnum()) or title
        return ListRow(_spot_of(row), values, names, company, identity, title, tuple(findings))

    def _value(self, cell: Cell | None, column: int, findings: list[Finding]) -> object:
        if cell is None:
            return ""
        value = cell.value
        if isinstance(value, Broken):
            if column in self._asked:
                findings.append(Finding("LTR01", Severity.ERROR, value.message, cell.spot, fix=value.fix))
            return ""
        if isinstance(value, str) and not is_clean(value):
            value, finding = clean_text(value, cell.spot, ())
            findings.extend([finding] if finding else [])
        return value

    def _text_of(self, row: Row, field: str) -> str:
        """The text of the first column that means `field`."""
        for column, meaning in self.header.meanings.items():
            if meaning.field == field:
                cell = row.get(column)
                return "" if cell is None or isinstance(cell.value, Broken) else str(cell.value).strip()
        return ""


def _spot_of(row: Row) -> Spot:
    """Where a row stands: its line in a CSV file, its first cell on a sheet."""
    spot = next(iter(row.values())).spot
    return spot if spot.cell else Spot(spot.file, spot.line)


def _read_header(row: Row) -> Header:
    titles = {column: " ".join(str(cell.value).split()) for column, cell in row.items()}
    first: dict[str, int] = {}
    for column, title in titles.items():
        if title in first:
            raise refuse_list(
                "LST02",
                row[column].spot,
                f"kolom “{title}” staat er twee keer; de eerste keer op {row[first[title]].spot}",
                f"column “{title}” stands twice; the first time at {row[first[title]].spot}",
                Text(nl="hernoem of wis er één", en="rename or delete one"),
            )
        first[title] = column
    return Header(_spot_of(row), titles, _recognise(row))


def _refuse_same_meaning(header: Header) -> None:
    seen: dict[tuple[str, int], int] = {}
    for column, meaning in header.meanings.items():
        place = (meaning.field, meaning.column.part)
        if place in seen:
            one, other = header.titles[seen[place]], header.titles[column]
            raise refuse_list(
                "LST02",
                header.spot,
                f"kolommen “{one}” en “{other}” betekenen allebei company.{meaning.field}",
                f"columns “{one}” and “{other}” both mean company.{meaning.field}",
                Text(nl="hernoem of wis er één", en="rename or delete one"),
            )
        seen[place] = column
