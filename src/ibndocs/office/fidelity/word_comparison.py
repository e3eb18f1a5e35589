"""Compares what a form says with what a filled file says: everything of the form must still be there, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import zip_longest
from operator import add

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.fidelity.alignment import align
from ibndocs.office.fidelity.report import Change, Fidelity, shorten
from ibndocs.office.fidelity.word_blocks import Block, Cell, Paragraph, Row, Story, Table
from ibndocs.office.fidelity.word_text import HOLE, find_answers, mark_blanks
from ibndocs.office.word.tree import child, names

_ALIKE = 60
"""From this likeness (0 to 100) on a text is taken for the altered form of another."""
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares stories and notes what differs.

    Attributes:
        report: Where differences and answers are noted.
        exact: Whether the mark-up of what was not filled in must be equal as well.
    """

    report: Fidelity
    exact: bool

    def compare(self, form: Story, filled: Story, place: Text, *, asks: bool = False) -> None:
        """Compare two stories.

        Args:
            form: What the form says.
            filled: What the filled file says.
            place: Where they stand.
            asks: Whether headings and questions without an answer are noted.
        """
        pairs = align([block.key for block in form.fixed], [block.key for block in filled.fixed])
        pairs = _pair_rest(form.fixed, filled.fixed, pairs)
        answers = [0] * len(form.open)
        within = [0] * len(form.open)
        lost: list[tuple[int, Block]] = []
        spare: list[tuple[int, Block]] = []
        under = place
        i = j = 0
        for a, b in [*pairs, (len(form.fixed), len(filled.fixed))]:
            lost += [(k, form.fixed[k]) for k in range(i, a)]
            extra = filled.fixed[j:b]
            gaps = range(i, a + 1)
            open_gap = next((gap for gap in gaps if form.open[gap]), None)
            free = any(block.free for block in form.fixed[max(i - 1, 0) : a + 1])
            for block in extra:
                if isinstance(block, Paragraph) and block.text in form.initial:
                    continue
                if (open_gap is not None and not self._is_new_heading(form, a, block)) or free:
                    answers[a if open_gap is None else open_gap] += 1
                    spare.append((-1, block))
                else:
                    spare.append((a, block))
            if a < len(form.fixed):
                states = self._compare_blocks(form.fixed[a], filled.fixed[b], place)
                under = _heading_of(form.fixed[a], under) if asks else place
                self._note_blanks(form.fixed[a], states, under)
                within[a + 1] = sum(states)
            i, j = a + 1, b + 1
        self._judge(form, lost, spare, place, alone=self.exact or not asks)
        self.report.answered += sum(1 for gap, count in enumerate(answers) if count and form.open[gap])
        if asks:
            self._find_unanswered(form, list(map(add, answers, within)))
        else:
            self._note_places(form, answers, place)

    def _is_new_heading(self, form: Story, gap: int, block: Block) -> bool:
        """Whether a block that was added is a heading beside or above the question it stands under."""
        if self.exact or not isinstance(block, Paragraph) or block.level is None:
            return False
        levels = [one.level for one in form.fixed[:gap] if isinstance(one, Paragraph) and one.level is not None]
        return bool(levels) and block.level <= levels[-1]

    def _judge(
        self,
        form: Story,
        lost: Sequence[tuple[int, Block]],
        spare: list[tuple[int, Block]],
        place: Text,
        *,
        alone: bool,
    ) -> None:
        """Tell what became of what is missing, and what has come that no answer place takes.

        Where there is little, as in a cell, one text that stands `alone` for another is that other, however unlike.
        """
        swapped = alone and len(lost) == len(spare) == 1 and type(lost[0][1]) is type(spare[0][1])
        for k, block in lost:
            if block.free:
                continue
            where = self._locate(form, k, place)
            same = next((one for one in spare if _is_like(block, one[1])), None)
            if same is not None:
                spare.remove(same)
                self.report.differ(Change.MOVED, where, block.shown)
                continue
            near = max(spare, key=lambda one: (_likeness(block, one[1]), -abs(one[0] - k)), default=None)
            if near is not None and (swapped or _likeness(block, near[1]) >= _ALIKE):
                spare.remove(near)
                self.report.differ(Change.ALTERED, where, block.shown, near[1].shown)
            else:
                self.report.differ(Change.REMOVED, where, block.shown)
        for k, block in spare:
            if k >= 0:
                self.report.differ(Change.ADDED, self._locate(form, k, place), "", block.shown)

    def _locate(self, form: Story, index: int, place: Text) -> Text:
        above = next((block for block in form.fixed[:index][::-1] if isinstance(block, Paragraph)), None)
        if above is None:
            return place
        label = shorten(above.shown, _LABEL)
        nl, en = f"na “{label}”", f"after “{label}”"
        return Text(f"{place.nl}, {nl}" if place.nl else nl, f"{place.en}, {en}" if place.en else en)

    def _find_unanswered(self, form: Story, answers: Sequence[int]) -> None:
        """Note each heading or question below which nothing was filled in before the next."""
        asked: str | None = None
        count = waits = 0
        for index, block in enumerate(form.fixed):
            if isinstance(block, Paragraph):
                opens = block.level is not None or block.text.endswith("?")
                tells = not opens and block.blanks > 0
            else:
                opens, tells = False, True
            if opens or tells:
                if asked is not None and waits and not count:
                    self.report.empty.append(asked)
                # The cells of a table and the blanks in a line tell for themselves.
                asked, count, waits = (block.shown if opens else None), 0, 0
            count += answers[index + 1]
            if isinstance(block, Paragraph) and not tells:
                waits += form.blank[index + 1] + (self._is_leaf(form, index) if opens else HOLE in block.text)
        if asked is not None and waits and not count:
            self.report.empty.append(asked)

    def _is_leaf(self, form: Story, index: int) -> bool:
        """Whether the next heading, if there is one, does not go deeper."""
        own = form.fixed[index]
        following = form.fixed[index + 1] if index + 1 < len(form.fixed) else None
        if following is None or not isinstance(following, Paragraph) or following.level is None:
            return following is None
        return isinstance(own, Paragraph) and own.level is not None and following.level <= own.level

    # -- blocks

    def _compare_blocks(self, form: Block, filled: Block, place: Text) -> list[bool]:
        """Compare two blocks that belong together; gives for each place in the line of the first if it is filled."""
        if isinstance(form, Table) and isinstance(filled, Table):
            self._compare_tables(form, filled, place)
            return []
        assert isinstance(form, Paragraph)
        assert isinstance(filled, Paragraph)
        blanks, given = (find_answers(form.text, text) or [] for text in (form.flat, filled.text))
        states = [bool(answer) and answer != blank for answer, blank in zip_longest(given, blanks)]
        if not self._is_styled_alike(form, filled):
            where = _inside(place, Text(f"opmaak van “{form.shown}”", f"style of “{form.shown}”"))
            self.report.differ(Change.ALTERED, where, _say_style(form), _say_style(filled))
        elif self.exact and HOLE not in form.text and _bytes_of(form.element) != _bytes_of(filled.element):
            where = _inside(place, Text(f"opmaak in “{form.shown}”", f"layout within “{form.shown}”"))
            self.report.differ(Change.ALTERED, where)
        self.report.answered += sum(states)
        return states

    def _note_blanks(self, block: Block, answered: Sequence[bool], place: Text) -> None:
        """Note the blanks of a line that wait: by the words before each, or by the whole line when none is filled."""
        if not isinstance(block, Paragraph) or not block.blanks:
            return
        labels = [block.shown]
        if any(answered):
            words = (piece.strip(" .:;,/–-") for piece in block.text.split(HOLE)[: block.blanks])
            labels = [label or block.shown for label, done in zip(words, answered, strict=False) if not done]
        self.report.empty += [_inside(place, _quote(label)).nl for label in labels]

    def _note_places(self, form: Story, answers: Sequence[int], place: Text) -> None:
        """Note the fields and controls that stand on lines of their own and wait, by the line above them."""
        for gap, count in enumerate(form.alone):
            if count and not answers[gap] and gap:
                self.report.empty.append(_inside(place, _quote(form.fixed[gap - 1].shown)).nl)

    def _is_styled_alike(self, form: Paragraph, filled: Paragraph) -> bool:
        """Whether two paragraphs have one style; a first list level may come from the style or stand by itself."""
        one, other = (paragraph.style for paragraph in (form, filled))
        return one == other or (not self.exact and (one[0], one[1] or "0") == (other[0], other[1] or "0"))

    # -- tables

    def _compare_tables(self, form: Table, filled: Table, place: Text) -> None:
        label = shorten(form.shown, _LABEL)
        here = _inside(place, Text(f"tabel “{label}”", f"table “{label}”"))
        if self.exact:
            self._compare_properties(form.element, filled.element, ("tblPr", "tblGrid"), here)
        if not self.exact and form.width and filled.width and form.width != filled.width:
            words = Text(f"{here.nl}, aantal kolommen", f"{here.en}, number of columns")
            self.report.differ(Change.ALTERED, words, str(form.width), str(filled.width))
            return
        pairs, lost, spare = pair_rows(form.rows, filled.rows)
        for a, b in pairs:
            self._compare_rows(form.rows[a], filled.rows[b], _inside(here, Text(f"rij {a + 1}", f"row {a + 1}")))
        shapes = {row.shape for row in form.rows if row.is_open or row.repeats}
        free = form.free or any(row.repeats for row in form.rows)
        for b in [b for b in spare if filled.rows[b].shape in shapes or free]:
            spare.remove(b)
            self.report.answered += sum(bool(cell.shown) for cell in filled.rows[b].cells)
        for a in lost:
            row = form.rows[a]
            where = _inside(here, Text(f"rij {a + 1}", f"row {a + 1}"))
            if not row.is_fixed or (row.repeats and self.exact):
                continue  # what repeats may come to nothing, but a row with words of the form is its question
            if spare:
                self._compare_rows(row, filled.rows[spare.pop(0)], where)
            else:
                self.report.differ(Change.REMOVED, where, row.shown)
        for b in spare:
            self.report.differ(Change.ADDED, here, "", filled.rows[b].shown)

    def _compare_rows(self, form: Row, filled: Row, place: Text) -> None:
        if form.shape != filled.shape:
            self.report.differ(Change.ALTERED, place, form.shown, filled.shown)
            return
        if form.repeats and not row_fits(form, filled):
            return  # what stands there when there is nothing to repeat
        labels = [cell.shown for cell in form.cells]
        asked = [cell.story.asks for cell in form.cells]
        for number, (cell, other) in enumerate(zip(form.cells, filled.cells, strict=True)):
            named = next((label for label in labels[:number][::-1] if label), "")
            words = f" (“{shorten(named, _LABEL)}”)" if named else ""
            where = _inside(place, Text(f"cel {number + 1}{words}", f"cell {number + 1}{words}"))
            if self.exact and not form.repeats:
                self._compare_properties(cell.element, other.element, ("tcPr",), where)
            before = self.report.answered
            self.compare(cell.story, other.story, where)
            waits = not cell.story.fixed and cell.story.open[0] and not any(asked[:number])
            if waits and named and self.report.answered == before:
                self.report.empty.append(where.nl)

    def _compare_properties(
        self, form: etree._Element, filled: etree._Element, steps: Sequence[str], place: Text
    ) -> None:
        for step in steps:
            one, other = child(form, step), child(filled, step)
            if (None if one is None else _bytes_of(one)) != (None if other is None else _bytes_of(other)):
                self.report.differ(Change.ALTERED, _inside(place, Text(f"opmaak ({step})", f"layout ({step})")))


