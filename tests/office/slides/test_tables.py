"""Tables on slides: cells, rows that repeat, colours, merged cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.office.slides.decks import compile_form, fill, make_deck, named, open_deck, save
from tests.ooxml import assert_sound

from ibndocs.foundation.findings import FaultyInput

FORM = make_deck()
ROWS = """
- at: {slide: 2, shape: Tabel, row: 2}
  each: kpi in kpis
  cells: [kpi.name, kpi.first, {value: kpi.second, fill: kpi.colour}]
"""
KPIS = [
    {"name": "Leden", "first": 32, "second": 45, "colour": "#1f7a4d"},
    {"name": "Proeven & co", "first": 3, "second": 5, "colour": ""},
    {"name": "Euro's", "first": "a\nb", "second": 7, "colour": "C00000"},
]


def table_of(data: bytes) -> Any:
    return named(open_deck(data).slides[1], "Tabel")


def texts(frame: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in frame.table.rows]


def fill_table(slots: str, values: dict[str, object], folder: Path, form: bytes = FORM) -> Any:
    data = fill(form, slots, values, folder)
    assert_sound(data, form=form)
    return table_of(data)


def test_a_row_repeats_and_the_frame_grows(tmp_path: Path) -> None:
    before, after = table_of(FORM), fill_table(ROWS, {"kpis": KPIS}, tmp_path)
    assert texts(after)[:5] == [
        ["KPI", "Jaar 1", "Jaar 2"],
        ["Leden", "32", "45"],
        ["Proeven & co", "3", "5"],
        ["Euro's", "a\nb", "7"],
        ["Totaal", "", ""],
    ]
    assert after.height == before.height + 2 * before.table.rows[1].height


def test_a_cell_gets_a_colour(tmp_path: Path) -> None:
    table = fill_table(ROWS, {"kpis": KPIS}, tmp_path).table
    assert str(table.cell(1, 2).fill.fore_color.rgb) == "1F7A4D"
    assert table.cell(2, 2).fill.type is None
    assert str(table.cell(3, 2).fill.fore_color.rgb) == "C00000"


def test_no_colour_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match="no colour"):
        fill(FORM, ROWS, {"kpis": [{**KPIS[0], "colour": "groen"}]}, tmp_path)


def test_an_empty_list_leaves_no_row(tmp_path: Path) -> None:
    before, after = table_of(FORM), fill_table(ROWS, {"kpis": []}, tmp_path)
    assert [row[0] for row in texts(after)] == ["KPI", "Totaal", "Voetnoot"]
    assert after.height == before.height - before.table.rows[1].height


def test_an_empty_list_may_say_so(tmp_path: Path) -> None:
    after = fill_table(f"{ROWS}  empty: Geen.\n", {"kpis": []}, tmp_path)
    assert texts(after)[1] == ["Geen.", "", ""]


def test_the_last_row_of_a_table_stays_emptied(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    table = named(deck.slides[1], "Tabel").table._tbl
    for row in list(table.tr_lst)[1:]:
        table.remove(row)
    slots = "- at: {slide: 2, shape: Tabel, row: 1}\n  each: k in kpis\n  cells: [k.name, null, null]"
    assert texts(fill_table(slots, {"kpis": []}, tmp_path, save(deck))) == [["", "", ""]]


def test_null_leaves_a_cell(tmp_path: Path) -> None:
    slots = "- at: {slide: 2, shape: Tabel, row: 2}\n  each: k in kpis\n  cells: [k.name, null, null]"
    assert texts(fill_table(slots, {"kpis": KPIS}, tmp_path))[3] == ["Euro's", "1", "2"]


def test_rows_repeat_in_a_group(tmp_path: Path) -> None:
    slots = """
- at: {slide: 2, shape: Tabel, row: 2}
  each: kpi in kpis if kpi.first is number
  cells:
    - [loop.index ~ '. ' ~ kpi.name, null, null]
    - [null, kpi.first, kpi.second]
  repeat_also: 1
"""
    found = texts(fill_table(slots, {"kpis": KPIS}, tmp_path))
    assert [row[0] for row in found[1:-1]] == ["1. Leden", "Totaal", "2. Proeven & co", "Totaal"]
    assert found[4][1:] == ["3", "5"]


def test_two_places_of_one_table_do_not_disturb_each_other(tmp_path: Path) -> None:
    slots = f"""{ROWS}
- at: {{slide: 2, shape: Tabel, row: Totaal, column: Jaar 2}}
  value: "'som'"
- at: {{slide: 2, shape: Tabel, row: 4, column: 1}}
  value: "'noot'"
- at: {{slide: 2, shape: Tabel, row: 3}}
  each: n in range(2)
  cells: [null, n, null]
"""
    found = texts(fill_table(slots, {"kpis": KPIS}, tmp_path))
    assert [row[0] for row in found] == ["KPI", "Leden", "Proeven & co", "Euro's", "Totaal", "Totaal", "noot"]
    assert found[4] == ["Totaal", "0", "som"]


def test_a_merge_from_above_grows_along(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    table = named(deck.slides[1], "Tabel").table
    table.cell(0, 0).merge(table.cell(2, 0))
    slots = "- at: {slide: 2, shape: Tabel, row: 2}\n  each: k in kpis\n  cells: [null, k.first, k.second]"
    form = save(deck)
    after = fill_table(slots, {"kpis": KPIS}, tmp_path, form).table
    assert after.cell(0, 0).span_height == 5
    assert [after.cell(row, 0).is_spanned for row in range(1, 6)] == [True, True, True, True, False]
    shrunk = fill_table(slots, {"kpis": []}, tmp_path, form).table
    assert shrunk.cell(0, 0).span_height == 2


def test_a_merge_that_is_cut_is_refused(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    table = named(deck.slides[1], "Tabel").table
    table.cell(1, 0).merge(table.cell(2, 0))
    slots = "- at: {slide: 2, shape: Tabel, row: 2}\n  each: k in kpis\n  cells: [k.name, null, null]"
    with pytest.raises(FaultyInput, match="SLT38"):
        compile_form(save(deck), slots, tmp_path)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("{slide: 2, shape: Tabel, row: 9, column: 1}", "SLT35"),
        ("{slide: 2, shape: Tabel, row: Totall, column: 1}", "SLT35"),
        ("{slide: 2, shape: Tabel, row: 4, column: 2}", "SLT36"),
        ("{slide: 1, shape: Titel, row: 1, column: 2}", "SLT34"),
        ("{slide: 2, shape: Tabel}", "SLT34"),
    ],
)
def test_a_cell_that_is_not_there_is_a_fault(at: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as caught:
        compile_form(FORM, f"- at: {at}\n  value: x", tmp_path)
    assert [(finding.id, str(finding.spot)) for finding in caught.value.findings] == [(code, "slots/pitch.yaml:4:5")]


@pytest.mark.parametrize(
    ("row", "cells", "code"),
    [(2, "[a, b]", "SLT37"), (4, "[a, b, null]", "SLT36"), (5, "[a, b, c]", "SLT35")],
)
def test_rows_that_do_not_fit_the_table_are_faults(row: int, cells: str, code: str, tmp_path: Path) -> None:
    slots = f"- at: {{slide: 2, shape: Tabel, row: {row}}}\n  each: a in b\n  cells: {cells}"
    with pytest.raises(FaultyInput, match=code):
        compile_form(FORM, slots, tmp_path)
