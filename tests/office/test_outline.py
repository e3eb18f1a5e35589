"""The outline of a form: what it says as data."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.office.outline import Item, Kind
from ibndocs.office.places import CheckBox, TableCell


def test_an_anchor_reads_as_a_person_would_type_it() -> None:
    item = Item(Kind.CELL, "Titel", TableCell("Identificatie", "Titel"))
    assert item.anchor_text == "{table: Identificatie, row: Titel}"
    assert Item(Kind.CHECK_BOX, "Ja", CheckBox("Ja", 2)).anchor_text == "{checkbox: Ja, nth: 2}"
    assert Item(Kind.HEADING, "Titel").anchor_text == ""


@given(st.text() | st.sampled_from(["yes", "Null", "12", "1.5", "a: b", "a #b", "{x}", "- a", "2025-01-01", "x "]))
def test_yaml_reads_back_every_anchor_as_it_was(label: str) -> None:
    printable = "".join(one for one in label if one.isprintable())
    place = TableCell(3, printable)
    assert yaml.safe_load(Item(Kind.CELL, "", place).anchor_text) == {"table": 3, "row": printable}
