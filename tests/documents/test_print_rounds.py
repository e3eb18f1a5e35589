"""Contents lists that move what they name, and documents that cannot be printed; a stand-in prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from tests.office.word.building import make_file, paragraph
from tests.office.word.test_contents import LIST

from ibndocs.call.pack import load_call
from ibndocs.documents import printing
from ibndocs.documents.printing import print_outputs
from ibndocs.documents.rendering import Output
from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.office.pdf import Document, Printed

CALL = load_call("ibn-2025")
ENTRY = next(entry for entry in CALL.documents if entry.id == "aanvraag")


def output(path: str, body: str) -> Output:
    return Output(path, make_file(body), ENTRY)


class Printer:
    """Gives the bookmark on each next page of `pages`, and the last one from then on."""

    def __init__(self, *pages: int) -> None:
        self.pages = list(pages)
        self.rounds: list[list[str]] = []

    def __call__(self, documents: Sequence[Document], *, pdfa: bool = False) -> Iterator[Printed]:
        self.rounds.append([document.name for document in documents])
        page = self.pages.pop(0) if len(self.pages) > 1 else self.pages[0]
        for document in documents:
            if "kapot" in document.name:
                finding = Finding("PDF03", Severity.ERROR, Text("kan niet", "cannot"), Spot(document.name))
                yield Printed(document, finding=finding)
            else:
                yield Printed(document, b"%PDF", 3, {"_Toc1": page, "_Toc2": page})


def test_a_list_that_moves_what_it_names_is_numbered_until_it_settles(monkeypatch: pytest.MonkeyPatch) -> None:
    printer = Printer(2, 3)
    monkeypatch.setattr(printing, "print_documents", printer)
    documents = [output("fase2/aanvraag.docx", LIST), output("fase2/ander.docx", paragraph("tekst"))]
    made = print_outputs(documents, CALL.documents, pdfa=False)
    assert printer.rounds == [
        ["fase2/aanvraag.docx", "fase2/ander.docx"],
        ["fase2/aanvraag.docx"],
        ["fase2/aanvraag.docx"],
    ]
    assert made.findings == ()
    assert [item.path for item in made.outputs] == [
        *("fase2/aanvraag.docx", "fase2/aanvraag.pdf"),
        *("fase2/ander.docx", "fase2/ander.pdf"),
    ]


def test_a_list_that_never_settles_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "print_documents", Printer(*[2, 3] * 9))
    made = print_outputs([output("fase2/aanvraag.docx", LIST)], CALL.documents, pdfa=False)
    assert [(finding.id, str(finding.spot)) for finding in made.findings] == [("PDF04", "fase2/aanvraag.docx")]


def test_an_entry_whose_page_is_not_found_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "print_documents", Printer(2))
    lists = LIST.replace("_Toc2", "_Toc3")
    made = print_outputs([output("fase2/aanvraag.docx", lists)], CALL.documents, pdfa=False)
    assert [(finding.id, str(finding.spot)) for finding in made.findings] == [("PDF06", "fase2/aanvraag.docx")]


def test_a_document_that_cannot_be_printed_stays_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "print_documents", Printer(1))
    documents = [output("fase2/kapot.docx", paragraph("a")), output("fase2/heel.docx", paragraph("b"))]
    made = print_outputs(documents, CALL.documents, pdfa=False)
    assert [item.path for item in made.outputs] == ["fase2/kapot.docx", "fase2/heel.docx", "fase2/heel.pdf"]
    assert [item.pages for item in made.outputs] == [0, 3, 3]
    assert [finding.id for finding in made.findings] == ["PDF03"]
