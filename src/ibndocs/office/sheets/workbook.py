"""What a workbook says of itself: its sheets and their parts, its defined names, its date system.

ECMA-376 part 1, 18.2. Transitional and Strict files alike: elements are found whatever their namespace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ibndocs.office.package import Package
from ibndocs.office.sheets.formulas import Kind, tokenize
from ibndocs.office.sheets.references import Reference

if TYPE_CHECKING:
    from lxml import etree


_STATES = {"hidden": "hidden", "veryHidden": "very hidden"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet, by the name on its tab; `index` counts all tabs from 0, `state` says whether the tab is hidden."""

    name: str
    part: str
    index: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name and the formula it stands for; `scope` is the sheet that alone knows it."""

    name: str
    formula: str
    scope: str | None = None


class Workbook:
    """The catalogue of a workbook; it never changes."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.part = package.main_part
        root = package.xml(self.part)
        self.date1904 = any(item.get("date1904") in ("1", "true") for item in root.iter("{*}workbookPr"))
        self.tabs = tuple(sheet.get("name", "") for sheet in root.iter("{*}sheet"))
        self.sheets = tuple(self._read_sheets(root))
        self.names = tuple(self._read_names(root))

    def _read_sheets(self, root: etree._Element) -> Iterator[Sheet]:
        targets = {rel.id: rel for rel in self.package.relationships(self.part)}
        for index, element in enumerate(root.iter("{*}sheet")):
            ids = [value for key, value in element.attrib.items() if str(key).endswith("relationships}id")]
            relationship = targets.get(str(ids[0])) if ids else None
            # Chart sheets and macro sheets stand among the tabs too, but have no cells.
            if relationship is not None and relationship.type.endswith("/worksheet"):
                part = self.package.resolve(self.part, relationship.target)
                if part in self.package:
                    yield Sheet(element.get("name", ""), part, index, _STATES.get(element.get("state", ""), ""))

    def _read_names(self, root: etree._Element) -> Iterator[DefinedName]:
        for element in root.iter("{*}definedName"):
            scope = element.get("localSheetId")
            inside = scope is not None and scope.isdigit() and int(scope) < len(self.tabs)
            name, formula = element.get("name", ""), element.text or ""
            yield DefinedName(name, formula, self.tabs[int(scope or 0)] if inside else None)

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name; case does not count, as in Excel."""
        return self._by_name.get(name.casefold())

    @cached_property
    def _by_name(self) -> dict[str, Sheet]:
        return {sheet.name.casefold(): sheet for sheet in self.sheets}

    def find_name(self, name: str) -> DefinedName | None:
        """The defined name, one of the whole workbook before one of a single sheet."""
        found = [known for known in self.names if known.name.casefold() == name.casefold()]
        return min(found, key=lambda known: known.scope is not None, default=None)

    def locate(self, name: DefinedName) -> tuple[Sheet, Reference] | None:
        """The sheet and the cells a defined name stands for; None when it stands for anything else."""
        tokens = tokenize(name.formula.strip())
        if len(tokens) != 1 or tokens[0].kind is not Kind.REFERENCE:
            return None
        reference = tokens[0].reference
        assert reference is not None
        sheet = self.sheet(reference.sheet or name.scope or "")
        return None if sheet is None or reference.elsewhere else (sheet, reference)
