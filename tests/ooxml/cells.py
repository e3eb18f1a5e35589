"""The cells of one sheet: their order, their values and the ranges laid over them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from lxml.etree import _Element
from tests.ooxml.parts import attr, child, repeated
from tests.ooxml.ranges import Area

_KINDS = {"", "n", "s", "str", "b", "e", "inlineStr", "d"}


def check_cells(name: str, sheet: _Element, strings: int, formats: int, calculated: bool) -> Iterator[str]:
    """Check every row and cell against the sizes of the shared strings and cell formats."""
    rows = sheet.findall("{*}sheetData/{*}row")
    numbers = [int(attr(row, "r", "0")) for row in rows]
    if numbers != sorted(set(numbers)):
        yield f"{name}: rows out of order or doubled"
    masters = {attr(formula, "si") for formula in sheet.iter("{*}f") if attr(formula, "t") == "shared" and formula.text}
    for row in rows:
        cells = row.findall("{*}c")
        areas = [Area.read(attr(cell, "r")) for cell in cells]
        columns = [area.left for area in areas if area]
        if columns != sorted(set(columns)) or len(columns) != len(cells):
            yield f"{name}: cells of row {attr(row, 'r')} out of order, doubled or without address"
        if any(area.top != int(attr(row, "r", "0")) for area in areas if area):
            yield f"{name}: row {attr(row, 'r')} holds cells of another row"
        for cell in cells:
            for fault in _check_cell(cell, strings, formats, calculated, masters):
                yield f"{name}: {attr(cell, 'r')} {fault}"
    columns_used = [(int(attr(c, "min")), int(attr(c, "max"))) for c in sheet.findall("{*}cols/{*}col")]
    if any(low > high for low, high in columns_used) or any(
        before[1] >= after[0] for before, after in pairwise(columns_used)
    ):
        yield f"{name}: column settings overlap or are out of order"


def _check_cell(cell: _Element, strings: int, formats: int, calculated: bool, masters: set[str]) -> Iterator[str]:
    kind, value, formula = attr(cell, "t"), child(cell, "v"), child(cell, "f")
    raw = (value.text or "") if value is not None else ""
    if kind not in _KINDS:
        yield f"has kind {kind!r}"
    if kind == "s" and not (raw.isdigit() and int(raw) < strings):
        yield f"refers to text {raw or '?'} of {strings}"
    if kind in ("", "n") and raw:
        try:
            float(raw)
        except ValueError:
            yield f"holds {raw!r} as a number"
    if kind == "b" and raw not in ("0", "1", ""):
        yield f"holds {raw!r} as a boolean"
    if int(attr(cell, "s", "0")) >= max(formats, 1):
        yield f"has format {attr(cell, 's')} of {formats}"
    if formula is None:
        return
    if calculated and not raw and (kind != "str" or value is None):
        yield "has a formula without a value"
    if "#REF!" in (formula.text or ""):
        yield f"has a formula that lost its place: {formula.text}"
    if attr(formula, "t") == "shared" and attr(formula, "si") not in masters:
        yield "shares a formula that nobody has"
    if (formula.text or "").startswith("="):
        yield "has a formula that begins with ="


def check_ranges(name: str, sheet: _Element) -> Iterator[str]:
    """Check merged cells, hyperlinks and conditional formats."""
    texts = [attr(item, "ref") for item in sheet.findall("{*}mergeCells/{*}mergeCell")]
    merges = {text: Area.read(text) for text in texts}
    for text in repeated(texts):
        yield f"{name}: {text} merged twice"
    for text, area in merges.items():
        if area is None:
            yield f"{name}: {text!r} merged"
    for (one, first), (two, second) in combinations(merges.items(), 2):
        if first and second and first.overlaps(second):
            yield f"{name}: merged {one} and {two} overlap"
    for tag, mark in (("conditionalFormatting", "sqref"), ("hyperlink", "ref"), ("autoFilter", "ref")):
        for item in sheet.iter(f"{{*}}{tag}"):
            for text in attr(item, mark).split():
                if Area.read(text) is None:
                    yield f"{name}: {tag} of {text!r}"
