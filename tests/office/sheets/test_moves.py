import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.office.sheets.formulas import tokenize
from ibndocs.office.sheets.moves import Moves, RowMoves
from ibndocs.office.sheets.references import Corner

# Row 8 of Personeel becomes three lines, row 12 two; row 5 of Kosten four.
MOVES = Moves({"personeel": RowMoves({8: 2, 12: 1}), "kosten": RowMoves({5: 3})})


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("E7", "E7"),
        ("E8", "E8"),
        ("E9", "E11"),
        ("E12", "E14"),
        ("E13", "E16"),
        ("SUM(E8:E8)", "SUM(E8:E10)"),
        ("SUM(E8:E9)", "SUM(E8:E11)"),
        ("SUM(E7:E8)", "SUM(E7:E10)"),
        ("SUM($E$8:$E$8)", "SUM($E$8:$E$10)"),
        ("SUM(E1:E20)", "SUM(E1:E23)"),
        ("SUM(E12:E12)", "SUM(E14:E15)"),
        ("SUM(E:E)+SUM(8:8)+SUM(9:9)", "SUM(E:E)+SUM(8:10)+SUM(11:11)"),
        ("SUM(A1:A1048576)", "SUM(A1:A1048576)"),
        ("Kosten!C6+KOSTEN!$C$5", "Kosten!C9+KOSTEN!$C$5"),
        ("Overzicht!C9", "Overzicht!C9"),
        ('"E9"&E9', '"E9"&E11'),
        ("Tabel1[E9]+E9", "Tabel1[E9]+E11"),
        ("'[1]Personeel'!E9+Kosten:Personeel!E9", "'[1]Personeel'!E9+Kosten:Personeel!E9"),
    ],
)
def test_a_formula_elsewhere_on_the_sheet_follows(formula: str, expected: str) -> None:
    assert MOVES.follow(formula, "Personeel", row=20) == expected


@pytest.mark.parametrize(
    ("formula", "line", "expected"),
    [
        ("B8*C8", 0, "B8*C8"),
        ("B8*C8", 2, "B10*C10"),
        ("SUM(B8:D8)", 1, "SUM(B9:D9)"),
        ("E8/SUM($E$8:$E$8)", 1, "E9/SUM($E$8:$E$10)"),
        ("E8/SUM(E$8:E$8)", 2, "E10/SUM(E$8:E$10)"),
        ("SUM(E$8:E8)", 2, "SUM(E$8:E10)"),
        ("G7+E8", 1, "G8+E9"),
        ("E8*$B$2", 1, "E9*$B$2"),
        ("E8*$B$20", 1, "E9*$B$23"),
        ("Kosten!C5", 1, "Kosten!C6"),
        ("SUM(Kosten!C5:D5)", 1, "SUM(Kosten!C6:D6)"),
        ("SUM(Kosten!C$5:C$5)", 1, "SUM(Kosten!C$5:C$8)"),
        ("SUM(E12:E12)", 0, "SUM(E14:E15)"),
    ],
)
def test_a_formula_in_the_repeating_row_goes_along(formula: str, line: int, expected: str) -> None:
    assert MOVES.follow(formula, "Personeel", row=8, line=line) == expected


def test_a_formula_on_another_sheet_follows_only_what_it_names() -> None:
    assert MOVES.follow("SUM(Personeel!E8:E8)+E9", "Overzicht", row=3) == "SUM(Personeel!E8:E10)+E9"


def test_a_quoted_name_without_need_is_known() -> None:
    assert MOVES.follow("'Personeel'!E9", "Overzicht") == "'Personeel'!E11"


def test_areas_and_cells_outside_formulas_follow() -> None:
    assert MOVES.follow_area("C8", "Personeel") == "C8:C10"
    assert MOVES.follow_area("A8:F9", "Personeel") == "A8:F11"
    assert MOVES.follow_area("A:F", "Personeel") == "A:F"
    assert MOVES.follow_cell("C8", "Personeel") == "C8"
    assert MOVES.follow_cell("C13", "Personeel") == "C16"


added = st.dictionaries(st.integers(1, 60), st.integers(0, 6), max_size=4)


def rows_of(formula: str) -> set[int]:
    (token,) = tokenize(formula)
    assert token.reference is not None
    first, last = token.reference.first, token.reference.last or token.reference.first
    assert first.row is not None
    assert last.row is not None
    return set(range(first.row, last.row + 1))


@given(added, st.integers(1, 80), st.integers(0, 30), st.booleans())
def test_an_area_covers_all_lines_of_all_its_rows(added: dict[int, int], top: int, height: int, fixed: bool) -> None:
    moves = Moves({"blad": RowMoves(added)})
    mark = "$" if fixed else ""
    moved = moves.follow(f"B{mark}{top}:C{mark}{top + height}", "Blad", row=90)
    lines = {line for row in range(top, top + height + 1) for line in moves.on("Blad").lines(row)}
    assert rows_of(moved) == lines


@given(added)
def test_no_two_rows_come_to_stand_in_one_place(added: dict[int, int]) -> None:
    moves = RowMoves(added)
    lines = [line for row in range(1, 100) for line in moves.lines(row)]
    assert lines == list(range(1, len(lines) + 1))


@given(added, st.integers(1, 80))
def test_a_cell_stays_one_cell(added: dict[int, int], row: int) -> None:
    moves = Moves({"blad": RowMoves(added)})
    moved = moves.follow(f"$B${row}", "Blad", row=90)
    corner = Corner.read(moved)
    assert corner is not None
    assert corner.row == moves.on("Blad").place(row)
