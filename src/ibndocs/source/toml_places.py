"""Where keys and values stand in a TOML text; `tomllib` gives the values but not their places.

Follows the grammar of TOML 1.0 only as far as places need: of a text that `tomllib` accepts every place is right, of
any other text the places up to its fault.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from itertools import accumulate

from ibndocs.source.faults import Path
from ibndocs.source.tree import Tree

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRINGS = {
    '"""': re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}(?!")', re.DOTALL),
    "'''": re.compile(r"'''.*?'{3,5}(?!')", re.DOTALL),
    '"': re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    "'": re.compile(r"'[^'\n]*'"),
}
_OTHER_VALUE = re.compile(r"[^,\]}#\n]+")


class LostError(Exception):
    """The text is not TOML from here on."""


class Scanner:
    """Walks one text once, noting places in a tree; `duplicates` are keys and tables that stand a second time."""

    def __init__(self, text: str, tree: Tree) -> None:
        self.duplicates: list[tuple[Path, tuple[int, int]]] = []
        self._text = text
        self._at = 0
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._spots, self._keys = tree.spots.marks, tree.keys.marks
        self._lengths: dict[Path, int] = {}
        self._declared: set[Path] = set()

    def scan(self) -> None:
        """Note every place.

        Raises:
            LostError: The text is not TOML.
        """
        table: Path = ()
        self._spots[()] = (1, 1)
        while self._skip(_BLANK) < len(self._text):
            if self._text.startswith("[[", self._at):
                table = self._array_header()
            elif self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise LostError
        self._at = found.end()
        return self._at

    def _expect(self, sign: str) -> None:
        self._skip(_SPACE)
        if not self._text.startswith(sign, self._at):
            raise LostError
        self._at += len(sign)

    def _mark(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def _header(self) -> Path:
        opening = self._at
        self._expect("[")
        parts = self._dotted_key()
        self._expect("]")
        path = self._enter((), parts, opening)
        self._declare(path, parts[-1][1])
        self._spots[path] = self._mark(opening)
        return path

    def _array_header(self) -> Path:
        opening = self._at
        self._expect("[[")
        parts = self._dotted_key()
        self._expect("]]")
        array = (*self._enter((), parts[:-1], opening), parts[-1][0])
        self._keys.setdefault(array, self._mark(parts[-1][1]))
        self._spots.setdefault(array, self._mark(opening))
        index = self._lengths.get(array, 0)
        self._lengths[array] = index + 1
        self._spots[*array, index] = self._mark(opening)
        return (*array, index)

    def _enter(self, path: Path, parts: list[tuple[str, int]], opening: int | None) -> Path:
        """The path of the table that `parts` lead to from `path`: of an array of tables, its last table."""
        for name, at in parts:
            path = (*path, name)
            self._keys.setdefault(path, self._mark(at))
            self._spots.setdefault(path, self._mark(at if opening is None else opening))
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        return path

    def _declare(self, path: Path, at: int) -> None:
        if path in self._declared:
            self.duplicates.append((path, self._mark(at)))
        self._declared.add(path)

    def _pair(self, table: Path) -> None:
        parts = self._dotted_key()
        self._expect("=")
        self._skip(_SPACE)
        name, at = parts[-1]
        path = (*self._enter(table, parts[:-1], None), name)
        self._declare(path, at)
        self._keys.setdefault(path, self._mark(at))
        self._value(path)

    def _dotted_key(self) -> list[tuple[str, int]]:
        """The parts of a key and where each starts; stops before what follows the key."""
        parts = []
        while True:
            self._skip(_SPACE)
            start = self._at
            if self._text.startswith(('"', "'"), start):
                self._skip(_STRINGS[self._text[start]])
                parts.append((_unquote(self._text[start : self._at]), start))
            else:
                self._skip(_BARE_KEY)
                parts.append((self._text[start : self._at], start))
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _value(self, path: Path) -> None:
        self._spots[path] = self._mark(self._at)
        text, at = self._text, self._at
        if text.startswith("[", at):
            self._array(path)
        elif text.startswith("{", at):
            self._inline_table(path)
        else:
            opening = next((quote for quote in _STRINGS if text.startswith(quote, at)), None)
            self._skip(_STRINGS[opening] if opening else _OTHER_VALUE)

    def _array(self, path: Path) -> None:
        self._at += 1
        index = 0
        while not self._closes("]"):
            self._value((*path, index))
            index += 1
            self._comma("]")

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while not self._closes("}"):
            self._pair(path)
            self._comma("}")

    def _closes(self, sign: str) -> bool:
        self._skip(_BLANK)
        if self._at >= len(self._text):
            raise LostError
        closed = self._text[self._at] == sign
        self._at += closed
        return closed

    def _comma(self, closing: str) -> None:
        self._skip(_BLANK)
        if self._text.startswith(",", self._at):
            self._at += 1
        elif not self._text.startswith(closing, self._at):
            raise LostError


def _unquote(literal: str) -> str:
    if "\\" not in literal:
        return literal[1:-1]
    try:
        return str(tomllib.loads(f"key = {literal}")["key"])
    except tomllib.TOMLDecodeError as fault:
        raise LostError from fault
