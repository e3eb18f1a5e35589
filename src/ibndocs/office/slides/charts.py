"""The chart part: categories and values of its series replaced, series added or taken away.

Bar, column, line, area, pie, doughnut and radar charts, also combined; scatter, bubble, stock and surface charts have
no categories of this kind and are refused by `is_fillable`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal

from lxml import etree

from ibndocs.office.slides.chart_data import Area, Block, ChartData, Series, write_number
from ibndocs.office.slides.markup import path, place_child, q, whole_number
from ibndocs.office.xmltext import clean

_KINDS = {
    q(f"c:{name}")
    for name in (
        "areaChart", "area3DChart", "barChart", "bar3DChart", "doughnutChart", "lineChart", "line3DChart",
        "ofPieChart", "pieChart", "pie3DChart", "radarChart",
    )
}  # fmt: skip
_AFTER_NAME = (
    "c:spPr", "c:invertIfNegative", "c:pictureOptions", "c:marker", "c:explosion", "c:dPt", "c:dLbls", "c:trendline",
    "c:errBars", "c:cat", "c:val", "c:smooth", "c:shape", "c:bubble3D", "c:extLst",
)  # fmt: skip
_AFTER_CATEGORIES = ("c:val", "c:smooth", "c:shape", "c:extLst")
_AFTER_VALUES = ("c:smooth", "c:shape", "c:extLst")
_ACCENT = re.compile("accent[1-6]")
_UNIQUE_ID = re.compile(r"\{([0-9A-Fa-f]{8})(-.*)")


def is_fillable(chart: etree._Element) -> bool:
    """Whether every plot of a chart has categories and values."""
    plots = [plot for plot in _plot_area(chart) if str(plot.tag).endswith("Chart")]
    return bool(plots) and all(plot.tag in _KINDS for plot in plots) and bool(_all_series(chart))


def find_block(chart: etree._Element) -> Block | None:
    """Where the form keeps the chart's data, when they stand as PowerPoint puts them; else None."""
    block: Block | None = None
    for index, series in enumerate(_all_series(chart)):
        values = Area.read(series.findtext(f"{q('c:val')}/*/{q('c:f')}") or "")
        if values is None or values.left != values.right:
            return None
        block = block or Block(values.sheet, values.top - 1, values.left - 1)
        if values.sheet != block.sheet or (values.left, values.top) != (block.column + 1 + index, block.row + 1):
            return None
        for child, left, top in (("c:cat", block.column, block.row + 1), ("c:tx", values.left, block.row)):
            area = Area.read(series.findtext(f"{q(child)}/*/{q('c:f')}") or "")
            if area is not None and (area.sheet, area.left, area.top) != (block.sheet, left, top):
                return None
    return block if block is not None and block.row >= 1 and block.column >= 1 else None


def data_area(chart: etree._Element, block: Block) -> Area:
    """The area the form's series take, header row and category column with them."""
    areas = [Area.read(series.findtext(f"{q('c:val')}/*/{q('c:f')}") or "") for series in _all_series(chart)]
    right = max((area.right for area in areas if area), default=block.column)
    bottom = max((area.bottom for area in areas if area), default=block.row)
    return Area(block.sheet, block.column, block.row, right, bottom)


def sheet_name(chart: etree._Element) -> str:
    """The sheet the chart's first reference names, `Sheet1` when there is none."""
    for reference in chart.iter(q("c:f")):
        area = Area.read(reference.text or "")
        if area is not None:
            return area.sheet
    return "Sheet1"


def read_chart_words(chart: etree._Element) -> dict[str, str]:
    """What is printed in a chart: its `title`, the `legend` (the names of its series) and its `categories`."""
    title = chart.find(f"{q('c:chart')}/{q('c:title')}")
    texts = [] if title is None else [text.text or "" for text in title.iter(q("a:t"))]
    series = _all_series(chart)
    first = series[0].find(q("c:cat")) if series else None
    points = [] if first is None else [point.text or "" for point in first.iter(q("c:v"))]
    names = [one.findtext(f"{q('c:tx')}//{q('c:v')}") or "" for one in series]
    return {"title": "".join(texts).strip(), "legend": " | ".join(names), "categories": " | ".join(points)}


def number_formats(chart: etree._Element) -> list[str]:
    """The number format of each series."""
    return [series.findtext(f".//{q('c:formatCode')}") or "General" for series in _all_series(chart)]


def fill_chart(chart: etree._Element, data: ChartData, block: Block) -> None:
    """Show `data`, which the workbook holds at `block`."""
    elements = _match_series(chart, len(data.series))
    for index, (element, series) in enumerate(zip(elements, data.series, strict=True)):
        _write_name(element, series.name, block.names_at(index))
        _write_categories(element, data.categories, block.categories_at(len(data.categories)))
        _write_values(element, series, block.values_at(index, len(data.categories)))
        _match_points(element, len(data.categories))


def _plot_area(chart: etree._Element) -> etree._Element:
    area = chart.find(path("c:chart", "c:plotArea"))
    return area if area is not None else etree.Element(q("c:plotArea"))


def _all_series(chart: etree._Element) -> list[etree._Element]:
    """The series of all plots in the order the legend shows them."""
    series = [element for plot in _plot_area(chart) for element in plot.iterchildren(q("c:ser"))]
    return sorted(series, key=lambda element: _value_of(element, "c:order"))


def _value_of(element: etree._Element, name: str) -> int:
    child = element.find(q(name))
    return 0 if child is None else whole_number(child.get("val"))


