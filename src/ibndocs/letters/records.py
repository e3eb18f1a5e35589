"""Rows that come as groups of keys (JSON, JSON Lines, YAML): what a docxtpl user hands to `render`."""

from __future__ import annotations

from collections.abc import Mapping

from ibndocs.foundation.findings import Finding, Spot, Text
from ibndocs.letters.company import make_company
from ibndocs.letters.faults import refuse_row
from ibndocs.letters.row import ListRow, name_headers
from ibndocs.source.characters import clean_text, is_clean
from ibndocs.source.columns import Meaning, vocabulary_of
from ibndocs.source.faults import Path
from ibndocs.source.grid import Cell, Row
from ibndocs.source.rows import count_years, read_entry


class Records:
    """Makes rows of records.

    Args:
        wanted: The names that the template asks; all when None.
    """

    def __init__(self, wanted: frozenset[str] | None) -> None:
        self._wanted = wanted
        self._meanings: dict[str, Meaning | None] = {}

    def read(self, record: object, spot: Spot) -> ListRow | Finding:
        """The row that a record is, or why it is none."""
        if not isinstance(record, dict) or not all(isinstance(key, str) for key in record):
            fix = Text(nl='schrijf bv. {"naam": "Houtwerk"}', en='write for example {"name": "Houtwerk"}')
            return refuse_row(spot, "is geen groep van sleutels", "is no group of keys", fix)
        findings: list[Finding] = []
        values = {key: _clean(value, spot, (key,), findings) for key, value in record.items()}
        titles = name_headers(values)
        wanted = self._wanted
        names = {name: values[key] for name, key in titles.items() if wanted is None or name in wanted}
        if wanted is None or "row" in wanted:
            names.setdefault("row", values)
        entry, meanings = self._recognise(values, spot)
        company = None
        if "company" not in titles and (wanted is None or "company" in wanted):
            data, _, faults = read_entry(entry, meanings, count_years(meanings))
            company, misread = make_company(data, meanings.values(), {}, spot)
            _keep_groups(company, values)
            findings += [*faults, *misread]
            names["company"] = company
        title = _text_of(entry, meanings, "name")
        number = "".join(char for char in _text_of(entry, meanings, "enterprise_number") if char.isalnum())
        return ListRow(spot, values, names, company, number or title, title, tuple(findings))

    def _recognise(self, values: Mapping[str, object], spot: Spot) -> tuple[Row, dict[int, Meaning]]:
        """The recognised single values as a row of cells, the first of each meaning."""
        row: Row = {}
        meanings: dict[int, Meaning] = {}
        taken: set[tuple[str, int]] = set()
        for key, value in _singles(values):
            meaning = self._meaning(key)
            if meaning and (meaning.field, meaning.column.part) not in taken:
                taken.add((meaning.field, meaning.column.part))
                column = len(meanings) + 1
                meanings[column] = meaning
                if value not in ("", None):
                    row[column] = Cell(value, spot)  # type: ignore[arg-type]
        if not row:
            row[0] = Cell("", spot)
        return row, meanings

    def _meaning(self, key: str) -> Meaning | None:
        if key not in self._meanings:
            vocabulary = vocabulary_of("companies")
            self._meanings[key] = vocabulary.field(key) or vocabulary.recognise(key)
        return self._meanings[key]


def _singles(values: Mapping[str, object]) -> list[tuple[str, object]]:
    """The single values at top level and one level below, by dotted key."""
    found: list[tuple[str, object]] = []
    for key, value in values.items():
        if isinstance(value, dict):
            found += [(f"{key}.{below}", one) for below, one in value.items() if not isinstance(one, dict | list)]
        elif not isinstance(value, list):
            found.append((key, value))
    return found


def _keep_groups(company: dict[str, object], values: Mapping[str, object]) -> None:
    """Keep in `company` what is written in the words of the description but is no single value."""
    for key, value in values.items():
        if isinstance(value, list):
            company.setdefault(key, value)


def _text_of(row: Row, meanings: dict[int, Meaning], field: str) -> str:
    column = next((column for column, meaning in meanings.items() if meaning.field == field), None)
    return "" if column is None or column not in row else str(row[column].value).strip()


def _clean(value: object, spot: Spot, path: Path, findings: list[Finding]) -> object:
    """A value without characters that no document can hold, however deep."""
    if isinstance(value, str):
        if is_clean(value):
            return value
        cleaned, finding = clean_text(value, spot, path)
        findings.extend([finding] if finding else [])
        return cleaned
    if isinstance(value, list):
        return [_clean(one, spot, (*path, index), findings) for index, one in enumerate(value)]
    if isinstance(value, dict):
        return {key: _clean(one, spot, (*path, str(key)), findings) for key, one in value.items()}
    return value
