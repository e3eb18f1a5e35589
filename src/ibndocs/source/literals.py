"""Where the single values of a description stand, to the character, so that one can be spelled anew in its place.

Left out is what cannot be changed safely by itself: text in blocks (`|`, `>`, triple quotes), values with a tag such as
`!file`, values that references (`*`, `<<`) use more than once, and values with characters that were dropped.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from yaml.error import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ibndocs.source.characters import HIDDEN, drop_unreadable, hide_unreadable
from ibndocs.source.faults import Path
from ibndocs.source.scalars import Scalar, resolve_plain
from ibndocs.source.toml_source import read_toml
from ibndocs.source.yaml_source import PLAIN, QUOTED, compose, is_merge

_ANCHOR = re.compile(r"&\S+[ \t]+")
_TOML_TEXT = re.compile(r'"(?!"")(?:[^"\\\n]|\\.)*"|\'(?!\'\')[^\'\n]*\'')


@dataclass(frozen=True)
class Literal:
    """One single value as it is typed.

    Attributes:
        path: Where it stands in the description.
        start: Its first character in the text, from 0.
        raw: What is typed there, quotes included.
        quote: The quotes it stands between; "" without.
        value: What it means.
    """

    path: Path
    start: int
    raw: str
    quote: str
    value: Scalar

    @property
    def end(self) -> int:
        """The character after it, from 0."""
        return self.start + len(self.raw)


def yaml_literals(text: str) -> list[Literal]:
    """The values of a YAML text that can be read (without its byte order mark), in its order."""
    root = compose(hide_unreadable(text, "")[0])
    uses: Counter[int] = Counter()
    found = list(_visit(root, (), uses)) if root else []
    alone = ((path, node) for path, node in found if path is not None and uses[id(node)] == 1)
    literals = [literal for path, node in alone if (literal := _yaml_literal(text, path, node))]
    return sorted(literals, key=lambda literal: literal.start)


def toml_literals(text: str) -> list[Literal]:
    """The values between quotes of a TOML text that can be read, in its order."""
    tree, _ = read_toml(text, "")
    lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    literals = []
    for path, value in _texts(tree.data, ()):
        mark = tree.spots.marks.get(path)
        if isinstance(mark, tuple) and path not in tree.pointers and path[:-1] not in tree.pointers:
            start = lines[mark[0] - 1] + mark[1] - 1
            typed = _TOML_TEXT.match(text, start)
            if typed and read_toml_literal(typed[0]) == value:
                literals.append(Literal(path, start, typed[0], typed[0][0], value))
    return sorted(literals, key=lambda literal: literal.start)


def read_yaml_literal(raw: str) -> Scalar:
    """What a single value means when it stands alone; None when it is no single value."""
    try:
        node = compose(raw)
    except YAMLError:
        return None
    if not isinstance(node, ScalarNode):
        return None
    return resolve_plain(node.value) if node.tag == PLAIN else str(node.value)


def read_toml_literal(raw: str) -> Scalar:
    """What a single value means when it stands alone; None when it is no single value."""
    try:
        value = tomllib.loads(f"value = {raw}", parse_float=Decimal)["value"]
    except tomllib.TOMLDecodeError:
        return None
    return value if isinstance(value, str | int | Decimal) else None


def _visit(node: Node, path: Path | None, uses: Counter[int]) -> Iterator[tuple[Path | None, ScalarNode]]:
    """Every single value with its path, once for each use; what `<<` brings in has no path of its own."""
    uses[id(node)] += 1
    if isinstance(node, ScalarNode):
        yield path, node
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from _visit(item, None if path is None else (*path, index), uses)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            below = None if path is None or is_merge(key) else (*path, drop_unreadable(str(key.value)))
            yield from _visit(value, below, uses)


def _yaml_literal(text: str, path: Path, node: ScalarNode) -> Literal | None:
    if node.tag not in (PLAIN, QUOTED) or HIDDEN in node.value:
        return None
    start, quote = node.start_mark.index, node.style or ""
    raw = text[start : node.end_mark.index]
    if anchor := _ANCHOR.match(raw):
        start, raw = start + anchor.end(), raw[anchor.end() :]
    if quote == "":
        # Text without quotes on several lines is not what is typed: line ends became spaces.
        return Literal(path, start, raw, quote, resolve_plain(node.value)) if raw and raw == node.value else None
    is_whole = quote in ("'", '"') and len(raw) >= 2 and raw[0] == raw[-1] == quote
    return Literal(path, start, raw, quote, str(node.value)) if is_whole else None


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _texts(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _texts(below, (*path, index))
