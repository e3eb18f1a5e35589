"""Compares a PowerPoint form with a filled deck: its slides, what stands on them, the texts no answer takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.fidelity.alignment import align
from ibndocs.office.fidelity.report import Change, Fidelity
from ibndocs.office.fidelity.word_text import BOX, CHARACTERS, HOLE, find_answers, mark_blanks
from ibndocs.office.package import Package
from ibndocs.office.places import SlideCell, SlideChart, SlideNotes, SlidePlaceholder, SlideRows, SlideShape, WholeSlide
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.markup import q
from ibndocs.office.slides.placeholders import find_placeholders
from ibndocs.office.slides.shapes import Shape, find_named, list_shapes
from ibndocs.office.slides.tables import cell_text, cells, rows
from ibndocs.office.slots import DropSlot, RowsSlot, Slot, ValueSlot

_OPEN_PLACEHOLDERS = ("body", "obj", "subTitle", "pic", "tbl", "chart", "dgm", "media", "clipArt")
_NOT_ASKED = ("dt", "sldNum", "ftr")


@dataclass
class Filling:
    """What the slots fill on one slide: shapes, cells and rows of tables, charts by the index of their shape."""

    shapes: set[int] = field(default_factory=set)
    cells: set[tuple[int, int, int]] = field(default_factory=set)
    rows: set[tuple[int, int]] = field(default_factory=set)
    notes: bool = False
    drops: bool = False


def compare_decks(form: Package, filled: Package, slots: Sequence[Slot], report: Fidelity, *, exact: bool) -> None:
    """Compare two decks; see `word.compare_documents` for the arguments."""
    blank, done = Deck(form), Deck(filled)
    before = [list_shapes(blank.tree(part)) for part in blank.slides]
    after = [list_shapes(done.tree(part)) for part in done.slides]
    fillings = _find_fillings(before, slots)
    paired = _pair_slides(before, after, exact=exact)
    spare = sorted(set(range(len(after))) - set(paired.values()))
    for number, shapes in enumerate(before):
        place = Text(f"dia {number + 1}", f"slide {number + 1}")
        filling = fillings[number]
        if number in paired:
            comparison = _SlideComparison(place, filling, report, exact=exact)
            comparison.compare(shapes, after[paired[number]])
            notes, other = (_read_notes(deck, at) for deck, at in ((blank, number), (done, paired[number])))
            comparison.compare_notes(notes, other)
        elif (moved := next((one for one in spare if _titled(after[one]) == _titled(shapes)), None)) is not None:
            spare.remove(moved)
            report.differ(Change.MOVED, place, _say(shapes))
        elif not filling.drops:
            report.differ(Change.REMOVED, place, _say(shapes))
    for number in spare:
        report.differ(Change.ADDED, Text(f"dia {number + 1}", f"slide {number + 1}"), "", _say(after[number]))


def _pair_slides(before: Sequence[Sequence[Shape]], after: Sequence[Sequence[Shape]], *, exact: bool) -> dict[int, int]:
    """Which slides belong together: those of one title, then those of the same shapes, then as many in one place."""
    pairs: list[tuple[int, int]] = []
    for key in (_key,) if exact else (_titled, _key):
        pairs = [
            (i + a, j + b)
            for i, end, j, stop in _gaps(pairs, len(before), len(after))
            for a, b in align([key(one) for one in before[i:end]], [key(one) for one in after[j:stop]])
        ] + pairs
        pairs.sort()
    for i, end, j, stop in list(_gaps(pairs, len(before), len(after))):
        if end - i == stop - j:  # something on them changed
            pairs += zip(range(i, end), range(j, stop), strict=True)
    return dict(pairs)


def _gaps(pairs: Sequence[tuple[int, int]], before: int, after: int) -> Iterator[tuple[int, int, int, int]]:
    """What lies between pairs on either side: from, to, from, to."""
    i = j = 0
    for a, b in [*pairs, (before, after)]:
        yield i, a, j, b
        i, j = a + 1, b + 1


def _key(shapes: Sequence[Shape]) -> tuple[tuple[str, str], ...]:
    return tuple((shape.name, str(shape.element.tag)) for shape in shapes)


def _titled(shapes: Sequence[Shape]) -> object:
    """What a slide with a title is known by; one without is equal to no other."""
    return next(filter(None, map(_text_of, find_placeholders(list(shapes), "title"))), object())


def _find_fillings(slides: Sequence[Sequence[Shape]], slots: Sequence[Slot]) -> list[Filling]:
    fillings = [Filling() for _ in slides]
    for slot in slots:
        number = getattr(slot.at, "slide", 0)
        if not 1 <= number <= len(slides):
            continue
        filling, shapes = fillings[number - 1], slides[number - 1]
        if isinstance(slot, DropSlot) and isinstance(slot.at, WholeSlide):
            filling.drops = True
        elif isinstance(slot.at, SlideNotes):
            filling.notes = True
        elif isinstance(slot.at, SlideChart):
            filling.shapes |= _find(shapes, str(slot.at.chart))
        elif isinstance(slot, RowsSlot) and isinstance(slot.at, SlideRows):
            for index in _find(shapes, str(slot.at.shape)):
                start = slot.at.row - 1
                filling.rows |= {(index, row) for row in range(start, start + len(slot.cells))}
        elif isinstance(slot, ValueSlot) and isinstance(slot.at, SlideCell):
            for index in _find(shapes, str(slot.at.shape)):
                table = shapes[index].table
                if table is not None:
                    filling.cells |= _find_cell(table, index, slot.at)
        elif isinstance(slot.at, SlideShape):
            filling.shapes |= _find(shapes, str(slot.at.shape))
        elif isinstance(slot.at, SlidePlaceholder):
            filling.shapes |= _find_placeholder(shapes, slot.at)
    return fillings


def _find_placeholder(shapes: Sequence[Shape], at: SlidePlaceholder) -> set[int]:
    found = find_placeholders(list(shapes), at.placeholder)
    chosen = found if at.nth is None else found[at.nth - 1 : at.nth]
    return {index for index, one in enumerate(shapes) if any(one is shape for shape in chosen)}


def _find(shapes: Sequence[Shape], name: str) -> set[int]:
    return {index for shape in find_named(list(shapes), name) for index, one in enumerate(shapes) if one is shape}


def _find_cell(table: etree._Element, index: int, at: SlideCell) -> set[tuple[int, int, int]]:
    grid = [[cell_text(cell).strip().casefold() for cell in cells(row)] for row in rows(table)]
    tops = grid[0] if grid else []
    found_rows = [n for n, row in enumerate(grid) if _is_line(at.row, n, row[0] if row else "")]
    found_columns = [n for n, top in enumerate(tops) if _is_line(at.column, n, top)]
    return {(index, row, column) for row in found_rows for column in found_columns}


def _is_line(label: str | int, number: int, words: str) -> bool:
    return label == number + 1 if isinstance(label, int) else words.startswith(label.strip().casefold())


def _read_notes(deck: Deck, number: int) -> str:
    part = deck.related(deck.slides[number], "notesSlide")
    if part is None:
        return ""
    shapes = (shape for shape in list_shapes(deck.tree(part)) if (shape.placeholder or ("", ""))[0] == "body")
    return " / ".join(_text_of(shape) for shape in shapes)


@dataclass(frozen=True, slots=True)
class _SlideComparison:
    """Compares one slide with itself after filling."""

    place: Text
    filling: Filling
    report: Fidelity
    exact: bool = field(kw_only=True)

    def compare(self, form: Sequence[Shape], filled: Sequence[Shape]) -> None:
        """Compare the shapes."""
        keys = [[(shape.name, str(shape.element.tag), shape.placeholder) for shape in side] for side in (form, filled)]
        pairs = dict(align(keys[0], keys[1]))
        if not self.exact:
            pairs |= _pair_renamed(form, filled, pairs)
        for index, shape in enumerate(form):
            place = self._at(shape)
            if index in pairs:
                self._compare_shape(index, shape, filled[pairs[index]], place)
            elif (shape.placeholder or ("", ""))[0] not in _NOT_ASKED and (self.exact or _text_of(shape)):
                self.report.differ(Change.REMOVED, place, _text_of(shape))
        for index in sorted(set(range(len(filled))) - set(pairs.values())):
            if self.exact:
                self.report.differ(Change.ADDED, self._at(filled[index]), "", _text_of(filled[index]))
            else:
                self.report.answered += 1

    def compare_notes(self, form: str, filled: str) -> None:
        """Compare the speaker's notes."""
        place = Text(f"{self.place.nl}, notities", f"{self.place.en}, notes")
        if form == filled:
            return
        if self.filling.notes or (not self.exact and filled.startswith(form)):
            self.report.answered += 1
        else:
            self.report.differ(Change.ALTERED if form else Change.ADDED, place, form, filled)

    def _at(self, shape: Shape) -> Text:
        return Text(f"{self.place.nl}, vorm “{shape.name}”", f"{self.place.en}, shape “{shape.name}”")

    def _compare_shape(self, index: int, form: Shape, filled: Shape, place: Text) -> None:
        if form.table is not None and filled.table is not None:
            self._compare_table(index, form.table, filled.table, place)
        elif index in self.filling.shapes:
            self.report.answered += bool(_text_of(filled) or form.chart)
        elif self.exact:
            if form.element.tag != q("p:grpSp") and _bytes_of(form.element) != _bytes_of(filled.element):
                self.report.differ(Change.ALTERED, place, _text_of(form), _text_of(filled))
        else:
            self._compare_text(form, filled, place)

    def _compare_text(self, form: Shape, filled: Shape, place: Text) -> None:
        flat, after = _text_of(form), _text_of(filled)
        before = mark_blanks(flat)
        kind = (form.placeholder or ("", ""))[0]
        if kind in _NOT_ASKED or form.element.tag == q("p:grpSp"):
            return
        if kind in _OPEN_PLACEHOLDERS or not before.replace(HOLE, "").strip():
            self.report.answered += after not in ("", flat)
            if not after and form.placeholder is not None:
                self.report.empty.append(place.nl)
            return
        answers = find_answers(before.translate(CHARACTERS), after.translate(CHARACTERS))
        if answers is None:
            self.report.differ(Change.ALTERED, place, flat, after)
        elif after != flat:
            blanks = find_answers(before, flat) or []
            given = sum(1 for answer, blank in zip_longest(answers, blanks) if answer and answer != blank)
            ticked = sum(one != other for one, other in zip(_boxes(flat), _boxes(after), strict=False))
            self.report.answered += given + ticked

    def _compare_table(self, index: int, form: etree._Element, filled: etree._Element, place: Text) -> None:
        before = [self._read_row(index, number, row) for number, row in enumerate(rows(form))]
        after = [[" ".join(cell_text(cell).split()) for cell in cells(row)] for row in rows(filled)]
        at = 0
        for number, row in enumerate(before):
            repeats = (index, number) in self.filling.rows
            if repeats or not any(text.replace(HOLE, "") for text in row):
                continue
            found = next((k for k in range(at, len(after)) if _fits(row, after[k])), None)
            where = Text(f"{place.nl}, rij {number + 1}", f"{place.en}, row {number + 1}")
            if found is None:
                near = after[number] if number < len(after) else []
                self.report.differ(Change.ALTERED, where, _line(row), _line(near))
            else:
                at = found + 1
        fixed = {text for row in before for text in row if HOLE not in text}
        self.report.answered += sum(bool(text) and text not in fixed for row in after for text in row)
        if self.exact and len(after) != len(before) and not any(one == index for one, _ in self.filling.rows):
            self.report.differ(Change.ALTERED, place, f"{len(before)} rijen", f"{len(after)} rijen")

    def _read_row(self, index: int, number: int, row: etree._Element) -> list[str]:
        return [
            HOLE
            if (index, number, column) in self.filling.cells or (not self.exact and not text)
            else (text if self.exact else mark_blanks(text))
            for column, text in enumerate(" ".join(cell_text(cell).split()) for cell in cells(row))
        ]


