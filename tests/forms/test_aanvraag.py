"""The full application: every question has its place, tables agree with the budget, no page is left nearly empty."""

from __future__ import annotations

import io
import re
import subprocess
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.table import Table
from tests.libreoffice import SOFFICE, to_pdf
from tests.ooxml import assert_sound
from tools.forms.aanvraag import FILE, make

from ibndocs.documents import render_documents
from ibndocs.dossier import Loaded, load
from ibndocs.foundation.datafiles import find_data

FEWEST_WORDS = 60
"""On the thinnest page: the one to sign."""


@lru_cache(maxsize=2)
def read_example(name: str) -> Loaded:
    return load(find_data("examples") / name)


@lru_cache(maxsize=2)
def filled(name: str) -> bytes:
    loaded = read_example(name)
    entry = next(entry for entry in loaded.call.documents if entry.id == "aanvraag")
    (output,) = render_documents(loaded.dossier, [entry], final=True).outputs
    return output.data


def open_filled(name: str, folder: Path) -> Any:
    path = folder / "aanvraag.docx"
    path.write_bytes(filled(name))
    return Document(str(path))


def headings(document: Any) -> list[str]:
    # python-docx leaves out what stands in content controls, such as the headings of the work packages
    wanted = re.compile(r"heading \d")
    return [p.text for p in document.paragraphs if wanted.fullmatch(p.style.name.lower())]


def rows_of(document: Any, title: str) -> list[list[str]]:
    key = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    named = (table for table in document.element.body.iter(f"{key}tbl") if _title(table, key) == title)
    return [[cell.text for cell in row.cells] for row in Table(next(named), document).rows]


def _title(table: Any, key: str) -> str | None:
    caption = table.find(f"{key}tblPr/{key}tblCaption")
    return None if caption is None else caption.get(f"{key}val")


def test_it_is_the_same_however_often_it_is_made() -> None:
    assert make() == make()


@pytest.mark.parametrize("name", ["biorenov", "minimal"])
def test_the_filled_form_is_sound(name: str) -> None:
    assert_sound(filled(name))


def test_every_question_of_the_phase_has_its_heading_and_its_hint(tmp_path: Path) -> None:
    call = read_example("biorenov").call
    document = open_filled("biorenov", tmp_path)
    texts = "\n".join(p.text for p in document.paragraphs)
    for question in call.questions:
        if 2 in question.phases:
            assert f"{question.numbers['phase2']} {question.title}" in headings(document)
            assert question.hint in texts


def test_the_places_named_with_the_criteria_are_headings_of_the_form(tmp_path: Path) -> None:
    call = read_example("biorenov").call
    found = headings(open_filled("biorenov", tmp_path))
    labels = call.labels["section"]
    assert [f"{number} {labels[name]}" for name, number in call.labels["section_phase2"].items()
            if f"{number} {labels[name]}" not in found] == []  # fmt: skip


def test_nothing_of_the_example_is_left_to_fill_in(tmp_path: Path) -> None:
    document = open_filled("biorenov", tmp_path)
    assert "nog in te vullen" not in "".join(document.element.body.itertext())


def test_each_work_package_has_a_part_of_its_own(tmp_path: Path) -> None:
    document = open_filled("biorenov", tmp_path)
    project = read_example("biorenov").described.project
    text = "".join(document.element.body.itertext())
    for package in project.work_packages:
        assert f"{package.id} · {package.title}" in text
        for activity in package.activities:
            assert activity.title in text


def test_the_tables_agree_with_the_budget(tmp_path: Path) -> None:
    document = open_filled("biorenov", tmp_path)
    dossier = read_example("biorenov").dossier
    printed = [str(dossier.printer.euro(amount)) for amount in dossier.budget.totals]
    total = str(dossier.printer.euro(sum(dossier.budget.totals, Decimal())))
    assert ["Totale begroting", *printed, total, ""] in rows_of(document, "Begroting")
    cofinancing = rows_of(document, "Cofinanciering")
    assert ["Totale cofinanciering", *[str(dossier.printer.euro(amount)) for amount in dossier.plan.totals]] in [
        row[:4] for row in cofinancing
    ]
    assert len(rows_of(document, "Ondernemingen")) == 2 + 2 * len(dossier.plan.payers)


def test_the_gantt_colours_the_quarters_of_each_activity(tmp_path: Path) -> None:
    document = open_filled("biorenov", tmp_path)
    project = read_example("biorenov").described.project
    rows = rows_of(document, "Tijdschema")
    assert [row[0] for row in rows[2:]] == [
        name for package in project.work_packages for name in (package.id, *(a.id for a in package.activities))
    ]


def test_the_contents_list_names_every_heading_and_links_to_it(tmp_path: Path) -> None:
    document = open_filled("biorenov", tmp_path)
    key = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    links = {
        link.get(f"{key}anchor"): "".join(text.text or "" for text in link.iter(f"{key}t"))
        for link in document.element.body.iter(f"{key}hyperlink")
    }
    marks = {mark.get(f"{key}name") for mark in document.element.body.iter(f"{key}bookmarkStart")}
    listed = {anchor: text for anchor, text in links.items() if anchor and anchor.startswith("_Toc")}
    assert listed.keys() <= marks
    top = [p.text for p in document.paragraphs if p.style.name.lower() in ("heading 1", "heading 2")]
    assert [re.sub(r"\W", "", text) for text in listed.values()] == [re.sub(r"\W", "", text) for text in top]


@pytest.mark.skipif(SOFFICE is None, reason="soffice is not installed")
def test_no_page_is_nearly_empty_and_none_ends_in_a_heading(tmp_path: Path) -> None:
    document = open_filled("biorenov", tmp_path)
    pdf = to_pdf(tmp_path / "aanvraag.docx", tmp_path)
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    assert all(len(page.split()) >= FEWEST_WORDS for page in pages[1:])
    titles = {re.sub(r"\s", "", title) for title in headings(document)}
    for page in pages[3:]:
        last = [line for line in page.splitlines() if line.strip()][-2]
        # In the last column of the table of criteria the names of sections stand as well, far from the margin.
        assert last.startswith(" " * 20) or re.sub(r"\s", "", last) not in titles, last
    assert FILE == "forms/aanvraag.docx"


def test_who_signs_needs_no_address_of_his_own(tmp_path: Path) -> None:
    document = open_filled("minimal", tmp_path)
    assert rows_of(document, "Contactpersonen")[2][2] == "–"


def test_a_schedule_longer_than_a_page_goes_on_over_the_next_and_does_not_flee_its_heading() -> None:
    (schedule,) = (
        table
        for table in Document(io.BytesIO(make())).tables
        if len(table.rows) == 3 and "Werkpakket of activiteit" in table.rows[1].cells[1].text
    )
    assert not schedule.rows[2].cells[0].paragraphs[0].paragraph_format.keep_with_next
    assert all(row._tr.xpath("w:trPr/w:tblHeader") for row in schedule.rows[:2])
