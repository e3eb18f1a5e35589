"""Drafts the slots of a form: each place with the value whose words are nearest, or none when none is near enough."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ibndocs.documents.binding.headers import Neighbours, read_slide_headers, read_word_headers
from ibndocs.documents.binding.matching import (
    ENOUGH,
    SURE,
    Asked,
    Match,
    best_choice,
    fit_columns,
    rank,
    rank_lists,
    runner_up,
)
from ibndocs.documents.binding.offers import Offer, Offers, Sort
from ibndocs.documents.binding.parts import find_parts
from ibndocs.documents.binding.slide_charts import rank_charts
from ibndocs.documents.binding.slide_texts import is_own_text, rank_text, read_name
from ibndocs.documents.binding.totals import match_total
from ibndocs.office.outline import Item, Kind, Outline
from ibndocs.office.package import Package
from ibndocs.office.places import (
    Blank,
    Control,
    Field,
    Label,
    Office,
    Section,
    SheetCell,
    SlideCell,
    SlidePlaceholder,
    SlideRows,
    SlideShape,
    TableCell,
    TableRows,
    Under,
)

_TEXTS = (Kind.HEADING, Kind.QUESTION)
_SAID = (Kind.HEADING, Kind.QUESTION, Kind.TEXT, Kind.INSTRUCTION)
_NOT_DRAFTED = (Kind.PICTURE, Kind.NOTES, Kind.SLIDE, Kind.SHEET, Kind.COMMENT, Kind.REPEATING)
_SLIDE_TEXTS = (SlideShape, SlidePlaceholder)
_FIXED_PLACEHOLDERS = ("footer", "date", "number")
_IN_LINE = (Field, Control, Blank)
_EXAMPLE = SURE + 5
_COMPUTED = (Sort.YEARS, Sort.LINE)
_IN_SO_MANY_WORDS = 95
_TWICE = SURE - 1
_YES = ("ja", "yes", "oui")
_JOINT = " · "
_NAMED = (Kind.CONTROL, Kind.FIELD, Kind.NAME, Kind.BOOKMARK, Kind.DROP_DOWN, Kind.DATE)
_JOINT_IN_NAME = re.compile(r"[_.]+|(?<=[a-zà-ÿ])(?=[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of a row that repeats.

    Attributes:
        key: Its letter in Excel; "" elsewhere.
        header: The words above it.
        value: The expression that fills it; "" leaves it as it is.
        markdown: Whether the value is prose.
        score: How sure it is.
        line: Of rows that belong together, which one it stands in, from 0.
    """

    key: str
    header: str
    value: str
    markdown: bool
    score: float
    line: int = 0


@dataclass(frozen=True, slots=True)
class Bound:
    """A place with the value that goes there.

    Attributes:
        item: The place.
        match: The value.
        after: The next best value.
        columns: Of a row that repeats, its cells.
    """

    item: Item
    match: Match
    after: Match | None = None
    columns: tuple[Column, ...] = ()


@dataclass
class Draft:
    """All that binding a form comes to.

    Attributes:
        outline: The form.
        bound: The places that got a value, in the order of the form.
        asked: The places that got none, with the nearest offer.
        unused: What the description offers and no place asked for.
    """

    outline: Outline
    bound: list[Bound] = field(default_factory=list)
    asked: list[tuple[Item, Match | None]] = field(default_factory=list)
    unused: list[Offer] = field(default_factory=list)


def draft_slots(outline: Outline, package: Package, offers: Offers) -> Draft:
    """Bind each place of a form to what the description offers."""
    draft = Draft(outline)
    candidates, rows = _find_candidates(outline, package, offers)
    chosen = _assign(candidates, offers)
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for index, (item, matches) in enumerate(candidates):
        bound = rows.get(id(item))
        match = chosen.get(index)
        if bound is not None:
            draft.bound.append(bound)
        elif match is not None:
            again = match.offer.sort is Sort.LINE or item.kind is Kind.FORMULA
            doubtful = again and (match.value, item.where) in seen
            seen.add((match.value, item.where))
            # The same words twice under one heading speak of two persons or things.
            told = replace(match, score=min(match.score, _TWICE)) if doubtful else match
            draft.bound.append(Bound(item, told, runner_up(matches, match)))
        elif not _is_implied(item) and item.kind is not Kind.FORMULA:
            draft.asked.append((item, matches[0] if matches else None))
    draft.unused = list(_list_unused(draft.bound, offers))
    return draft


