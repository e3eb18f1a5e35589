"""Parts of a form that may be left out or repeat."""

from __future__ import annotations

import pytest
from tests.office.word.slot_forms import (
    W,
    body_of,
    build_form,
    cell,
    p,
    r,
    render,
    row,
    rows,
    sdt,
    spot,
    tbl,
    texts,
    value,
)

from ibndocs.foundation.findings import FaultyInput
from ibndocs.foundation.values import Markdown
from ibndocs.office import places
from ibndocs.office.slots import DropSlot, Expression, RepeatSlot, Slot
from ibndocs.office.word.fill import WordForm


@pytest.mark.parametrize(("kept", "left"), [(True, ["Een", "tekst", "Onder", "cel", "Twee"]), (False, ["Twee"])])
def test_a_section_is_left_out_unless_it_is_wanted(kept: bool, left: list[str]) -> None:
    form = build_form(p("Een", "Kop1") + p("tekst") + p("Onder", "Kop2") + tbl(row("cel")) + p("Twee", "Kop1"))
    slot = DropSlot(places.Section("Een"), Expression("kept", spot()), spot())
    assert texts(body_of(render(form, slot, kept=kept))) == left


def test_a_table_is_left_out_unless_it_is_wanted() -> None:
    form = build_form(tbl(row("Partners", "")) + p("na"))
    slot = DropSlot(places.WholeTable("Partners"), Expression("kept", spot()), spot())
    assert texts(body_of(render(form, slot, value(places.TableCell(1, 1, 2), "'x'"), kept=True))) == [
        "Partners",
        "x",
        "na",
    ]
    assert texts(body_of(render(form, slot, kept=False))) == ["na"]


def repeated(heading: str, each: str) -> RepeatSlot:
    return RepeatSlot(places.Section(heading), Expression(each, spot()), spot())


def test_a_section_repeats_and_its_slots_see_the_item() -> None:
    heading = f"<w:p><w:pPr><w:pStyle w:val='Kop2'/></w:pPr>{sdt('pakket', r('Pakket'))}</w:p>"
    form = build_form(p("Plan", "Kop1") + heading + tbl(row("Taak"), row("")) + p("Doel") + p() + p("Slot", "Kop1"))
    slots: list[Slot] = [
        value(places.Under("Doel"), "package.aim", "markdown"),
        value(places.Control("pakket"), "package.title"),
        rows(places.TableRows("Taak", 2), "task in package.tasks", (cell("loop.index ~ task ~ package.title"),)),
        repeated("Pakket", "package in packages"),
    ]
    packages = [
        {"title": "A", "tasks": ["x", "y"], "aim": Markdown("eerst", path="packages[0].aim")},
        {"title": "B", "tasks": [], "aim": Markdown("dan", path="packages[1].aim")},
    ]
    body = body_of(render(form, *slots, packages=packages))
    assert texts(body) == ["Plan", "A", "Taak", "1xA", "2yA", "Doel", "eerst", "B", "Taak", "Doel", "dan", "Slot"]
    assert texts(body_of(render(form, *slots, packages=[]))) == ["Plan", "Slot"]
    ids = [element.get(f"{{{W}}}val") for element in body.iter(f"{{{W}}}id")]
    assert len(ids) == len(set(ids))


def test_an_answer_at_the_end_of_a_part_belongs_to_it() -> None:
    form = build_form(p("Deel", "Kop2") + p() + p("Slot", "Kop1"))
    answer, part = value(places.Under("Deel"), "item", "markdown"), repeated("Deel", "item in items")
    orders: tuple[tuple[Slot, Slot], ...] = ((answer, part), (part, answer))
    for slots in orders:
        body = body_of(render(form, *slots, items=[Markdown("een"), Markdown("twee")]))
        assert texts(body) == ["Deel", "een", "Deel", "twee", "Slot"]


def test_a_part_that_repeats_may_stand_in_one_that_may_be_left_out() -> None:
    form = build_form(p("Deel", "Kop1") + p("Stuk", "Kop2") + p("tekst") + p("Slot", "Kop1"))
    outer = DropSlot(places.Section("Deel"), Expression("kept", spot()), spot())
    slots: list[Slot] = [repeated("Stuk", "one in list"), outer]
    assert texts(body_of(render(form, *slots, kept=True, list=[1, 2]))) == [
        "Deel", "Stuk", "tekst", "Stuk", "tekst", "Slot",
    ]  # fmt: skip
    assert texts(body_of(render(form, *slots, kept=False, list=[1, 2]))) == ["Slot"]


def test_faults_and_blanks_in_a_part_that_repeats_are_told_for_its_items() -> None:
    form = build_form(p("Deel", "Kop2") + tbl(row("Naam", "")) + p("Slot", "Kop1"))
    slots: list[Slot] = [repeated("Deel", "item in items"), value(places.TableCell(1, "Naam"), "item.name", line=7)]
    template = WordForm.compile(form, slots)
    assert [f.message.nl for f in template.find_blanks({"items": [{"name": ""}, {"name": "a"}]})] == [
        "item.name is nog niet ingevuld"
    ]
    assert not template.check({"items"})
    assert [f.id for f in template.check({"others"})] == ["TPL05"]
    with pytest.raises(FaultyInput) as raised:
        template.render({"items": [{"name": "a"}, {}]})
    assert [str(f.spot) for f in raised.value.findings] == ["slots/form.yaml:7:1"]
