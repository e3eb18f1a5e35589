"""Slots in parts of a form that repeat: a control in a row that repeats sees the item of that row."""

from __future__ import annotations

from tests.office.word.slot_forms import (
    body_of,
    build_form,
    cell,
    r,
    render,
    row,
    rows,
    sdt,
    table_texts,
    tbl,
    tc,
    tr,
    value,
)

from ibndocs.office import places
from ibndocs.office.word.fill import WordForm

PROTOTYPE = tr(tc(), tc(f"<w:p>{sdt('rol', r('?'))}</w:p>"))
FORM = build_form(tbl(row("Naam", "Rol"), PROTOTYPE))
REPEAT = rows(places.TableRows(1, 2), "m in members", (cell("m.name"), None), empty="Geen.")
ROLE = value(places.Control("rol"), "m.role", line=3)


def test_a_control_in_a_row_sees_the_item_and_not_the_empty_list() -> None:
    some = [{"name": "A", "role": "x"}, {"name": "B", "role": "y"}]
    for slots in ((ROLE, REPEAT), (REPEAT, ROLE)):
        assert table_texts(body_of(render(FORM, *slots, members=some))) == [["Naam", "Rol"], ["A", "x"], ["B", "y"]]
        assert table_texts(body_of(render(FORM, *slots, members=[]))) == [["Naam", "Rol"], ["Geen.", "?"]]


def test_a_slot_in_a_row_is_checked_for_each_item() -> None:
    template = WordForm.compile(FORM, [ROLE, REPEAT])
    assert not template.check(["members"])
    members = [{"name": "A", "role": ""}, {"name": "B", "role": None}]
    found = [(str(finding.spot), finding.message.nl) for finding in template.find_blanks({"members": members})]
    assert found == [("slots/form.yaml:3:1", "m.role is nog niet ingevuld (2 keer)")]
