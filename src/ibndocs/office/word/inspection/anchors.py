"""Chooses for each place the anchor that says it best and names no other place.

An anchor in words goes before one with a number: it is read more easily, and it still fits when a new version of the
form has a table or a field more. Where words name several places, `nth` says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from lxml import etree

from ibndocs.office.labels import Unresolved, fold, trim
from ibndocs.office.places import Blank, Bookmark, CheckBox, Control, Field, Label, Placeholder, TableCell, Under
from ibndocs.office.word.blanks import Blanks, ListedBlank
from ibndocs.office.word.bookmarks import name_bookmarks
from ibndocs.office.word.boxes import Boxes, ListedBox, names_of
from ibndocs.office.word.controls import name_controls
from ibndocs.office.word.fields import field_name, label_fields, name_fields
from ibndocs.office.word.form import Form, Table
from ibndocs.office.word.grid import Cell, Grid
from ibndocs.office.word.tables import list_tables, locate_cell
from ibndocs.office.word.tree import attribute, names, value_at
from ibndocs.office.word.words import plain_text

T = TypeVar("T")
_LONG = 80
_AUTOMATIC = re.compile(r"[^\W\d_]+\d+")
"""A name that Word gave by itself: Text12, Selectievakje3."""


class Anchors:
    """The anchors of one form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self.table = lru_cache(maxsize=None)(self._name_table)

    # -- places with a name of their own

    @cached_property
    def _control_numbers(self) -> dict[etree._Element, int]:
        return {sdt: number for number, sdt in enumerate(self._form.controls, 1)}

    def control(self, sdt: etree._Element) -> Control:
        """A content control: by its tag, else its title, else its number."""
        tags, titles = self._form.once(name_controls)
        tag, title = (value_at(sdt, "sdtPr", key) for key in ("tag", "alias"))
        if tag:
            return Control(tag, _which(tags[tag], sdt))
        if title and title not in tags:
            return Control(title, _which(titles[title], sdt))
        return Control(self._control_numbers[sdt])

    @cached_property
    def _field_numbers(self) -> dict[etree._Element, int]:
        return {begin: number for number, begin in enumerate(self._form.fields, 1)}

    def field(self, begin: etree._Element, label: str) -> Field:
        """A legacy form field: by the name a person gave it, else the words before it, else its number."""
        named, labels = self._form.once(name_fields), self._form.once(label_fields)
        name = field_name(begin)
        if name and len(named[name]) == 1 and not _AUTOMATIC.fullmatch(name):
            return Field(name)
        for words in _shorten(label):
            if words not in named and labels.match(words) == [begin]:
                return Field(words)
        if name and len(named[name]) == 1:
            return Field(name)
        found = labels.match(label) if label not in named else []
        if begin in found:
            return Field(trim(label), _which(found, begin))
        return Field(name, _which(named[name], begin)) if name else Field(self._field_numbers[begin])

    def bookmark(self, start: etree._Element) -> Bookmark | None:
        """A bookmark by its name; None when a form field goes by that name."""
        name = attribute(start, "name") or ""
        if name in self._form.once(name_fields):
            return None
        alike = self._form.once(name_bookmarks)[name.casefold()]
        return Bookmark(name, _which([mark for mark in alike if attribute(mark, "name") == name], start))

    # -- check boxes

    @cached_property
    def boxes(self) -> dict[etree._Element, list[ListedBox]]:
        """The check boxes by the element that is or holds them."""
        found: dict[etree._Element, list[ListedBox]] = {}
        for box in self._form.once(Boxes.of).listed:
            found.setdefault(box.element, []).append(box)
        return found

    def check_box(self, box: ListedBox) -> CheckBox:
        """A check box: by the words beside it, in its table if need be, else its tag or name, else its number."""
        every = self._form.once(Boxes.of)
        own = [name for name in names_of(box.element) if not _AUTOMATIC.fullmatch(name)]
        for name in (*_shorten(box.words), *own):
            if every.find(name) == [box]:
                return CheckBox(name)
        table = self._table_around(box.paragraph)
        if table is not None:
            for name in _shorten(box.words):
                if every.within(table.table).find(name) == [box]:
                    return CheckBox(name, table=self.table(table))
        return next(
            (
                CheckBox(name, _which(found, box))
                for name in (trim(box.words), *names_of(box.element))
                if fold(name) and box in (found := every.find(name))
            ),
            CheckBox(box.number),
        )

    # -- blanks

    @cached_property
    def blanks(self) -> dict[etree._Element, list[ListedBlank]]:
        """The blanks by their paragraph."""
        found: dict[etree._Element, list[ListedBlank]] = {}
        for blank in self._form.once(Blanks.of).listed:
            found.setdefault(blank.paragraph, []).append(blank)
        return found

    @cached_property
    def _whole_text(self) -> str:
        return "\0".join(plain_text(paragraph) for paragraph in self._form.every("p"))

    def blank(self, blank: ListedBlank) -> Blank | Placeholder:
        """A blank: brackets by what they say, else by the words before it, in its table if need be, else its number."""
        if blank.content.startswith("[") and self._whole_text.count(blank.content) == 1:
            return Placeholder(blank.content)
        every = self._form.once(Blanks.of)
        for words in _shorten(blank.words):
            if every.find(words) == [blank]:
                return Blank(words)
        table = self._table_around(blank.paragraph)
        if table is not None:
            for words in _shorten(blank.words):
                if every.within(table.table).find(words) == [blank]:
                    return Blank(words, table=self.table(table))
        found = every.find(blank.words) if fold(blank.words) else []
        return Blank(trim(blank.words), _which(found, blank)) if blank in found else Blank(blank.number)

    def _table_around(self, paragraph: etree._Element) -> Grid | None:
        table = next(paragraph.iterancestors(*names("tbl")), None)
        return self.grid(table) if table in self._tables else None

    # -- headings and questions

    def under(self, paragraph: etree._Element, text: str) -> Under | None:
        """The room below a heading or question; None when its words are those of a heading elsewhere."""
        for words in _shorten(text):
            if self._find_headings(words) == [paragraph]:
                return Under(words)
        found = self._find_headings(text)
        return Under(trim(text), _which(found, paragraph)) if paragraph in found else None

    def _find_headings(self, words: str) -> list[etree._Element]:
        found = self._form.paragraph_labels.match(words)
        return [one for one in found if self._form.outline.level(one) is not None] or found

    # -- tables

    @cached_property
    def _tables(self) -> dict[etree._Element, tuple[int, Table]]:
        return {table.grid.table: (number, table) for number, table in enumerate(self._form.numbered_tables, 1)}

    def grid(self, table: etree._Element) -> Grid:
        """The grid of a table."""
        return self._tables[table][1].grid

    def number(self, grid: Grid) -> int:
        """The number of a table."""
        return self._tables[grid.table][0]

    def _name_table(self, grid: Grid) -> Label:
        number, table = self._tables[grid.table]
        fitting = (name for name in _list_names(table) if len(name) <= _LONG)
        return next((name for name in fitting if list_tables(self._form, name) == [table]), number)

    def title(self, grid: Grid) -> str:
        """What a reader would call a table: its title or caption, else nothing."""
        table = self._tables[grid.table][1]
        return next(iter((*table.captions, *table.titles)), "")

    def cell(self, grid: Grid, index: int, cell: Cell, row: str, header: str) -> TableCell:
        """A cell: by the label of its row and the header of its column, as far as these name it alone.

        Args:
            grid: The table.
            index: The row, from 0.
            cell: The cell.
            row: The label of its row, "" when it has none.
            header: The header of its column, "" when it has none.
        """
        table = self.table(grid)
        for place in _list_cells(table, index, cell, row, header):
            try:
                if locate_cell(grid, place) is cell:
                    return place
            except Unresolved:
                continue
        return TableCell(table, index + 1, cell.start + 1)


