"""What comes out is what LibreOffice makes of each document alone."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from docx import Document as WordFile
from tests.libreoffice import SOFFICE, to_pdf
from tests.office.pdf.letters import add_field, make_letter

from ibndocs.office.package import Package
from ibndocs.office.pdf import Document, Printed, merge_pdfs, print_documents
from ibndocs.office.pdf.joinable import read_letter

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")

COMPANIES = ["Bakkerij Zaal", "Houtwerk & Zn. <bv>", "Weverij Lange Naam van Vroeger nv", "Zaagmeer", "Café Één 😀"]
LONG = {1: 5, 3: 10}
"""Letters of two pages and of three, by their place."""


def make_letters() -> list[Document]:
    return [
        Document(f"brieven/{number}.docx", make_letter(company, paragraphs=LONG.get(number, 2)))
        for number, company in enumerate(COMPANIES)
    ]


def make_captioned() -> bytes:
    """A document that counts over its whole: it must not be joined."""
    document = WordFile()
    add_field(document.add_paragraph("Tabel "), "SEQ Tabel")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [
        *make_letters(),
        Document("aanvraag.docx", make_captioned()),
        Document("kapot.docx", b"PK\x03\x04 geen zip"),
    ]


@pytest.fixture(scope="module")
def printed(documents: list[Document]) -> list[Printed]:
    return list(print_documents(documents, jobs=1))


def read_words(pdf: bytes) -> str:
    """Every word with its place on its page, to a hundredth of a point."""
    text = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode(
        errors="replace"
    )
    return "\n".join(line for line in text.splitlines() if "<word" in line or "<page" in line)


def read_text(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode(
        errors="replace"
    )


def test_the_letters_are_joined_and_the_others_are_not(documents: list[Document]) -> None:
    letters = [read_letter(Package.read(item.source, name=item.name)) for item in documents[:-1]]
    assert [letter is not None for letter in letters] == [True] * len(COMPANIES) + [False]
    assert len({letter.likeness for letter in letters if letter}) == 1


def test_every_document_is_accounted_for(documents: list[Document], printed: list[Printed]) -> None:
    assert [item.document for item in printed] == documents
    assert [item.pages for item in printed] == [1, 2, 1, 3, 1, 1, 0]
    assert [item.finding.id for item in printed if item.finding] == ["OFF01"]


@pytest.mark.parametrize("number", range(len(COMPANIES)))
def test_a_letter_reads_as_if_it_had_been_converted_alone(
    documents: list[Document], printed: list[Printed], number: int, tmp_path: Path
) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(documents[number].source)  # type: ignore[arg-type]
    alone = to_pdf(file, tmp_path).read_bytes()
    assert read_words(printed[number].data) == read_words(alone)
    with pikepdf.open(io.BytesIO(alone)) as pdf:
        assert len(pdf.pages) == printed[number].pages
    assert f"pagina 1 van {printed[number].pages}" in read_text(printed[number].data)


def test_each_has_its_own_title_and_no_clock(printed: list[Printed]) -> None:
    for item, company in zip(printed, COMPANIES, strict=False):
        with pikepdf.open(io.BytesIO(item.data)) as pdf:
            assert str(pdf.docinfo.Title) == f"Brief van {company}" == item.title
            assert pdf.open_metadata()["dc:title"] == f"Brief van {company}"
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert "/CreationDate" not in pdf.docinfo
            with pdf.open_outline() as outline:
                assert [entry.title for entry in outline.root] == [f"Intentie van {company}"]
            assert not [note for page in pdf.pages for note in page.get("/Annots", [])]


def test_the_bytes_depend_on_neither_the_moment_nor_the_number_of_workers(printed: list[Printed]) -> None:
    again = list(print_documents(make_letters(), jobs=3))
    assert [item.data for item in again] == [item.data for item in printed[: len(again)]]


def test_pdfa_is_marked_and_tagged_to_the_last_word() -> None:
    made = list(print_documents(make_letters()[:2], pdfa=True, jobs=1))
    for item in made:
        with pikepdf.open(io.BytesIO(item.data)) as pdf:
            metadata = pdf.open_metadata()
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
            assert metadata["dc:title"] == str(pdf.docinfo.Title)
            assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
            assert len(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()) > 1000
            assert pdf.Root.MarkInfo.Marked
            assert "/ID" in pdf.trailer
            check_tags(pdf)
    assert [item.pages for item in made] == [1, 2]
    assert [item.data for item in print_documents(make_letters()[:2], pdfa=True)] == [item.data for item in made]
    merged = merge_pdfs([(item.title, item.data) for item in made], "Brieven", pdfa=True)
    with pikepdf.open(io.BytesIO(merged)) as pdf:
        check_tags(pdf)
        assert len(pdf.pages) == 3
        assert pdf.open_metadata()["pdfaid:part"] == "2"
        assert "/OutputIntents" in pdf.Root
    assert len(merged) < sum(len(item.data) for item in made)


def check_tags(pdf: pikepdf.Pdf) -> None:
    """Every piece of marked content has an element that has it, on its own page; tags are those of the standard."""
    parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    kinds = set()

    def walk(element: pikepdf.Object) -> None:
        kinds.add(str(element.S))
        for kid in element.get("/K", []):
            if not isinstance(kid, int) and "/S" in kid:
                assert kid.P.objgen == element.objgen
                walk(kid)

    walk(pdf.Root.StructTreeRoot.K[0])
    assert kinds >= {"/Document", "/H1", "/P", "/L", "/LI", "/LBody", "/Table", "/TR", "/Figure"}
    assert kinds <= {
        *kinds & {"/TD", "/TH"},
        "/Document",
        "/H1",
        "/P",
        "/L",
        "/LI",
        "/LBody",
        "/Table",
        "/TR",
        "/Figure",
    }
    for page in pdf.pages:
        owners = parents[page.StructParents]
        numbers = {
            int(item.operands[1].MCID)
            for item in pikepdf.parse_content_stream(page)
            if str(item.operator) == "BDC" and "/MCID" in item.operands[1]
        }
        assert numbers == set(range(len(owners)))
        for number, owner in enumerate(owners):
            assert number in [kid for kid in owner.K if isinstance(kid, int)] or any(
                number == kid.MCID for kid in owner.K if not isinstance(kid, int) and "/MCID" in kid
            )
