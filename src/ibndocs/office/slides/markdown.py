"""Markdown as the paragraphs of a slide: bold, italic, bullets and numbers with levels, the rest as plain text.

A text box has no tables, pictures or headings: a table becomes one line a row, a heading a bold paragraph, a picture
its description; a link keeps its words, with the address behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ibndocs.foundation.markdown_tokens import parse_markdown
from ibndocs.foundation.prose import CELL_SEPARATOR, is_line_break
from ibndocs.office.slides.text import Mark, Paragraph, Run

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(source: str) -> tuple[Paragraph, ...]:
    """The paragraphs that `source` says."""
    return tuple(_Reader().read(parse_markdown(source)))


class _Reader:
    """Walks the block tokens; keeps the lists it is in and whether the words are bold by their place."""

    def __init__(self) -> None:
        self._lists: list[tuple[Mark, int]] = []
        self._item_begins = False
        self._bold = False
        self._row: list[Run] | None = None

    def read(self, tokens: Iterable[Token]) -> Iterator[Paragraph]:
        for token in tokens:
            self._enter(token)
            if token.type == "inline" and self._row is not None:
                self._row += [Run(CELL_SEPARATOR)] if self._row else []
                self._row += self._runs(token)
            elif token.type == "inline":
                yield self._paragraph(self._runs(token))
            elif token.type == "tr_close":
                yield self._paragraph(self._row or ())
                self._row = None
            elif token.type == "list_item_close" and self._item_begins:
                yield self._paragraph(())
            elif token.type in ("fence", "code_block"):
                for line in token.content.rstrip("\n").split("\n"):
                    yield self._paragraph([Run(line)])

    def _enter(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append(("bullet", 1))
            case "ordered_list_open":
                start = token.attrGet("start")
                self._lists.append(("number", 1 if start is None else int(start)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._item_begins = True
            case "tr_open":
                self._row = []
            case "heading_open" | "thead_open":
                self._bold = True
            case "heading_close" | "thead_close":
                self._bold = False

    def _paragraph(self, runs: Iterable[Run]) -> Paragraph:
        words = tuple(_merge(run for run in runs if run.text))
        if not self._lists:
            return Paragraph(words, mark="none")
        mark, start = self._lists[-1]
        # What follows in an item stands under its beginning, at its level, without a bullet of its own.
        begins, self._item_begins = self._item_begins, False
        return Paragraph(words, level=len(self._lists) - 1, mark=mark if begins else "none", start=start)

    def _runs(self, inline: Token) -> list[Run]:
        return list(_inline_runs(inline.children or (), bold=self._bold))


def _inline_runs(tokens: Sequence[Token], *, bold: bool) -> Iterator[Run]:
    strong, emphasis = int(bold), 0
    links: list[tuple[str, str]] = []
    for token in tokens:
        text = token.content
        if token.type.startswith("strong_"):
            strong += token.nesting
        elif token.type.startswith("em_"):
            emphasis += token.nesting
        elif token.type == "softbreak":
            text = " "
        elif is_line_break(token):
            text = "\n"
        elif token.type == "link_open":
            links.append((str(token.attrGet("href") or ""), ""))
        elif token.type == "link_close":
            address, seen = links.pop()
            text = f" ({address})" if address.removeprefix("mailto:") not in ("", seen) else ""
        links = [(address, seen + text) for address, seen in links]
        yield Run(text, strong > 0, emphasis > 0)


def _merge(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours in one style become one run."""
    held: Run | None = None
    for run in runs:
        if held is not None and (held.bold, held.italic) == (run.bold, run.italic):
            held = Run(held.text + run.text, run.bold, run.italic)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held
