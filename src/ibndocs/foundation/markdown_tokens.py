"""Markdown to markdown-it tokens, in such a way that nothing a person typed gets lost.

CommonMark with tables and strikethrough, and `<sub>`, `<sup>` and `<u>` where they come in pairs. Where the standard
drops text without a trace it is kept: link definitions that nothing points to, footnote-like definitions, table cells
beyond the last column, words after a code fence, text nested too deep. Other HTML is text; bare addresses are not
made into links. It does not decide what anything looks like.

Source: CommonMark 0.31; GitHub Flavored Markdown 4.10 (tables) and 6.5 (strikethrough).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

MAX_NESTING = 100
"""Containers within containers; each costs stack frames, and text inside deeper ones is read as plain lines."""

_UNSEEN = "unseen definitions"
"""Key in the parser's environment: labels of definitions that must stay text."""

# Word and PowerPoint put a vertical tab on the clipboard for a line break, a form feed for a page break.
_PASTED_BREAKS = re.compile("[\x0b\x0c]")

_PAIRED_TAG = re.compile(r"<(/?)(sub|sup|u)>", re.IGNORECASE)


@lru_cache(maxsize=256)
def parse_markdown(text: str) -> tuple[Token, ...]:
    """The block tokens of `text`; shared between callers, so to be read and never altered."""
    parser = _make_parser()
    text = _PASTED_BREAKS.sub("\n", text)
    unseen: set[str] = set()
    while True:
        env: dict[str, Any] = {_UNSEEN: unseen}
        tokens = parser.parse(text, env)
        if any(token.level >= MAX_NESTING - 1 for token in tokens):
            return tuple(_read_lines(text))
        defined = set(env.get("references", {}))
        new = defined - set(_linked_labels(tokens)) if defined else set()
        if not new:
            for token in tokens:
                _pair_tags(token.children or ())
                if token.type == "fence" and len(token.info.split()) > 1:
                    # One word names a language; more are text that a person meant to be read.
                    token.content, token.info = f"{token.info.strip()}\n{token.content}", ""
            return tuple(tokens)
        unseen |= new


def count_items(tokens: Sequence[Token], opening: int) -> int:
    """The number of items of the list that opens at `opening`."""
    level, count = tokens[opening].level, 0
    for token in islice(tokens, opening + 1, None):
        if token.level == level:
            break
        count += token.type == "list_item_open" and token.level == level + 1
    return count


def _pair_tags(children: Sequence[Token]) -> None:
    """Turn `<sub>` and its `</sub>` into `sub_open` and `sub_close`; a tag without its other half stays text."""
    opened: dict[str, list[Token]] = {}
    for token in children:
        found = _PAIRED_TAG.fullmatch(token.content) if token.type == "html_inline" else None
        if found is None:
            continue
        name = found[2].lower()
        if not found[1]:
            opened.setdefault(name, []).append(token)
        elif opened.get(name):
            start = opened[name].pop()
            start.type, start.tag, start.nesting, start.content = f"{name}_open", name, 1, ""
            token.type, token.tag, token.nesting, token.content = f"{name}_close", name, -1, ""


def _linked_labels(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if "label" in token.meta:
            yield token.meta["label"]
        if token.children:
            yield from _linked_labels(token.children)


def _read_lines(text: str) -> Iterator[Token]:
    """Each line of `text` as a paragraph, its marks left as typed."""
    from markdown_it.token import Token

    for line in filter(None, (line.strip() for line in re.split(r"[\r\n]+", text))):
        yield Token("paragraph_open", "p", 1, block=True)
        yield Token("inline", "", 0, content=line, children=[Token("text", "", 0, content=line)], block=True)
        yield Token("paragraph_close", "p", -1, block=True)


@lru_cache(maxsize=1)
def _make_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    options = {"html": True, "maxNesting": MAX_NESTING, "store_labels": True}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    # Blocks of HTML are read as the Markdown between their tags; the tags themselves are inline and print as typed.
    parser.disable("html_block")
    parser.block.ruler.at("reference", _read_definition)
    parser.block.ruler.at("table", _read_table, {"alt": ["paragraph", "reference"]})
    # Addresses are kept as typed, dangerous ones too: what becomes a link is decided where links are written.
    parser.normalizeLink = str.strip  # type: ignore[method-assign, assignment]
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    return parser


def _read_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a link definition; one that would vanish (a footnote, never used, a second one) becomes a paragraph."""
    from markdown_it.rules_block import reference

    known = len(state.env.get("references", ()))
    if not reference(state, start, end, silent):
        return False
    if silent:
        return True
    if len(state.env["references"]) > known:
        label = next(reversed(state.env["references"]))
        if not label.startswith("^") and label not in state.env[_UNSEEN]:
            return True
        del state.env["references"][label]
    state.push("paragraph_open", "p", 1).map = [start, state.line]
    inline = state.push("inline", "", 0)
    inline.content = "\\" + state.getLines(start, state.line, state.blkIndent, False).strip()
    inline.map, inline.children = [start, state.line], []
    state.push("paragraph_close", "p", -1)
    return True


def _read_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table; cells beyond its last column join the last cell of their row, where the standard drops them."""
    from markdown_it.rules_block import table

    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    columns = 0
    last_cell: Token | None = None
    row_line = start
    for token in state.tokens[first:]:
        if token.type == "tr_open" and token.map:
            row_line = token.map[0]
        elif token.type == "th_open":
            columns += 1
        elif token.type == "inline":
            last_cell = token
        elif token.type == "tr_close" and last_cell is not None and row_line > start:
            surplus = [cell for cell in _split_row(state, row_line)[columns:] if cell]
            last_cell.content = " | ".join([last_cell.content, *surplus]) if surplus else last_cell.content
    return True


def _split_row(state: StateBlock, line: int) -> list[str]:
    from markdown_it.rules_block.table import escapedSplit

    begin = state.bMarks[line] + state.tShift[line]
    cells = escapedSplit(state.src[begin : state.eMarks[line]].strip())
    inner = cells[1:] if cells and not cells[0] else cells
    return [cell.strip() for cell in inner]
