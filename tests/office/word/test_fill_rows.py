"""Rows of a table that repeat for each item of a list."""

from __future__ import annotations

import pytest
from tests.office.word.slot_forms import (
    W,
    body_of,
    build_form,
    cell,
    find,
    p,
    r,
    render,
    row,
    rows,
    run_properties,
    sdt,
    table_texts,
    tbl,
    tc,
    tr,
)

from ibndocs.foundation.values import Markdown
from ibndocs.office import places
from ibndocs.office.fidelity import prove

PLACEHOLDER = "<w:showingPlcHdr/>"
BOLD = "<w:b/>"
PROSE = Markdown("Eerste *zin*.\n\n- punt\n", path="narrative.visie")


def test_a_row_repeats_with_its_properties() -> None:
    head = tr(tc(p("Nr")), tc(p("Naam")), properties="<w:tblHeader/>")
    prototype = tr(tc(p(mark=BOLD)), tc(), properties="<w:cantSplit/>")
    form = build_form(p("Leden", "Kop1") + tbl(head, prototype, row("Totaal", "")))
    slot = rows(places.TableRows("Leden", 2), "m in members if m.name", (cell("loop.index"), cell("m.name")))
    body = body_of(render(form, slot, members=[{"name": "A"}, {"name": ""}, {"name": "B"}]))
    assert table_texts(body) == [["Nr", "Naam"], ["1", "A"], ["2", "B"], ["Totaal", ""]]
    assert len(list(body.iter(f"{{{W}}}cantSplit"))) == 2
    assert len(list(body.iter(f"{{{W}}}tblHeader"))) == 1
    assert run_properties(body, "1") == ["b"]


def test_a_cell_of_a_row_takes_prose_shading_or_stays_as_it_is() -> None:
    form = build_form(tbl(row("a", "b", "c"), row("vast", "voorbeeld", "")))
    fills = (None, cell("m.note", "markdown"), cell("''", optional=True, colour="m.colour"))
    members = [{"note": PROSE, "colour": "FF0000"}, {"note": None, "colour": ""}]
    body = body_of(render(form, rows(places.TableRows(1, 2), "m in members", fills), members=members))
    assert table_texts(body) == [
        ["a", "b", "c"],
        ["vast", "Eerste zin.|punt", ""],
        ["vast", "[nog in te vullen]", ""],
    ]
    shading = list(body.iter(f"{{{W}}}shd"))
    assert [item.get(f"{{{W}}}fill") for item in shading] == ["FF0000"]


def test_an_empty_list_says_so_in_the_first_cell() -> None:
    form = build_form(tbl(row("Nr", "Naam", "Nota"), row("", "x", "vast")))
    slot = rows(places.TableRows(1, 2), "m in members", (cell("1"), cell("2"), None), empty="Geen {{leden}}.")
    assert table_texts(body_of(render(form, slot, members=[]))) == [
        ["Nr", "Naam", "Nota"],
        ["Geen {{leden}}.", "", "vast"],
    ]
    assert table_texts(body_of(render(form, slot, members=[1]))) == [["Nr", "Naam", "Nota"], ["1", "2", "vast"]]


def test_rows_that_belong_together_repeat_together() -> None:
    form = build_form(tbl(row("kop", ""), row("", ""), row("", "vast"), row("voet", "")))
    slot = rows(places.TableRows(1, 2), "w in packages", (cell("w.name"), cell("w.lead")), (cell("w.text"), None))
    packages = [{"name": "WP1", "lead": "A", "text": "een"}, {"name": "WP2", "lead": "B", "text": "twee"}]
    assert table_texts(body_of(render(form, slot, packages=packages))) == [
        ["kop", ""],
        ["WP1", "A"],
        ["een", "vast"],
        ["WP2", "B"],
        ["twee", "vast"],
        ["voet", ""],
    ]


def test_a_repeating_section_repeats_its_item_and_no_number_comes_twice() -> None:
    number = '<w:id w:val="5"/>'
    inner = f"<w:p>{sdt('naam', r('Klik'), PLACEHOLDER + number)}</w:p>"
    mark = '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>'
    item = sdt(
        "item",
        f'<w:tr w14:paraId="00000001">{tc(inner)}{tc(f"<w:p>{mark}</w:p>")}</w:tr>',
        "<w15:repeatingSectionItem/>",
    )
    form = build_form(tbl(row("Naam", "Nota"), sdt("section", item, "<w15:repeatingSection/>")))
    slot = rows(places.TableRows(1, 2), "m in members", (cell("m"), None))
    body = body_of(render(form, slot, members=["A", "B"]))
    assert table_texts(body) == [["Naam", "Nota"], ["A", ""], ["B", ""]]
    items = [sdt for sdt in body.iter(f"{{{W}}}sdt") if find(sdt, "w:sdtPr/w:tag[@w:val='item']") is not None]
    assert len(items) == 2
    assert find(body, ".//w:id") is None
    names = [mark.get(f"{{{W}}}name") for mark in body.iter(f"{{{W}}}bookmarkStart")]
    assert len(names) == len(set(names)) == 2


