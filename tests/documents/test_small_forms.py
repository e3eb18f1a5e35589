"""The three small Word forms, filled: every figure of the view is printed, no cell is blank, nothing stands outside."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.ooxml import assert_sound
from tests.projects import make_dossier, the_call

from ibndocs.documents.forms import open_form
from ibndocs.dossier import load
from ibndocs.foundation.datafiles import find_data
from ibndocs.views import build_view, gather

IDS = ("voorbespreking", "vooraanmelding", "cofinancieringsplan")
EXAMPLES = ("minimal", "biorenov", "medverpakking")
CASES = [(name, document) for name in EXAMPLES for document in IDS]
EMPTY = "Niet van toepassing."


def fill(document: str, view: dict[str, object]) -> bytes:
    call = the_call()
    entry = next(entry for entry in call.documents if entry.id == document)
    return open_form(entry, call, final=True).fill({**view, "document": {"title": entry.title, "id": entry.id}}).data


@cache
def view_of(example: str, phase: int) -> dict[str, Any]:
    loaded = load(find_data("examples") / example)
    dossier = gather(loaded.described.project, loaded.call)
    return build_view(dossier, 2 if phase == 2 else 1)


@cache
def fill_example(example: str, document: str) -> bytes:
    return fill(document, view_of(example, 2 if document == "cofinancieringsplan" else 1))


def read(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def tables(document: Any) -> dict[str, Any]:
    """The tables of the form itself by their title; those in the applicant's own prose have none."""
    found = {}
    for table in document.element.body.iterchildren(qn("w:tbl")):
        title = table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")
        if title is not None:
            found[title.get(qn("w:val"))] = table
    return found


def named(document: Any, name: str) -> list[list[str]]:
    """The texts of the table with this title, merged cells once."""
    return [[text_of(cell) for cell in row.iter(qn("w:tc"))] for row in tables(document)[name].iter(qn("w:tr"))]


def text_of(element: Any) -> str:
    lines = []
    for paragraph in element.iter(qn("w:p")):
        pieces = ["\n" if part.tag == qn("w:br") else part.text or "" for part in paragraph.iter(qn("w:t"), qn("w:br"))]
        lines.append("".join(pieces))
    return "\n".join(lines)


@pytest.mark.parametrize(("example", "document"), CASES)
def test_it_is_sound(example: str, document: str) -> None:
    assert_sound(fill_example(example, document))


@pytest.mark.parametrize(("example", "document"), CASES)
def test_no_cell_of_a_row_that_repeats_is_blank(example: str, document: str) -> None:
    """Only a row that says that there is nothing, and the tiles around the figures, have empty cells."""
    blank = []
    for name, table in tables(read(fill_example(example, document))).items():
        for row in [] if name in {"Doelgroep in cijfers", "Kerncijfers"} else table.iter(qn("w:tr")):
            cells = [text_of(cell).strip() for cell in row.iter(qn("w:tc"))]
            if not all(cells) and not (cells[0].endswith((".", "ingeschreven")) and not any(cells[1:])):
                blank.append((name, cells))
    assert blank == []


