"""TOML to plain data with the place of every value; a text file is pointed to with `{file = "teksten/visie.md"}`."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from ibndocs.foundation.findings import Finding, Spot, Text
from ibndocs.source.characters import clean_text, drop_unreadable, hide_unreadable, is_clean
from ibndocs.source.faults import Fault, Path, duplicate_key, error
from ibndocs.source.files import TEXT_SUFFIXES
from ibndocs.source.toml_places import LostError, Scanner
from ibndocs.source.tree import Tree

_PLACE = re.compile(
    r"(?P<problem>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL
)


class _Advice(NamedTuple):
    objection: str
    nl: str
    en: str
    fix_nl: str
    fix_en: str


_CLOSE_NL, _CLOSE_EN = "sluit af met hetzelfde teken", "close with the same sign"
_ADVICE = (
    _Advice(
        "Invalid value",
        "dit is geen waarde: tekst staat in TOML tussen aanhalingstekens",
        "this is not a value: text stands between quotes in TOML",
        'schrijf "tekst", 1250.50, true of een lijst [ ... ]',
        'write "text", 1250.50, true or a list [ ... ]',
    ),
    _Advice(
        "Expected newline or end of document",
        "na de waarde staat nog iets; een getal met voorloopnul of komma is in TOML tekst",
        "something follows the value; a number with a leading zero or a comma is text in TOML",
        'zet de waarde tussen aanhalingstekens, bv. "0470 12 34 56"',
        'put the value between quotes, such as "0470 12 34 56"',
    ),
    _Advice(
        "Expected '=' after a key",
        "na de sleutel ontbreekt “=”",
        "“=” is missing after the key",
        "schrijf “sleutel = waarde”; een sleutel met spaties staat tussen aanhalingstekens",
        "write “key = value”; a key with spaces stands between quotes",
    ),
    _Advice(
        "Illegal character '\\n'",
        "de tekst wordt op deze regel niet gesloten",
        "the text is not closed on this line",
        'sluit af met een aanhalingsteken, of gebruik """ voor tekst van meer regels',
        'close with a quote, or use """ for text of several lines',
    ),
    _Advice("Unterminated string", "de tekst wordt niet gesloten", "the text is not closed", _CLOSE_NL, _CLOSE_EN),
    _Advice("Unclosed array", "de lijst wordt niet gesloten", "the list is not closed", _CLOSE_NL, _CLOSE_EN),
    _Advice(
        "Unclosed inline table",
        "de groep “{” wordt niet op dezelfde regel gesloten",
        "the group “{” is not closed on the same line",
        "zet de groep op één regel, zonder komma na de laatste waarde, of maak er een tabel [naam] van",
        "put the group on one line, without a comma after the last value, or make it a table [name]",
    ),
    _Advice(
        "Unescaped '\\'",
        "na “\\” staat een teken dat TOML niet kent",
        "after “\\” stands a character that TOML does not know",
        "gebruik enkele aanhalingstekens, of schrijf “\\\\”",
        "use single quotes, or write “\\\\”",
    ),
    _Advice(
        "Invalid statement",
        "een regel begint met een sleutel of met [tabel]",
        "a line starts with a key or with [table]",
        "schrijf “sleutel = waarde”",
        "write “key = value”",
    ),
)


def read_toml(text: str, file: str) -> tuple[Tree, list[Finding]]:
    """The data of a description in TOML, and every fault in it.

    Args:
        text: The description, decoded.
        file: What messages call it.
    """
    text, findings = hide_unreadable(text.replace("\r\n", "\n"), file)
    tree = Tree.of(file)
    scanner = Scanner(text, tree)
    try:
        tree.data = tomllib.loads(text, parse_float=Decimal)
        scanner.scan()
    except tomllib.TOMLDecodeError as fault:
        with suppress(LostError, RecursionError):
            scanner.scan()
        findings.extend(_explain(str(fault), scanner, tree, text))
    except RecursionError:
        findings.append(error(Fault.REFUSED, "te veel niveaus diep", "too many levels deep", spot=Spot(file)))
    except ValueError:
        findings.append(
            error(Fault.SYNTAX, "bevat een onmogelijk groot getal", "holds an impossibly large number", spot=Spot(file))
        )
    else:
        if not all(is_clean(str(path[-1])) for path in tree.keys):
            _clean_keys(tree, findings)
        _Walk(tree, findings).visit()
    return tree, findings


