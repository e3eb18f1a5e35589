"""What finding a place comes to: the elements of the form that the value takes the place of.

Each target tells what it takes for itself, so that two slots for one place are found out: `claims` are the elements
it replaces with all that is in them, `exact` those that only another claim on that very element clashes with. `home`
is an element of the part it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from ibndocs.office.word.grid import Cell, Row

Elements = tuple[etree._Element, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A stretch of one paragraph.

    Attributes:
        parent: What holds it: a paragraph, a hyperlink or the content of a control.
        replaced: The neighbours that make way; none for an empty bookmark.
        after: What comes before it in `parent`; None at the start.
        control: The content control it is the content of.
        field: The begin of the legacy form field it is the result of.
    """

    parent: etree._Element
    replaced: Elements
    after: etree._Element | None
    control: etree._Element | None = None
    field: etree._Element | None = None

    @property
    def home(self) -> etree._Element:
        """What holds it."""
        return self.parent

    @property
    def claims(self) -> Elements:
        """The control, or the neighbours that make way."""
        return (self.control,) if self.control is not None else self.replaced

    @property
    def exact(self) -> Elements:
        """For an empty stretch, what comes before it."""
        return () if self.claims or self.after is None else (self.after,)


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """Whole paragraphs: the content of a cell, of a block control, or empty lines under a heading.

    Attributes:
        parent: What holds them.
        replaced: The blocks that make way; the first paragraph among them lends its properties.
        control: The content control they are the content of.
        prose: Whether they stand in running text, where prose may get a control of its own.
    """

    parent: etree._Element
    replaced: Elements
    control: etree._Element | None = None
    prose: bool = False

    @property
    def home(self) -> etree._Element:
        """What holds them."""
        return self.parent

    @property
    def claims(self) -> Elements:
        """The control, or the blocks."""
        return (self.control,) if self.control is not None else self.replaced

    @property
    def exact(self) -> Elements:
        """Nothing more."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """The place right after a block, where a new paragraph comes."""

    after: etree._Element

    @property
    def home(self) -> etree._Element:
        """The block before it."""
        return self.after

    @property
    def claims(self) -> Elements:
        """Nothing: it replaces nothing."""
        return ()

    @property
    def exact(self) -> Elements:
        """The block before it."""
        return (self.after,)


@dataclass(frozen=True, slots=True, eq=False)
class Tick:
    """A check box: a content control, the begin of a legacy field, or a text that is a box as a character."""

    box: etree._Element

    @property
    def home(self) -> etree._Element:
        """The box."""
        return self.box

    @property
    def claims(self) -> Elements:
        """The box."""
        return (self.box,)

    @property
    def exact(self) -> Elements:
        """Nothing more."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """A legacy drop-down list, which keeps only the number of what is chosen: the begin of its field."""

    field: etree._Element

    @property
    def home(self) -> etree._Element:
        """The begin of the field."""
        return self.field

    @property
    def claims(self) -> Elements:
        """The begin of the field."""
        return (self.field,)

    @property
    def exact(self) -> Elements:
        """Nothing more."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A content control with a picture, which another picture takes the place of."""

    control: etree._Element

    @property
    def home(self) -> etree._Element:
        """The control."""
        return self.control

    @property
    def claims(self) -> Elements:
        """The control."""
        return (self.control,)

    @property
    def exact(self) -> Elements:
        """Nothing more."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class Repeat:
    """Rows that repeat together.

    Attributes:
        rows: The rows.
        cells: What is filled in each row, cell by cell; None for a cell that stays as it is.
        spare: Groups of blank rows below, just like these, which are used up before the table grows.
        counters: Cells that count the rows, with the number they begin at.
        merges: Cells that are one with the cells below them.
    """

    rows: tuple[Row, ...]
    cells: tuple[tuple[Single | None, ...], ...]
    spare: tuple[tuple[Row, ...], ...] = ()
    counters: tuple[tuple[Cell, int], ...] = ()
    merges: Elements = ()

    @property
    def home(self) -> etree._Element:
        """The first row."""
        return self.rows[0].tr

    @property
    def claims(self) -> Elements:
        """What its cells claim."""
        return tuple(element for row in self.cells for cell in row if cell is not None for element in cell.claims)

    @property
    def exact(self) -> Elements:
        """The rows."""
        return self.extent

    @property
    def extent(self) -> Elements:
        """The rows, in which other slots may fill places."""
        return tuple(row.tr for row in self.rows)


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Neighbours that may be left out together, or repeat together; slots may fill places in them.

    Attributes:
        blocks: They.
        scope: What their neighbours are, as a tag says it: `p` for paragraphs, `tr` rows, `tc` cells, `r` runs.
        others: Further items of a repeating section, which make way for those of a list.
    """

    blocks: Elements
    scope: str = "p"
    others: Elements = ()

    @property
    def extent(self) -> Elements:
        """The blocks, in which other slots may fill places."""
        return self.blocks

    @property
    def home(self) -> etree._Element:
        """The first block."""
        return self.blocks[0]

    @property
    def claims(self) -> Elements:
        """Nothing: what is in them is filled by others."""
        return ()

    @property
    def exact(self) -> Elements:
        """Nothing: parts of a form that may be left out may lie one in the other."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class Clearing:
    """Paragraphs of the form that make way: what it explains above an answer place."""

    blocks: Elements

    @property
    def home(self) -> etree._Element:
        """The first paragraph."""
        return self.blocks[0]

    @property
    def claims(self) -> Elements:
        """The paragraphs."""
        return self.blocks

    @property
    def exact(self) -> Elements:
        """Nothing more."""
        return ()


Single = Stretch | Blocks | Tick | Selection | Frame
"""What takes one value and is there already."""
Target = Single | Gap | Clearing | Repeat | Region
