"""Where a value goes in a form: one frozen class for every kind of place in Word, PowerPoint and Excel.

A place says what a person would say ("row Titel of the table Identificatie"); finding it in a file is
the work of `word.anchors`, `slides` and `sheets`. The fields are the keys under `at:` in a slots file,
in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

Label = str | int
"""A text as it is printed in the form, or a number that counts from 1."""


class Office(StrEnum):
    """The three kinds of form."""

    WORD = "Word"
    SLIDES = "PowerPoint"
    SHEETS = "Excel"


SUFFIXES = {
    ".docx": Office.WORD,
    ".dotx": Office.WORD,
    ".docm": Office.WORD,
    ".dotm": Office.WORD,
    ".pptx": Office.SLIDES,
    ".potx": Office.SLIDES,
    ".pptm": Office.SLIDES,
    ".potm": Office.SLIDES,
    ".ppsx": Office.SLIDES,
    ".ppsm": Office.SLIDES,
    ".xlsx": Office.SHEETS,
    ".xltx": Office.SHEETS,
    ".xlsm": Office.SHEETS,
    ".xltm": Office.SHEETS,
}


def office_of(form: str) -> Office | None:
    """The kind of form by its file name, or None."""
    return SUFFIXES.get(PurePath(form).suffix.lower())


@dataclass(frozen=True, slots=True)
class Control:
    """A Word content control by its tag or, when no control has that, its title; a number counts all controls.

    Without `nth` all controls with that tag are meant: a form repeats one to show the same value twice.
    """

    control: Label
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A Word bookmark; also the legacy form field of that name."""

    bookmark: str
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A legacy form field of Word by its name or, when no field has that, the words before it; a number counts all."""

    field: Label
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A Word check box by the words printed beside it, its tag or its field name; a number counts all check boxes.

    `table` looks in that table only: a form often asks the same in many tables.
    """

    checkbox: Label
    nth: int | None = None
    table: Label | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """Dots, a line or brackets to write on, by the words before it (`Naam: .....`); a number counts all blanks.

    `table` looks in that table only.
    """

    blank: Label
    nth: int | None = None
    table: Label | None = None


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A stretch of the form's own text that asks to be replaced, such as `[naam van de organisatie]`."""

    placeholder: str
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a Word table; without `column` it is the cell right of the row's label.

    `nth` says which of the rows with the same label. A number for `table` counts the tables of the body that stand
    in no other; after them come those in cells, text boxes, headers and footers, in reading order.
    """

    table: Label
    row: Label
    column: Label | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Under:
    """The answer place below a heading or a question in Word."""

    under: str
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class TableRows:
    """A row of a Word table that repeats."""

    rows: Label
    row: Label
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in Word with all that stands under it."""

    heading: str
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class WholeTable:
    """A whole Word table."""

    table: Label


@dataclass(frozen=True, slots=True)
class SlideShape:
    """The text of a shape on a slide."""

    slide: int
    shape: Label


@dataclass(frozen=True, slots=True)
class SlidePlaceholder:
    """A placeholder on a slide by what it is for: title, subtitle, body, picture, date, footer, number."""

    slide: int
    placeholder: str
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class SlideCell:
    """One cell of a table on a slide."""

    slide: int
    shape: Label
    row: Label
    column: Label


@dataclass(frozen=True, slots=True)
class SlideRows:
    """A row of a table on a slide that repeats."""

    slide: int
    shape: Label
    row: int


@dataclass(frozen=True, slots=True)
class SlideChart:
    """A chart on a slide."""

    slide: int
    chart: Label


@dataclass(frozen=True, slots=True)
class SlideNotes:
    """The speaker's notes of a slide."""

    slide: int
    notes: bool


@dataclass(frozen=True, slots=True)
class WholeSlide:
    """A whole slide, with its notes and charts."""

    slide: int


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell of a workbook: `Overzicht!C4`."""

    cell: str


@dataclass(frozen=True, slots=True)
class SheetName:
    """The cell a defined name stands for."""

    name: str


@dataclass(frozen=True, slots=True)
class SheetLabel:
    """The cell right of a label on a sheet, else the one below; with `column`, where its row crosses that column.

    A number is read as it is printed: `column: 2026` is the column with 2026 above it.
    """

    sheet: str
    label: Label
    column: Label | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class SheetCheckBox:
    """A check box of a workbook (a form control) by the words at it, its name, or the cell it is linked to."""

    checkbox: str
    sheet: str | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class SheetDropDown:
    """A drop-down list of a workbook (a form control) by the words at it, its name, or the cell it is linked to."""

    dropdown: str
    sheet: str | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A row of a sheet that repeats, `Personeel!8`; or rows made ready one below the other, `Personeel!8:27`."""

    rows: str


@dataclass(frozen=True, slots=True)
class SheetTable:
    """The rows of an Excel table (a list object) by its name: filled from the first on, more are made when needed."""

    table: str


Place = (
    Control
    | Bookmark
    | Field
    | CheckBox
    | Blank
    | Placeholder
    | TableCell
    | Under
    | TableRows
    | Section
    | WholeTable
    | SlideShape
    | SlidePlaceholder
    | SlideCell
    | SlideRows
    | SlideChart
    | SlideNotes
    | WholeSlide
    | SheetCell
    | SheetName
    | SheetLabel
    | SheetCheckBox
    | SheetDropDown
    | SheetRows
    | SheetTable
)

PLACES: Mapping[Office, tuple[type[Place], ...]] = {
    Office.WORD: (
        Control,
        Bookmark,
        Field,
        CheckBox,
        Blank,
        Placeholder,
        TableCell,
        Under,
        TableRows,
        Section,
        WholeTable,
    ),
    Office.SLIDES: (SlideCell, SlideRows, SlideShape, SlidePlaceholder, SlideChart, SlideNotes, WholeSlide),
    Office.SHEETS: (SheetCell, SheetName, SheetLabel, SheetCheckBox, SheetDropDown, SheetRows, SheetTable),
}