def _clean_keys(tree: Tree, findings: list[Finding]) -> None:
    """Drop from keys what is dropped from values; keys that are the same without it stand twice."""
    twins: set[Path] = set()
    found: dict[Path, Path] = {}
    for path in tree.keys:
        cleaned = _clean_path(path)
        if not is_clean(str(path[-1])):
            finding = clean_text(str(path[-1]), tree.keys[path], cleaned)[1]
            findings.extend([finding] if finding else [])
        if found.setdefault(cleaned, path) != path and not any(path[:depth] in twins for depth in range(len(path))):
            twins.add(path)
            findings.append(duplicate_key(cleaned, tree.keys[found[cleaned]], tree.keys[path]))
    for places in (tree.spots, tree.keys):
        places.marks = {_clean_path(path): mark for path, mark in reversed(places.marks.items())}
    tree.data = _rename(tree.data)


def _clean_path(path: Path) -> Path:
    return tuple(drop_unreadable(step) if isinstance(step, str) else step for step in path)


def _rename(value: Any) -> Any:
    """`value` with clean keys."""
    if isinstance(value, dict):
        return {drop_unreadable(key): _rename(below) for key, below in value.items()}
    return [_rename(below) for below in value] if isinstance(value, list) else value


def _explain(message: str, scanner: Scanner, tree: Tree, text: str) -> list[Finding]:
    found = _PLACE.match(message)
    problem = found["problem"] if found else message
    if found and found["line"]:
        line, column = int(found["line"]), int(found["column"])
    else:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    spot = Spot(tree.spots.file, line, column)
    if scanner.duplicates and problem.startswith("Cannot"):
        return [duplicate_key(path, tree.keys[path], Spot(tree.spots.file, *mark)) for path, mark in scanner.duplicates]
    for advice in _ADVICE:
        if problem.startswith(advice.objection):
            fix = Text(nl=advice.fix_nl, en=advice.fix_en)
            return [error(Fault.SYNTAX, advice.nl, advice.en, spot=spot, fix=fix)]
    return [
        error(Fault.SYNTAX, f"dit is geen geldige TOML ({problem})", f"this is not valid TOML ({problem})", spot=spot)
    ]


class _Walk:
    """Visits every value once: cleans text and notes the pointers to text files."""

    def __init__(self, tree: Tree, findings: list[Finding]) -> None:
        self._tree = tree
        self._findings = findings

    def visit(self) -> None:
        """Visit the whole tree."""
        self._each(self._tree.data, ())

    def _each(self, holder: dict[str, object] | list[object], path: Path) -> None:
        steps: list[str] | range = list(holder) if isinstance(holder, dict) else range(len(holder))
        for step in steps:
            below = (*path, step)
            value = holder[step]  # type: ignore[index]
            if isinstance(value, str):
                if not is_clean(value):
                    holder[step] = self._clean(value, below)  # type: ignore[index]
            elif isinstance(value, dict) and isinstance(step, str) and (name := _pointer(value)):
                self._tree.pointers[below] = name
            elif isinstance(value, dict | list):
                self._each(value, below)

    def _clean(self, text: str, path: Path) -> str:
        cleaned, finding = clean_text(text, self._tree.spots[path], path)
        self._findings.extend([finding] if finding else [])
        return cleaned


def _pointer(value: dict[str, object]) -> str | None:
    """The text file that `{file = "..."}` points to; a table that names another kind of file is plain data."""
    name = value.get("file") if len(value) == 1 else None
    if isinstance(name, str) and PurePosixPath(name).suffix.lower() in TEXT_SUFFIXES:
        return name
    return None
