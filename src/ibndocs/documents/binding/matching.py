"""Ranks the offers for one place of a form by the words printed at it and around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ibndocs.documents.binding.offers import YEAR, Offer, Offers, Sort
from ibndocs.office.outline import Kind

SURE = 85
"""From this score on a match is taken without a word."""
ENOUGH = 66
"""Below this score a place is left to a person."""
_YEAR = re.compile(
    r"(?:\bjaar|\bj|\by|\bwerkingsjaar|\bprojectjaar)\s*\.?\s*([1-9])\b"
    r"|\b([1-3])e?\s*(?:ste|de)?\s+(?:project)?jaar\b",
    re.IGNORECASE,
)
"""`Jaar 2`, `J2`, `Projectjaar 2`, `2e jaar`."""
_TOTAL = re.compile(r"\b(?:totaal|totale|som|total|gemiddeld\w*)\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\baandeel\b|\w*percentage\b", re.IGNORECASE)
"""A column of shares holds no amounts."""
_SHARES = re.compile(r"\W*(?:\d+\W+)?(?:aandelen|percentages)\b", re.IGNORECASE)
"""Nor does a table of shares."""
_SAYS_NOTHING = re.compile(r"\W*(?:waarde|antwoord|invullen|in te vullen|value)\W*", re.IGNORECASE)
"""A header that says no more than that something stands below it."""
_OTHER_SORT = 0.86
_NUMBER_BONUS = 4
_OUT_OF_CONTEXT = 0.9
_IN_CONTEXT = 1.06
_CONTEXT = 70
_HINT = 0.9
_NOT_YEARLY = 0.7
_LATER_LABEL = 0.1
_BESIDE = 40
_BY_ANOTHER_NAME = 0.95
_NOT_ABOUT_COLUMN = 0.75
_ENOUGH_COLUMNS = 3
_ALL_FIT = 0.97
_BY_COLUMNS = ENOUGH + 1
"""What a list comes to for a table whose columns are its own but whose title says something else."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A place of a form, in words.

    Attributes:
        kind: What it is.
        label: The words at it.
        column: The words above it, in a table.
        around: Headings, tables and questions it stands under, from the outside in.
        also: Other words by which it may be known: its name, the heading it alone answers.
        prefers: The sorts of value it looks made for.
    """

    kind: Kind
    label: str
    column: str = ""
    around: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    prefers: tuple[Sort, ...] = (Sort.LINE, Sort.YEARS)


@dataclass(frozen=True, slots=True)
class Match:
    """One offer for a place.

    Attributes:
        offer: The offer.
        value: The expression that goes into the slot.
        score: How sure it is, from 0; from 100 on surer than the same words alone.
        bullets: Whether the value is a list of lines.
    """

    offer: Offer
    value: str
    score: float
    bullets: bool = False

    @property
    def percent(self) -> str:
        """The score as one reads it."""
        return f"{min(self.score, 100):.0f} %"


def rank(asked: Asked, offers: Offers) -> list[Match]:
    """The offers for a place, the best first."""
    near = offers.find_near((asked.label, asked.column, *asked.also, *asked.around[-1:]))
    found = [match for offer in near if (match := _match(asked, offer, offers)) is not None]
    return sorted(found, key=lambda match: (-match.score, match.value))


def _match(asked: Asked, offer: Offer, offers: Offers) -> Match | None:
    value = offer.value
    label = asked.label if offers.wording.says_more(asked.label, "totaal") else " ".join(asked.around[-1:])
    year = find_year(asked.column) or find_year(label)
    if _SHARE.search(asked.column) or _SHARES.match(" ".join(asked.around[-1:])):
        if not any(_SHARE.search(known) for known in offer.labels):
            return None
        label = f"aandeel {label}"
    if offer.sort is Sort.YEARS:
        if year is not None:
            value = offer.value.replace(YEAR, str(year - 1))
        elif (
            offer.total
            and (not asked.column or _TOTAL.search(asked.column))
            and _TOTAL.search(f"{asked.label} {asked.column}")
        ):
            value = offer.total
        else:
            return None
        score = _score(without_year(label), asked, offer, offers)
    else:
        whole = f"{asked.label} {asked.column}" if asked.column and not _SAYS_NOTHING.fullmatch(asked.column) else label
        score = _score(whole, asked, offer, offers)
        score = max([score, *(_BY_ANOTHER_NAME * _score(text, asked, offer, offers) for text in asked.also)])
        if asked.column and year is None and not (_TOTAL.search(asked.column) or _SAYS_NOTHING.fullmatch(asked.column)):
            beside = max(offers.wording.compare(asked.column, known) for known in offer.labels)
            score *= 1.0 if beside >= _BESIDE else _NOT_ABOUT_COLUMN
        if year is not None:
            score *= _NOT_YEARLY
    if offer.numbers and any(asked.label.startswith(f"{number} ") for number in offer.numbers) and score > ENOUGH - 20:
        score += _NUMBER_BONUS
    if offer.sort not in asked.prefers:
        score *= _OTHER_SORT
    return Match(offer, value, score)


def _score(text: str, asked: Asked, offer: Offer, offers: Offers) -> float:
    wording = offers.wording
    words = wording.words(text)
    last = len(offer.labels) - 1
    hinted = offer.sort is Sort.PROSE and last > 0
    best = 0.0
    context = {word for label in offer.contexts for word in wording.words(label)}
    rest = tuple(word for word in words if word not in context)
    near = _is_near(asked.around, offer, offers)
    for index, label in enumerate(offer.labels):
        offered = wording.words(label)
        score = wording.compare_words(words, offered)
        left = tuple(word for word in offered if word not in context)
        if rest and left and (near or rest != words):
            score = max(score, 0.98 * wording.compare_words(rest, left))
        best = max(best, score * (_HINT if hinted and index == last else 1) - _LATER_LABEL * index)
    if offer.contexts:
        best *= _IN_CONTEXT if near or rest != words else _OUT_OF_CONTEXT
        if _is_near(asked.around[-1:], offer, offers):
            best *= _IN_CONTEXT  # what stands nearest says most
    return best


def _is_near(around: Sequence[str], offer: Offer, offers: Offers) -> bool:
    """Whether what a place stands under speaks of the same as an offer."""
    return any(offers.wording.compare(above, label) >= _CONTEXT for above in around for label in offer.contexts)


def find_year(text: str) -> int | None:
    """The project year that words such as `Jaar 2` name."""
    found = _YEAR.search(text)
    return int(found[1] or found[2]) if found else None


def without_year(text: str) -> str:
    """The words without the year in them."""
    return _YEAR.sub(" ", text).strip(" :·") or text


def rank_lists(title: str, around: Sequence[str], headers: Sequence[str], offers: Offers) -> list[Match]:
    """The lists for a table, by its title and by the words above its columns."""
    return sorted(
        (
            Match(offer, offer.value, _score_list(title, around, headers, offer, offers))
            for offer in offers.of(Sort.LIST)
        ),
        key=lambda match: (-match.score, match.value),
    )


def _score_list(title: str, around: Sequence[str], headers: Sequence[str], offer: Offer, offers: Offers) -> float:
    wording = offers.wording
    named = max((wording.compare(title, label) for label in offer.labels), default=0.0)
    above = max((wording.compare(text, label) for text in around[-2:] for label in offer.labels), default=0.0)
    shown = [header for header in headers if header.strip()]
    fits = sum(score for _, score in fit_columns(shown, offer, offers)) / (100 * len(shown)) if shown else 0.0
    title_score = max(named, 0.85 * above)
    if not shown:
        return 0.85 * title_score
    by_columns = _BY_COLUMNS if len(shown) >= _ENOUGH_COLUMNS and fits >= _ALL_FIT else 0.0
    return max(0.55 * title_score + 45 * fits, by_columns)


def fit_columns(headers: Sequence[str], offer: Offer, offers: Offers) -> list[tuple[str, float]]:
    """For each header the expression of a list and how sure it is; each expression goes to one column."""
    found = [
        (score, -place, index, value)
        for index, header in enumerate(headers)
        for place, (value, score) in enumerate(_rate_columns(header, offer, offers))
    ]
    fitted: dict[int, tuple[str, float]] = {}
    taken: set[str] = set()
    ordered = sorted(found, key=lambda one: (-one[0], -one[1], one[2]))
    for score, _, index, value in ordered:
        if index not in fitted and value not in taken and score > 0:
            fitted[index] = (value, score)
            taken.add(value)
    for index in range(len(headers)):
        if index not in fitted:
            _make_room(index, ordered, fitted)
    return [fitted.get(index, ("", 0.0)) for index in range(len(headers))]


def _make_room(
    index: int, ordered: Sequence[tuple[float, int, int, str]], fitted: dict[int, tuple[str, float]]
) -> None:
    """Give a header its best expression when the header that has it does as well with another: `WP | Titel`."""
    score, value = next(((score, value) for score, _, at, value in ordered if at == index), (0.0, ""))
    holder = next((at for at, (held, _) in fitted.items() if held == value), None)
    if score < SURE or holder is None:
        return
    held = {one for one, _ in fitted.values()}
    for other, _, at, instead in ordered:
        if at == holder and instead not in held and other >= fitted[holder][1]:
            fitted[holder], fitted[index] = (instead, other), (value, score)
            return


def _rate_columns(header: str, offer: Offer, offers: Offers) -> Iterator[tuple[str, float]]:
    """Each expression of a list with how well its labels fit the words above a column."""
    year = find_year(header)
    for value, labels in offer.columns.items():
        if YEAR not in value:
            rating = max(offers.wording.compare(header, label) for label in labels)
            yield value, rating * (1.0 if year is None else _NOT_YEARLY)
        elif year is not None:
            words = without_year(header)
            bare = words == header  # the year is all it says
            rating = max(
                100.0 if bare and label == "jaar" else offers.wording.compare(words, label.removesuffix(" jaar"))
                for label in labels
            )
            yield value.replace(YEAR, str(year - 1)), rating


def best_choice(question: str, offers: Offers) -> Match | None:
    """The fact that a box `Ja` below these words is about."""
    ranked = sorted(
        (
            Match(offer, offer.value, max(offers.wording.compare(question, label) for label in offer.labels))
            for offer in offers.of(Sort.CHOICE)
        ),
        key=lambda match: -match.score,
    )
    return ranked[0] if ranked and ranked[0].score >= ENOUGH else None


def runner_up(matches: Iterable[Match], chosen: Match) -> Match | None:
    """The best match for another value."""
    return next((match for match in matches if match.value != chosen.value), None)
