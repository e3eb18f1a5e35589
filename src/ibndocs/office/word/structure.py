"""Whether the blocks of a part are well built: each closed by its own end, in the same place as it began.

If every block begins and ends inside the same chain of elements, whatever is left out or repeated leaves the XML
well-formed; so a template is proved once, and its documents need no check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibndocs.foundation.findings import Text
from ibndocs.foundation.suggestions import suggest_name
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.word.marks import Mark, Marks
from ibndocs.office.word.tags import BLOCKS, Kind

_ELEMENT = re.compile(r"<(?![!?])(/?)([^\s/>]+)[^>]*?(/?)>")
_GLUED = re.compile(r"(tr|tc|p|r)(\w+)")
_REFUSED = {
    "filter": Text(nl="gebruik {{ waarde|filter }}", en="use {{ value|filter }}"),
    "autoescape": Text(nl="tekst is altijd tekst", en="text is always text"),
    **dict.fromkeys(
        ("include", "import", "from", "extends", "block"),
        Text(nl="een sjabloon staat op zichzelf", en="a template stands on its own"),
    ),
}
_REFUSED_ENDS = {f"end{keyword}" for keyword in _REFUSED}
"""What is wrong is told where they begin."""
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}


@dataclass(frozen=True, slots=True)
class _Open:
    mark: Mark
    keyword: str
    chain: tuple[str, ...]


def cut_at_marks(xml: str, marks: Marks) -> list[str | Mark]:
    """The XML of a part as texts and marks by turns, beginning and ending with a text."""
    pieces: list[str | Mark] = []
    for number, piece in enumerate(marks.pattern.split(xml)):
        pieces.append(marks.marks[int(piece)] if number % 2 else piece)
    return pieces


def check_structure(pieces: Sequence[str | Mark], marks: Marks) -> None:
    """Blame every block that is not well built."""
    opened: list[_Open] = []
    for mark, chain in _chains(pieces):
        if mark.tag.kind is not Kind.BLOCK or mark.tag.keyword in _REFUSED_ENDS:
            continue
        fault = _step(mark, chain, opened)
        if fault is not None:
            marks.blame(fault, mark.tag.typed, mark.place)
    for left in opened:
        fault = ExpressionFault("TPL03", Text(nl="wordt nergens gesloten", en="is never closed"), _ending(left))
        marks.blame(fault, left.mark.tag.typed, left.mark.place)


def _ending(left: _Open) -> Text:
    end = "{%" + left.mark.tag.scope + " end" + left.keyword + " %}"
    return Text(nl=f"voeg {end} toe", en=f"add {end}")


def _chains(pieces: Sequence[str | Mark]) -> Iterator[tuple[Mark, tuple[str, ...]]]:
    """Each mark with the names of the elements it stands in."""
    chain: list[str] = []
    pending = ""
    for piece in pieces:
        if isinstance(piece, str):
            pending += piece
        elif piece.attribute:
            yield piece, (*chain, piece.attribute)
        else:
            for closing, name, empty in _ELEMENT.findall(pending):
                if closing:
                    chain.pop()
                elif not empty:
                    chain.append(name)
            pending = ""
            yield piece, tuple(chain)


def _step(mark: Mark, chain: tuple[str, ...], opened: list[_Open]) -> ExpressionFault | None:
    keyword = mark.tag.keyword
    if keyword in _REFUSED:
        text = Text(nl="kan niet in een sjabloon", en="cannot stand in a template")
        return ExpressionFault("TPL08", text, _REFUSED[keyword])
    if keyword in BLOCKS:
        if mark.tag.depth:
            opened.append(_Open(mark, keyword, chain))
        return None
    if keyword in _BETWEEN:
        last = opened[-1] if opened else None
        if last is None or last.keyword not in _BETWEEN[keyword]:
            return ExpressionFault("TPL03", Text(nl="hoort bij geen {% if %}", en="belongs to no {% if %}"))
        return _compare(chain, last)
    if keyword[3:] not in BLOCKS or not keyword.startswith("end"):
        return _explain_unknown(keyword)
    return _close(keyword[3:], chain, opened)


def _explain_unknown(keyword: str) -> ExpressionFault:
    text = Text(nl=f"kent geen “{keyword}”", en=f"knows no “{keyword}”")
    known = [*BLOCKS, *_BETWEEN, *(f"end{name}" for name in BLOCKS)]
    glued = _GLUED.fullmatch(keyword)
    if glued and glued[2] in known:
        typed = f"{{%{glued[1]} {glued[2]}"
        return ExpressionFault("TPL02", text, Text(nl=f"zet een spatie: {typed}", en=f"put a space: {typed}"))
    return ExpressionFault("TPL02", text, suggest_name(keyword, known))


def _close(keyword: str, chain: tuple[str, ...], opened: list[_Open]) -> ExpressionFault | None:
    if not any(item.keyword == keyword for item in opened):
        return ExpressionFault("TPL03", Text(nl=f"sluit geen {{% {keyword} %}}", en=f"closes no {{% {keyword} %}}"))
    last = opened.pop()
    if last.keyword == keyword:
        return _compare(chain, last)
    while last.keyword != keyword:
        crossed = last
        last = opened.pop()
    typed, place = crossed.mark.tag.typed, crossed.mark.place
    return ExpressionFault(
        "TPL03",
        Text(
            nl=f"sluit terwijl {typed} ({place.nl}) nog open is",
            en=f"closes while {typed} ({place.en}) is still open",
        ),
        _ending(crossed),
    )


def _compare(chain: tuple[str, ...], opening: _Open) -> ExpressionFault | None:
    if chain == opening.chain:
        return None
    typed, place = opening.mark.tag.typed, opening.mark.place
    return ExpressionFault(
        "TPL04",
        Text(
            nl=f"hoort bij {typed} maar staat in een ander soort plaats ({place.nl})",
            en=f"belongs to {typed} but stands in another kind of place ({place.en})",
        ),
        Text(
            nl="zet beide in gewone alinea's met {%p … %}, of beide in rijen met {%tr … %}",
            en="put both in plain paragraphs with {%p … %}, or both in rows with {%tr … %}",
        ),
    )
