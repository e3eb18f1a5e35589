"""What is wrong with the values of one document, and what is missing, at its place in the slots file."""

from __future__ import annotations

import pytest
from tests.office.word.slot_forms import (
    build_form,
    cell,
    p,
    row,
    rows,
    spot,
    tbl,
    value,
)

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office import places
from ibndocs.office.slots import DropSlot, Expression
from ibndocs.office.word.fill import WordForm


def test_faults_are_told_at_their_place_in_the_slots_file() -> None:
    form = build_form(tbl(row("Titel", ""), row("Leden", "")) + p("Visie", "Kop1"))
    template = WordForm.compile(
        form,
        [
            value(places.TableCell(1, "Titel"), "project.titel", line=4),
            value(places.Under("Visie"), "visies", "markdown", line=7),
            rows(places.TableRows(1, 2), "m in members", (None, cell("m.nam"))),
        ],
    )
    with pytest.raises(FaultyInput) as caught:
        template.render({"project": {"title": "x"}, "visies": ["a"], "members": [{"name": "a"}, {"name": "b"}]})
    found = [(str(one.spot), one.id, one.message.nl) for one in caught.value.findings]
    assert found == [
        ("slots/form.yaml:1:1", "TPL05", "m.nam: nam bestaat niet"),
        ("slots/form.yaml:4:1", "TPL05", "project.titel: titel bestaat niet"),
        ("slots/form.yaml:7:1", "TPL06", "visies: is een lijst en kan niet gedrukt worden"),
    ]


def test_unknown_names_are_found_without_values() -> None:
    form = build_form(tbl(row("Titel", ""), row("Leden", "")))
    template = WordForm.compile(
        form,
        [
            value(places.TableCell(1, "Titel"), "projekt.title", line=4),
            rows(places.TableRows(1, 2), "m in members", (None, cell("m.name ~ loop.index ~ n"))),
        ],
    )
    found = [(str(one.spot), one.message.nl, one.fix and one.fix.nl) for one in template.check(["project", "members"])]
    assert found == [
        ("slots/form.yaml:4:1", "projekt.title: projekt is onbekend", "bedoelde u project?"),
        ("slots/form.yaml:1:1", "m.name ~ loop.index ~ n: n is onbekend", None),
    ]


def test_what_is_still_to_be_filled_in_is_told() -> None:
    form = build_form(tbl(row("Titel", ""), row("Nota", ""), row("Leden", "")) + p("☐ Ja"))
    template = WordForm.compile(
        form,
        [
            value(places.TableCell(1, "Titel"), "x", line=4),
            value(places.TableCell(1, "Nota"), "x", optional=True, line=6),
            value(places.CheckBox("Ja"), "x", line=8),
            rows(places.TableRows(1, 3), "m in members", (None, cell("m"))),
        ],
    )
    found = [
        (finding.id, str(finding.spot), finding.message.nl)
        for finding in template.find_blanks({"x": None, "members": ["", "a", None]})
    ]
    assert found == [
        ("SLT20", "slots/form.yaml:4:1", "x is nog niet ingevuld"),
        ("SLT20", "slots/form.yaml:1:1", "m is nog niet ingevuld (2 keer)"),
    ]
    assert not template.find_blanks({"x": 0, "members": []})


def test_a_part_that_is_left_out_has_no_blanks() -> None:
    form = build_form(p("Bijlage", "Kop1") + p("Nota", "Kop2") + tbl(row("Titel", "")))
    template = WordForm.compile(
        form,
        [
            DropSlot(places.Section("Bijlage"), Expression("kept", spot()), spot()),
            value(places.TableCell(1, "Titel"), "x"),
            value(places.Under("Nota"), "x", "markdown"),
        ],
    )
    assert len(template.find_blanks({"kept": True, "x": None})) == 2
    assert not template.find_blanks({"kept": False, "x": None})
