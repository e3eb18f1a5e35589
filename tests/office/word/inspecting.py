"""Looks at small Word forms, and holds every anchor of an outline against what filling finds there."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from tests.office.word.slot_forms import RELATIONSHIPS, SPACES, build_form, cell, rows, spot, value

from ibndocs.office.outline import Item, Kind, Outline
from ibndocs.office.package import Package
from ibndocs.office.places import TableRows
from ibndocs.office.slots import Expression, RepeatSlot, Slot
from ibndocs.office.word.anchors import find_questions, find_targets
from ibndocs.office.word.form import Form
from ibndocs.office.word.inspection import inspect_word

HASH = "0" * 64


def look(body: str) -> Outline:
    """The outline of a form with this body, every anchor of which leads to one place of its own."""
    return look_at(build_form(body))


def look_at(form: Package) -> Outline:
    """The outline of a form, every anchor of which leads to one place of its own."""
    outline = inspect_word(form, sha256=HASH)
    assert list(find_inexact(form, outline)) == []
    return outline


def places(outline: Outline) -> dict[str, str]:
    """The anchors of the places by their labels; places with the same label are counted."""
    found: dict[str, str] = {}
    for item in outline.fillable():
        label = item.label
        while label in found:
            label += "'"
        found[label] = item.anchor_text
    return found


def labels(outline: Outline, kind: Kind) -> list[str]:
    """The labels of the items of one kind."""
    return [item.label for item in outline.items if item.kind is kind]


def find_inexact(form: Package, outline: Outline) -> Iterator[str]:
    """The anchors that lead nowhere, to several places, to one of another item too, or to one out of reading order."""
    opened = Form(form)
    slots = [(item, make_slot(item)) for item in outline.fillable()]
    questions = find_questions(opened, [slot for _, slot in slots])
    owners: dict[object, Item] = {}
    reached: list[tuple[str, etree._Element]] = []
    for item, slot in slots:
        targets = find_targets(opened, slot, questions)
        if len(targets) != 1:
            yield f"{item.anchor_text}: {len(targets)} places"
        for target in targets:
            first = next(iter((*target.claims, *target.exact)), target.home)
            reached.append((item.anchor_text, first))
            for place in (*target.claims, *((element, "exact") for element in target.exact)):
                owner = owners.setdefault(place, item)
                if owner is not item:
                    yield f"{item.anchor_text} and {owner.anchor_text}"
    positions = {element: number for number, element in enumerate(opened.main.iter())}
    last = -1
    for anchor, element in reached:
        position = positions.get(element, last)
        if position < last:
            yield f"{anchor} leads back"
        last = position


def make_slot(item: Item) -> Slot:
    """A slot that fills the place of an item."""
    at = item.at
    assert at is not None
    if isinstance(at, TableRows):
        return rows(at, "one in many", tuple(cell("one") for _ in item.facts["header"].split(" | ")))
    if item.kind is Kind.REPEATING:
        return RepeatSlot(at, Expression("one in many", spot()), spot())
    return value(at, "one")


def with_settings(form: Package, inside: str) -> Package:
    """The form with these settings of the document."""
    rels = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rId99" Type="{RELATIONSHIPS}/settings" Target="settings.xml"/></Relationships>'
    return form.with_parts(
        {
            "word/settings.xml": f"<w:settings {SPACES}>{inside}</w:settings>".encode(),
            rels: form.part(rels).replace(b"</Relationships>", link.encode()),
        }
    )
