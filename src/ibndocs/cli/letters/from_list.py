"""Makes the letters of a template and a list, and says what came of it: how many, what is wrong, where the report is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from ibndocs.cli import report
from ibndocs.cli.bilingual import is_quiet, language_of
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Finding, Severity, Text

if TYPE_CHECKING:
    from ibndocs.letters.request import Outcome, Request


@dataclass(frozen=True, slots=True)
class Prints:
    """Whether PDFs are wanted, and which."""

    wanted: bool
    pdfa: bool
    merge: bool


def build_list(request: Request, prints: Prints, progress: str) -> int:
    """Make the letters, and their PDFs when wanted; the exit code."""
    from ibndocs.cli.letters.progress import show_progress
    from ibndocs.letters.making import make_letters

    if prints.wanted:
        from ibndocs.office.pdf.program import require_office

        require_office()
    try:
        with show_progress(progress) as tell:
            outcome = make_letters(request, tell)
        _print_outcome(request, outcome)
        findings = [*outcome.findings, *_print_letters(request, prints, progress)]
    except KeyboardInterrupt:
        report.tell(
            Text(
                nl="onderbroken; dezelfde opdracht gaat verder waar dit gebleven is",
                en="interrupted; the same command goes on from here",
            )
        )
        raise
    return report.exit_code(findings)


def _print_letters(request: Request, prints: Prints, progress: str) -> Sequence[Finding]:
    """The letters as PDF, when that is wanted; PDFs of an earlier run that are not renewed are told."""
    from ibndocs.letters.prints import read_prints

    if not prints.wanted:
        if next(read_prints(request.folder), None) is not None:
            old = (
                "de PDF's van vroeger zijn niet vernieuwd; dat doet --pdf",
                "the PDFs of before are not renewed; --pdf does",
            )
            report.tell(Text(*old))
        return ()
    from ibndocs.cli.letters.progress import show_progress
    from ibndocs.letters.printing import print_letters
    from ibndocs.letters.request import Progress

    with show_progress(progress) as tell:
        printed = print_letters(
            request.folder,
            pdfa=prints.pdfa,
            merge=prints.merge,
            force=request.force,
            jobs=request.jobs,
            tell=(lambda done, total: tell(Progress(done, 0, done / total))) if tell else None,
        )
    report.print_findings(printed.findings, language_of(), err=True)
    if not is_quiet():
        click.echo(
            Text(
                nl=f"  PDF: {printed.written} nieuw of gewijzigd, {printed.unchanged} gelijk gebleven, "
                f"{printed.kept} bewerkt en niet overschreven, {printed.failed} mislukt",
                en=f"  PDF: {printed.written} new or changed, {printed.unchanged} the same, "
                f"{printed.kept} edited and not overwritten, {printed.failed} failed",
            ).in_language(language_of())
        )
    return printed.findings


def _print_outcome(request: Request, outcome: Outcome) -> None:
    report.print_findings(outcome.findings, language_of(), err=True)
    more = sum(outcome.counts.values()) - len(outcome.findings)
    if more > 0:
        report.tell(Text(nl=f"… en {more} andere, in {outcome.report}", en=f"… and {more} more, in {outcome.report}"))
    if is_quiet():
        return
    made = outcome.written + outcome.unchanged + outcome.kept
    click.echo(
        Text(
            nl=f"{request.folder}: {count_of(made, 'brief', 'brieven')} ({outcome.written} nieuw of gewijzigd, "
            f"{outcome.unchanged} gelijk gebleven, {outcome.kept} bewerkt en niet overschreven), "
            f"{count_of(outcome.faulty, 'rij', 'rijen')} met een fout",
            en=f"{request.folder}: {count_of(made, 'letter', 'letters')} ({outcome.written} new or changed, "
            f"{outcome.unchanged} the same, {outcome.kept} edited and not overwritten), "
            f"{count_of(outcome.faulty, 'faulty row', 'faulty rows')}",
        ).in_language(language_of())
    )
    if outcome.report and outcome.counts.get(Severity.ERROR):
        click.echo(Text(nl=f"  verslag: {outcome.report}", en=f"  report: {outcome.report}").in_language(language_of()))
