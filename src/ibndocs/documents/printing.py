"""A PDF beside every document of a dossier, and with it what only a page count can tell: numbers in a contents list."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ibndocs.call.pack import DocumentEntry
from ibndocs.documents.rendering import Output, Progress
from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.office.package import Package
from ibndocs.office.pdf import Document, Printed, merge_pdfs, print_documents
from ibndocs.office.word.contents import find_contents, number_contents

_MOST_ROUNDS = 5
"""A contents list may take more room with numbers than without, which moves what follows: once, hardly ever more."""
_COUNTED = (".docx", ".docm", ".pptx", ".pptm")
"""Documents that have pages of their own; those of a workbook depend on the printer."""


@dataclass(frozen=True, slots=True)
class Printing:
    """The outputs with a PDF behind each, and what could not be printed."""

    outputs: tuple[Output, ...]
    findings: tuple[Finding, ...] = ()


def print_outputs(
    outputs: Sequence[Output], entries: Sequence[DocumentEntry], *, pdfa: bool, progress: Progress | None = None
) -> Printing:
    """Print `outputs`; a document with a contents list gets its page numbers and is printed again.

    Args:
        outputs: What is to be printed.
        entries: All documents of the call: the name of a PDF must not be that of another.
        pdfa: Makes tagged PDF/A-2b.
        progress: Told each PDF.

    Raises:
        FaultyInput: `PDF01`, `PDF02`: LibreOffice or pikepdf is missing.
    """
    by_path = {output.path: output for output in outputs}
    printed = _print(outputs, pdfa=pdfa, progress=progress)
    findings = []
    unsettled = [path for path in by_path if printed[path].marks]
    for _ in range(_MOST_ROUNDS):
        renewed = [output for path in unsettled if (output := _number(by_path[path], printed[path].marks)) is not None]
        unsettled = [output.path for output in renewed]
        if not renewed:
            break
        by_path |= {output.path: output for output in renewed}
        printed |= _print(renewed, pdfa=pdfa)
    findings += [_describe_unsettled(path) for path in unsettled]
    findings += [_describe_unnumbered(path) for path, item in printed.items() if _lacks_numbers(by_path[path], item)]
    findings += [item.finding for item in printed.values() if item.finding is not None]
    names = _name_pdfs(outputs, entries)
    pairs = (_pair(output, printed[path], names[path]) for path, output in by_path.items())
    return Printing(tuple(item for pair in pairs for item in pair), tuple(findings))


def merge_letters(printing: Printing, companies: Mapping[str, str], *, pdfa: bool) -> Printing:
    """Add one PDF of all letters of each document that is made per company, with an entry in its outline for each.

    Args:
        printing: The outputs with their PDFs.
        companies: The name of each company, by what its letter is about.
        pdfa: Whether the PDFs are tagged PDF/A-2b.
    """
    letters: dict[str, list[Output]] = {}
    for output in printing.outputs:
        if output.about and output.path.endswith(".pdf"):
            letters.setdefault(output.entry.id, []).append(output)
    merged = []
    for parts in letters.values():
        entry = parts[0].entry
        titled = [(companies.get(part.about, part.about), part.data) for part in parts]
        data = merge_pdfs(titled, entry.title, pdfa=pdfa)
        merged.append(Output(f"{entry.file}.pdf", data, entry, pages=sum(part.pages for part in parts)))
    return replace(printing, outputs=(*printing.outputs, *merged))


def _print(outputs: Iterable[Output], *, pdfa: bool, progress: Progress | None = None) -> dict[str, Printed]:
    printed: dict[str, Printed] = {}
    for item in print_documents([Document(output.path, output.data) for output in outputs], pdfa=pdfa):
        printed[item.document.name] = item
        if progress:
            progress(item.document.name)
    return printed


def _number(output: Output, pages: Mapping[str, int]) -> Output | None:
    """The output with `pages` in its contents list; None when it has no list, or has them already."""
    if not output.path.endswith(".docx"):
        return None
    data = number_contents(Package.read(output.data, name=output.path), pages)
    return None if data is None or data == output.data else replace(output, data=data)


def _lacks_numbers(output: Output, printed: Printed) -> bool:
    """Whether a contents list has entries whose page could not be found in the PDF."""
    if not output.path.endswith(".docx") or output.about or not printed.data:
        return False
    package = Package.read(output.data, name=output.path)
    contents = find_contents(package.xml(package.main_part))
    return contents is not None and not printed.marks.keys() >= set(contents.anchors)


def _pair(output: Output, printed: Printed, name: str) -> list[Output]:
    """An Office file and its PDF, if that could be made."""
    pages = printed.pages if output.path.endswith(_COUNTED) else 0
    office = replace(output, pages=pages)
    if not printed.data:
        return [office]
    return [office, replace(output, path=name, data=printed.data, pages=printed.pages)]


def _name_pdfs(outputs: Iterable[Output], entries: Iterable[DocumentEntry]) -> dict[str, str]:
    """The PDF of each output, by its path: called like it, or by its id where two documents are called alike."""
    count = Counter(posixpath.splitext(entry.file)[0] for entry in entries)
    names = {}
    for output in outputs:
        stem = posixpath.splitext(output.path)[0]
        alike = count[stem] > 1
        names[output.path] = f"{posixpath.join(posixpath.dirname(stem), output.entry.id) if alike else stem}.pdf"
    return names


def _describe_unnumbered(path: str) -> Finding:
    return Finding(
        "PDF06",
        Severity.WARNING,
        Text(
            "de inhoudsopgave krijgt niet overal een paginanummer: LibreOffice zegt niet waar elke kop staat",
            "the contents list does not get a page number everywhere: LibreOffice does not tell where each heading is",
        ),
        Spot(path),
        fix=Text("werk de inhoudsopgave bij in Word", "renew the contents list in Word"),
    )


def _describe_unsettled(path: str) -> Finding:
    return Finding(
        "PDF04",
        Severity.WARNING,
        Text(
            "de paginanummers in de inhoudsopgave komen niet tot rust: ze verschuiven de pagina's die ze noemen",
            "the page numbers in the contents list do not settle: they move the pages they name",
        ),
        Spot(path),
        fix=Text("werk de inhoudsopgave bij in Word", "renew the contents list in Word"),
    )
