"""Small parsers of the outline tried on whatever comes: areas, ranges of cells, structured references."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ibndocs.office.sheets.inspection.computed import join_cells
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.structured import spell_out
from ibndocs.office.sheets.validations import read_areas

CELLS = st.builds(Address, st.integers(1, 9), st.integers(1, 12))
AREAS = st.text(alphabet="ABZ$:19 -x", max_size=20)


@given(st.sets(CELLS, min_size=1))
def test_ranges_hold_every_cell_once_and_no_other(cells: set[Address]) -> None:
    areas = read_areas(" ".join(join_cells(cells)))
    everywhere = [Address(column, row) for column in range(1, 12) for row in range(1, 15)]
    covered = [address for area in areas for address in everywhere if area.covers(address)]
    assert sorted(map(str, covered)) == sorted(map(str, cells))


@given(AREAS)
def test_areas_are_read_or_left_out(text: str) -> None:
    for area in read_areas(text):
        assert area.last is not None


@given(st.text(alphabet="A1[]#@,'\"+( Tabel", max_size=30))
def test_a_formula_without_table_names_is_spelled_the_same(formula: str) -> None:
    assert "[" in formula or spell_out(formula, "Kosten") == formula


def test_structured_references_get_their_table_and_all_brackets() -> None:
    assert spell_out("SUM([bedrag])", "Kosten") == "SUM(Kosten[bedrag])"
    assert spell_out("[[#This Row],[bedrag]]*2", "Kosten") == "Kosten[[#This Row],[bedrag]]*2"
    assert spell_out("Andere[[#This Row],btw]", "Kosten") == "Andere[[#This Row],[btw]]"
    assert spell_out("Kosten[[#Totals],[bedrag]]", "") == "Kosten[[#Totals],[bedrag]]"
