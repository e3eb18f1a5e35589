"""What drawings say, in Word, PowerPoint and Excel alike: charts, diagrams, pictures and DrawingML text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ibndocs.office.text.lines import flatten, format_number, format_row
from ibndocs.office.text.tree import Links, attribute, chosen, each, every, first, local, relation, whole

if TYPE_CHECKING:
    from lxml.etree import _Element


def describe_picture(properties: _Element | None) -> str:
    """`[afbeelding: alt]` from the non-visual properties of a picture: its description, title or name."""
    alt = attribute(properties, "descr") or attribute(properties, "title") or attribute(properties, "name")
    return f"[afbeelding: {flatten([alt])}]" if alt else "[afbeelding]"


def read_paragraphs(body: _Element | None, links: Links) -> list[str]:
    """The paragraphs of a DrawingML text body (`a:p`), deeper levels and bullets marked as list items."""
    return [line for line in (_read_paragraph(item, links) for item in each(body, "p")) if line.strip()]


def _read_paragraph(paragraph: _Element, links: Links) -> str:
    properties = first(paragraph, "pPr")
    level = whole(attribute(properties, "lvl"))
    names = {local(child) for child in properties} if properties is not None else set()
    mark = "1. " if "buAutoNum" in names else "- " if "buChar" in names or level else ""
    text = ""
    for run in chosen(paragraph):
        kind = local(run)
        if kind in ("r", "fld"):
            words = "".join(item.text or "" for item in each(run, "t"))
            address = links.address(relation(first(run, "rPr", "hlinkClick")))
            text += add_address(words, address)
        elif kind == "br":
            text += "\n"
        elif kind in ("m", "oMath", "oMathPara"):
            text += "".join(item.text or "" for item in every(run, "t"))
    return f"{'  ' * level}{mark}{text}" if text.strip() else ""


def add_address(words: str, address: str) -> str:
    """A hyperlink as `words <address>`, the address alone when it is the words."""
    if not address or address == words:
        return f"<{address}>" if address else words
    return f"{words} <{address}>"


def read_table(table: _Element, links: Links) -> list[str]:
    """A DrawingML table as pipe rows; a cell merged into another is left out or, below it, empty."""
    rows = []
    for row in each(table, "tr"):
        cells = [cell for cell in each(row, "tc") if attribute(cell, "hMerge") not in ("1", "true")]
        rows.append(format_row([read_paragraphs(first(cell, "txBody"), links) for cell in cells]))
    return rows


def read_diagram(links: Links, data: str) -> list[str]:
    """The text of SmartArt, from its data part (relationship id `data`)."""
    part = links.target(data)
    if part is None:
        return []
    inner = Links(links.package, part)
    words = (read_paragraphs(body, inner) for body in every(links.package.xml(part), "t") if len(body))
    return ["[diagram]", *(f"- {flatten(lines)}" for lines in words if lines)]


def read_chart(links: Links, chart: str) -> list[str]:
    """A chart (relationship id `chart`) as its title and a table of the values it keeps of its workbook."""
    part = links.target(chart)
    root = links.package.xml(part) if part is not None else None
    title = _read_title(first(root, "chart", "title")) if root is not None else ""
    lines = [f"[grafiek: {title}]" if title else "[grafiek]"]
    series = [_read_series(item) for item in every(root, "ser")]
    points = sorted({index for _, categories, values in series for index in (*categories, *values)})
    if series:
        lines.append(format_row([[""], *([name] for name, _, _ in series)]))
    for index in points:
        label = next((categories[index] for _, categories, _ in series if index in categories), str(index + 1))
        lines.append(format_row([[label], *([format_number(values.get(index, ""))] for _, _, values in series)]))
    return lines


def _read_title(title: _Element | None) -> str:
    paragraphs = ("".join(item.text or "" for item in every(p, "t")) for p in every(title, "p"))
    return flatten(paragraphs) or flatten(item.text or "" for item in every(first(title, "tx"), "v"))


def _read_series(series: _Element) -> tuple[str, dict[int, str], dict[int, str]]:
    name = flatten(item.text or "" for item in every(first(series, "tx"), "v"))
    categories = first(series, "cat")
    if categories is None:
        categories = first(series, "xVal")
    values = first(series, "val")
    if values is None:
        values = first(series, "yVal")
    return name, _read_points(categories), _read_points(values)


def _read_points(cache: _Element | None) -> dict[int, str]:
    """The cached points by index; of categories in several levels the levels of a point are joined."""
    points: dict[int, str] = {}
    for point in every(cache, "pt"):
        index, value = whole(attribute(point, "idx")), "".join(item.text or "" for item in each(point, "v"))
        points[index] = f"{value} - {points[index]}" if index in points else value
    return points
