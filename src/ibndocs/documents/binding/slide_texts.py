"""What a text on a slide asks for: by its labels line by line, by its prompt, and by the title of the slide.

The title of a slide says what the slide is about and stays; a text that asks nothing is the form's own and stays too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ibndocs.documents.binding.matching import ENOUGH, Asked, Match, rank
from ibndocs.documents.binding.offers import Offers, Sort
from ibndocs.office.labels import fold, is_filler
from ibndocs.office.outline import Item, Kind

_ASKS = re.compile(
    r"\W*(?:beschrijf|omschrijf|geef|gelieve|licht|leg|schets|stel|som|toon|vermeld|verduidelijk|motiveer|vul|voeg"
    r"|hoe|wat|waar|waarom|welke?|wie|wanneer)\b|.*\?\W*(?:\([^)]*\))?\s*$",
    re.IGNORECASE,
)
"""How a prompt begins, or a question ends."""
_STANDARD = re.compile(r"\W*(?:klik|click)\b", re.IGNORECASE)
"""The prompt that every placeholder has when nobody wrote one."""
_BRACKETED = re.compile(r"\s*(?:\[([^\]]*)\]|<([^>]*)>|«([^»]*)»|\{([^}]*)\}|‹([^›]*)›)\s*")
_FIGURE = re.compile(r"[\s€%.,…_]*(?:0+|[xX]{1,6})?(?:[.,]0+)*[\s€%.,…_]*")
_LABELLED = re.compile(r"\s*([^:\[\]<>]{2,60}?)\s*:\s*(.*)")
_MARKED = re.compile(r"(.*?)(\[[^\[\]]*\]|<[^<>]*>|«[^«»]*»|‹[^‹›]*›|[.…]{3,}|…|_{3,})(.*)")
"""Words of the form with one mark for words to come."""
_NAMELESS = re.compile(
    r"(?:text ?box|tekst ?vak|title|titel|subtitle|ondertitel|content placeholder|text placeholder|rectangle"
    r"|rechthoek|tijdelijke aanduiding voor (?:inhoud|tekst)|shape|vorm|oval|ovaal|google shape|line|lijn|table|tabel"
    r"|chart|grafiek)[\s\d;#.a-z]*",
    re.IGNORECASE,
)
"""The names that programs give to shapes."""
_JOINT = re.compile(r"\s+en\s+|\s*[,/&+·;]\s*|\s*\n\s*", re.IGNORECASE)
_IN_SO_MANY_WORDS = 95
_BY_TITLE = 0.97
_HALF = 0.8
_MOST_TOPICS = 3


def is_own_text(item: Item, offers: Offers) -> bool:
    """Whether a text on a slide belongs to the form: it asks nothing."""
    text = item.text.strip()
    if not text:
        is_bare = item.facts.get("type") == "text box" and not read_name(item)
        return is_bare or item.facts.get("type") == "title"
    lines = text.splitlines()
    if any(_read_field(line) for line in lines) or _is_figure(lines) or _BRACKETED.fullmatch(text):
        return False
    if fold(text) == fold(item.facts.get("prompt", "")) and not _STANDARD.match(text):
        return False
    first = getattr(item.at, "slide", 0) == 1
    if first and len(lines) == 1 and _best_line(text, item, offers, least=_IN_SO_MANY_WORDS) is not None:
        return False
    return item.facts.get("type") == "title" or not any(map(_ASKS.match, lines))


def read_name(item: Item) -> str:
    """The name that a person gave to a shape; "" for one that a program gave."""
    name = item.facts.get("shape", item.label)
    return "" if _NAMELESS.fullmatch(name) else name


def rank_text(item: Item, offers: Offers, *, alone: bool) -> list[Match]:
    """What may go into a text on a slide, the best first.

    Args:
        item: The text.
        offers: What there is.
        alone: Whether it is the only text on its slide that asks something.
    """
    text = item.text.strip()
    lines = text.splitlines()
    if lines and (labelled := _fill_lines(lines, item, offers)) is not None:
        return [labelled]
    bracketed = _BRACKETED.fullmatch(text)
    asks = next(filter(None, bracketed.groups()), "") if bracketed else text
    prompt = item.facts.get("prompt", "")
    if not asks and not _STANDARD.match(prompt):
        asks = prompt
    name, title = read_name(item), " ".join(item.where)
    found = [*rank(_ask(asks or name or title, item, by_line=not asks or bool(bracketed)), offers)]
    if asks and name:
        found += [replace(match, score=_BY_TITLE * match.score) for match in rank(_ask(name, item), offers)]
    if alone or not (asks or name):
        about = rank(_ask(title, item), offers)
        found += [replace(match, score=_BY_TITLE * match.score) for match in about if match.offer.sort is Sort.PROSE]
    if not asks and not alone and (topic := _own_topic(title, item)):
        found += [replace(match, score=_BY_TITLE * match.score) for match in rank(_ask(topic, item), offers)]
    for topics in (_split(asks), _split(title) if alone else []):
        found += _join_topics(topics, item, offers)
    found.sort(key=lambda match: (-match.score, match.value))
    return list({match.value: match for match in reversed(found)}.values())[::-1]


def _ask(text: str, item: Item, *, by_line: bool = False) -> Asked:
    prefers = (Sort.PROSE, Sort.LINE, Sort.YEARS) if by_line else (Sort.PROSE,)
    return Asked(Kind.SHAPE, text, around=item.where, prefers=prefers)


def _split(text: str) -> list[str]:
    topics = [topic for topic in _JOINT.split(text) if topic.strip(" .?")]
    return topics if 1 < len(topics) <= _MOST_TOPICS else []


def _own_topic(title: str, item: Item) -> str:
    """Which of the things in the title a text is about when nothing else tells: the second is about the second."""
    topics, nth = _split(title), getattr(item.at, "nth", None) or 0
    return topics[nth - 1] if 1 <= nth <= len(topics) else ""


def _join_topics(topics: Sequence[str], item: Item, offers: Offers) -> Iterator[Match]:
    """The answers to each of the things that one text asks for, as points below each other."""
    best = [_best_prose(topic, item, offers) for topic in topics]
    known = {match.value: match for match in best if match is not None}
    if len(known) > 1 and len(known) == len(topics):
        score = min(match.score for match in known.values())
        yield Match(next(iter(known.values())).offer, f"[{', '.join(known)}] | select | list", score, bullets=True)
    else:
        yield from (replace(match, score=_HALF * match.score) for match in known.values())


def _best_prose(topic: str, item: Item, offers: Offers) -> Match | None:
    ranked = (match for match in rank(_ask(topic, item), offers) if match.offer.sort is Sort.PROSE)
    best = next(ranked, None)
    return best if best is not None and best.score >= ENOUGH else None


def _best_line(label: str, item: Item, offers: Offers, *, least: float = ENOUGH) -> Match | None:
    asked = Asked(Kind.SHAPE, label, around=item.where, prefers=(Sort.LINE,))
    ranked = (match for match in rank(asked, offers) if match.offer.sort is Sort.LINE)
    best = next(ranked, None)
    return best if best is not None and best.score >= least else None


def _read_field(line: str) -> tuple[str, str, str] | None:
    """What a line asks, and the words before and after the room in it: `Acroniem: …`, `namens [naam]`."""
    found = _LABELLED.fullmatch(line)
    if found and (is_filler(found[2]) or _BRACKETED.fullmatch(found[2])):
        return found[1], line[: found.start(2)].rstrip() + " ", ""
    marked = _MARKED.fullmatch(line)
    if marked is None or _MARKED.fullmatch(marked[3]) or not (marked[1] + marked[3]).strip():
        return None
    inside = _BRACKETED.fullmatch(marked[2])
    return (next(filter(None, inside.groups()), "") if inside else "") or marked[1], marked[1], marked[3]


def _is_figure(lines: Sequence[str]) -> bool:
    """Whether a text is a label with a figure to fill in below it."""
    return len(lines) == 2 and bool(lines[0].strip()) and _FIGURE.fullmatch(lines[1]) is not None


def _fill_lines(lines: Sequence[str], item: Item, offers: Offers) -> Match | None:
    """The lines of a text with a value behind each label; what is no label stays as it is."""
    if _is_figure(lines):
        best = _best_line(lines[0], item, offers)
        if best is None:
            return None
        level = item.facts.get("levels", "0").split(" ")[-1]
        value = f"[{_quote(lines[0])}, [{best.value}, {level}]]"
        return replace(best, value=value, bullets=True)
    filled, matches = [], []
    for line in lines:
        field = _read_field(line)
        best = _best_line(field[0], item, offers) if field else None
        if field and best:
            matches.append(best)
            before, after = (_quote(words) if words else "" for words in field[1:])
            filled.append(" ~ ".join(filter(None, (before, _enclose(best.value), after))))
        else:
            filled.append(_quote(line))
    if not matches:
        return None
    value = filled[0] if len(filled) == 1 else f"[{', '.join(filled)}]"
    return replace(matches[0], value=value, score=min(match.score for match in matches), bullets=len(filled) > 1)


def _enclose(value: str) -> str:
    return value if re.fullmatch(r"[\w.]+", value) else f"({value})"


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
