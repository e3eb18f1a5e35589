"""A table as it lies in a CSV file or on a sheet: rows of cells, each with its place, before anything is recognised."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ibndocs.foundation.findings import Spot, Text


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell whose value nobody knows; a fault only when the cell is needed."""

    message: Text
    fix: Text


Value = str | int | Decimal | bool | date
CellValue = Value | Broken


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that is not empty, and where it stands."""

    value: CellValue
    spot: Spot


Row = dict[int, Cell]
"""The filled cells of one row by column, counted from 1; never empty."""


@dataclass(frozen=True)
class Grid:
    """One sheet, or one reading of a CSV file.

    Attributes:
        name: Name of the sheet; "" for CSV.
        rows: Its rows from top to bottom, empty ones left out.
        hidden: Whether the sheet is hidden, so that it is only read when it is named.
    """

    name: str
    rows: list[Row] = field(default_factory=list)
    hidden: bool = False
