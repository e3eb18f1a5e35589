"""Letters as PDF: each beside its letter, merged, resumed, never over a person's edit."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pikepdf
import pytest
from tests.letters.letters import ROWS, make, write_csv
from tests.libreoffice import SOFFICE
from tests.office.pdf.stand_in import install

from ibndocs.letters.printing import MERGED, print_letters
from ibndocs.letters.prints import NAME, read_prints

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")

PDFS = ["001-houtwerk-en-zn-bv.pdf", "002-cafe-noord.pdf"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path, write_csv(tmp_path / "l.csv"))
    return tmp_path / "out"


def pdfs_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.pdf"))


def counts(folder: Path, *, merge: bool = False, force: bool = False) -> tuple[int, int, int, int]:
    outcome = print_letters(folder, merge=merge, force=force, jobs=1)
    return outcome.written, outcome.unchanged, outcome.kept, outcome.failed


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done with PDFs does not depend on what is in them."""
    (tmp_path / "stand-in").mkdir()
    install(tmp_path / "stand-in", monkeypatch)


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
def test_every_letter_gets_a_pdf_with_the_name_of_its_company_and_one_more_holds_them_all(folder: Path) -> None:
    letters = sorted(folder.glob("*.docx"))
    assert counts(folder, merge=True) == (4, 0, 0, 0)
    assert pdfs_in(folder) == sorted([*(f"{letter.stem}.pdf" for letter in letters), MERGED])
    with pikepdf.open(folder / PDFS[1]) as pdf:
        assert str(pdf.docinfo.Title).endswith("Café <Noord>")
    with pikepdf.open(folder / MERGED) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [row["Naam"] for row in ROWS]
        assert len(pdf.pages) == 3
    assert [one.pages for one in read_prints(folder)] == [1, 1, 1, 3]
    assert all("was" not in json.loads(line) for line in (folder / NAME).read_text("utf-8").splitlines())


@pytest.mark.usefixtures("stand_in")
def test_a_second_run_makes_only_what_is_missing_or_changed(folder: Path) -> None:
    print_letters(folder, merge=True, jobs=1)
    assert counts(folder, merge=True) == (0, 4, 0, 0)
    (folder / PDFS[0]).unlink()
    assert counts(folder, merge=True) == (1, 3, 0, 0)
    write_csv(folder.parent / "l.csv", [ROWS[0], {**ROWS[1], "Postcode": "2018"}, ROWS[2]])
    make(folder.parent, folder.parent / "l.csv")
    assert counts(folder) == (1, 2, 0, 0)
    assert MERGED not in pdfs_in(folder), "it would be stale"


@pytest.mark.usefixtures("stand_in")
def test_a_signed_pdf_is_kept_until_forced(folder: Path) -> None:
    print_letters(folder, jobs=1)
    target = io.BytesIO()
    with pikepdf.open(folder / PDFS[0]) as pdf:
        pdf.docinfo["/Signed"] = pikepdf.String("ja")
        pdf.save(target)
    (folder / PDFS[0]).write_bytes(target.getvalue())
    outcome = print_letters(folder, merge=True, jobs=1)
    assert [(one.id, str(one.spot)) for one in outcome.findings] == [("LTR03", PDFS[0])]
    assert (folder / PDFS[0]).read_bytes() == target.getvalue()
    assert counts(folder, force=True) == (1, 2, 0, 0)
    assert (folder / PDFS[0]).read_bytes() != target.getvalue()


@pytest.mark.usefixtures("stand_in")
def test_a_line_of_the_journal_without_its_pdf_is_made_up_for(folder: Path) -> None:
    """A kill between the line and the move: the old content is still there, and is ours."""
    print_letters(folder, jobs=1)
    lines = (folder / NAME).read_bytes().splitlines(keepends=True)
    known = json.loads(lines[0])
    torn = {**known, "was": known["sha256"], "sha256": "0" * 64}
    (folder / NAME).write_bytes(b"".join(lines) + json.dumps(torn).encode() + b'\n{"name": "00')
    assert counts(folder) == (1, 2, 0, 0)


@pytest.mark.usefixtures("stand_in")
def test_a_letter_that_cannot_be_printed_is_told_and_the_others_are_made(folder: Path) -> None:
    (folder / "002-cafe-noord.docx").write_bytes(b"bewerkt tot niets")
    outcome = print_letters(folder, merge=True, jobs=1)
    assert (outcome.written, outcome.failed) == (3, 1)
    assert [(one.id, str(one.spot)) for one in outcome.findings] == [("OFF01", "002-cafe-noord.docx")]


@pytest.mark.usefixtures("stand_in")
def test_the_pdf_of_a_letter_that_is_gone_goes_too(folder: Path) -> None:
    print_letters(folder, jobs=1)
    (folder / "001-houtwerk-en-zn-bv.docx").unlink()
    assert counts(folder) == (0, 2, 0, 0)
    assert PDFS[0] not in pdfs_in(folder)
