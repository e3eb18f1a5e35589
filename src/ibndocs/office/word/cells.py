"""The commands of docxtpl for the cell they stand in: `cellbg`, `colspan`, `vm` and `hm`."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.word.joining import remove_if_empty
from ibndocs.office.word.marks import Mark, Marks
from ibndocs.office.word.scopes import add_text_before
from ibndocs.office.word.tags import Kind, Tag
from ibndocs.office.word.tree import attribute, child, make, names

COMMANDS = frozenset({"cellbg", "colspan", "vm", "hm"})
_ORDER = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
    *("textDirection", "tcFitText", "vAlign", "hideMark"),
)
"""The order of the properties of a cell (ECMA-376 part 1, 17.4.69)."""


def apply_cell_commands(root: etree._Element, marks: Marks) -> None:
    """Turn each command into properties of its cell; the command itself goes."""
    for text in list(root.iter(*names("t"))):
        for mark in marks.find(text.text):
            if mark.tag.keyword in COMMANDS:
                cell = next(text.iterancestors(*names("tc")), None)
                text.text = (text.text or "").replace(mark.sign, "")
                remove_if_empty(text)
                _apply(cell, mark, marks)


def _apply(cell: etree._Element | None, mark: Mark, marks: Marks) -> None:
    command, _, operand = mark.tag.body.partition(" ")
    if cell is None:
        fault = Text(nl="staat niet in een tabelcel", en="does not stand in a table cell")
        marks.blame(ExpressionFault("TPL07", fault), mark.tag.typed, mark.place)
    elif command in ("cellbg", "colspan") and not operand:
        fault = Text(nl="heeft een waarde nodig", en="needs a value")
        marks.blame(ExpressionFault("TPL02", fault), mark.tag.typed, mark.place)
    elif command == "cellbg":
        _shade(cell, operand, _Writer(mark, marks))
    elif command == "colspan":
        _span(cell, operand, _Writer(mark, marks))
    elif command == "vm":
        _merge_down(cell, _Writer(mark, marks))
    else:
        _merge_across(cell, _Writer(mark, marks))


class _Writer:
    """Makes the signs of the tags that a command stands for; faults name the command."""

    def __init__(self, mark: Mark, marks: Marks) -> None:
        self._mark, self._marks = mark, marks

    def block(self, body: str) -> str:
        return self._marks.add(Tag(Kind.BLOCK, body, self._mark.tag.typed), self._mark.place)

    def value(self, body: str, writer: str) -> str:
        tag = Tag(Kind.VALUE, body, self._mark.tag.typed)
        return self._marks.add(tag, self._mark.place, writer=writer, attribute=self._mark.sign)


def _shade(cell: etree._Element, colour: str, write: _Writer) -> None:
    properties, old = _take(cell, "shd")
    shading = _insert(properties, make(cell, "shd", val="clear", color="auto", fill=write.value(colour, "_colour")))
    add_text_before(shading, write.block(f"if ({colour})"))
    shading.tail = write.block("else")
    if old is not None:
        shading.addnext(old)  # behind the tail of `shading`
        old.tail = write.block("endif")
    else:
        shading.tail += write.block("endif")


def _span(cell: etree._Element, columns: str, write: _Writer) -> None:
    properties, _ = _take(cell, "gridSpan")
    _insert(properties, make(cell, "gridSpan", val=write.value(columns, "_span")))


def _merge_across(cell: etree._Element, write: _Writer) -> None:
    properties, old = _take(cell, "gridSpan")
    columns = attribute(old, "val") if old is not None else None
    _insert(properties, make(cell, "gridSpan", val=write.value(f"{columns or 1} * loop.length", "_span")))
    add_text_before(cell, write.block("if loop.first"))
    cell.tail = write.block("endif") + (cell.tail or "")


def _merge_down(cell: etree._Element, write: _Writer) -> None:
    properties, _ = _take(cell, "vMerge")
    merge = write.value("'restart' if loop.first else 'continue'", "_plain")
    _insert(properties, make(cell, "vMerge", val=merge))
    paragraph = child(cell, "p")
    of_paragraph = child(paragraph, "pPr") if paragraph is not None else None
    empty = make(cell, "p", *([deepcopy(of_paragraph)] if of_paragraph is not None else []))
    properties.tail = write.block("if loop.first") + (properties.tail or "")
    last = cell[-1]
    last.tail = (last.tail or "") + write.block("else")
    cell.append(empty)
    empty.tail = write.block("endif")


def _take(cell: etree._Element, name: str) -> tuple[etree._Element, etree._Element | None]:
    """The properties of a cell, made when it has none, and its old property `name`, taken out."""
    properties = child(cell, "tcPr")
    if properties is None:
        properties = make(cell, "tcPr")
        cell.insert(0, properties)
    old = child(properties, name)
    if old is not None:
        properties.remove(old)
    return properties, old


def _insert(properties: etree._Element, item: etree._Element) -> etree._Element:
    """Put `item` among the properties where the schema wants it."""
    rank = _ORDER.index(etree.QName(item).localname)
    following = next(properties.iterchildren(*names(*_ORDER[rank + 1 :])), None)
    if following is None:
        properties.append(item)
    else:
        following.addprevious(item)
    return item
