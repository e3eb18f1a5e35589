"""`ibndocs build`: the whole dossier from one description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ibndocs.cli import report
from ibndocs.cli.bilingual import command, is_quiet, language_of, option
from ibndocs.cli.choices import FORCE, OUTPUT, PROJECT, choose_phases
from ibndocs.foundation.findings import Severity, Text

if TYPE_CHECKING:
    from ibndocs.dossier import Built
    from ibndocs.foundation.findings import Finding


@command(
    "build",
    help=Text(
        nl="Maak het dossier: alle documenten van fase 0, 1 en 2, uit één beschrijving en tot op de euro gelijk. "
        "Wat iemand sinds de vorige keer bewerkte, wordt nooit ongevraagd overschreven. Fouten tegen de oproep "
        "houden een ontwerp niet tegen (uitvoerwaarde 1), tenzij met --strict.",
        en="Make the dossier: every document of phases 0, 1 and 2, from one description and equal to the last euro. "
        "What a person edited since the last time is never overwritten unasked. Faults against the call do not stop "
        "a draft (exit code 1), unless with --strict.",
    ),
    examples=(
        "ibndocs build examples/biorenov",
        "ibndocs build --phase 1 -o indienen",
        "ibndocs build --only kostenmodel,pitch",
        "ibndocs build --phase 2 --final --pdf",
    ),
)
@PROJECT
@choose_phases("0", "1", "2")
@option(
    "--only",
    default="",
    metavar="ID,..",
    help=Text(nl="Alleen deze documenten, met hun id.", en="These documents only, by id."),
)
@OUTPUT
@option(
    "--final",
    is_flag=True,
    help=Text(
        nl="Om in te dienen: zonder de velden waarlangs bewerkingen teruggelezen worden.",
        en="To hand in: without the controls by which edits are read back.",
    ),
)
@FORCE
@option(
    "--strict",
    is_flag=True,
    help=Text(
        nl="Maak niets als er fouten of waarschuwingen zijn.", en="Make nothing when there are errors or warnings."
    ),
)
@option(
    "--pdf",
    is_flag=True,
    help=Text(
        nl="Maak naast elk document een PDF (vraagt LibreOffice) en zet paginanummers in de inhoudsopgave.",
        en="Make a PDF beside every document (needs LibreOffice) and put page numbers in the contents list.",
    ),
)
@option(
    "--pdfa",
    is_flag=True,
    help=Text(
        nl="Als --pdf, en wel PDF/A-2b met labels: om te bewaren, en leesbaar voor een schermlezer.",
        en="As --pdf, and that as tagged PDF/A-2b: to archive, and readable to a screen reader.",
    ),
)
@option(
    "--verify",
    is_flag=True,
    help=Text(
        nl="Ga van elk ingevuld formulier na dat er buiten de antwoorden niets wijzigde; voor officiële formulieren "
        "gebeurt dat altijd.",
        en="See of every filled form that nothing but the answers changed; for official forms that is always done.",
    ),
)
def build(
    project: Path,
    phases: tuple[str, ...],
    only: str,
    output: Path | None,
    final: bool,
    force: bool,
    strict: bool,
    pdf: bool,
    pdfa: bool,
    verify: bool,
) -> int:
    """Build, then print the findings and a summary."""
    import gc

    from ibndocs import dossier

    gc.disable()  # one short run of a process that then ends; looking for garbage costs a tenth of it
    with show_progress() as start:
        built = dossier.build(
            project,
            output=output,
            phases=[int(phase) for phase in phases],
            only=[name.strip() for name in only.split(",") if name.strip()],
            final=final,
            force=force,
            strict=strict,
            pdf=pdf or pdfa,
            pdfa=pdfa,
            verify=verify,
            start=start,
        )
    report.print_findings(choose_findings(built), language_of(), err=True)
    if not is_quiet():
        print_summary(built)
    return report.exit_code(built.findings, strict=strict)


def choose_findings(built: Built) -> list[Finding]:
    """What a build tells: faults, and what it found itself; advice on the description is the work of `check`."""
    return [*(finding for finding in built.checked if finding.severity is Severity.ERROR), *built.remarks]


@contextmanager
def show_progress() -> Iterator[Callable[[int], Callable[[str], None]] | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    import sys

    if is_quiet() or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:

        def start(total: int) -> Callable[[str], None]:
            task = progress.add_task("", total=total)
            return lambda path: progress.update(task, advance=1, description=path)

        yield start


def print_summary(built: Built) -> None:
    """Where the dossier is, what is in it, and its key figures."""
    for line in summarise(built):
        click.echo(line.in_language(language_of()))


def summarise(built: Built) -> Iterator[Text]:
    """The lines of the summary."""
    from ibndocs.foundation.counting import count_of
    from ibndocs.foundation.values import Number, Percent

    dossier, delivered = built.loaded.dossier, built.delivered
    identity, plan, budget, euro = dossier.project.project, dossier.plan, dossier.budget, dossier.printer.euro
    yield Text(f"{identity.acronym} – {built.folder}", f"{identity.acronym} – {built.folder}")
    prints = Text("", "")
    if built.prints:
        said = count_of(built.prints, "PDF", "PDF's"), count_of(built.prints, "PDF", "PDFs")
        prints = Text(f", met {said[0]}", f", with {said[1]}")
    yield Text(
        f"  {count_of(built.documents, 'document', 'documenten')} en "
        f"{count_of(built.letters, 'intentiebrief', 'intentiebrieven')}{prints.nl} "
        f"({len(delivered.written)} nieuw of gewijzigd, {len(delivered.unchanged)} gelijk gebleven, {len(delivered.removed)} verwijderd)",
        f"  {count_of(built.documents, 'document', 'documents')} and "
        f"{count_of(built.letters, 'letter', 'letters')} of intent{prints.en} "
        f"({len(delivered.written)} new or changed, {len(delivered.unchanged)} the same, {len(delivered.removed)} removed)",
    )
    companies, fte = len(plan.counted), Number(budget.fte_average)
    yield Text(
        f"  {count_of(companies, 'bedrijf', 'bedrijven')}, gemiddeld {fte} VTE",
        f"  {count_of(companies, 'company', 'companies')}, {fte} FTE on average",
    )
    money = euro(budget.total), euro(budget.aid_total), euro(plan.total), Percent(plan.cash_share)
    yield Text(
        "  begroting {}, steun {}, cofinanciering {} ({} cash)".format(*money),
        "  budget {}, aid {}, cofinancing {} ({} cash)".format(*money),
    )
    proofs = built.proofs.values()
    if proofs:
        answered, whole = sum(proof.answered for proof in proofs), sum(proof.holds for proof in proofs)
        yield Text(
            f"  {whole} van {count_of(len(proofs), 'nagegaan formulier', 'nagegane formulieren')} ongewijzigd buiten "
            f"{count_of(answered, 'ingevuld veld', 'ingevulde velden')}",
            f"  {whole} of {count_of(len(proofs), 'verified form', 'verified forms')} unchanged but for "
            f"{count_of(answered, 'field', 'fields')} filled in",
        )
    counted = report.count_findings(built.findings, "nl"), report.count_findings(built.findings, "en")
    hides = len(choose_findings(built)) < len(built.findings)
    more = Text("; ibndocs check toont ze alle", "; ibndocs check shows them all") if hides else Text("", "")
    yield Text(f"  {counted[0] or 'geen opmerkingen'}{more.nl}", f"  {counted[1] or 'nothing to remark'}{more.en}")
