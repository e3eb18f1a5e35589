"""A dossier with PDFs: one beside every document, counted, and page numbers in the contents list."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from tests.libreoffice import SOFFICE

from ibndocs.dossier import Built, build
from ibndocs.foundation.datafiles import find_data
from ibndocs.office.text import convert

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")

CHOSEN = ["aanvraag", "cofinancieringsplan", "cofinancieringsplan-excel", "pitch"]
MADE = {
    "fase1/pitch.pptx",
    "fase1/pitch.pdf",
    "fase2/aanvraag.docx",
    "fase2/aanvraag.pdf",
    "fase2/cofinancieringsplan.docx",
    "fase2/cofinancieringsplan.pdf",
    "fase2/cofinancieringsplan.xlsx",
    "fase2/cofinancieringsplan-excel.pdf",
}


def build_into(folder: Path, *, pdf: bool) -> Built:
    return build(find_data("examples") / "minimal", output=folder, only=CHOSEN, pdf=pdf)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossier")
    assert build_into(folder, pdf=True).prints == 4
    return folder


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} - {"manifest.json"}


def contents_of(folder: Path) -> list[str]:
    text = convert((folder / "fase2/aanvraag.docx").read_bytes(), name="aanvraag.docx")
    return text.partition("Inhoud\n")[2].splitlines()


def test_every_document_has_a_pdf_beside_it_with_its_pages_in_the_manifest(folder: Path) -> None:
    assert files_in(folder) == MADE
    outputs = json.loads((folder / "manifest.json").read_text("utf-8"))["outputs"]
    for path in sorted(MADE):
        if path.endswith(".pdf"):
            with pikepdf.open(folder / path) as pdf:
                assert outputs[path]["pages"] == len(pdf.pages) > 1
    assert outputs["fase2/aanvraag.docx"]["pages"] == outputs["fase2/aanvraag.pdf"]["pages"]
    assert outputs["fase1/pitch.pptx"]["pages"] == outputs["fase1/pitch.pdf"]["pages"]
    assert "pages" not in outputs["fase2/cofinancieringsplan.xlsx"]


def test_the_contents_list_names_the_page_on_which_each_heading_stands(folder: Path) -> None:
    pdf = (folder / "fase2/aanvraag.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        headings = {
            str(item.title): pages[item.destination[0].objgen]  # type: ignore[index]
            for top in outline.root
            for item in [top, *top.children]
        }
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    listed = re.findall(r"^ *(\d+(?:\.\d+)? .*?)\.{4,} ?(\d+)$", text, re.MULTILINE)
    found = {re.sub(r"\s+", " ", title): int(page) for title, page in listed}
    assert len(found) > 50
    assert {title: headings.get(title) for title in found} == found


def test_building_again_changes_nothing(folder: Path) -> None:
    again = build_into(folder, pdf=True)
    assert again.delivered.written == ()
    assert set(again.delivered.unchanged) == MADE


def test_a_build_without_pdf_takes_the_pdfs_and_the_numbers_away(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie"
    shutil.copytree(folder, copy)
    built = build_into(copy, pdf=False)
    assert files_in(copy) == {path for path in MADE if not path.endswith(".pdf")}
    assert "fase2/aanvraag.docx" in built.delivered.written
    assert contents_of(copy) != contents_of(folder)


def test_an_edited_pdf_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie"
    shutil.copytree(folder, copy)
    (copy / "fase1/pitch.pdf").write_bytes(b"%PDF ondertekend")
    built = build_into(copy, pdf=False)
    assert (copy / "fase1/pitch.pdf").read_bytes() == b"%PDF ondertekend"
    assert [finding.id for finding in built.remarks if finding.id.startswith("DEL")] == ["DEL02"]


def test_the_letters_of_a_phase_are_merged_with_an_entry_per_company(tmp_path: Path) -> None:
    built = build(
        find_data("examples") / "minimal", output=tmp_path / "out", only=["intentiebrieven-1"], pdf=True, merge=True
    )
    assert (built.letters, built.prints) == (30, 31)
    with pikepdf.open(tmp_path / "out/fase1/intentiebrieven.pdf") as pdf, pdf.open_outline() as outline:
        assert [str(entry.title) for entry in outline.root] == [
            payer.company.name for payer in built.loaded.dossier.plan.counted
        ]