@pytest.mark.parametrize(("example", "document"), CASES)
def test_every_table_is_as_wide_as_its_page_and_no_wider(example: str, document: str) -> None:
    opened = read(fill_example(example, document))
    body = opened.element.body
    widths = {int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w"))) for table in tables(opened).values()}
    rooms = set()
    for section in body.iter(qn("w:sectPr")):
        size, margin = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        rooms.add(int(size.get(qn("w:w"))) - int(margin.get(qn("w:left"))) - int(margin.get(qn("w:right"))))
    assert widths == rooms


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_plan_lists_every_payer_and_its_sums_are_those_of_the_dossier(example: str) -> None:
    plan = view_of(example, 2)["cofinancing"]
    document = read(fill_example(example, "cofinancieringsplan"))
    rows = named(document, "Bijdragen per onderneming")
    assert [row[1] for row in rows[1 : 1 + len(plan["payers"])]] == [payer["name"] for payer in plan["payers"]]
    sums = next(row for row in rows if row[0] == "Ondernemingen samen")
    assert sums[1:5] == [*map(str, plan["payers_total"]["years"]), str(plan["payers_total"]["total"])]
    assert rows[-1][1:5] == [*map(str, plan["cash"]["years"]), str(plan["cash"]["total"])]
    matrix = named(document, "Cofinanciering per jaar en per soort")
    assert [row[0] for row in matrix[1:4]] == ["Lidgeld", "Sponsoring", "Inkomsten uit activiteiten"]
    assert matrix[4][1:5] == [*map(str, plan["years"]), str(plan["total"])]
    assert matrix[5][1:4] == [str(year) for year in plan["required"]["years"]]
    assert matrix[6][1:4] == [str(year) for year in plan["balance"]["years"]]


def test_the_header_of_the_members_repeats_on_every_page() -> None:
    table = tables(read(fill_example("medverpakking", "cofinancieringsplan")))["Bijdragen per onderneming"]
    assert table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_what_is_excluded_is_shown_and_counts_for_nothing() -> None:
    plan = view_of("medverpakking", 2)["cofinancing"]
    rows = named(read(fill_example("medverpakking", "cofinancieringsplan")), "Bijdragen die niet meetellen")
    assert [row[0] for row in rows[1:]] == [entry["name"] for entry in plan["excluded"]]
    assert {row[-1] for row in rows[1:]} == {"€\xa00,00"}


def test_parts_that_do_not_apply_say_so() -> None:
    plan = read(fill_example("minimal", "cofinancieringsplan"))
    assert named(plan, "Bijdragen die niet meetellen")[1][0] == EMPTY
    application = read(fill_example("minimal", "vooraanmelding"))
    assert named(application, "Hostorganisatie")[1][0] == EMPTY
    assert named(application, "Voorwaarden speerpuntcluster")[1][0] == EMPTY
    assert named(application, "Ondernemingen met een intentiebrief")[1][0] == "Nog geen ondertekende intentiebrieven."


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_list_of_letters_holds_those_that_are_signed(example: str) -> None:
    view = view_of(example, 1)
    signed = [company for company in view["companies"] if company["has_letter_phase1"]]
    rows = named(read(fill_example(example, "vooraanmelding")), "Ondernemingen met een intentiebrief")[1:]
    assert [row[0] for row in rows if signed] == [f"{company['number']}. {company['name']}" for company in signed]


def test_every_question_of_phase_one_is_answered_below_its_heading() -> None:
    view = view_of("biorenov", 1)
    paragraphs = [paragraph.text for paragraph in read(fill_example("biorenov", "vooraanmelding")).paragraphs]
    for question in the_call().questions:
        if 1 in question.phases:
            at = paragraphs.index(f"{question.numbers['phase1']} {question.title}")
            assert paragraphs[at + 1].startswith(question.hint)
            assert paragraphs[at + 2].strip()
            assert view["answers"][question.id].text


def test_the_request_says_when_and_where_to_send_it() -> None:
    rows = dict(named(read(fill_example("biorenov", "voorbespreking")), "Gesprek"))
    assert rows["Te sturen naar"] == "clusters@vlaio.be"
    assert rows["Gespreksdagen van de oproep"] == "8 december 2025 en 10 december 2025"


def test_links_are_counted_with_their_share_and_names() -> None:
    dossier = make_dossier({("companies", 0, "link"): "Nieuw", ("companies", 1, "link"): "Nieuw"})
    view = build_view(dossier, 1)
    links: Any = view["by_link"]
    assert sum(link["share"].value for link in links) == 1
    assert [link["names"] for link in links if link["label"] == "Nieuw"] == ["Bedrijf 01, Bedrijf 02"]