def numbered(*numbers: str) -> str:
    """Blank rows with a counter in front."""
    return "".join(tr(tc(p(number)), tc(), properties="<w:cantSplit/>") for number in numbers)


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        ([], [["1.", ""], ["2.", ""], ["3.", ""]]),
        (["A"], [["1.", "A"], ["2.", ""], ["3.", ""]]),
        (["A", "B", "C"], [["1.", "A"], ["2.", "B"], ["3.", "C"]]),
        (["A", "B", "C", "D"], [["1.", "A"], ["2.", "B"], ["3.", "C"], ["4.", "D"]]),
    ],
)
def test_the_blank_rows_of_a_form_are_used_up_before_its_table_grows(names: list[str], lines: list[list[str]]) -> None:
    form = build_form(tbl(row("Nr", "Naam"), numbered("1.", "2.", "3."), row("Som", "vast")))
    slot = rows(places.TableRows(1, 2), "one in names", (None, cell("one")))
    filled = render(form, slot, names=names)
    body = body_of(filled)
    assert table_texts(body) == [["Nr", "Naam"], *lines, ["Som", "vast"]]
    assert list(prove(form, filled, [slot]).find("form.docx")) == []
    assert len(body.findall(".//{*}cantSplit")) == len(lines)


def test_groups_of_blank_rows_are_used_up_together() -> None:
    group = row("Naam", "") + row("Rol", "")
    form = build_form(tbl(row("Partners", ""), group, group, group))
    cells = (None, cell("one")), (None, cell("one|lower"))
    body = body_of(render(form, rows(places.TableRows(1, 2), "one in names", *cells), names=["A", "B"]))
    assert table_texts(body)[1:] == [
        ["Naam", "A"],
        ["Rol", "a"],
        ["Naam", "B"],
        ["Rol", "b"],
        ["Naam", ""],
        ["Rol", ""],
    ]


def test_blank_rows_below_an_example_are_used_up_too() -> None:
    form = build_form(tbl(row("Naam", "Rol"), row("Jan", "trekker"), row("", ""), row("", "")))
    slot = rows(places.TableRows(1, 2), "one in names", (cell("one"), cell("one|lower")))
    assert table_texts(body_of(render(form, slot, names=["A", "B"])))[1:] == [["A", "a"], ["B", "b"], ["", ""]]


def test_rows_with_text_of_the_form_are_never_used_up() -> None:
    form = build_form(tbl(row("Naam", ""), row("", ""), row("", "voorbeeld"), row("", "")))
    slot = rows(places.TableRows(1, 2), "one in names", (cell("one"), cell("one")))
    body = body_of(render(form, slot, names=["A", "B"]))
    assert table_texts(body) == [["Naam", ""], ["A", "A"], ["B", "B"], ["", "voorbeeld"], ["", ""]]


def test_blank_rows_that_are_items_of_a_repeating_section_are_used_up() -> None:
    item = "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    blank = item.format(row("Naam", ""))
    form = build_form(tbl(row("Kop", ""), sdt("leden", blank * 3, "<w15:repeatingSection/>")))
    slot = rows(places.TableRows(1, 2), "one in names", (None, cell("one")))
    body = body_of(render(form, slot, names=["A", "B"]))
    assert table_texts(body)[1:] == [["Naam", "A"], ["Naam", "B"], ["Naam", ""]]
    assert len(body.findall(".//{*}repeatingSectionItem")) == 3


def test_a_cell_merged_over_the_rows_stays_one_cell() -> None:
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    form = build_form(tbl(tr(tc(p("Partners"), start), tc()), tr(tc("<w:p/>", more), tc()), tr(tc(p("Som")), tc())))
    slot = rows(places.TableRows(1, 1), "one in names", (None, cell("one")))
    body = body_of(render(form, slot, names=["A", "B", "C"]))
    assert table_texts(body) == [["Partners", "A"], ["", "B"], ["", "C"], ["Som", ""]]
    merges = [one.get(f"{{{W}}}val") for one in body.iter(f"{{{W}}}vMerge")]
    assert merges == ["restart", "continue", "continue"]


def test_a_blank_row_that_another_slot_repeats_is_not_used_up() -> None:
    form = build_form(tbl(row("Wat", "Wie"), row("", ""), row("", ""), row("", ""), row("", "")))
    slots = [
        rows(places.TableRows(1, number), f"one in {name}", (cell("one"), None))
        for number, name in ((2, "a"), (4, "b"))
    ]
    body = body_of(render(form, *slots, a=["A1", "A2", "A3"], b=["B1"]))
    assert [one[0] for one in table_texts(body)] == ["Wat", "A1", "A2", "A3", "B1", ""]
