"""The whole walk: load, check, view, render, deliver. Each step takes what the one before gives, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ibndocs import __version__
from ibndocs.call.own_forms import find_own_forms
from ibndocs.call.pack import Call, DocumentEntry, load_call
from ibndocs.delivery.manifest import Entry, Manifest, read_manifest
from ibndocs.delivery.writing import Delivered, deliver, hash_of
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.rules import check_rules
from ibndocs.rules.unfit import join_faults
from ibndocs.source import Described, UnfitDescription, find_description, read_project
from ibndocs.source.source import NAMES
from ibndocs.views import Dossier, gather

if TYPE_CHECKING:
    from ibndocs.office.fidelity import Fidelity

OUTPUT = "out"
"""The output folder beside the description, unless another is named."""


@dataclass(frozen=True)
class Loaded:
    """A description that could be read, with its call pack and all its arithmetic."""

    described: Described
    dossier: Dossier

    @property
    def folder(self) -> Path:
        """The folder of the description."""
        return self.described.source.folder

    @property
    def call(self) -> Call:
        """The call pack."""
        return self.dossier.call


@dataclass(frozen=True)
class Judged:
    """What was found in one description.

    Attributes:
        on: The day on which deadlines were judged; None when nothing could be.
        findings: Sorted by place.
    """

    on: date | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Built:
    """What a build made.

    Attributes:
        loaded: What it was made from.
        folder: Where it stands.
        delivered: What was written.
        documents: Number of documents, letters aside.
        letters: Number of letters.
        prints: Number of PDFs beside them.
        checked: What the check of the description found.
        remarks: What the rendering and the delivery found.
        proofs: What comparing filled forms with blank ones gave, by path.
    """

    loaded: Loaded
    folder: Path
    delivered: Delivered
    documents: int
    letters: int
    prints: int
    checked: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    proofs: Mapping[str, Fidelity]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of the check, the rendering and the delivery."""
        return (*self.checked, *self.remarks)


def today(call: Call) -> date:
    """Today where the deadlines of the call are."""
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(call.call.time_zone)).date()


def find_descriptions(path: Path) -> list[Path]:
    """The descriptions at `path`: the file or folder itself, or every project in the folders below it.

    Raises:
        FaultyInput: There is none.
    """
    if path.is_file() or any((path / name).is_file() for name in NAMES):
        return [find_description(path)]
    below = sorted({found.parent for name in NAMES for found in path.glob(f"*/**/{name}")})
    return [find_description(folder) for folder in below] or [find_description(path)]


def load(
    path: Path,
    *,
    numbers: Mapping[str, int] | None = None,
    on: date | None = None,
    default_on: Callable[[Call], date] | None = None,
) -> Loaded:
    """Read the description at `path` (a file or its folder) and its call pack, and do the arithmetic.

    Args:
        path: The description.
        numbers: The number that each company (by enterprise number) had before, so that letters keep their names.
        on: The day on which deadlines are judged; by default the one that the description names.
        default_on: Gives that day when the description names none; its own date when this is not given either.

    Raises:
        FaultyInput: It cannot be read, or its structure is wrong; every fault at once.
    """
    described = read_project(path)
    return equip(described, numbers=numbers, on=on, default_on=default_on)


def equip(
    described: Described,
    *,
    numbers: Mapping[str, int] | None = None,
    on: date | None = None,
    default_on: Callable[[Call], date] | None = None,
) -> Loaded:
    """A description that was read, with its call pack and the arithmetic.

    Raises:
        FaultyInput: Its call pack is not there, or is not sound.
    """
    try:
        call = load_call(described.project.call, described.source.folder)
    except FaultyInput as fault:
        raise FaultyInput(
            replace(finding, spot=finding.spot or described.source.spot_of(("call",))) for finding in fault.findings
        ) from None
    judged = on or described.project.check.on or (default_on(call) if default_on else None)
    forms = find_own_forms(call, described.source.folder)
    dossier = gather(described.project, call, described.folder_of, numbers=numbers, on=judged, forms=forms)
    return Loaded(described, dossier)


def check(loaded: Loaded, phases: Collection[int] = ()) -> list[Finding]:
    """Every finding on a description that could be read: what reading noticed, what the rules ask, its own forms.

    Args:
        loaded: The description.
        phases: Only what matters to these phases; all when empty.
    """
    asked = check_rules(loaded.dossier, loaded.described.source.spot_of, phases)
    own = [fault for form in loaded.dossier.forms.values() for fault in form.faults]
    findings = [*loaded.described.source.notes, *asked, *own]
    return sorted(findings, key=lambda finding: finding.order)


def judge(
    path: Path,
    phases: Collection[int] = (),
    *,
    on: date | None = None,
    default_on: Callable[[Call], date] | None = None,
) -> Judged:
    """Check the description at `path`, as far as it can be read.

    What does not fit the model hides nothing else: the rules are asked of the rest.
    """
    try:
        loaded = load(path, on=on, default_on=default_on)
        return Judged(loaded.dossier.on, tuple(check(loaded, phases)))
    except UnfitDescription as unfit:
        if unfit.salvaged is None:
            return Judged(None, unfit.findings)
        rest = equip(Described(unfit.source, unfit.salvaged.project), on=on, default_on=default_on)
        asked = check_rules(rest.dossier, unfit.source.spot_of, phases)
        return Judged(rest.dossier.on, tuple(join_faults(unfit.findings, asked, unfit.salvaged)))
    except FaultyInput as fault:
        return Judged(None, fault.findings)