def _list_unused(bound: Sequence[Bound], offers: Offers) -> Iterator[Offer]:
    """The texts and lists that no place asked for; a list told item by item, as `package.activities`, was asked for."""
    used = {one.match.offer.value for one in bound}
    told = {one.match.offer.root.rpartition(".")[2] for one in bound if one.match.offer.sort in (Sort.LIST, Sort.PART)}
    for offer in offers.of(Sort.PROSE, Sort.LIST):
        asked = offer.value in used or (offer.sort is Sort.LIST and offer.root.rpartition(".")[2] in told)
        if not asked:
            yield offer


def _find_candidates(
    outline: Outline, package: Package, offers: Offers
) -> tuple[list[tuple[Item, list[Match]]], Mapping[int, Bound]]:
    """Each place with what may go there, and the rows that a list fills, by the identity of their item."""
    sharing = Counter(item.where for item in outline.fillable())
    neighbours = Neighbours(package) if outline.office is Office.WORD else None
    examples = find_parts(outline.items, offers) if outline.office is Office.WORD else {}
    places = _list_places(outline, offers, examples)
    texts = Counter(item.where for item, _, _ in places if isinstance(item.at, _SLIDE_TEXTS))
    alike = Counter((item.where, item.label) for item in outline.items if item.kind is Kind.FORMULA)
    candidates: list[tuple[Item, list[Match]]] = []
    rows: dict[int, Bound] = {}
    for item, question, parts in places:
        example = next((examples[title] for title in reversed(item.where) if title in examples), None)
        around = offers if example is None else example.offers
        matches: list[Match] = []
        if item.kind is Kind.HEADING and item.label in examples:
            begun = examples[item.label].offer
            matches = [Match(begun, begun.value, _EXAMPLE)]
        elif item.kind is Kind.ROWS:
            if (bound := _bind_rows(item, package, around, parts)) is not None:
                rows[id(item)] = bound
        elif item.kind is Kind.CHART:
            matches = rank_charts(item, offers)
        elif isinstance(item.at, _SLIDE_TEXTS):
            matches = rank_text(item, offers, alone=texts[item.where] == 1)
        elif item.kind is Kind.CHECK_BOX:
            matches = _match_box(item, question, offers)
        else:
            asked = _ask(item, question, neighbours, alone=sharing[item.where] == 1)
            matches = _rank_place(item, asked, around, told_apart=alike[item.where, item.label] <= 1)
        candidates.append((item, matches))
    filled = {bound.item.at.rows: bound for bound in rows.values() if isinstance(bound.item.at, TableRows)}
    repeated = {_table_of(bound.item.at) for bound in rows.values()}
    return [
        (item, [*_sum_up(item, filled, offers), *matches])
        for item, matches in candidates
        if item.kind is Kind.ROWS or not _is_repeated(item.at, repeated)
    ], rows


def _list_places(outline: Outline, offers: Offers, examples: Collection[str]) -> list[tuple[Item, str, list[Item]]]:
    """The places where a form asks something: not what is its own, nor the room beside what a workbook calculates."""
    formulas = [item for item in outline.items if item.kind is Kind.FORMULA]
    calculated = {(*item.where[:1], split_label(item)[0]) for item in formulas}
    alike = Counter((item.where, item.label) for item in formulas)

    def asks(item: Item) -> bool:
        if item.kind is Kind.CELL and (*item.where[:1], item.label) in calculated:
            return False
        # Two formulas with the same words sum up different columns; which is which only a name can say.
        return not _is_own(item, offers) and (alike[item.where, item.label] <= 1 or "name" in item.facts)

    return [one for one in _walk(outline.items, outline.office, examples) if asks(one[0])]


def _walk(items: Sequence[Item], office: Office, examples: Collection[str]) -> Iterator[tuple[Item, str, list[Item]]]:
    """Each place with the question said last before it and, of rows in Excel, the cells that belong to it."""
    said = ""
    for index, item in enumerate(items):
        if item.at is None:
            if item.kind in _SAID:
                said = item.label or item.text
            if item.label in examples and item.kind is Kind.HEADING:
                yield replace(item, at=Section(item.label)), said, []
            elif item.kind in _TEXTS and office is Office.WORD and not _has_own_place(items[index + 1 :]):
                # Where a table stands right below a question, its answer comes between the two.
                yield replace(item, at=Under(item.label), facts={**item.facts, "place": "implied"}), said, []
            elif item.kind is Kind.FORMULA and "cell" in item.facts:
                yield replace(item, at=SheetCell(item.facts["cell"])), said, []
            continue
        if item.kind in _NOT_DRAFTED or getattr(item.at, "placeholder", "") in _FIXED_PLACEHOLDERS:
            continue
        parts = []
        for follower in items[index + 1 :] if item.kind is Kind.ROWS else ():
            if follower.at is not None or "column" not in follower.facts:
                break
            parts.append(follower)
        yield item, said, parts
        if item.kind in _SAID:
            said = item.label


