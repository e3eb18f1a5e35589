"""Shared formulas: one text for many cells, written out where cells go their own way.

ECMA-376 part 1, 18.3.1.40: the first cell holds the text, the others read it as if it had been copied to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ibndocs.office.sheets.formulas import copy_formula
from ibndocs.office.sheets.references import Address

if TYPE_CHECKING:
    from lxml import etree

    Formulas = Iterable[tuple[etree._Element, etree._Element]]
    """Cells with their formula elements."""


def plain_formulas(formulas: Formulas) -> dict[str, str]:
    """The text of every formula by its cell, shared ones written out."""
    texts: dict[str, str] = {}
    masters: dict[str, tuple[str, Address]] = {}
    for cell, formula in formulas:
        at, text, address = cell.get("r", ""), formula.text or "", Address.read(cell.get("r", ""))
        if formula.get("t") == "shared" and address is not None:
            name = formula.get("si", "")
            if text:
                masters.setdefault(name, (text, address))
            elif name in masters:
                master, start = masters[name]
                text = copy_formula(master, down=address.row - start.row, right=address.column - start.column)
        texts[at] = text
    return texts


def expand_shared(formulas: Formulas) -> None:
    """Write every shared formula out in its own cell."""
    listed = list(formulas)
    if not any(formula.get("t") == "shared" for _, formula in listed):
        return
    texts = plain_formulas(listed)
    for cell, formula in listed:
        text = texts[cell.get("r", "")]
        if formula.get("t") == "shared" and text:
            formula.text = text
            for name in ("t", "si", "ref"):
                formula.attrib.pop(name, "")
