"""The places of a slots file found in a workbook; what is not there, or must not be filled, is told with its place."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from ibndocs.foundation.findings import Text
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.places import Place, SheetCell, SheetName, SheetRows
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.references import Address, Corner, quote_sheet, unquote_sheet
from ibndocs.office.sheets.workbook import Sheet, Workbook


@dataclass(frozen=True, slots=True)
class Target:
    """A cell of the form."""

    sheet: Sheet
    address: Address

    def __str__(self) -> str:
        return f"{quote_sheet(self.sheet.name)}!{self.address}"


class Anchors:
    """Finds places in one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._grids: dict[str, Grid] = {}
        self._merges: dict[str, tuple[tuple[Address, Address], ...]] = {}

    def grid(self, sheet: Sheet) -> Grid:
        """The cells of a sheet as the form has them."""
        if sheet.part not in self._grids:
            self._grids[sheet.part] = Grid(self._workbook.package.xml(sheet.part))
        return self._grids[sheet.part]

    def find_cell(self, place: Place) -> Target:
        """The cell of a `cell` or `name` place, to be filled.

        Raises:
            ExpressionFault: `SLT21` not there, `SLT22` a formula, `SLT23` hidden below a merge.
        """
        target = self.locate_cell(place)
        self.refuse_unfit(target)
        return target

    def locate_cell(self, place: Place) -> Target:
        """The cell of a `cell` or `name` place, whatever it holds.

        Raises:
            ExpressionFault: `SLT21` when it is not there.
        """
        match place:
            case SheetCell(cell):
                sheet, text = self._split(cell)
                address = Address.read(text)
                if address is None:
                    raise _missing(f"“{text}” is geen cel", f"“{text}” is no cell")
                return Target(sheet, address)
            case SheetName(name):
                return self._find_name(name)
            case _:
                raise _missing("is geen plaats in een werkmap", "is no place in a workbook")

    def find_row(self, place: SheetRows) -> tuple[Sheet, int]:
        """The sheet and the row of a `rows` place.

        Raises:
            ExpressionFault: `SLT21` when it is not there.
        """
        sheet, text = self._split(place.rows)
        first, _, last = text.partition(":")
        corner = Corner.read(first)
        row = corner.row if corner and corner.column is None else None
        if row is None or last not in ("", first):
            raise _missing(f"“{text}” is geen rijnummer", f"“{text}” is no row number")
        below = max((number for number, _ in self.grid(sheet).rows()), default=0)
        if row > below:
            raise _missing(f"{sheet.name} heeft maar {below} rijen", f"{sheet.name} has only {below} rows")
        return sheet, row

    def _split(self, text: str) -> tuple[Sheet, str]:
        name, mark, rest = text.strip().rpartition("!")
        if not mark:
            raise _missing("schrijf het blad erbij: Blad1!C4", "say which sheet: Sheet1!C4")
        wanted = unquote_sheet(name)
        sheet = self._workbook.sheet(wanted)
        if sheet is None:
            known = [sheet.name for sheet in self._workbook.sheets]
            raise _missing(f"er is geen blad “{wanted}”", f"there is no sheet “{wanted}”", _suggest(wanted, known))
        return sheet, rest

    def _find_name(self, name: str) -> Target:
        found = self._workbook.find_name(name)
        if found is None:
            known = [known.name for known in self._workbook.names]
            raise _missing(f"er is geen naam “{name}”", f"there is no name “{name}”", _suggest(name, known))
        located = self._workbook.locate(found)
        first = located[1].first if located else None
        if located is None or first is None or first.column is None or first.row is None:
            raise _missing(f"“{name}” staat niet voor een cel", f"“{name}” stands for no cell")
        sheet, reference = located
        start, last = Address(first.column, first.row), reference.last or first
        end = Address(last.column or first.column, last.row or first.row)
        if start != end and (start, end) not in self._merged(sheet):
            raise _missing(f"“{name}” staat voor meer dan één cel", f"“{name}” stands for more than one cell")
        return Target(sheet, start)

    def refuse_unfit(self, target: Target, *, repeats: bool = False) -> None:
        """Refuse a cell that must not be filled; one in a row that `repeats` must not be merged with rows below.

        Raises:
            ExpressionFault: `SLT22` for a formula, `SLT23` for a cell that a merge hides.
        """
        grid, at = self.grid(target.sheet), target.address
        cell = grid.cell(at)
        if cell is not None and grid.formula_of(cell) is not None:
            raise ExpressionFault(
                "SLT22",
                Text(
                    f"{target} bevat een formule, die verloren zou gaan",
                    f"{target} holds a formula, which would be lost",
                ),
                Text("vul de cellen waar de formule op rekent", "fill the cells the formula counts on"),
            )
        for start, end in self._merged(target.sheet):
            if start.column <= at.column <= end.column and start.row <= at.row <= end.row and start != at:
                raise ExpressionFault(
                    "SLT23",
                    Text(
                        f"{target} ligt onder de samengevoegde cel {start}",
                        f"{target} lies below the merged cell {start}",
                    ),
                    Text(f"vul {start}", f"fill {start}"),
                )
            if repeats and start == at and start.row < end.row:
                raise ExpressionFault(
                    "SLT23",
                    Text(
                        f"{target} is samengevoegd met rijen eronder: alleen de eerste lijn zou te zien zijn",
                        f"{target} is merged with rows below it: only the first line would show",
                    ),
                )

    def _merged(self, sheet: Sheet) -> tuple[tuple[Address, Address], ...]:
        if sheet.part not in self._merges:
            found = []
            for merge in self.grid(sheet).root.iter(self.grid(sheet).tag("mergeCell")):
                start, _, end = merge.get("ref", "").partition(":")
                first, last = Address.read(start), Address.read(end)
                if first and last:
                    found.append((first, last))
            self._merges[sheet.part] = tuple(found)
        return self._merges[sheet.part]


def _suggest(wanted: str, known: list[str]) -> Text | None:
    close = get_close_matches(wanted, known, n=1)
    if close:
        return Text(f"bedoelde u “{close[0]}”?", f"did you mean “{close[0]}”?")
    listed = ", ".join(known[:12])
    return Text(f"er zijn: {listed}", f"there are: {listed}") if known else None


def _missing(nl: str, en: str, fix: Text | None = None) -> ExpressionFault:
    return ExpressionFault("SLT21", Text(nl, en), fix)