def pair_rows(form: Sequence[Row], filled: Sequence[Row]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Which rows belong together, which of the form are missing, and which have come.

    Rows in which the form says something lead; those that are all answer follow in between.
    """
    if len(form) == len(filled) and all(map(row_fits, form, filled)):
        return [(index, index) for index in range(len(form))], [], []
    pairs: list[tuple[int, int]] = []
    start = 0
    for a, row in enumerate(form):
        if row.is_fixed:
            found = next((b for b in range(start, len(filled)) if row_fits(row, filled[b])), None)
            if found is not None:
                pairs.append((a, found))
                start = found + 1
    whole: list[tuple[int, int]] = []
    lost: list[int] = []
    spare: list[int] = []
    i = j = 0
    for a, b in [*pairs, (len(form), len(filled))]:
        others = list(range(j, b))
        missing = list(range(i, a))
        for fits in (_is_altered, _is_filled, _is_left if len(missing) == len(others) else _is_altered):
            for k in list(missing):
                found = next((one for one in others if fits(form[k], filled[one])), None)
                if found is not None:
                    whole.append((k, found))
                    missing.remove(k)
                    others.remove(found)
        lost += missing
        spare += others
        if a < len(form):
            whole.append((a, b))
        i, j = a + 1, b + 1
    return whole, lost, spare


def _is_altered(form: Row, filled: Row) -> bool:
    from rapidfuzz.fuzz import ratio

    return form.is_fixed and form.shape == filled.shape and ratio(form.shown, filled.shown) >= _ALIKE


def _is_filled(form: Row, filled: Row) -> bool:
    return not form.is_fixed and row_fits(form, filled)


def _is_left(form: Row, filled: Row) -> bool:
    return form.is_fixed and form.shape == filled.shape


def row_fits(form: Row, filled: Row) -> bool:
    """Whether a row may be that of the form with answers in it."""
    return form.shape == filled.shape and all(map(_cell_fits, form.cells, filled.cells))


def _cell_fits(form: Cell, filled: Cell) -> bool:
    if not form.story.fixed:
        return form.story.open[0] or not filled.story.fixed
    other = filled.story.fixed
    at = 0
    for block in form.story.fixed:
        at = next((k + 1 for k in range(at, len(other)) if _may_be(block, other[k])), -1)
        if at < 0:
            return False
    return True


def _may_be(form: Block, filled: Block) -> bool:
    if isinstance(form, Paragraph) and isinstance(filled, Paragraph):
        return find_answers(form.text, filled.text) is not None
    return isinstance(form, Table) and isinstance(filled, Table)


def _pair_rest(
    form: Sequence[Block], filled: Sequence[Block], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pair, between those that are equal, paragraphs with their answers in them, and tables."""
    whole: list[tuple[int, int]] = []
    i = j = 0
    for a, b in [*pairs, (len(form), len(filled))]:
        at = j
        for k in range(i, a):
            found = _find_partner(form[k], filled, at, b)
            if found is not None:
                whole.append((k, found))
                at = found + 1
        if a < len(form):
            whole.append((a, b))
        i, j = a + 1, b + 1
    return whole


def _find_partner(block: Block, filled: Sequence[Block], start: int, end: int) -> int | None:
    if isinstance(block, Paragraph):
        return next((k for k in range(start, end) if _may_be(block, filled[k])), None)
    tables = [(k, one) for k in range(start, end) if isinstance(one := filled[k], Table)]
    wanted = block.lasting_words
    return next((k for k, table in tables if 2 * len(wanted & table.words) >= len(wanted)), None)


def _likeness(block: Block, other: Block) -> float:
    """How much two blocks are alike, from 0 to 100; blanks that were left make no difference."""
    from rapidfuzz.fuzz import ratio

    if type(block) is not type(other):
        return 0
    if isinstance(block, Paragraph) and isinstance(other, Paragraph) and block.level == other.level is not None:
        return max(_ALIKE, ratio(block.shown, other.shown))  # a heading for a heading of the same level
    return ratio(block.shown, mark_blanks(other.shown).strip(f" {HOLE}").replace(HOLE, "…"))


def _is_like(block: Block, other: Block) -> bool:
    if isinstance(block, Paragraph):
        return isinstance(other, Paragraph) and find_answers(block.text, other.text) is not None
    return isinstance(other, Table) and bool(block.words) and block.words <= other.words


def _heading_of(block: Block, under: Text) -> Text:
    """The heading that what follows a block stands under: itself, if it is one."""
    is_heading = isinstance(block, Paragraph) and block.level is not None
    return Text(block.shown, block.shown) if is_heading else under


def _quote(label: str) -> Text:
    words = f"“{shorten(label, _LABEL)}”"
    return Text(words, words)


def _say_style(paragraph: Paragraph) -> str:
    style, level = paragraph.style
    return style if level is None else f"{style}, lijst {level}"


def _inside(place: Text, more: Text) -> Text:
    return Text(f"{place.nl}, {more.nl}", f"{place.en}, {more.en}") if place.nl else more


def _bytes_of(element: etree._Element) -> bytes:
    """The mark-up of an element; what stands in its text boxes is compared by itself."""
    if next(element.iter(*names("txbxContent")), None) is not None:
        element = deepcopy(element)
        for box in list(element.iter(*names("txbxContent"))):
            del box[:]
    data: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    return data