def choose_documents(call: Call, phases: Collection[int], only: Collection[str]) -> list[DocumentEntry]:
    """The documents of `phases` (all when empty) whose id is in `only` (all when empty), in dossier order.

    Raises:
        FaultyInput: `only` names a document that the call, or these phases of it, do not have.
    """
    offered = {entry.id: entry for entry in call.documents if not phases or entry.phase in phases}
    unknown = [name for name in only if name not in offered]
    if unknown:
        elsewhere = {entry.id: entry.phase for entry in call.documents}
        known = ", ".join(offered)
        raise FaultyInput(
            Finding(
                "DOC01",
                Severity.ERROR,
                Text(
                    f"document '{name}' hoort bij fase {elsewhere[name]}",
                    f"document '{name}' belongs to phase {elsewhere[name]}",
                )
                if name in elsewhere
                else Text(f"de oproep kent geen document '{name}'", f"the call has no document '{name}'"),
                fix=Text(f"kies uit: {known}", f"choose from: {known}"),
            )
            for name in unknown
        )
    return [entry for name, entry in offered.items() if not only or name in only]


def find_example() -> Path:
    """The example whose values stand in where no project is named."""
    from ibndocs.foundation.datafiles import find_data

    return find_data("examples") / "minimal"


def find_project_around(file: Path) -> Path | None:
    """The project that a form or slots file stands in: its own folder or the one above."""
    folder = file.resolve().parent
    return next((one for one in (folder, folder.parent) if any((one / name).is_file() for name in NAMES)), None)


def view_document(path: Path, document: str) -> Mapping[str, object]:
    """What the expressions of `document` may use, for the project at `path`; of any document when it has no such one.

    Raises:
        FaultyInput: The project cannot be read.
    """
    from ibndocs.documents.rendering import Views

    loaded = load(path)
    forms = [entry for entry in loaded.call.documents if entry.form]
    entry = next((entry for entry in forms if entry.id == document), forms[-1])
    return Views(loaded.dossier).of(entry)


def build(
    path: Path,
    *,
    output: Path | None = None,
    phases: Collection[int] = (),
    only: Collection[str] = (),
    final: bool = False,
    force: bool = False,
    strict: bool = False,
    pdf: bool = False,
    pdfa: bool = False,
    verify: bool = False,
    merge: bool = False,
    start: Callable[[int], Callable[[str], None]] | None = None,
) -> Built:
    """Build the dossier of the description at `path`.

    Faults against the call do not stop a draft from being made (they are in the findings), unless `strict`.

    Args:
        path: The description, or its folder.
        output: The output folder; `out` beside the description by default.
        phases: Only documents of these phases.
        only: Only these documents, by id.
        final: Leaves out the content controls by which an edit in Word is read back.
        force: Overwrites also what a person edited since the last build.
        strict: Builds nothing when there is any error or warning.
        pdf: Makes a PDF beside every document, and puts page numbers in contents lists.
        pdfa: Makes those PDFs tagged PDF/A-2b.
        verify: Compares every filled form with the blank one, also stand-ins.
        merge: Makes one more PDF of the letters of each phase, with an entry in its outline per company.
        start: Told how many files there will be; gives the function that is told each file.

    Raises:
        FaultyInput: The input cannot be used; nothing is written.
    """
    from ibndocs.documents.printing import Printing, merge_letters, print_outputs
    from ibndocs.documents.rendering import count_outputs, render_documents
    from ibndocs.office.pdf.program import require_office

    if pdf:
        require_office()
    described_at = path if path.is_dir() else path.parent
    folder = output or described_at / OUTPUT
    before = read_manifest(folder)
    loaded = load(path, numbers=before.numbers)
    findings = check(loaded)
    if strict and any(finding.severity is not Severity.NOTE for finding in findings):
        raise FaultyInput(findings)
    entries = choose_documents(loaded.call, phases, only)
    progress = start(count_outputs(loaded.dossier, entries) * (1 + pdf)) if start else None
    rendering = render_documents(loaded.dossier, entries, final=final, verify=verify, progress=progress)
    printing = Printing(rendering.outputs)
    if pdf:
        printing = print_outputs(rendering.outputs, loaded.call.documents, pdfa=pdfa, progress=progress)
    if pdf and merge:
        companies = {company.enterprise_number: company.name for company in loaded.described.project.companies}
        printing = merge_letters(printing, companies, pdfa=pdfa)
    files = {
        output.path: (output.data, Entry(hash_of(output.data), output.entry.id, output.about, output.pages))
        for output in printing.outputs
    }
    kept = {name: hashed for name, hashed in before.forms.items() if name not in rendering.replaced_forms}
    manifest = describe_inputs(loaded, kept | rendering.form_hashes)
    delivered = deliver(files, folder, manifest, before, scope=[entry.id for entry in entries], force=force)
    letters = sum(bool(output.about) for output in rendering.outputs)
    return Built(
        loaded=loaded,
        folder=folder,
        delivered=delivered,
        documents=len(rendering.outputs) - letters,
        letters=letters,
        prints=len(printing.outputs) - len(rendering.outputs),
        checked=tuple(findings),
        remarks=(*rendering.findings, *printing.findings, *delivered.findings),
        proofs=rendering.proofs,
    )


def describe_inputs(loaded: Loaded, forms: Mapping[str, str]) -> Manifest:
    """The manifest of what a dossier is made from."""
    source = loaded.described.source
    files = [*source.files, *(form.slots for form in loaded.dossier.forms.values())]
    inputs = {file.relative_to(source.folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
    return Manifest(
        program=__version__,
        call=loaded.call.call.id,
        inputs=inputs,
        forms=dict(forms),
        numbers={payer.company.enterprise_number: payer.number for payer in loaded.dossier.plan.payers},
    )


__all__ = ["Built", "Loaded", "build", "check", "choose_documents", "load"]
