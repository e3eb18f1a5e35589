"""A plain workbook for a chart that had none, or one that could not be edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ibndocs.office.container import join_entries, make_entry
from ibndocs.office.package import CONTENT_TYPES
from ibndocs.office.slides.chart_data import Block, ChartData, column_letters, write_number
from ibndocs.office.xmltext import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def make_workbook(block: Block, data: ChartData, formats: Sequence[str]) -> bytes:
    """A workbook with `data` at `block`; `formats` holds the number format of each series."""
    parts = {
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE_RELS}"><sheets>'
            f'<sheet name="{escape(block.sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relationships(
            [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]
        ),
        "xl/worksheets/sheet1.xml": _sheet(block, data),
        "xl/styles.xml": _styles([*formats[: len(data.series)]], len(data.series)),
    }
    return join_entries(make_entry(name, (_HEAD + text).encode()) for name, text in parts.items())


def _content_types() -> str:
    overrides = {
        "/xl/workbook.xml": "sheet.main",
        "/xl/worksheets/sheet1.xml": "worksheet",
        "/xl/styles.xml": "styles",
    }
    lines = "".join(
        f'<Override PartName="{part}" ContentType="{_SHEET_TYPES}.{kind}+xml"/>' for part, kind in overrides.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _relationships(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE_RELS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_RELS}">{lines}</Relationships>'


def _sheet(block: Block, data: ChartData) -> str:
    rows = "".join(
        f'<row r="{number}">{"".join(_row(block, data, number))}</row>'
        for number in range(block.row, block.row + len(data.categories) + 1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def _row(block: Block, data: ChartData, number: int) -> Iterator[str]:
    index = number - block.row - 1
    if index >= 0:
        yield _text(f"{column_letters(block.column)}{number}", data.categories[index])
    for offset, series in enumerate(data.series, start=1):
        address = f"{column_letters(block.column + offset)}{number}"
        if index < 0:
            yield _text(address, series.name)
        else:
            yield _number(address, series.values[index], offset)


def _text(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _number(address: str, value: Decimal | None, style: int) -> str:
    return "" if value is None else f'<c r="{address}" s="{style}"><v>{write_number(value)}</v></c>'


def _styles(formats: Sequence[str], count: int) -> str:
    """One cell style a series, in its number format; series beyond the form's take the last format."""
    codes = [*formats, *[formats[-1] if formats else "General"] * (count - len(formats))]
    numbers = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode="{escape(code)}"/>' for index, code in enumerate(codes)
    )
    styles = "".join(
        f'<xf numFmtId="{164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for index in range(count)
    )
    formats_xml = f'<numFmts count="{count}">{numbers}</numFmts>' if count else ""
    return (
        f'<styleSheet xmlns="{_MAIN}">{formats_xml}'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{count + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{styles}'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
