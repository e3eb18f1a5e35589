"""Ids that a loop would repeat: drawings and bookmarks get a new one each time, content controls go without.

Word repairs a document with double ids, or calls it damaged. Only what stands in a loop is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ibndocs.office.word.marks import Mark, Marks
from ibndocs.office.word.tags import Kind, Tag
from ibndocs.office.xmltext import escape

_REPEATING = ("for", "macro", "call")
_DROPPED = re.compile(r'<w:id w:val="-?\d+"/>|\s(?:w14:paraId|w14:textId|wp14:anchorId|wp14:editId)="[^"]*"')
_ID = re.compile(
    r'(?P<drawing><(?:wp|pic):(?:docPr|cNvPr)\b[^>]*?\sid=")\d+(?=")'
    r'|(?P<start><w:bookmarkStart\b[^>]*?\sw:id=")(?P<number>\d+)(?P<between>"[^>]*?\sw:name=")(?P<name>[^"]*)(?=")'
    r'|(?P<end><w:bookmarkEnd\b[^>]*?\sw:id=")(?P<ended>\d+)(?=")'
)


def freshen_ids(pieces: Sequence[str | Mark], marks: Marks) -> list[str | Mark]:
    """The pieces of a part, in which ids that stand in a loop are values that the engine gives anew."""
    written: list[str | Mark] = []
    depth = 0
    bookmarks: set[str] = set()
    for piece in pieces:
        if isinstance(piece, str):
            written += _freshen(piece, bookmarks, marks) if depth else [piece]
            continue
        written.append(piece)
        keyword = piece.tag.keyword
        if keyword in _REPEATING:
            depth += 1
        elif keyword.removeprefix("end") in _REPEATING:
            depth -= 1
            bookmarks.clear()
    return written


def _freshen(text: str, bookmarks: set[str], marks: Marks) -> Iterator[str | Mark]:
    def mark(kind: Kind, body: str) -> Mark:
        place = marks.marks[0].place  # such a mark cannot be at fault
        sign = marks.add(Tag(kind, body, body), place, writer="_plain", attribute="id")
        return marks.find(sign)[0]

    position = 0
    text = _DROPPED.sub("", text)
    for found in _ID.finditer(text):
        number = found["number"] or found["ended"]
        if found["ended"] and number not in bookmarks:
            continue  # it began outside the loop
        yield text[position : found.start()]
        position = found.end()
        if found["drawing"]:
            yield found["drawing"]
            yield mark(Kind.VALUE, "_next_id()")
        elif found["start"]:
            bookmarks.add(number)
            yield mark(Kind.BLOCK, f"set _bookmark{number} = _next_id()")
            yield found["start"]
            yield mark(Kind.VALUE, f"_bookmark{number}")
            yield found["between"]
            yield mark(Kind.VALUE, f"_name_bookmark({escape(found['name'])!r})")
        else:
            yield found["end"]
            yield mark(Kind.VALUE, f"_bookmark{number}")
    yield text[position:]
