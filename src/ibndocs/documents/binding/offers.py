"""What a description has to offer, with the words by which a form asks for it: `synonyms.toml` and the questions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from ibndocs.call.pack import Call, Phase
from ibndocs.documents.binding.wording import Wording, is_alike
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text

FILE = "synonyms.toml"
YEAR = "{n}"


class Sort(StrEnum):
    """What kind of value an offer is."""

    LINE = "line"
    PROSE = "prose"
    YEARS = "years"
    LIST = "list"
    CHOICE = "choice"
    CHART = "chart"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing of the description that may go into a form.

    Attributes:
        value: The expression; of a list, what it repeats for: `company in companies`.
        sort: What kind of value it is.
        labels: The words by which a form asks for it, the surest first.
        contexts: The words that say of whom or what a bare label speaks.
        total: Of yearly amounts, the expression of their total.
        columns: Of a list, the expressions of its columns with their labels.
        numbers: The numbers of a question in the forms that ship.
        points: Of a chart, words of its categories.
        series: Of a chart, the name, the values and the words of each series.
        totals: Of a list, the sum of a column by its expression.
        plain: Of prose, whether it is a line without marks: it takes the looks of its place.
        instead: Of a list: when a column has the first expression, the third takes the place of the second.
    """

    value: str
    sort: Sort
    labels: tuple[str, ...]
    contexts: tuple[str, ...] = ()
    total: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    totals: Mapping[str, str] = field(default_factory=dict)
    plain: bool = False
    points: tuple[str, ...] = ()
    series: tuple[tuple[str, str, tuple[str, ...]], ...] = ()

    def settle(self, columns: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
        """The columns of a table with amounts net of VAT where the table has a column for the rate of VAT."""
        if len(self.instead) != 3 or all(value != self.instead[0] for value, _ in columns):
            return list(columns)
        gross, net = (name.partition(YEAR)[0] for name in self.instead[1:])
        return [(value.replace(gross, net, 1) if value.startswith(gross) else value, score) for value, score in columns]

    def total_of(self, column: str) -> str:
        """The sum of a column of a list, such as `person.fte[0]`; "" when there is none."""
        for value, total in self.totals.items():
            before, year, after = value.partition(YEAR)
            number = column[len(before) : len(column) - len(after)] if year else ""
            if column == value.replace(YEAR, number) and (not year or number.isdigit()):
                return total.replace(YEAR, number)
        return ""

    @property
    def root(self) -> str:
        """The name at which it stands in the description: `applicant.contact.name`."""
        return self.value.split(" in ")[-1] if self.sort in (Sort.LIST, Sort.PART) else self.value


@dataclass(frozen=True)
class Part:
    """A list of which each item has a part of a form to itself, and what its items offer there."""

    offer: Offer
    offers: Offers


@dataclass(frozen=True)
class Offers:
    """All offers of a call pack, the wording by which they are compared, and which columns hold Markdown.

    `parts` are the lists whose items may each have a part of the form, with offers of their own.
    """

    offers: tuple[Offer, ...]
    wording: Wording
    markdown: frozenset[str] = frozenset()
    parts: tuple[Part, ...] = ()

    def find_near(self, texts: Iterable[str]) -> list[Offer]:
        """The single values and texts that have a word in common with one of `texts`, or nearly so."""
        words = {word for text in texts for word in self.wording.words(text)}
        near = {number for word in words for known in self._alike(word) for number in self._by_word[known]}
        return [self.offers[number] for number in sorted(near)]

    @cached_property
    def _by_word(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, offer in enumerate(self.offers):
            if offer.sort not in (Sort.LIST, Sort.CHOICE, Sort.CHART, Sort.PART):
                for word in {word for label in offer.labels for word in self.wording.words(label)}:
                    found.setdefault(word, []).append(number)
        return found

    def _alike(self, word: str) -> tuple[str, ...]:
        if word not in self._near_words:
            self._near_words[word] = tuple(known for known in self._by_word if is_alike(word, known))
        return self._near_words[word]

    @cached_property
    def _near_words(self) -> dict[str, tuple[str, ...]]:
        return {}

    def of(self, *sorts: Sort) -> Iterator[Offer]:
        """The offers of these sorts."""
        return (offer for offer in self.offers if offer.sort in sorts)


def read_offers(call: Call, phase: Phase, *, short: bool = False) -> Offers:
    """What a description under `call` offers to a document of `phase`.

    Args:
        call: The call pack.
        phase: The phase of the document.
        short: Whether answers are told in points, as on a slide.

    Raises:
        FaultyInput: `CAL05`: the `synonyms.toml` of the pack cannot be read.
    """
    path = call.folder / FILE
    try:
        data = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
        offers = tuple(_list_offers(data, call, phase, short=short))
        parts = [(_read_part(entry), tuple(_list_part(entry, data))) for entry in data.get("parts", {}).values()]
        groups = [list(map(str, group)) for group in data.get("words", ())]
        markdown = frozenset(map(str, data.get("markdown", ())))
    except (tomllib.TOMLDecodeError, AttributeError, TypeError, KeyError) as fault:
        message = Text(f"is niet leesbaar: {fault}", f"cannot be read: {fault}")
        raise FaultyInput([Finding("CAL05", Severity.ERROR, message, Spot(str(path)))]) from None
    wording = Wording(groups, [label for offer in offers for label in offer.labels])
    return Offers(
        offers, wording, markdown, tuple(Part(offer, Offers(inner, wording, markdown)) for offer, inner in parts)
    )


def _read_part(entry: Mapping[str, Any]) -> Offer:
    return Offer(entry["each"], Sort.PART, tuple(entry["labels"]))


def _list_part(entry: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[Offer]:
    """What an item of a list offers to the part of the form that is about it."""
    own = entry["labels"][0]
    for value, labels in entry.get("values", {}).items():
        yield Offer(value, Sort.LINE, _also_of(labels, own))
    for value, labels in entry.get("prose", {}).items():
        yield Offer(value, Sort.PROSE, _also_of(labels, own))
    for value, years in entry.get("years", {}).items():
        yield Offer(value, Sort.YEARS, _also_of(years["labels"], own), total=years.get("total", ""))
    for one in entry.get("lists", {}).values():
        told = {**data["lists"][one["like"]], **one} if "like" in one else one
        columns = {value: tuple(words) for value, words in told["columns"].items()}
        totals = one.get("totals", {})
        yield Offer(told["each"], Sort.LIST, _also_of(told["labels"], own), columns=columns, totals=totals)


def _also_of(labels: Sequence[str], own: str) -> tuple[str, ...]:
    """Labels, and the same with the word of the part they stand in: `doel`, `doel van het werkpakket`."""
    return (*labels, *(f"{label} van {own}" for label in labels))


def _list_offers(data: Mapping[str, Any], call: Call, phase: Phase, *, short: bool) -> Iterator[Offer]:
    contexts: Mapping[str, list[str]] = data.get("contexts", {})
    for value, labels in data.get("values", {}).items():
        yield Offer(value, Sort.LINE, tuple(labels), _context_of(value, contexts))
    for value, labels in data.get(f"phase{phase}", {}).items():
        yield Offer(value, Sort.LINE, tuple(labels))
    for value, entry in data.get("years", {}).items():
        yield Offer(value, Sort.YEARS, tuple(entry["labels"]), _context_of(value, contexts), entry.get("total", ""))
    for value, labels in data.get("yes_no", {}).items():
        yield Offer(value, Sort.CHOICE, tuple(labels))
    for entry in data.get("lists", {}).values():
        columns = {
            value.replace("{phase}", str(max(phase, 1))): tuple(words) for value, words in entry["columns"].items()
        }
        instead, each = tuple(entry.get("instead", ())), entry["each"]
        if short and "short" in entry:
            each = entry["short"]["each"]
            columns = {value: columns[value] for value in entry["short"]["columns"]}
        yield Offer(
            each, Sort.LIST, tuple(entry["labels"]), columns=columns, instead=instead, totals=entry.get("totals", {})
        )
    for entry in data.get("charts", {}).values():
        series = tuple((one["name"], one["values"], tuple(one["labels"])) for one in entry["series"])
        labels, points = tuple(entry["labels"]), tuple(entry["points"])
        yield Offer(entry["categories"], Sort.CHART, labels, points=points, series=series)
    prose: dict[str, list[str]] = dict(data.get("prose", {}))
    for question in call.questions:
        value = f"answers.{question.id}"
        more = prose.pop(value, [])
        if phase in question.phases or phase == 0:
            number = question.numbers.get(f"phase{phase}", "")
            labels = (question.title, *more, question.hint)
            told = f"pitch.points.{question.id}" if short else value
            yield Offer(told, Sort.PROSE, labels, numbers=(number,) if number else (), plain=short)
    for value, labels in prose.items():
        if not value.startswith("answers."):
            yield Offer(value, Sort.PROSE, tuple(labels), _context_of(value, contexts))


def _context_of(value: str, contexts: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The words of the longest name in `contexts` that a value begins with."""
    bare = value.lstrip("[(")
    fitting = [name for name in contexts if bare == name or bare.startswith(f"{name}.")]
    return tuple(contexts[max(fitting, key=len)]) if fitting else ()
