"""What there is to say about a filled workbook: formulas that give errors, that could not follow, that go round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.office.sheets.anchors import Target
from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.formulas import functions_in, tokenize
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.moves import Moves
from ibndocs.office.sheets.recalculate import UNKNOWN, Calculation, FormulaError
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.rows import arrays_hit
from ibndocs.office.sheets.workbook import Workbook
from ibndocs.office.slots import Expression

_TEXT_REFERENCES = frozenset({"INDIRECT"})


def report_plain_day(typed: Expression, target: Target) -> Finding:
    """`SLT25`: a day in a cell that does not show days."""
    message = Text(
        f"{typed.source} geeft een datum, maar {target} toont geen datums: er zal een getal staan",
        f"{typed.source} gives a date, but {target} does not show dates: a number will stand there",
    )
    fix = Text("geef de cel van het formulier een datumopmaak", "give the form's cell a date format")
    return Finding("SLT25", Severity.WARNING, message, typed.spot, fix=fix)


def report_locked(typed: Expression, target: Target) -> Finding:
    """`SLT29`: a value in a cell that the form does not let a person fill."""
    message = Text(
        f"{target} is vergrendeld: het formulier laat daar niets invullen",
        f"{target} is locked: the form lets nobody fill it",
    )
    fix = Text(
        "kijk na of dit de bedoelde cel is; de waarde is ingevuld en de beveiliging is gebleven",
        "check that this is the cell you mean; the value was filled in and the protection is still there",
    )
    return Finding("SLT29", Severity.WARNING, message, typed.spot, typed.source, fix)


def report_no_entry(typed: Expression, control: str, text: str, choices: Sequence[str]) -> Finding:
    """`SLT28`: a value that is none of the entries of a list."""
    message = Text(f"de keuzelijst “{control}” kent geen “{text}”", f"the list “{control}” has no “{text}”")
    listed = "; ".join(choices)
    fix = Text(f"mogelijk: {listed}", f"possible: {listed}") if choices else None
    return Finding("SLT28", Severity.ERROR, message, typed.spot, typed.source, fix)


def report_protected_rows(file: str, workbook: Workbook, draft: Draft, moves: Moves) -> Iterator[Finding]:
    """`XLS07`: rows made in a sheet that lets a person insert none."""
    for sheet in workbook.sheets:
        added = {row: count for row, count in moves.on(sheet.name).added.items() if count}
        count = sum(added.values())
        protection = draft.tree(sheet.part).find("{*}sheetProtection") if count else None
        if protection is None or protection.get("sheet") not in ("1", "true") or protection.get("insertRows") == "0":
            continue
        message = Text(
            f"rijen bijgemaakt ({count}) op een beveiligd blad waarin men er zelf geen kan invoegen",
            f"rows made ({count}) on a protected sheet in which a person can insert none",
        )
        fix = Text(
            "vraag na of het formulier meer rijen mag krijgen; de beveiliging is gebleven",
            "ask whether the form may get more rows; the protection is still there",
        )
        yield Finding("XLS07", Severity.WARNING, message, _spot(file, sheet.name, f"A{min(added)}"), fix=fix)


def report_left_alone(workbook: Workbook, draft: Draft, moves: Moves) -> Iterator[Finding]:
    """`XLS02`, `XLS04`: what cannot follow rows that move; looks at the form as it is before it moves."""
    file = workbook.package.name
    for sheet in workbook.sheets:
        grid = Grid(draft.tree(sheet.part))
        rows = frozenset(row for row, count in moves.on(sheet.name).added.items() if count)
        for area in arrays_hit(grid, rows) if rows else ():
            message = Text(
                f"een rij die zich herhaalt ligt binnen de matrixformule {area}; reken ze na",
                f"a repeating row lies inside the array formula {area}; check what it gives",
            )
            yield Finding("XLS02", Severity.WARNING, message, _spot(file, sheet.name, area.partition(":")[0]))
        for cell in grid.all_cells():
            formula = grid.formula_of(cell)
            reason = _left_alone(formula.text or "") if formula is not None else None
            if reason:
                message = Text(
                    f"de formule {reason.nl}; dat volgt rijen die verschuiven niet",
                    f"the formula {reason.en}; that does not follow rows that move",
                )
                yield Finding("XLS04", Severity.WARNING, message, _spot(file, sheet.name, cell.get("r", "")))


def _left_alone(formula: str) -> Text | None:
    if functions_in(formula) & _TEXT_REFERENCES:
        return Text("zoekt een cel op met INDIRECT", "looks a cell up with INDIRECT")
    references = (token.reference for token in tokenize(formula))
    if any(found is not None and found.elsewhere and "[" not in found.prefix for found in references):
        return Text("telt door meerdere bladen heen", "goes through several sheets")
    return None


def report_calculation(file: str, calculation: Calculation) -> Iterator[Finding]:
    """`XLS01` a formula gives an error, `XLS03` formulas go round, `XLS05` there are no results."""
    if calculation.failure:
        message = Text(
            f"de formules zijn niet berekend ({calculation.failure}); Excel berekent ze bij het openen",
            f"the formulas were not calculated ({calculation.failure}); Excel does so on opening",
        )
        yield Finding("XLS05", Severity.WARNING, message, Spot(file))
    if calculation.circular:
        message = Text(
            f"{calculation.circular} formules wachten op zichzelf (kringverwijzing)",
            f"{calculation.circular} formulas wait for themselves (circular reference)",
        )
        yield Finding("XLS03", Severity.WARNING, message, Spot(file))
    yield from _report_errors(file, calculation.errors)


_TOLD_ONE_BY_ONE = 5


def _report_errors(file: str, errors: Sequence[FormulaError]) -> Iterator[Finding]:
    cells: dict[tuple[str, str], set[Address]] = {}
    for error in errors:
        cells.setdefault((error.sheet.casefold(), error.code), set()).add(error.address)
    groups: dict[tuple[str, str, bool], list[FormulaError]] = {}
    for error in errors:
        if error.known or not _inherits(error, cells):
            groups.setdefault((error.sheet, error.code, error.known), []).append(error)
    for found in groups.values():
        if found[0].known or len(found) > _TOLD_ONE_BY_ONE:
            yield _report_error(file, found[0], len(found))
        else:
            yield from (_report_error(file, error) for error in found)


def _inherits(error: FormulaError, cells: Mapping[tuple[str, str], set[Address]]) -> bool:
    """Whether the same error stands in a cell the formula counts on: then that one is told."""
    for token in tokenize(error.formula):
        if token.reference is not None:
            sheet = (token.reference.sheet or error.sheet).casefold()
            others = cells.get((sheet, error.code), set())
            found = set(islice(token.reference.among(others), 2))
            if found - ({error.address} if sheet == error.sheet.casefold() else set()):
                return True
    return False


def _report_error(file: str, error: FormulaError, count: int = 1) -> Finding:
    nl, en = f"de formule ={error.formula} geeft {error.code}", f"the formula ={error.formula} gives {error.code}"
    if count > 1:
        nl, en = (
            f"{count} formules op dit blad geven {error.code}, deze ={error.formula} eerst",
            f"{count} formulas on this sheet give {error.code}, this ={error.formula} first",
        )
    if error.known:
        nl, en = f"{nl}; dat deed het blanco formulier ook", f"{en}; so did the blank form"
    fix = None
    if error.code == UNKNOWN:
        fix = Text(
            "een naam of functie is hier niet gekend; kijk in Excel na of de cel daar wel een waarde krijgt",
            "a name or function is not known here; see in Excel whether the cell does get a value there",
        )
    severity = Severity.NOTE if error.known else Severity.WARNING
    return Finding("XLS01", severity, Text(nl, en), _spot(file, error.sheet, str(error.address)), fix=fix)


def report_unread(file: str, part: str) -> Finding:
    """`XLS06`: a part that is no XML, such as the boxes of comments as old versions of Excel wrote them."""
    message = Text(
        f"onderdeel {part} is niet te lezen; wat erin staat, is niet mee verschoven",
        f"part {part} cannot be read; what it holds has not moved along",
    )
    return Finding("XLS06", Severity.WARNING, message, Spot(file))


def _spot(file: str, sheet: str, cell: str) -> Spot:
    return Spot(file, sheet=sheet, cell=cell)
