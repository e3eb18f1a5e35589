"""Which field a column header means, in Dutch or English; the vocabulary itself is data in `columns.toml`."""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

LISTS = ("companies", "partners")
"""The top-level keys whose value may be a table."""

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_CURRENCY = re.compile(r"(?:in)?(?:euro?s?|€)$")
_YEAR_LAST = re.compile(r"(?P<name>.+?)(?:project)?(?:jaar|jr|year|yr|j|y)?(?P<year>[1-9])")
_YEAR_FIRST = re.compile(r"(?:project)?(?:jaar|year)(?P<year>[1-9])(?P<name>.+)")


@dataclass(frozen=True)
class Column:
    """One recognisable column.

    Attributes:
        label: What messages call it.
        path: The field below one company or partner.
        kind: How its cells are read.
        yearly: Whether a header may name a project year.
        part: Its turn among the columns that together make one text; 0 makes the text alone.
        prefix: What stands before its text in that whole.
    """

    label: str
    path: tuple[str, ...]
    kind: str = "text"
    yearly: bool = False
    part: int = 0
    prefix: str = ""


@dataclass(frozen=True)
class Meaning:
    """What one header means: a column and, for amounts by year, the project year."""

    column: Column
    year: int | None = None

    @property
    def field(self) -> str:
        """The field as a user writes it under `columns`: `address.street`, `cash.2`."""
        return ".".join((*self.column.path, *([str(self.year)] if self.year else [])))


@dataclass(frozen=True)
class Vocabulary:
    """All that can be recognised in one list, with the user's own headers first."""

    columns: Mapping[str, Column]
    own: Mapping[str, Meaning] = field(default_factory=dict)

    def recognise(self, header: str) -> Meaning | None:
        """The meaning of a header, or None."""
        for text in (squeeze(header), squeeze(_BRACKETS.sub("", header))):
            for name in (text, _CURRENCY.sub("", text)):
                if name in self.own:
                    return self.own[name]
                if name in self.columns:
                    return Meaning(self.columns[name])
                if meaning := self._yearly(name):
                    return meaning
        return None

    def _yearly(self, name: str) -> Meaning | None:
        for pattern in (_YEAR_LAST, _YEAR_FIRST):
            found = pattern.fullmatch(name)
            column = self.columns.get(_CURRENCY.sub("", found["name"])) if found else None
            if found and column and column.yearly:
                return Meaning(column, int(found["year"]))
        return None

    def nearest(self, header: str) -> str | None:
        """The recognised header that looks most like this one, as messages call it."""
        close = difflib.get_close_matches(squeeze(header), self.columns, n=1, cutoff=0.75)
        return self.columns[close[0]].label if close else None

    def field(self, name: str) -> Meaning | None:
        """The meaning of a field as a user writes it, such as `contact.email` or `cash.1`."""
        *start, last = name.split(".")
        year = int(last) if last in "123456789" and last else None
        path = tuple(start) if year else (*start, last)
        for column in self.columns.values():
            if column.path == path and column.part == 0 and (year is None or column.yearly):
                return Meaning(column, year)
        return None

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that a column can fill, as a user writes it."""
        return tuple(dict.fromkeys(".".join(column.path) for column in self.columns.values()))


@dataclass(frozen=True)
class Words:
    """The words in cells: what means which value of the description, and what marks a row of totals."""

    choices: Mapping[str, Mapping[str, str]]
    totals: frozenset[str]


def squeeze(text: str) -> str:
    """Text as headers and choices are compared: small letters and digits only, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalnum() or character in "✓✔€")


@lru_cache(maxsize=1)
def _data() -> dict[str, object]:
    return tomllib.loads(resources.files("ibndocs.source").joinpath("columns.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=len(LISTS))
def vocabulary_of(which: str) -> Vocabulary:
    """The headers that mean something in the list `which`: companies or partners."""
    columns: dict[str, Column] = {}
    entries: list[dict[str, object]] = _data()["column"]  # type: ignore[assignment]
    for entry in entries:
        if which not in entry.get("lists", ["companies"]):  # type: ignore[operator]
            continue
        headers: list[str] = entry["headers"]  # type: ignore[assignment]
        column = Column(
            label=headers[0],
            path=tuple(str(entry["field"]).split(".")),
            kind=str(entry.get("kind", "text")),
            yearly=bool(entry.get("yearly", False)),
            part=int(str(entry.get("part", 0))),
            prefix=str(entry.get("prefix", "")),
        )
        for header in headers:
            columns.setdefault(squeeze(header), column)
    return Vocabulary(columns)


def spoken_choices(name: str) -> tuple[str, ...]:
    """For each value of a choice, the first Dutch word by which a cell may say it; none when `name` is no choice."""
    choices: dict[str, dict[str, list[str]]] = _data()["choices"]  # type: ignore[assignment]
    return tuple(meant[min(1, len(meant) - 1)] for meant in choices.get(name, {}).values())


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of cells, by their squeezed form."""
    choices: dict[str, dict[str, list[str]]] = _data()["choices"]  # type: ignore[assignment]
    totals: dict[str, list[str]] = _data()["totals"]  # type: ignore[assignment]
    return Words(
        {
            name: {squeeze(word) or word: value for value, meant in values.items() for word in meant}
            for name, values in choices.items()
        },
        frozenset(squeeze(name) for name in totals["names"]),
    )