def _pair_renamed(form: Sequence[Shape], filled: Sequence[Shape], pairs: Mapping[int, int]) -> dict[int, int]:
    """Shapes that another program gave another name: known by their text, else by what they are a placeholder for."""
    found: dict[int, int] = {}
    free = [index for index in range(len(filled)) if index not in pairs.values()]
    for alike in (_says_the_same, _holds_the_same_place):
        for index, shape in enumerate(form):
            if index not in pairs and index not in found:
                match = next((other for other in free if alike(shape, filled[other])), None)
                if match is not None:
                    found[index] = match
                    free.remove(match)
    return found


def _says_the_same(shape: Shape, other: Shape) -> bool:
    return bool(_text_of(shape)) and _text_of(shape) == _text_of(other)


def _holds_the_same_place(shape: Shape, other: Shape) -> bool:
    return (
        shape.placeholder is not None and other.placeholder is not None and shape.placeholder[0] == other.placeholder[0]
    )


def _fits(row: Sequence[str], other: Sequence[str]) -> bool:
    return len(row) == len(other) and all(find_answers(*pair) is not None for pair in zip(row, other, strict=True))


def _boxes(text: str) -> list[str]:
    """The check boxes drawn in a text."""
    return [character for character in text if character.translate(CHARACTERS) == BOX]


def _line(row: Sequence[str]) -> str:
    return " | ".join(text.replace(HOLE, "…") for text in row)


def _text_of(shape: Shape) -> str:
    return " ".join(" ".join(_pieces(shape)).split())


def _pieces(shape: Shape) -> Iterator[str]:
    body = shape.body
    for paragraph in body.iter(q("a:p")) if body is not None else ():
        yield "".join(item.text or "" for item in paragraph.iter(q("a:t")))


def _say(shapes: Sequence[Shape]) -> str:
    return " / ".join(filter(None, map(_text_of, shapes)))


def _bytes_of(element: etree._Element) -> bytes:
    data: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    return data
