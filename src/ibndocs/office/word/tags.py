"""The tags that people type in a template, in the dialect of docxtpl: found, read and tidied; no XML here.

`{{ value }}`, `{% block %}` and `{# comment #}`; with a scope (`{%tr for … %}`) the whole row (`tr`), cell (`tc`),
paragraph (`p`) or run (`r`) gives way to the tag. `{_{ }_}` and `{_% %_}` print the braces themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Literal

Scope = Literal["", "p", "tr", "tc", "r"]


BLOCKS = frozenset({"if", "for", "set", "with", "macro", "call"})
"""The statements that have an end; `set` only when it assigns what stands between."""


class Kind(Enum):
    """What a tag is for."""

    VALUE = "{{"
    BLOCK = "{%"
    COMMENT = "{#"
    LITERAL = "{_{"
    """Not to be interpreted; its body is the text to print."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag.

    Attributes:
        scope: The element around the tag that gives way to it, "" for none.
        body: The expression or statement, with straight quotes.
        typed: The whole tag as it was typed.
        joins_before: A dash at its start: joins the text before.
        joins_after: A dash at its end: joins the text after.
    """

    kind: Kind
    body: str
    typed: str
    scope: Scope = ""
    joins_before: bool = False
    joins_after: bool = False

    @property
    def keyword(self) -> str:
        """The first word of a statement: `for`, `endif`."""
        return self.body.split(None, 1)[0] if self.kind is Kind.BLOCK and self.body else ""

    @property
    def depth(self) -> int:
        """1 when it opens a block, -1 when it closes one."""
        if self.keyword == "set":
            return 0 if "=" in self.body else 1
        return 1 if self.keyword in BLOCKS else -1 if self.keyword.startswith("end") else 0


@dataclass(frozen=True, slots=True)
class Found:
    """A tag and where it stands in a text; without a tag, an opening that is never closed."""

    start: int
    end: int
    tag: Tag | None


_OPENING = re.compile(r"\{[{%#]|\{_[{%]|[}%]_\}")
MAX_TAG = 8_000
"""Length of a tag, in characters; what opens and is closed farther on is none."""
_PATIENCE = 100
"""How many tags of one text may be unbalanced before their end is no longer looked for with care."""
CLOSINGS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_ESCAPES = {"{_{": "{{", "{_%": "{%", "}_}": "}}", "%_}": "%}"}
_STEP = re.compile(
    r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[“”„‟][^“”„‟"]*[“”‟"]|[‘’‚‛][^‘’‚‛']*[‘’‛']|-?[%}]\}|[{}]|.""",
    re.DOTALL,
)
_SCOPE = re.compile(r"(tr|tc|p|r)\s+(?=[^\s|.~+*/=<>])")
_END_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_CURLY = "“”„‟‘’‚‛"
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


def find_tags(text: str) -> Iterator[Found]:
    """The tags in `text`, in order; what stands between `{% raw %}` and `{% endraw %}` is left alone."""
    position, patience = 0, _PATIENCE
    raw_ends = bool(_END_RAW.search(text))
    while opening := _OPENING.search(text, position):
        start = opening.start()
        if opening[0] in _ESCAPES:
            position = opening.end()
            yield Found(start, position, Tag(Kind.LITERAL, _ESCAPES[opening[0]], opening[0]))
            continue
        nearest = text.find(CLOSINGS[opening[0]], opening.end())
        if nearest < 0 or nearest - start > MAX_TAG:
            position = opening.end()
            yield Found(start, position, None)
            continue
        end = _find_end(text, opening) if patience else -1
        # A lone quote may have hidden the end; the tag is found all the same, so that its fault can be told.
        patience -= patience > 0 and end < 0
        position = end if end >= 0 else nearest + 2
        tag = read_tag(text[start:position])
        closing = _END_RAW.search(text, position) if tag.keyword == "raw" and raw_ends else None
        if closing is None:
            yield Found(start, position, tag)
            continue
        yield Found(start, position, Tag(Kind.LITERAL, "", tag.typed))
        position = closing.end()
        yield Found(closing.start(), position, Tag(Kind.LITERAL, "", closing[0]))


def _find_end(text: str, opening: re.Match[str]) -> int:
    """Where the tag ends, or -1; a closing in a string or inside a `{"key": {…}}` does not count."""
    closing = CLOSINGS[opening[0]]
    position, depth = opening.end(), 0
    limit = min(len(text), opening.end() + MAX_TAG)
    while closing != "#}" and depth >= 0 and (step := _STEP.match(text, position, limit)):
        if step[0].lstrip("-") == closing and (depth == 0 or closing == "%}"):
            return step.end()
        if step[0][0] in "{}":
            depth += 1 if step[0] == "{" else -1
            position += 1
        else:
            position = step.end()
    end = text.find(closing, opening.end()) if closing == "#}" else -1
    return end + 2 if end >= 0 else -1


def read_tag(typed: str) -> Tag:
    """The tag typed as `typed`, with its braces."""
    kind = Kind(typed[:2])
    inner = typed[2:-2]
    before, after = inner[:1] == "-", inner[1:].endswith("-")
    inner = inner[1 if inner[:1] in ("-", "+") else 0 : -1 if after else None]
    body = inner if kind is Kind.COMMENT else straighten_quotes(inner)
    scoped = _SCOPE.match(body)
    scope: Scope = scoped[1] if scoped else ""  # type: ignore[assignment]  # the pattern allows nothing else
    return Tag(
        kind,
        body[scoped.end() if scoped else 0 :].strip(),
        typed,
        scope=scope,
        joins_before=before,
        joins_after=after,
    )


def straighten_quotes(code: str) -> str:
    """`code` with the curly quotes that Word made of typed ones straight again.

    Inside a string in straight quotes they stay as they were typed: `"foto’s"`.
    """
    pieces: list[str] = []
    for step in _STEP.findall(code):
        if step[0] in _CURLY and len(step) > 1:
            quote = '"' if step[0] in "“”„‟" else "'"
            pieces.append(quote + step[1:-1].replace("\\", "\\\\").replace(quote, "\\" + quote) + quote)
        elif step[0] in "\"'":
            pieces.append(step)
        else:
            pieces.append(_INVISIBLE.sub("", step))
    return "".join(pieces)
