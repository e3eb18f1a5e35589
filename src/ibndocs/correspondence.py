"""The letters of one project after they are made: which are there, which are signed, and mail drafts to send them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from ibndocs.call.pack import DocumentEntry
from ibndocs.delivery.manifest import Entry, Manifest, read_manifest
from ibndocs.delivery.writing import Delivered, deliver, hash_of
from ibndocs.documents.rendering import Views, letter_path
from ibndocs.dossier import OUTPUT, Loaded, choose_documents, load
from ibndocs.finance.cofinancing import Payer
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.letters.mail import Draft, Line, read_address, split_text, write_overview
from ibndocs.office.plain_text import TextTemplate
from ibndocs.views import view_letter

_MAIL_TEXT = "letters/mail.txt"
_MAILS = "mails"
_OVERVIEW = "overzicht.csv"


class State(StrEnum):
    """How it is with the file of a letter."""

    MISSING = "missing"
    MADE = "made"
    EDITED = "edited"


@dataclass(frozen=True)
class Listed:
    """One letter of one company.

    Attributes:
        number: Of the company.
        company: Its name.
        enterprise_number: Its number.
        email: Where it is reached.
        phase: Of the letter.
        path: Of its file, in the output folder.
        state: Of its file.
        signed_on: When it was signed, by the description.
        signatory: Who signs it.
    """

    number: int
    company: str
    enterprise_number: str
    email: str
    phase: int
    path: str
    state: State
    signed_on: date | None
    signatory: str


@dataclass(frozen=True)
class Mailed:
    """What `write_mail` did: where the drafts are, what was written, and what there is to say of them."""

    folder: Path
    drafts: int
    delivered: Delivered
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Project:
    loaded: Loaded
    folder: Path
    manifest: Manifest
    entries: tuple[DocumentEntry, ...]


def list_letters(path: Path, *, output: Path | None = None, phases: Collection[int] = ()) -> list[Listed]:
    """The letters of the project at `path`, by phase and number.

    Raises:
        FaultyInput: The description cannot be used.
    """
    project = _open(path, output, phases)
    return [
        _describe(project, entry, payer) for entry in project.entries for payer in project.loaded.dossier.plan.counted
    ]


def write_mail(path: Path, *, output: Path | None = None, phases: Collection[int] = (), force: bool = False) -> Mailed:
    """Write a mail draft for every letter of the project at `path`, and an overview of them.

    Args:
        path: The description, or its folder.
        output: The output folder; `out` beside the description by default.
        phases: Only the letters of these phases.
        force: Overwrite also drafts that a person edited.

    Raises:
        FaultyInput: A letter is not made yet (`LTR07`), a draft was edited (`DEL01`), or the text of the mail is
            faulty; nothing is written.
    """
    project = _open(path, output, phases)
    missing = [
        _refuse_missing(project, entry)
        for entry in project.entries
        if not any(_attachment(project.folder, entry, payer) for payer in project.loaded.dossier.plan.counted)
    ]
    if missing:
        raise FaultyInput(missing)
    text = project.loaded.call.folder / _MAIL_TEXT
    template = TextTemplate.compile(text.read_text("utf-8"), _MAIL_TEXT)
    files: dict[str, tuple[bytes, Entry]] = {}
    findings: list[Finding] = []
    for entry in project.entries:
        lines: list[Line] = []
        for draft_path, payer, draft in _draft(project, entry, template, findings):
            data = draft.to_bytes()
            files[draft_path] = (data, Entry(hash_of(data), f"{_MAILS}-{entry.phase}", payer.company.enterprise_number))
            lines.append(_line(payer, draft, draft_path))
        overview = write_overview(lines)
        overview_path = f"{_mail_folder(entry)}/{_OVERVIEW}"
        files[overview_path] = (overview, Entry(hash_of(overview), f"{_MAILS}-{entry.phase}"))
    scope = [f"{_MAILS}-{entry.phase}" for entry in project.entries]
    manifest = replace(project.manifest, outputs={})
    delivered = deliver(files, project.folder, manifest, project.manifest, scope=scope, force=force)
    count = sum(name.endswith(".eml") for name in files)
    return Mailed(project.folder, count, delivered, (*findings, *delivered.findings))


def _open(path: Path, output: Path | None, phases: Collection[int]) -> _Project:
    folder = output or (path if path.is_dir() else path.parent) / OUTPUT
    manifest = read_manifest(folder)
    loaded = load(path, numbers=manifest.numbers)
    entries = tuple(entry for entry in choose_documents(loaded.call, phases, ()) if entry.each == "companies")
    return _Project(loaded, folder, manifest, entries)


def _describe(project: _Project, entry: DocumentEntry, payer: Payer) -> Listed:
    company = payer.company
    signature = company.letters.phase2 if entry.phase == 2 else company.letters.phase1
    path = letter_path(entry, payer)
    return Listed(
        number=payer.number,
        company=company.name,
        enterprise_number=company.enterprise_number,
        email=company.contact.email,
        phase=entry.phase,
        path=path,
        state=_state(project, path),
        signed_on=signature.signed_on,
        signatory=signature.signatory or company.contact.name,
    )


def _state(project: _Project, path: str) -> State:
    try:
        found = hash_of((project.folder / path).read_bytes())
    except OSError:
        return State.MISSING
    known = project.manifest.outputs.get(path)
    return State.MADE if known and known.sha256 == found else State.EDITED


def _draft(
    project: _Project, entry: DocumentEntry, template: TextTemplate, findings: list[Finding]
) -> Iterator[tuple[str, Payer, Draft]]:
    """The drafts of one phase, each with its path; a company without letter or address is told."""
    dossier = project.loaded.dossier
    common = Views(dossier).of(entry)
    contact = dossier.project.applicant.contact
    reply_to = read_address(contact.name, contact.email)
    for payer in dossier.plan.counted:
        company = payer.company
        letter = _attachment(project.folder, entry, payer)
        if letter is None:
            findings.append(_tell_missing(project, payer, letter_path(entry, payer)))
            continue
        to = read_address(company.contact.name, company.contact.email)
        if to is None:
            findings.append(_tell_no_address(project, payer))
        values = view_letter(
            payer, entry.phase, common, project=dossier.project, call=dossier.call, printer=dossier.printer
        )
        subject, body = split_text(template.render(values))
        name = Path(letter_path(entry, payer)).stem
        draft = Draft(to, reply_to, subject, body, (letter.name, letter.read_bytes()))
        yield f"{_mail_folder(entry)}/{name}.eml", payer, draft


def _mail_folder(entry: DocumentEntry) -> str:
    return f"{Path(entry.file).parent.as_posix()}/{_MAILS}"


def _attachment(folder: Path, entry: DocumentEntry, payer: Payer) -> Path | None:
    """The letter of a company: as PDF when there is one that is not older, else in Word."""
    word = folder / letter_path(entry, payer)
    printed = word.with_suffix(".pdf")
    if printed.is_file() and (not word.is_file() or printed.stat().st_mtime >= word.stat().st_mtime):
        return printed
    return word if word.is_file() else None


def _line(payer: Payer, draft: Draft, path: str) -> Line:
    company = payer.company
    return Line(
        number=payer.number,
        company=company.name,
        enterprise_number=company.enterprise_number,
        contact=company.contact.name,
        email=draft.to.addr_spec if draft.to else "",
        subject=draft.subject,
        attachment=draft.attachment[0],
        message=Path(path).name,
    )


def _spot(project: _Project, payer: Payer) -> Spot:
    return project.loaded.described.source.spot_of(("companies", payer.index, "contact", "email"))


def _refuse_missing(project: _Project, entry: DocumentEntry) -> Finding:
    message = Text(
        nl=f"de brieven van fase {entry.phase} zijn nog niet gemaakt ({project.folder / entry.file})",
        en=f"the letters of phase {entry.phase} are not made yet ({project.folder / entry.file})",
    )
    fix = Text(nl="maak ze eerst met “ibndocs letters build”", en="make them first with “ibndocs letters build”")
    return Finding("LTR07", Severity.ERROR, message, fix=fix)


def _tell_missing(project: _Project, payer: Payer, path: str) -> Finding:
    message = Text(nl=f"{path} is nog niet gemaakt; geen bericht", en=f"{path} is not made yet; no message")
    fix = Text(nl="maak hem met “ibndocs letters build”", en="make it with “ibndocs letters build”")
    return Finding("LTR07", Severity.WARNING, message, _spot(project, payer), fix=fix)


def _tell_no_address(project: _Project, payer: Payer) -> Finding:
    found = payer.company.contact.email
    message = Text(
        nl=f"“{found}” van {payer.company.name} is geen e-mailadres; het bericht heeft geen bestemming"
        if found
        else f"{payer.company.name} heeft geen e-mailadres; het bericht heeft geen bestemming",
        en=f"“{found}” of {payer.company.name} is no e-mail address; the message has no recipient"
        if found
        else f"{payer.company.name} has no e-mail address; the message has no recipient",
    )
    return Finding("LTR08", Severity.WARNING, message, _spot(project, payer))


__all__ = ["Listed", "Mailed", "State", "list_letters", "write_mail"]
