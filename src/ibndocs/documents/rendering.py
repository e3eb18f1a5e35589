"""Render the documents of a dossier: each form is compiled once, letters differ only in their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ibndocs.call.pack import DocumentEntry, Phase
from ibndocs.documents.forms import Form, open_form
from ibndocs.finance.cofinancing import Payer
from ibndocs.foundation.filenames import name_letter
from ibndocs.foundation.findings import Finding
from ibndocs.views import Dossier, build_common_view, build_phase_view, view_letter
from ibndocs.views.printing import View

if TYPE_CHECKING:
    from ibndocs.office.fidelity import Fidelity

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Output:
    """One finished file of the dossier.

    Attributes:
        path: Where it goes in the output folder, with forward slashes.
        data: Its bytes.
        entry: The document it is.
        about: Whom it is about: the enterprise number of a letter's company, else "".
        pages: Number of pages, where it was printed; 0 where that is not known, or is not its own (a workbook).
    """

    path: str
    data: bytes
    entry: DocumentEntry
    about: str = ""
    pages: int = 0


@dataclass(frozen=True)
class Rendering:
    """Everything one build rendered; `proofs` compare filled forms with the blank ones, by path."""

    outputs: tuple[Output, ...]
    forms: tuple[Form, ...]
    findings: tuple[Finding, ...] = field(default=())
    proofs: Mapping[str, Fidelity] = field(default_factory=dict)

    @property
    def form_hashes(self) -> dict[str, str]:
        """SHA-256 of each form that was used, by its name in the manifest."""
        return {form.file: form.sha256 for form in self.forms}

    @property
    def replaced_forms(self) -> set[str]:
        """Names in the manifest of the stand-ins for which the project brings a form itself."""
        return {f"forms/{form.entry.form}" for form in self.forms if form.own}


class Views:
    """The views of a dossier, each laid out when first asked for; what no phase changes is laid out once."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._by_phase: dict[Phase, View] = {}

    @cached_property
    def _common(self) -> View:
        return build_common_view(self._dossier)

    def of(self, entry: DocumentEntry) -> View:
        """The view for `entry`, with its own title as `document`."""
        if entry.phase not in self._by_phase:
            self._by_phase[entry.phase] = {**self._common, **build_phase_view(self._dossier, entry.phase)}
        return {**self._by_phase[entry.phase], "document": {"title": entry.title, "id": entry.id}}


def count_outputs(dossier: Dossier, entries: Sequence[DocumentEntry]) -> int:
    """How many files `entries` make."""
    return sum(len(dossier.plan.counted) if entry.each == "companies" else 1 for entry in entries)


def render_documents(
    dossier: Dossier,
    entries: Sequence[DocumentEntry],
    *,
    final: bool = False,
    verify: bool = False,
    progress: Progress | None = None,
) -> Rendering:
    """Render `entries` in dossier order.

    Args:
        dossier: What they are made of.
        entries: The documents.
        final: Leaves out the content controls by which an edit in Word is read back.
        verify: Compares every filled form with the blank one; otherwise only those that are handed in as they are.
        progress: Told each file.

    Raises:
        FaultyInput: A form, its slots or a template is faulty.
    """
    views = Views(dossier)
    folder = dossier.printer.folder_of("project")
    forms: dict[str, Form] = {}
    outputs: list[Output] = []
    findings: list[Finding] = []
    proofs: dict[str, Fidelity] = {}
    for entry in entries:
        own = dossier.forms.get(entry.id)
        key = own.name if own else entry.template or entry.form
        if key not in forms:
            forms[key] = open_form(entry, dossier.call, own, final=final, folder=folder)
        form = forms[key]
        for laid_out, about, values in lay_out(dossier, entry, views):
            path, filled = form.name(laid_out), form.fill(values)
            findings += filled.findings
            outputs.append(Output(path, filled.data, entry, about))
            if form.prove and (verify or form.is_official):
                proofs[path] = form.prove(filled.data)
                findings += proofs[path].find(path)
            if progress:
                progress(path)
    return Rendering(tuple(outputs), tuple(forms.values()), tuple(findings), proofs)


def lay_out(dossier: Dossier, entry: DocumentEntry, views: Views) -> Iterator[tuple[str, str, View]]:
    """Path, subject and view of every file that `entry` makes."""
    common = views.of(entry)
    if entry.each != "companies":
        yield entry.file, "", common
        return
    for payer in dossier.plan.counted:
        values = view_letter(
            payer, entry.phase, common, project=dossier.project, call=dossier.call, printer=dossier.printer
        )
        yield letter_path(entry, payer), payer.company.enterprise_number, values


def letter_path(entry: DocumentEntry, payer: Payer) -> str:
    """Where the letter of one company goes in the output folder."""
    return f"{entry.file}/{name_letter(payer.number, payer.company.name)}.docx"
