"""How the cells of a workbook are named in a slots file: by their defined name, their label, or their address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from ibndocs.office.faults import ExpressionFault
from ibndocs.office.outline import Item, Kind
from ibndocs.office.places import Place, SheetCell, SheetLabel, SheetName
from ibndocs.office.sheets.anchors import Anchors, Target

_BUILT_IN = "_xlnm."
_MOST_ALIKE = 20
"""A label that stands more often on its sheet says too little."""


class Named:
    """The names of the cells of one workbook."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._names: dict[Target, str] = {}
        for name in anchors.workbook.names:
            if name.scope is None and not name.name.startswith(_BUILT_IN):
                target = self._locate(SheetName(name.name))
                if target is not None:
                    self._names.setdefault(target, name.name)

    def _locate(self, place: Place) -> Target | None:
        try:
            return self._anchors.locate_cell(place)
        except ExpressionFault:
            return None

    def name_of(self, target: Target) -> str:
        """The defined name of a cell; "" for none."""
        return self._names.get(target, "")

    def place_of(self, target: Target, label: str = "", column: str = "") -> Place:
        """The place of a cell; by its label when that finds exactly this cell."""
        name = self.name_of(target)
        if name:
            return SheetName(name)
        for one, other in ((label, column), (label, None), (column, None)):
            if one and other != "" and (place := self._by_label(target, one, other)) is not None:
                return place
        return SheetCell(str(target))

    def _by_label(self, target: Target, label: str, column: str | None) -> SheetLabel | None:
        found = self._anchors.labels(target.sheet).list_cells(label, column, most=_MOST_ALIKE)
        if target.address not in found:
            return None
        nth = found.index(target.address) + 1 if len(found) > 1 else None
        return SheetLabel(target.sheet.name, label, column, nth)

    def list_names(self, items: Iterable[Item]) -> Iterator[Item]:
        """The defined names that stand for cells or formulas, after those that the form itself needs."""
        told = {item.at for item in items}
        for name in self._anchors.workbook.names:
            if name.name.startswith(_BUILT_IN):
                continue
            place = SheetName(name.name)
            fillable = place not in told and self._is_fillable(place)
            facts = {"scope": name.scope} if name.scope else {}
            yield Item(
                Kind.NAME, name.name, place if fillable else None, text=name.formula, facts=MappingProxyType(facts)
            )

    def _is_fillable(self, place: SheetName) -> bool:
        try:
            target = self._anchors.find_cell(place)
        except ExpressionFault:
            return False
        return self.name_of(target) == place.name and self._anchors.survey(target.sheet).is_input(target.address)
