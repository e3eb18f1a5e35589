"""Prose of the description where there is no room for formatting, and its length in words.

Markdown becomes plain lines for a slide, a cell or a mail; Word has its own, richer way (office/word/markdown.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ibndocs.foundation.markdown_tokens import parse_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

BULLET = "• "
CELL_SEPARATOR = " | "

_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WORD = re.compile(r"\S*[^\W_]\S*")
_MARKED = re.compile(r"[\[<|`~&\\]|^\s*\d+[.)]", re.MULTILINE)
"""Signs without which Markdown has as many words as what a reader sees."""


@dataclass(frozen=True, slots=True)
class ProseLine:
    """One line of prose: a paragraph, a list item, a row of a table or a line of code.

    Attributes:
        marker: What stands before it: indentation and a bullet or number, or nothing.
        tokens: Its inline tokens.
    """

    marker: str
    tokens: tuple[Token, ...]


def plain_text(markdown: str) -> str:
    """`markdown` as readable text: a block a line, list items with a bullet or number, links with their address."""
    lines = (line.marker + flatten_inline(line.tokens, addresses=True) for line in split_lines(markdown))
    return "\n".join(line.rstrip() for line in lines)


def count_words(markdown: str) -> int:
    """The number of words a reader sees: runs without white space that hold a letter or digit.

    List markers, marks of formatting and the addresses behind links do not count, as in Word's own count.
    """
    if not _MARKED.search(markdown):
        return len(_WORD.findall(markdown))
    lines = (flatten_inline(line.tokens, addresses=False) for line in split_lines(markdown))
    return sum(len(_WORD.findall(line)) for line in lines)


def find_pictures(markdown: str) -> tuple[str, ...]:
    """The names of the files of the pictures in a text, in order."""
    inline = (child for token in parse_markdown(markdown) for child in token.children or ())
    return tuple(str(token.attrs.get("src", "")) for token in inline if token.type == "image")


def is_line_break(token: Token) -> bool:
    """Whether `token` breaks the line: two spaces or a backslash at its end, or a typed `<br>`."""
    return token.type == "hardbreak" or (
        token.type == "html_inline" and _LINE_BREAK.fullmatch(token.content) is not None
    )


def split_lines(markdown: str) -> Iterator[ProseLine]:
    """The lines of `markdown`, their formatting still in their tokens."""
    reader = _LineReader()
    for token in parse_markdown(markdown):
        yield from reader.read(token)


class _LineReader:
    """Follows lists and tables through the stream of block tokens."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []  # the number of the next item; None for a bulleted list
        self._marker = ""
        self._row: list[Token] | None = None

    def read(self, token: Token) -> Iterator[ProseLine]:
        """The lines that are complete with `token`."""
        match token.type:
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                yield from self._open_item()
            case "list_item_close":
                yield from self._flush_marker()
            case "tr_open":
                self._row = []
            case "tr_close":
                yield self._line(self._row or ())
                self._row = None
            case "inline":
                yield from self._read_text(token.children or [])
            case "fence" | "code_block":
                yield from self._read_code(token)

    def _open_item(self) -> Iterator[ProseLine]:
        yield from self._flush_marker()  # the item around this one holds a list and nothing else
        number = self._lists[-1]
        self._marker = "  " * (len(self._lists) - 1) + (BULLET if number is None else f"{number}. ")
        if number is not None:
            self._lists[-1] = number + 1

    def _flush_marker(self) -> Iterator[ProseLine]:
        if self._marker:
            yield self._line(())

    def _read_text(self, children: list[Token]) -> Iterator[ProseLine]:
        from markdown_it.token import Token

        if self._row is None:
            yield self._line(children)
        else:
            # An empty cell is kept as an empty text, so that what comes after it stays in its column.
            self._row += [Token("text", "", 0, content=CELL_SEPARATOR)] if self._row else []
            self._row += children or [Token("text", "", 0)]

    def _read_code(self, token: Token) -> Iterator[ProseLine]:
        from markdown_it.token import Token

        for line in token.content.rstrip("\n").split("\n"):
            yield self._line((Token("code_inline", "code", 0, content=line),))

    def _line(self, tokens: Sequence[Token]) -> ProseLine:
        marker, self._marker = self._marker or "  " * len(self._lists), ""
        return ProseLine(marker, tuple(tokens))


def flatten_inline(tokens: Sequence[Token], *, addresses: bool) -> str:
    """The text of inline tokens; with `addresses`, each link is followed by where it leads."""
    pieces: list[str] = []
    opened: list[tuple[str, int]] = []
    for token in tokens:
        if token.type == "softbreak":
            pieces.append(" ")
        elif is_line_break(token):
            pieces.append("\n")
        elif token.type == "link_open":
            opened.append((str(token.attrGet("href") or ""), len(pieces)))
        elif token.type == "link_close":
            address, first = opened.pop()
            seen = "".join(pieces[first:])
            if not seen:
                pieces.append(address)
            elif addresses and address.removeprefix("mailto:") not in ("", seen):
                pieces.append(f" ({address})")
        elif token.type == "image":
            alternative = flatten_inline(token.children or (), addresses=False)
            pieces.append(alternative or str(token.attrGet("src") or ""))
        else:
            pieces.append(token.content)
    return "".join(pieces)
