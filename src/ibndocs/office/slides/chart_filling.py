"""A chart on a slide filled: the chart part and the workbook behind it, in one step."""

from __future__ import annotations

from lxml import etree

from ibndocs.office.slides.chart_data import Block, ChartData
from ibndocs.office.slides.charts import data_area, fill_chart, find_block, number_formats, sheet_name
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.markup import place_child, q
from ibndocs.office.slides.new_workbook import make_workbook
from ibndocs.office.slides.workbooks import edit_workbook

_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_AFTER_DATA = ("c:printSettings", "c:userShapes", "c:extLst")


def refill_chart(deck: Deck, part: str, data: ChartData) -> None:
    """Show `data` in the chart `part`, and hold it in its workbook."""
    chart = deck.change(part)
    formats = number_formats(chart)
    block = find_block(chart)
    workbook = _own_workbook(deck, part, chart)
    edited = None
    if block is not None and workbook is not None:
        edited = edit_workbook(deck.data(workbook), block, data, data_area(chart, block))
    if edited is not None and workbook is not None and block is not None:
        deck.replace(workbook, edited)
    else:
        block = Block(sheet_name(chart))
        _embed(deck, part, chart, make_workbook(block, data, formats))
    fill_chart(chart, data, block)


def _own_workbook(deck: Deck, part: str, chart: etree._Element) -> str | None:
    """The embedded workbook; None when the data are linked, missing or in another format."""
    external = chart.find(q("c:externalData"))
    identifier = None if external is None else external.get(q("r:id"))
    for relationship in deck.relationships(part):
        if relationship.id == identifier:
            target = deck.resolve(part, relationship)
            return target if target in deck and target.lower().endswith((".xlsx", ".xlsm")) else None
    return None


def _embed(deck: Deck, part: str, chart: etree._Element, data: bytes) -> None:
    """Put a workbook in place of what the chart had."""
    external = chart.find(q("c:externalData"))
    if external is None:
        external = etree.Element(q("c:externalData"))
        place_child(chart, external, _AFTER_DATA)
    identifier = external.get(q("r:id"))
    for relationship in deck.relationships(part):
        if relationship.id == identifier:
            old = deck.resolve(part, relationship)
            deck.unrelate(part, relationship.id)
            if old in deck:
                deck.remove(old)
    workbook = deck.free_name("ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx")
    deck.add(workbook, data, _WORKBOOK_TYPE)
    external.set(q("r:id"), deck.relate(part, "package", workbook))
    if external.find(q("c:autoUpdate")) is None:
        etree.SubElement(external, q("c:autoUpdate"), val="0")