def _has_own_place(following: Sequence[Item]) -> bool:
    """Whether a field, a control or a blank below a heading waits for its answer."""
    for item in following:
        if item.kind in (*_TEXTS, Kind.TABLE, Kind.ROWS):
            return False
        if item.at is not None:
            return True
    return False


def _ask(item: Item, question: str, neighbours: Neighbours | None, *, alone: bool) -> Asked:
    label, column = split_label(item)
    if item.kind in _NAMED and " " not in label.strip():
        label = _JOINT_IN_NAME.sub(" ", label)
    table = getattr(item.at, "table", None)
    around = (*item.where, *([table] if isinstance(table, str) else []))
    if neighbours is not None and isinstance(item.at, _IN_LINE):
        around = (*around, *(text for text in neighbours.find(item.at) if text != item.label))
    if not label.strip(" .:_") and question:
        label = question
    names = (getattr(item.at, key, None) for key in ("field", "control", "bookmark", "name"))
    also = [_JOINT_IN_NAME.sub(" ", name) for name in names if isinstance(name, str)]
    if item.kind in _NAMED and alone and item.where:
        also += item.where[-1:]
    prefers: tuple[Sort, ...] = (
        (Sort.PROSE,) if item.kind in _TEXTS or isinstance(item.at, Under) else (Sort.LINE, Sort.YEARS)
    )
    if "rich" in item.facts.get("type", ""):
        prefers = (Sort.PROSE, Sort.LINE, Sort.YEARS)
    return Asked(item.kind, label, column, around, tuple(also), prefers)


def split_label(item: Item) -> tuple[str, str]:
    """The words at the row and at the column of a place."""
    place = item.at
    row = getattr(place, "row", None) if not isinstance(place, TableRows) else None
    row = getattr(place, "label", row)
    column = getattr(place, "column", None)
    first, joint, second = item.label.partition(_JOINT)
    if isinstance(column, str):
        return (row if isinstance(row, str) else first if joint else ""), column
    if joint:
        return first, second
    return item.label, ""


def _match_box(item: Item, question: str, offers: Offers) -> list[Match]:
    """A box `Ja` ticked when the fact that the question is about holds, a box `Nee` when it does not."""
    label = item.label.strip().casefold()
    yes = label.split(" ")[0].strip(",.;:") in _YES
    no = label.split(" ")[0].strip(",.;:") in ("nee", "neen", "no", "non")
    if not (yes or no):
        found = best_choice(item.label, offers)
        return [Match(found.offer, f"{found.value} == 'Ja'", found.score)] if found else []
    found = best_choice(question or (item.where[-1] if item.where else ""), offers)
    return [Match(found.offer, f"{found.value} == '{'Ja' if yes else 'Nee'}'", found.score)] if found else []


def _assign(candidates: Sequence[tuple[Item, list[Match]]], offers: Offers) -> dict[int, Match]:
    """The best match of each place; a text answers one place only, the one that it fits best."""
    ranked = sorted(
        ((match, index) for index, (_, matches) in enumerate(candidates) for match in matches if match.score >= ENOUGH),
        key=lambda pair: (_is_implied(candidates[pair[1]][0]), -pair[0].score, pair[1]),
    )
    chosen: dict[int, Match] = {}
    answered: set[str] = set()
    for match, index in ranked:
        item = candidates[index][0]
        if index in chosen or match.value in answered or (_is_implied(item) and not _is_told(item, match, offers)):
            continue
        if item.kind is Kind.FORMULA and not (match.offer.sort in _COMPUTED and match.score >= SURE):
            continue
        chosen[index] = match
        if match.offer.sort is Sort.PROSE:
            answered.add(match.value)
    return chosen


def _sum_up(item: Item, filled: Mapping[Label, Bound], offers: Offers) -> list[Match]:
    """The sum of a column of the rows above a cell, when it asks for that."""
    bound = filled.get(item.at.table) if isinstance(item.at, TableCell) else None
    if bound is None:
        return []
    columns = [(column.header, column.value) for column in bound.columns]
    found = match_total(item, bound.match.offer, columns, offers.wording)
    return [found] if found is not None else []


