"""A part cut at its marks, as the source of a Jinja template.

The source has its own delimiters, characters that XML cannot hold: whatever else stands in the part is text. Every
tag begins on a line of its own, so that the line of an error tells the tag.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import TemplateError, nodes
from jinja2.compiler import Frame

from ibndocs.office.budget import BoundedGenerator
from ibndocs.office.expressions import TemplateEnvironment, explain_error, find_unknown_filters
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.word.marks import Mark, Marks
from ibndocs.office.word.tags import Kind
from ibndocs.office.word.writing import WRITERS, write_value
from ibndocs.office.xmltext import escape

DELIMITERS = {
    "block_start_string": "\x01",
    "block_end_string": "\x02",
    "variable_start_string": "\x03",
    "variable_end_string": "\x04",
    "comment_start_string": "\x05",
    "comment_end_string": "\x06",
}
_PROBES = {
    "if": "\x01{}\x02\x01endif\x02",
    "elif": "\x01if 1\x02\x01{}\x02\x01endif\x02",
    "else": "\x01if 1\x02\x01{}\x02\x01endif\x02",
    "for": "\x01{}\x02\x01endfor\x02",
    "with": "\x01{}\x02\x01endwith\x02",
    "macro": "\x01{}\x02\x01endmacro\x02",
    "call": "\x01{}\x02\x01endcall\x02",
}


class WordGenerator(BoundedGenerator):
    """Generates code that takes what `finalize` writes as it is: it is escaped already, and Jinja would look again."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja's own
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write(")")


class WordEnvironment(TemplateEnvironment):
    """The environment of Word templates.

    Args:
        finalize: What writes a value, such as `write_value`; its text is taken as it is.
    """

    code_generator_class = WordGenerator

    def __init__(self, finalize: Callable[..., object]) -> None:
        super().__init__(finalize=finalize, **DELIMITERS)
        self.filters.update(WRITERS)


@lru_cache(maxsize=1)
def word_environment() -> WordEnvironment:
    """The one environment of Word templates."""
    return WordEnvironment(write_value)


@dataclass(slots=True)
class Source:
    """The source of one part, and which mark stands from which line on.

    Attributes:
        properties: What `{{p }}` and `{{r }}` tags replace has these properties, by the number the tags give.
    """

    text: str = ""
    lines: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)

    def mark_at(self, line: int) -> Mark:
        """The mark whose tag stands on `line`."""
        return self.marks[max(bisect_right(self.lines, line) - 1, 0)]


def build_source(pieces: Sequence[str | Mark]) -> Source:
    """The source of a part that was cut at its marks."""
    source = Source()
    written: list[str] = []
    line = 1
    for piece in pieces:
        text = piece if isinstance(piece, str) else _write_tag(piece, source)
        if not isinstance(piece, str) and text[:1] in ("\x01", "\x03"):
            source.lines.append(line + 1)
            source.marks.append(piece)
        line += text.count("\n")
        written.append(text)
    source.text = "".join(written)
    return source


def _write_tag(mark: Mark, source: Source) -> str:
    tag = mark.tag
    if tag.kind is Kind.LITERAL:
        return escape(tag.body)
    if tag.kind is Kind.COMMENT:
        return ""
    before, after = "-" * mark.trims_before, "-" * mark.trims_after
    if tag.kind is Kind.BLOCK:
        return f"\x01{before}\n{tag.body} {after}\x02"
    body = tag.body
    if mark.properties is not None:
        body = f"_{tag.scope or 'r'}(({body}), {len(source.properties)})"
        source.properties.append(mark.properties)
    elif mark.filter:
        body = f"({body})|{mark.filter}"
    return f"\x03{before}\n{body} {after}\x04"


def parse_source(source: Source, marks: Marks) -> nodes.Template | None:
    """The tree of a source, or None when a tag cannot be read; all faults of tags are noted in `marks`."""
    environment = word_environment()
    try:
        tree = environment.parse(source.text)
        blame_unknown_filters(source, tree, marks)
    except (TemplateError, RecursionError) as error:
        for mark in source.marks:
            fault = probe(mark)
            if fault is not None:
                marks.blame(fault, mark.tag.typed, mark.place)
        if not marks.has_faults:
            mark = source.mark_at(getattr(error, "lineno", 1))
            marks.blame(explain_error(error), mark.tag.typed, mark.place)
        return None
    return tree


def blame_unknown_filters(source: Source, tree: nodes.Template, marks: Marks) -> None:
    """Blame the tags that use a filter or test that does not exist."""
    for line, fault in list(find_unknown_filters(word_environment(), tree)):
        mark = source.mark_at(line)
        marks.blame(fault, mark.tag.typed, mark.place)


def probe(mark: Mark) -> ExpressionFault | None:
    """What is wrong with one tag on its own."""
    environment = word_environment()
    tag = mark.tag
    if tag.kind is Kind.VALUE:
        alone = f"\x03{tag.body}\x04"
    elif tag.keyword == "set":
        alone = f"\x01{tag.body}\x02" + "\x01endset\x02" * tag.depth
    elif tag.keyword in _PROBES:
        alone = _PROBES[tag.keyword].format(tag.body)
    else:
        return None
    try:
        environment.parse(alone)
    except (TemplateError, RecursionError) as error:
        return explain_error(error)
    return None
