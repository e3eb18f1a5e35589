"""Turns the YAML nodes of a slots file into slots; `slots.read_slots` is the way in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast, get_type_hints

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.office import places, slots
from ibndocs.office.places import Office, Place
from ibndocs.office.slots import Expression, Fill, Markup, Slot, SlotsFile
from ibndocs.office.yaml_nodes import Node, NodeReader, is_null

PROPERTIES = ("title", "creator", "subject", "keywords", "created", "modified")
MARKUPS: Mapping[Office, tuple[Markup, ...]] = {
    Office.WORD: ("text", "markdown"),
    Office.SLIDES: ("text", "bullets", "markdown"),
    Office.SHEETS: ("text",),
}
DROPPABLE = (places.Section, places.WholeTable, places.WholeSlide)
BOTH = (places.Section, places.Control)
"""Places that may be left out, and that may repeat or take a value as well."""
ROW_KEYS = ("each", "cells", "repeat_also", "empty")
FILE = Text("het slotsbestand", "the slots file")
SLOT = Text("een slot", "a slot")
CELL = Text("een cel", "a cell")
HEX = re.compile(r"[0-9a-f]{64}")


class SlotsReader(NodeReader):
    """Reads one slots file."""

    office = Office.WORD

    def read(self, path: Path) -> SlotsFile:
        """The slots of a file; raises `FaultyInput` with all its faults."""
        root = self.compose(path)
        if root is None:
            message = Text("het slotsbestand is leeg", "the slots file is empty")
            raise FaultyInput([Finding("SLT01", Severity.ERROR, message, Spot(self.file))])
        file = self._file(root)
        if file is None or self.findings:
            raise FaultyInput(self.findings)
        return file

    def _file(self, root: Node) -> SlotsFile | None:
        values = self.mapping(root, ("form", "sha256", "properties", "macros", "slots"), FILE)
        if values is None or not self.require(root, values, ("form", "sha256", "slots"), FILE):
            return None
        form = self.text(values["form"]) or ""
        office = places.office_of(form)
        if office is None:
            known = " ".join(places.SUFFIXES)
            message = Text(f"geen soort formulier die wij kennen: '{form}'", f"no kind of form we know: '{form}'")
            self.report("SLT04", values["form"], message, Text(f"mogelijk: {known}", f"possible: {known}"))
            return None
        self.office = office
        pin = (self.text(values["sha256"]) or "").lower()
        if not HEX.fullmatch(pin):
            message = Text("een SHA-256 telt 64 hexadecimale tekens", "a SHA-256 has 64 hexadecimal digits")
            self.report("SLT04", values["sha256"], message)
        listed = self.items(values["slots"], Text("'slots'", "'slots'")) or []
        read = tuple(slot for node in listed if (slot := self._slot(node)) is not None)
        properties = self._properties(values["properties"]) if "properties" in values else {}
        keep = "macros" not in values or self.choice(values["macros"], ("keep", "refuse")) != "refuse"
        return SlotsFile(self.file, form, pin, read, self.spot(values["sha256"]), MappingProxyType(properties), keep)

    def _properties(self, node: Node) -> dict[str, Expression]:
        values = self.mapping(node, PROPERTIES, Text("'properties'", "'properties'")) or {}
        return {key: read for key, value in values.items() if (read := self.expression(value)) is not None}

    def expression(self, node: Node) -> Expression | None:
        """A Jinja expression; its syntax is checked where it is compiled."""
        source = self.text(node)
        return Expression(source, self.spot(node)) if source is not None else None

    def _slot(self, node: Node) -> Slot | None:
        at = next((value for key, value in node.value if key.value == "at"), None) if node.id == "mapping" else None
        if at is None:
            if self.mapping(node, None, SLOT) is not None:
                self.require(node, {}, ("at",), SLOT)
            return None
        place = self._place(at, dropped=any(key.value == "drop_unless" for key, _ in node.value))
        if place is None:
            return None
        return self._reader_for(place)(node, place)

    def _reader_for(self, place: Place) -> Callable[[Node, Any], Slot | None]:
        return {
            places.Section: self._region,
            places.Control: self._control,
            places.WholeTable: self._drop,
            places.WholeSlide: self._drop,
            places.TableRows: self._rows,
            places.SlideRows: self._rows,
            places.SheetRows: self._columns,
            places.SheetTable: self._columns,
            places.SlideChart: self._chart,
        }.get(type(place), self._value)

    # -- places

    def _place(self, node: Node, *, dropped: bool) -> Place | None:
        kinds = [kind for kind in places.PLACES[self.office] if dropped == (kind in DROPPABLE) or kind in BOTH]
        what = Text(f"een plaats in {self.office}", f"a place in {self.office}")
        known = {item.name for kind in kinds for item in fields(kind)}
        faults = len(self.findings)
        values = self.mapping(node, known, what)
        if values is None:
            return None
        for kind in kinds:
            if _required(kind) <= values.keys() <= {item.name for item in fields(kind)}:
                return self._make_place(kind, values)
        if len(self.findings) == faults:
            ways = "; ".join(", ".join(item.name for item in fields(kind) if _is_required(item)) for kind in kinds)
            message = Text("deze sleutels wijzen samen geen plaats aan", "these keys together name no place")
            self.report("SLT07", node, message, Text(f"mogelijk: {ways}", f"possible: {ways}"))
        return None

    def _make_place(self, kind: type[Place], values: Mapping[str, Node]) -> Place | None:
        readers = {int: self.number, bool: self.flag, str: self.text}
        hints = get_type_hints(kind)
        read: dict[str, Any] = {}
        for key, node in values.items():
            hint = hints[key]
            reader = readers.get(hint) or (self.number if key == "nth" else self.label)
            read[key] = reader(node)
        return None if None in read.values() else kind(**read)

    # -- kinds of slots

    def _value(self, node: Node, at: Place) -> Slot | None:
        if self.office is Office.SHEETS and any(key.value == "expect" for key, _ in node.value):
            return self._expect(node, at)
        keys = ("at", "value", "as", "optional", *(("replace", "mark") if self.office is Office.WORD else ()))
        values = self.mapping(node, keys, SLOT)
        if values is None or not self.require(node, values, ("value",), SLOT):
            return None
        value = self.expression(values["value"])
        if value is None:
            return None
        replace = "replace" in values and bool(self.flag(values["replace"]))
        mark = self.text(values["mark"]) if "mark" in values else None
        markup, optional = self._markup(values)
        return slots.ValueSlot(at, value, self.spot(node), markup, optional or _is_blank(value), replace, mark)

    def _expect(self, node: Node, at: Place) -> slots.ExpectSlot | None:
        values = self.mapping(node, ("at", "expect"), SLOT)
        expected = self.expression(values["expect"]) if values is not None else None
        return slots.ExpectSlot(at, expected, self.spot(node)) if expected else None

    def _markup(self, values: Mapping[str, Node]) -> tuple[Markup, bool]:
        markup = self.choice(values["as"], MARKUPS[self.office]) if "as" in values else None
        optional = "optional" in values and bool(self.flag(values["optional"]))
        return cast(Markup, markup or "text"), optional

    def _drop(self, node: Node, at: Place) -> slots.DropSlot | None:
        values = self.mapping(node, ("at", "drop_unless"), SLOT)
        if values is None or not self.require(node, values, ("drop_unless",), SLOT):
            return None
        unless = self.expression(values["drop_unless"])
        return slots.DropSlot(at, unless, self.spot(node)) if unless else None

    def _control(self, node: Node, at: Place) -> Slot | None:
        keys = {key.value for key, _ in node.value}
        return self._region(node, at) if keys & {"each", "drop_unless"} else self._value(node, at)

    def _region(self, node: Node, at: Place) -> slots.DropSlot | slots.RepeatSlot | None:
        if all(key.value != "each" for key, _ in node.value):
            return self._drop(node, at)
        values = self.mapping(node, ("at", "each"), SLOT)
        each = self.expression(values["each"]) if values else None
        return slots.RepeatSlot(at, each, self.spot(node)) if each else None

    def _rows(self, node: Node, at: Place) -> slots.RowsSlot | None:
        values = self.mapping(node, ("at", *ROW_KEYS), SLOT)
        if values is None or not self.require(node, values, ("each", "cells"), SLOT):
            return None
        each = self.expression(values["each"])
        nodes = self.items(values["cells"], Text("'cells'", "'cells'"))
        also = self._count(values["repeat_also"]) if "repeat_also" in values else 0
        empty = self.text(values["empty"]) if "empty" in values else None
        if each is None or nodes is None or also is None:
            return None
        rows = [values["cells"]] if not also else nodes
        if also and (len(rows) != also + 1 or any(row.id != "sequence" for row in rows)):
            message = Text(
                f"'cells' moet {also + 1} lijsten tellen: een per rij van de groep",
                f"'cells' must hold {also + 1} lists: one for each row of the group",
            )
            self.report("SLT15", values["cells"], message)
            return None
        return slots.RowsSlot(at, each, tuple(self._fills(row.value) for row in rows), self.spot(node), empty)

    def _count(self, node: Node) -> int | None:
        return 0 if node.id == "scalar" and node.value == "0" else self.number(node)

    def _fills(self, nodes: Sequence[Node]) -> tuple[Fill | None, ...]:
        return tuple(None if is_null(node) else self._fill(node) for node in nodes)

    def _fill(self, node: Node) -> Fill | None:
        if node.id == "scalar":
            value = self.expression(node)
            return Fill(value, optional=_is_blank(value)) if value else None
        keys = ("value", "as", "optional", *(() if self.office is Office.SHEETS else ("fill",)))
        values = self.mapping(node, keys, CELL)
        if values is None:
            return None
        if not values.keys() & {"value", "fill"}:
            self.require(node, values, ("value",), CELL)
            return None
        markup, optional = self._markup(values)
        value = self.expression(values["value"]) if "value" in values else None
        colour = self.expression(values["fill"]) if "fill" in values else None
        return Fill(value, markup, optional or _is_blank(value), colour)

    def _columns(self, node: Node, at: Place) -> slots.ColumnsSlot | None:
        values = self.mapping(node, ("at", "each", "cells", "empty"), SLOT)
        if values is None or not self.require(node, values, ("each", "cells"), SLOT):
            return None
        each = self.expression(values["each"])
        empty = self.text(values["empty"]) if "empty" in values else None
        cells = self.mapping(values["cells"], None, Text("'cells'", "'cells'"))
        if each is None or cells is None:
            return None
        read: dict[str, Fill] = {}
        for column, cell in cells.items():
            if (fill := self._fill(cell)) is not None:
                read[column] = fill
        return slots.ColumnsSlot(at, each, MappingProxyType(read), self.spot(node), empty)

    def _chart(self, node: Node, at: Place) -> slots.ChartSlot | None:
        values = self.mapping(node, ("at", "categories", "series"), SLOT)
        if values is None or not self.require(node, values, ("categories", "series"), SLOT):
            return None
        categories = self.expression(values["categories"])
        listed = self.items(values["series"], Text("'series'", "'series'")) or []
        series = tuple(one for item in listed if (one := self._series(item)) is not None)
        return slots.ChartSlot(at, categories, series, self.spot(node)) if categories else None

    def _series(self, node: Node) -> slots.Series | None:
        what = Text("een reeks", "a series")
        values = self.mapping(node, ("name", "values"), what)
        if values is None or not self.require(node, values, ("name", "values"), what):
            return None
        name, numbers = self.expression(values["name"]), self.expression(values["values"])
        return slots.Series(name, numbers) if name and numbers else None


def _is_blank(value: Expression | None) -> bool:
    """Whether an expression asks for a blank in so many words."""
    return value is not None and value.source.strip() in {"''", '""'}


def _is_required(item: Field[Any]) -> bool:
    return item.default is MISSING


def _required(kind: type[Place]) -> set[str]:
    return {item.name for item in fields(kind) if _is_required(item)}
