"""A Word form opened for filling: its parts as trees, and what a reader would point at in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeVar, cast

from lxml import etree

from ibndocs.office.labels import Index, fold, is_filler
from ibndocs.office.package import Package
from ibndocs.office.word.grid import Cell, Grid, Row, is_nested
from ibndocs.office.word.outline import Outline
from ibndocs.office.word.template import tagged_parts
from ibndocs.office.word.tree import attribute, child, is_a, is_fallback, names, text_of, value_at

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table with the texts by which a reader knows it, the surest first."""

    grid: Grid
    titles: tuple[str, ...]
    captions: tuple[str, ...]
    first_row: tuple[str, ...]
    heading: str
    line_above: str

    SURENESS: ClassVar[int] = 5

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The names, grouped by how sure they are."""
        return self.titles, self.captions, self.first_row, (self.heading,), (self.line_above,)


class Form:
    """The trees of one package; filling changes them in place."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._read: dict[Callable[[Form], object], object] = {}
        main = package.main_part
        self.parts: dict[str, etree._Element] = {main: package.xml(main)}
        self.main = self.parts[main]
        styles: etree._Element | None = None
        for part in tagged_parts(package):
            if part not in self.parts:
                self.parts[part] = package.xml(part)
        for part in package.related(main, "styles"):
            styles = package.xml(part)
        self.outline = Outline(styles)

    def once(self, read: Callable[[Form], T]) -> T:
        """What `read` finds in this form, looked for once however often it is asked."""
        if read not in self._read:
            self._read[read] = read(self)
        return cast(T, self._read[read])

    def every(self, *local: str) -> Iterator[etree._Element]:
        """The `w:` elements of these names in all parts, the body first; a text box that stands twice counts once."""
        for root in self.parts.values():
            yield from (element for element in root.iter(*names(*local)) if not is_fallback(element))

    @cached_property
    def paragraphs(self) -> tuple[tuple[str, etree._Element], ...]:
        """The paragraphs of the body with their folded text, without the table of contents."""
        return tuple(
            (text, paragraph)
            for paragraph in self.main.iter(*names("p"))
            if (text := fold(text_of(paragraph)))
            and not is_fallback(paragraph)
            and not self.outline.is_contents(paragraph)
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the body in reading order, those in cells too, then those of the other parts."""
        return tuple(self._read_tables())

    @cached_property
    def table_names(self) -> tuple[Index[Table], ...]:
        """The tables by their names, the surest kind of name first."""
        return tuple(
            Index((fold(name), table) for table in self.tables for name in table.names[sureness])
            for sureness in range(Table.SURENESS)
        )

    @cached_property
    def paragraph_labels(self) -> Index[etree._Element]:
        """The paragraphs of the body by their text."""
        return Index(self.paragraphs)

    @cached_property
    def numbered_tables(self) -> tuple[Table, ...]:
        """The tables as a number counts them: those of the body that stand in no other, then all others."""
        top = [table for table in self.tables if self._is_plain(table.grid.table)]
        counted = set(top)
        return (*top, *(table for table in self.tables if table not in counted))

    def _is_plain(self, table: etree._Element) -> bool:
        above = list(table.iterancestors())
        return self.main in above and not any(is_a(element, "tbl", "txbxContent") for element in above)

    @cached_property
    def controls(self) -> tuple[etree._Element, ...]:
        """The content controls, in the order that a number counts them."""
        return tuple(self.every("sdt"))

    @cached_property
    def fields(self) -> tuple[etree._Element, ...]:
        """The begins of the legacy form fields, in the order that a number counts them."""
        return tuple(begin for begin in self.every("fldChar") if child(begin, "ffData") is not None)

    @cached_property
    def cells(self) -> dict[etree._Element, tuple[Grid, Row, Cell]]:
        """Where each `w:tc` of a table stands in its grid."""
        return {
            cell.tc: (table.grid, row, cell) for table in self.tables for row in table.grid.rows for cell in row.cells
        }

    def _read_tables(self) -> Iterator[Table]:
        for root in self.parts.values():
            heading = line = ""
            for element in root.iter(*names("p", "tbl")):
                if is_fallback(element):
                    continue
                if is_a(element, "tbl"):
                    above = ("", "") if is_nested(element) else (heading, line)
                    yield self._read_table(element, *above)
                elif not any(is_a(above, "tbl") for above in element.iterancestors()):
                    text = text_of(element)
                    if self.outline.level(element) is not None:
                        heading = text
                    if not is_filler(text):
                        line = text

    def _read_table(self, element: etree._Element, heading: str, line: str) -> Table:
        grid = Grid(element)
        titles = (value_at(element, "tblPr", "tblCaption"), value_at(element, "tblPr", "tblDescription"))
        captions = tuple(text_of(caption) for caption in self._captions(element))
        first = tuple(cell.label for cell in grid.rows[0].cells) if grid.rows else ()
        return Table(grid, tuple(filter(None, titles)), captions, first, heading, line)

    def _captions(self, table: etree._Element) -> Iterator[etree._Element]:
        """The captions right above and below a table; one between two tables is that of the lower."""
        above, below = table.getprevious(), table.getnext()
        if above is not None and is_a(above, "p") and self.outline.is_caption(above):
            yield above
        if below is not None and is_a(below, "p") and self.outline.is_caption(below):
            beyond = below.getnext()
            if beyond is None or not is_a(beyond, "tbl"):
                yield below

    def control_names(self) -> Iterator[str]:
        """The tags and aliases of all content controls."""
        named = (value_at(sdt, "sdtPr", key) for sdt in self.controls for key in ("tag", "alias"))
        return (name for name in named if name)

    def bookmark_names(self) -> Iterator[str]:
        """The names of the bookmarks that a person made; Word's own start with an underscore."""
        marks = (attribute(mark, "name") for mark in self.every("bookmarkStart"))
        return (name for name in marks if name and not name.startswith("_"))
