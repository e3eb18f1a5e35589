"""Form controls found by the words at them, by their name or by the cell they are linked to."""

from __future__ import annotations

from collections.abc import Sequence

from ibndocs.foundation.findings import Text
from ibndocs.foundation.suggestions import quote, suggest_name
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.labels import fold, match
from ibndocs.office.places import SheetCheckBox, SheetDropDown
from ibndocs.office.sheets.anchors import Anchors, Target
from ibndocs.office.sheets.controls import FormControl, read_controls
from ibndocs.office.sheets.labels import CHOOSE
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.workbook import Sheet


class ControlAnchors:
    """Finds the form controls of one workbook."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._known: dict[str, tuple[FormControl, ...]] = {}

    def on(self, sheet: Sheet) -> tuple[FormControl, ...]:
        """The form controls of a sheet."""
        if sheet.part not in self._known:
            self._known[sheet.part] = tuple(read_controls(self._anchors.workbook, sheet))
        return self._known[sheet.part]

    def find(self, place: SheetCheckBox | SheetDropDown) -> FormControl:
        """The control of a place.

        Raises:
            ExpressionFault: `SLT21` when it is not there, `SLT27` when there are several.
        """
        is_box = isinstance(place, SheetCheckBox)
        wanted = place.checkbox if isinstance(place, SheetCheckBox) else place.dropdown
        everywhere = self._anchors.workbook.sheets
        sheets = everywhere if place.sheet is None else (self._anchors.sheet(place.sheet),)
        kinds = ("Checkbox",) if is_box else ("Drop", "List")
        known = [one for sheet in sheets for one in self.on(sheet) if one.kind in kinds]
        found = self._choose(wanted, known)
        if place.nth is not None:
            found = found[place.nth - 1 : place.nth]
        if not found:
            text = Text(f"er is geen “{wanted}”", f"there is no “{wanted}”")
            raise ExpressionFault(
                "SLT21", text, suggest_name(wanted, {self.caption(one) or one.name for one in known}, quote)
            )
        if len(found) > 1:
            where = ", ".join(str(Target(one.sheet, one.at)) if one.at else one.name for one in found)
            count = len(found)
            text = Text(f"“{wanted}” staat er {count} keer: {where}", f"“{wanted}” is there {count} times: {where}")
            raise ExpressionFault("SLT27", text, CHOOSE)
        return found[0]

    def _choose(self, wanted: str, known: Sequence[FormControl]) -> list[FormControl]:
        linked = [one for one in known if str(self.linked_cell(one)) == wanted]
        named = [one for one in known if one.name == wanted]
        return match(wanted, ((fold(self.caption(one)), one) for one in known)) or linked or named

    def caption(self, control: FormControl) -> str:
        """The words on a control, else those in a cell beside it."""
        if control.caption or control.at is None:
            return control.caption
        texts = dict(self._anchors.survey(control.sheet).labels)
        row = [at for at in texts if at.row == control.at.row]
        right = [at for at in row if at.column >= control.at.column]
        beside = right[:1] or [at for at in row if at.column < control.at.column][-1:]
        return texts[beside[0]] if beside else ""

    def linked_cell(self, control: FormControl) -> Target | None:
        """The cell that follows a control."""
        area = self._anchors.choices.area(control.link, control.sheet) if control.link else None
        if area is None or area[1].first.column is None or area[1].first.row is None:
            return None
        return Target(area[0], Address(area[1].first.column, area[1].first.row))