def _rank_place(item: Item, asked: Asked, offers: Offers, *, told_apart: bool) -> list[Match]:
    """The matches for a place by its words, when they tell it apart; of a formula also by its name: `steun_jaar1`."""
    found = rank(asked, offers) if told_apart else []
    name = item.facts.get("name", "") if item.kind is Kind.FORMULA else ""
    if not name:
        return found
    by_name = rank(replace(asked, label=_JOINT_IN_NAME.sub(" ", name), column="", also=()), offers)
    return sorted([*found, *by_name], key=lambda match: (-match.score, match.value))


def _is_own(item: Item, offers: Offers) -> bool:
    """Whether what stands on a slide is the form's own: a text that asks nothing, the corner of a table."""
    if isinstance(item.at, _SLIDE_TEXTS):
        return is_own_text(item, offers)
    return isinstance(item.at, SlideCell) and not item.label


def _table_of(place: object) -> tuple[object, ...] | None:
    """The table on a slide that a row which repeats stands in."""
    return (place.slide, place.shape) if isinstance(place, SlideRows) else None


def _is_repeated(place: object, tables: Collection[tuple[object, ...] | None]) -> bool:
    """Whether a cell stands in a row that repeats or in an empty one below it."""
    return isinstance(place, SlideCell) and not isinstance(place.row, str) and (place.slide, place.shape) in tables


def _is_implied(item: Item) -> bool:
    """Whether a place is only there if an answer fits it well: a heading of mere structure looks the same."""
    return item.facts.get("place") == "implied"


def _is_told(item: Item, match: Match, offers: Offers) -> bool:
    """Whether a heading says in so many words what a text is about."""
    labels = match.offer.labels if match.offer.sort is Sort.PROSE else ()
    return any(offers.wording.compare(item.label, label) >= _IN_SO_MANY_WORDS for label in labels)


def _bind_rows(item: Item, package: Package, offers: Offers, parts: Sequence[Item]) -> Bound | None:
    cells = _read_cells(item, package, parts)
    headers = [cell.header for cell in cells]
    title = (read_name(item) or " ".join(item.where)) if isinstance(item.at, SlideRows) else item.label
    ranked = rank_lists(title, item.where, headers, offers)
    best = ranked[0] if ranked else None
    if best is None or best.score < ENOUGH:
        return None
    values = best.offer.settle(fit_columns(headers, best.offer, offers))
    columns = []
    for cell, (value, score) in zip(cells, _fill_nameless(cells, values, best.offer, offers), strict=True):
        fits = score >= ENOUGH and not (cell.text.strip() and score < 100)
        markdown = value in offers.markdown and not cell.key
        columns.append(Column(cell.key, cell.header, value if fits else "", markdown, score, cell.line))
    if len(columns) == 1 and not columns[0].header:
        only = next(iter(best.offer.columns))
        columns = [Column(columns[0].key, "", only, only in offers.markdown, best.score)]
    if not any(column.value for column in columns):
        return None
    return Bound(item, best, runner_up(ranked, best), tuple(columns))


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a row that repeats: its letter in Excel, the words above it, what it holds, and its row in a group."""

    key: str
    header: str
    text: str
    line: int = 0


def _fill_nameless(
    cells: Sequence[_Cell], values: Sequence[tuple[str, float]], offer: Offer, offers: Offers
) -> list[tuple[str, float]]:
    """The cells of rows that belong together which have no header of their own.

    The first row says which item it is; a row of one cell has room for the item's prose when there is only one.
    """
    told = list(values)
    taken = {value for value, _ in told}
    sizes = Counter(cell.line for cell in cells)
    if len(sizes) == 1:
        return told
    prose = [value for value in offer.columns if value in offers.markdown and value not in taken]
    for index, cell in enumerate(cells):
        if cell.header or told[index][0]:
            continue
        if sizes[cell.line] == 1 and len(prose) == 1:
            told[index] = (prose.pop(), ENOUGH)
        elif index == 0 and (name := next(value for value in offer.columns if not value.endswith(".id"))) not in taken:
            told[index] = (name, ENOUGH)
    return told


def _read_cells(item: Item, package: Package, parts: Sequence[Item]) -> list[_Cell]:
    """The cells of a row that repeats, and of the rows that belong to it."""
    from ibndocs.office.labels import Unresolved

    if parts:
        return [_Cell(part.facts["column"], part.label, part.text) for part in parts]
    try:
        if isinstance(item.at, TableRows):
            lines = read_word_headers(package, item.at, group=int(item.facts.get("group", "1")))
            return [_Cell("", header, text, number) for number, line in enumerate(lines) for header, text in line]
        if isinstance(item.at, SlideRows):
            return [_Cell("", header, text) for header, text in read_slide_headers(package, item.at)]
    except Unresolved:
        pass
    return []