def _set_value(element: etree._Element, name: str, value: int) -> None:
    child = element.find(q(name))
    if child is not None:
        child.set("val", str(value))


def _match_series(chart: etree._Element, count: int) -> list[etree._Element]:
    """As many series as are wanted: the last ones go, or the last one is copied in the next colours of the theme."""
    present = _all_series(chart)
    for surplus in present[count:]:
        plot = surplus.getparent()
        if plot is not None:
            plot.remove(surplus)
    elements = present[:count]
    next_index = max(_value_of(element, "c:idx") for element in present) + 1
    next_order = max(_value_of(element, "c:order") for element in present) + 1
    while len(elements) < count:
        last = elements[-1]
        added = deepcopy(last)
        _set_value(added, "c:idx", next_index)
        _set_value(added, "c:order", next_order)
        _renew_identity(added, next_index)
        _recolour(added, next_index)
        last.addnext(added)
        elements.append(added)
        next_index += 1
        next_order += 1
    return elements


def _recolour(element: etree._Element, index: int) -> None:
    """Replace the theme's accent by that of `index`; further rounds through the six are darker, as PowerPoint does."""
    for colour in element.iter(q("a:schemeClr")):
        if _ACCENT.fullmatch(colour.get("val", "")):
            colour.set("val", f"accent{index % 6 + 1}")
            if index >= 6 and not len(colour):
                etree.SubElement(colour, q("a:lumMod"), val="60000")
    for properties in element.iterfind(f".//{q('c:spPr')}"):
        for steps in (q("a:solidFill"), path("a:ln", "a:solidFill")):
            fill = properties.find(steps)
            if fill is not None and fill.find(q("a:srgbClr")) is not None:
                fill[:] = [etree.Element(q("a:schemeClr"), val=f"accent{index % 6 + 1}")]
                break


def _renew_identity(element: etree._Element, index: int) -> None:
    """A copy has a unique id of its own (c16:uniqueId), else PowerPoint takes the two for one."""
    for identity in element.iter("{http://schemas.microsoft.com/office/drawing/2014/chart}uniqueId"):
        found = _UNIQUE_ID.fullmatch(identity.get("val", ""))
        if found:
            number = (int(found[1], 16) + 0x1000 * (index + 1)) % 2**32
            identity.set("val", f"{{{number:08X}{found[2]}")


def _write_name(series: etree._Element, name: str, reference: str) -> None:
    element = _fresh(series, "c:tx", _AFTER_NAME)
    cache = _cache(element, "c:strRef", reference, "c:strCache")
    _write_points(cache, [clean(name)])


def _write_categories(series: etree._Element, categories: Sequence[str], reference: str) -> None:
    element = _fresh(series, "c:cat", _AFTER_CATEGORIES)
    cache = _cache(element, "c:strRef", reference, "c:strCache")
    _write_points(cache, [clean(category) for category in categories])


def _write_values(series: etree._Element, values: Series, reference: str) -> None:
    code = series.findtext(f"{q('c:val')}//{q('c:formatCode')}") or "General"
    element = _fresh(series, "c:val", _AFTER_VALUES)
    cache = _cache(element, "c:numRef", reference, "c:numCache")
    etree.SubElement(cache, q("c:formatCode")).text = code
    _write_points(cache, [_written(value) for value in values.values])


def _written(value: Decimal | None) -> str | None:
    return None if value is None else write_number(value)


def _fresh(series: etree._Element, name: str, before: Sequence[str]) -> etree._Element:
    """The child called `name`, emptied, in the place the schema gives it."""
    element = series.find(q(name))
    if element is None:
        element = etree.Element(q(name))
        place_child(series, element, before)
    element[:] = []
    return element


def _cache(parent: etree._Element, kind: str, reference: str, name: str) -> etree._Element:
    holder = etree.SubElement(parent, q(kind))
    etree.SubElement(holder, q("c:f")).text = reference
    return etree.SubElement(holder, q(name))


def _write_points(cache: etree._Element, texts: Sequence[str | None]) -> None:
    etree.SubElement(cache, q("c:ptCount"), val=str(len(texts)))
    for index, text in enumerate(texts):
        if text is not None:
            point = etree.SubElement(cache, q("c:pt"), idx=str(index))
            etree.SubElement(point, q("c:v")).text = text


def _match_points(series: etree._Element, count: int) -> None:
    """Drop the looks of points that are no more; where every point had its own colour, new points get one too."""
    points = series.findall(q("c:dPt"))
    for label in series.findall(path("c:dLbls", "c:dLbl")):
        if _value_of(label, "c:idx") >= count or _is_typed(label):
            _remove(label)
    for point in points:
        if _value_of(point, "c:idx") >= count:
            _remove(point)
    kept = [point for point in points if point.getparent() is not None]
    if not kept or len(kept) != len(points) or {_value_of(p, "c:idx") for p in kept} != set(range(len(kept))):
        return
    for index in range(len(kept), count):
        added = deepcopy(kept[-1])
        _set_value(added, "c:idx", index)
        _renew_identity(added, index)
        _recolour(added, index)
        kept[-1].addnext(added)
        kept.append(added)


def _is_typed(label: etree._Element) -> bool:
    """Whether a label says what someone typed, and so would contradict the new numbers."""
    return label.find(path("c:tx", "c:rich")) is not None and next(label.iter(q("a:fld")), None) is None


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
