"""The letters of a project after they are made: listed, and drafted as mail that a person sends."""

from __future__ import annotations

import csv
import email
import json
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.cli import main
from ibndocs.correspondence import State, list_letters, write_mail
from ibndocs.dossier import build
from ibndocs.foundation.findings import FaultyInput, Severity
from ibndocs.office.expressions import TemplateFault
from ibndocs.office.plain_text import TextTemplate


def change_contact(**changes: str) -> Any:
    data: Any = plain_data()
    data["companies"][0]["contact"].update(changes)
    return data


@pytest.fixture
def project(tmp_path: Path) -> Path:
    data = change_contact(name="Zoë Peeters & Co", email="zoe@example.be")
    data["companies"][1]["name"] = '=HYPERLINK("x")'
    data["companies"][1]["contact"]["email"] = "geen adres"
    folder = write_project(tmp_path, data)
    build(folder, only=["intentiebrieven-1"])
    return folder


def read_drafts(folder: Path) -> Iterator[EmailMessage]:
    for path in sorted((folder / "out/fase1/mails").glob("*.eml")):
        yield email.message_from_bytes(path.read_bytes(), policy=default)


def test_a_draft_has_recipient_reply_address_text_and_the_letter_and_is_unsent(project: Path) -> None:
    mailed = write_mail(project, phases=[1])
    first = next(read_drafts(project))
    assert (
        str(first["To"]) == '"Zoë Peeters & Co" <zoe@example.be>'
        or str(first["To"]) == "Zoë Peeters & Co <zoe@example.be>"
    )
    assert first["Reply-To"]
    assert (first["X-Unsent"], first["Date"], first["Message-ID"]) == ("1", None, None)
    body = first.get_body()
    assert body is not None
    assert "Beste Zoë Peeters & Co," in body.get_content()
    attachment = next(first.iter_attachments())
    name = attachment.get_filename()
    assert attachment.get_content() == (project / f"out/fase1/intentiebrieven/{name}").read_bytes()
    assert mailed.drafts == len(list(read_drafts(project)))


def test_the_same_project_gives_the_same_drafts_and_writes_nothing_twice(project: Path) -> None:
    write_mail(project, phases=[1])
    before = {path.name: path.read_bytes() for path in (project / "out/fase1/mails").iterdir()}
    assert write_mail(project, phases=[1]).delivered.written == ()
    assert {path.name: path.read_bytes() for path in (project / "out/fase1/mails").iterdir()} == before


def test_a_letter_in_pdf_goes_before_the_one_in_word(project: Path) -> None:
    word = next((project / "out/fase1/intentiebrieven").glob("001-*.docx"))
    word.with_suffix(".pdf").write_bytes(b"%PDF-1.7")
    write_mail(project, phases=[1])
    attachment = next(next(read_drafts(project)).iter_attachments())
    assert (attachment.get_content_type(), attachment.get_content()) == ("application/pdf", b"%PDF-1.7")


def test_a_company_without_address_gets_a_draft_without_recipient_and_a_warning(project: Path) -> None:
    mailed = write_mail(project, phases=[1])
    told = [finding for finding in mailed.findings if finding.id == "LTR08"]
    assert [finding.severity for finding in told] == [Severity.WARNING]
    assert "geen adres" in told[0].message.nl
    assert list(read_drafts(project))[1]["To"] is None


def test_the_overview_opens_in_excel_and_holds_no_formula(project: Path) -> None:
    write_mail(project, phases=[1])
    data = (project / "out/fase1/mails/overzicht.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfnummer;bedrijf;")
    lines = list(csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert lines[1]["bedrijf"] == '\'=HYPERLINK("x")'
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line.values())


def test_without_letters_nothing_is_drafted(project: Path) -> None:
    with pytest.raises(FaultyInput) as refused:
        write_mail(project)
    assert [finding.id for finding in refused.value.findings] == ["LTR07"]
    assert not (project / "out/fase1/mails").exists()


def test_a_draft_that_a_person_edited_is_not_overwritten(project: Path) -> None:
    write_mail(project, phases=[1])
    draft = next((project / "out/fase1/mails").glob("001-*.eml"))
    draft.write_bytes(b"bewerkt")
    with pytest.raises(FaultyInput, match="edited"):
        write_mail(project, phases=[1])
    write_mail(project, phases=[1], force=True)
    assert draft.read_bytes() != b"bewerkt"


def test_a_build_leaves_the_drafts_alone(project: Path) -> None:
    write_mail(project, phases=[1])
    assert build(project, phases=[1]).delivered.removed == ()
    assert write_mail(project, phases=[1]).delivered.written == ()


def test_the_list_tells_what_is_made_edited_and_missing(project: Path) -> None:
    edited = next((project / "out/fase1/intentiebrieven").glob("002-*.docx"))
    edited.write_bytes(b"bewerkt")
    listed = list_letters(project)
    states = {(letter.phase, letter.number): letter.state for letter in listed}
    assert (states[1, 1], states[1, 2], states[2, 1]) == (State.MADE, State.EDITED, State.MISSING)


def test_the_list_as_json_has_a_line_for_every_letter(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["letters", "list", str(project), "--phase", "1", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told[0]["number"], told[0]["state"], told[0]["email"]) == (1, "made", "zoe@example.be")
    assert main.run(["letters", "list", str(project), "--lang", "nl"]) == 0
    assert "bewerkt" not in capsys.readouterr().out


def test_a_text_with_tags_escapes_nothing_and_refuses_what_is_not_there() -> None:
    template = TextTemplate.compile("{{ a }} & {% if b %}x{% endif %}", "mail.txt")
    assert template.render({"a": "<é>", "b": 0}) == "<é> & "
    with pytest.raises(TemplateFault, match="unknown"):
        template.render({"a": 1})
    with pytest.raises(TemplateFault) as refused:
        TextTemplate.compile("\n{{ a", "mail.txt")
    assert str(refused.value.finding.spot) == "mail.txt:2"