def _list_names(table: Table) -> Iterator[str]:
    yield from map(trim, (*table.titles, *table.captions))
    yield trim(table.heading)
    first = table.grid.rows[0].cells if table.grid.rows else ()
    if len(first) == 1:
        yield trim(first[0].text)
    if table.line_above != table.heading:
        yield trim(table.line_above)
    yield from (trim(cell.text) for cell in first[:1] if len(first) > 1)


def _list_cells(table: Label, index: int, cell: Cell, row: str, header: str) -> Iterator[TableCell]:
    header = trim(header)
    for label in _shorten(row):
        yield TableCell(table, label)
        if header:
            yield TableCell(table, label, header)
        yield TableCell(table, label, cell.start + 1)
    if header:
        yield TableCell(table, index + 1, header)


def _shorten(words: str) -> tuple[str, ...]:
    """The ways to say some words: a long text by its beginning if that will do."""
    words = trim(words)
    if not fold(words):
        return ()
    if len(words) <= _LONG:
        return (words,)
    return (words[:_LONG].rsplit(" ", 1)[0].rstrip(" ,;:.("), words)


def _which(found: Sequence[T], one: T) -> int | None:
    """Which of several it is, from 1; None when it is alone."""
    return found.index(one) + 1 if len(found) > 1 else None
