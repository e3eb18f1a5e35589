"""Which numbers a chart on a slide shows: by its title, the names of its series and its categories."""

from __future__ import annotations

from collections.abc import Sequence

from ibndocs.documents.binding.matching import Match, find_year
from ibndocs.documents.binding.offers import Offer, Offers, Sort
from ibndocs.documents.binding.wording import Wording
from ibndocs.office.outline import Item

_BY_SLIDE = 0.95
_TITLE, _LEGEND, _CATEGORIES = 0.6, 0.2, 0.2
_OTHER_CATEGORIES = 0.5
_ALIKE = 70
_YEAR = "jaar"


def rank_charts(item: Item, offers: Offers) -> list[Match]:
    """The charts of the call pack for a chart of the form, the best first."""
    found = [Match(offer, offer.value, _score(item, offer, offers.wording)) for offer in offers.of(Sort.CHART)]
    return sorted(found, key=lambda match: (-match.score, match.value))


def _score(item: Item, offer: Offer, wording: Wording) -> float:
    titles = (item.facts.get("title", ""), item.label)
    title = max(
        max(wording.compare(text, label) for label in offer.labels) * weight
        for text, weight in (*((text, 1.0) for text in titles), (" ".join(item.where), _BY_SLIDE))
    )
    legend = _read_words(item, "legend")
    known = [label for _, _, labels in offer.series for label in labels]
    names = _mean([max(wording.compare(name, label) for label in known) for name in legend])
    categories = _rate_categories(_read_words(item, "categories"), offer, wording)
    score = _TITLE * title + _LEGEND * names + _CATEGORIES * categories
    return score if categories else _OTHER_CATEGORIES * score


def _read_words(item: Item, fact: str) -> list[str]:
    return [word for word in item.facts.get(fact, "").split(" | ") if word]


def _rate_categories(categories: Sequence[str], offer: Offer, wording: Wording) -> float:
    """How well the categories of a chart are of the kind that an offer has, from 0 to 100; years are years."""
    yearly = bool(categories) and all(_is_year(category) for category in categories)
    if yearly or _YEAR in offer.points:
        return 100.0 if yearly and _YEAR in offer.points else 0.0
    if not offer.points:
        return 100.0  # they are what the companies fill in: any word will do
    best = [max(wording.compare(category, point) for point in offer.points) for category in categories]
    return 100.0 if best and min(best) >= _ALIKE else 0.0


def _is_year(text: str) -> bool:
    return find_year(text) is not None or (text.strip().isdigit() and len(text.strip()) == 4)


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
