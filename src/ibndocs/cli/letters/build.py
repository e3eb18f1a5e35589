"""`ibndocs letters build`: the letters of a project, or of a template and a list of any length."""

from __future__ import annotations

from pathlib import Path

import click

from ibndocs.cli import report
from ibndocs.cli.bilingual import command, is_quiet, language_of, option
from ibndocs.cli.choices import FORCE, PROJECT, choose_phases
from ibndocs.cli.letters.from_list import Prints, build_list
from ibndocs.cli.report import ExitCode
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Text

_OF_LIST = ("sheet", "settings", "pattern", "jobs", "executor", "progress")
_OF_PROJECT = ("project", "phases")


@command(
    "build",
    help=Text(
        nl="Maak de brieven van PROJECT, of zonder project van een sjabloon en een lijst. Elke kolom of sleutel van de "
        "lijst is een naam in het sjabloon; wat herkend wordt, is ook company.naam en zo verder. Een rij met een fout "
        "houdt de andere niet tegen: ze staat in fouten.csv (uitvoerwaarde 1). Na een onderbreking gaat dezelfde "
        "opdracht verder waar ze gebleven was. Wat iemand bewerkte, wordt nooit ongevraagd overschreven.",
        en="Make the letters of PROJECT, or without one those of a template and a list. Every column or key of the "
        "list is a name in the template; what is recognised is also company.name and so on. A faulty row does not "
        "stop the others: it stands in fouten.csv (exit code 1). After an interruption the same command goes on where "
        "it was. What a person edited is never overwritten unasked.",
    ),
    examples=(
        "ibndocs letters build examples/biorenov --phase 2",
        "ibndocs letters build --template brief.docx --companies leden.xlsx -o brieven",
        "ibndocs letters build --template brief.docx --companies leden.csv -o brieven --set jaar=2026 --jobs 4",
        "ibndocs letters build --template brief.docx --companies leden.csv -o brieven --pdf --merge",
    ),
)
@PROJECT
@choose_phases("1", "2")
@option(
    "--template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=Text(
        nl="Word-bestand met velden, als er geen project is.", en="Word file with tags, when there is no project."
    ),
)
@option(
    "--companies",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=Text(nl="De lijst: .csv, .xlsx, .jsonl, .json of .yaml.", en="The list: .csv, .xlsx, .jsonl, .json or .yaml."),
)
@option(
    "--sheet",
    default="",
    help=Text(nl="Werkblad van de lijst (standaard: het eerste).", en="Sheet of the list (default: the first)."),
)
@option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help=Text(
        nl="Waarde voor alle brieven (mag meermaals); gaat voor op de lijst.",
        en="Value for all letters (may be repeated); goes before the list.",
    ),
)
@option(
    "--name",
    "pattern",
    default="{number:03}-{name}",
    show_default=True,
    help=Text(
        nl="Naam van elk bestand, ook met kolommen zoals {postcode}.",
        en="Name of each file, also with columns such as {postcode}.",
    ),
)
@option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help=Text(nl="Map voor de brieven.", en="Folder for the letters."),
)
@option(
    "--jobs",
    type=click.IntRange(min=1),
    help=Text(nl="Aantal processen (standaard: de kernen).", en="Number of processes (default: the cores)."),
)
@option(
    "--executor",
    default="",
    metavar="dask://HOST:PORT",
    help=Text(nl="Laat de werkers van een Dask-cluster het doen.", en="Have the workers of a Dask cluster do it."),
)
@option(
    "--progress",
    type=click.Choice(["auto", "json", "none"]),
    default="auto",
    show_default=True,
    help=Text(
        nl="Voortgang: een balk op een terminal, of regels JSON op de foutuitvoer.",
        en="Progress: a bar on a terminal, or lines of JSON on standard error.",
    ),
)
@FORCE
@option(
    "--pdf",
    is_flag=True,
    help=Text(
        nl="Maak naast elke brief een PDF (vraagt LibreOffice).",
        en="Make a PDF beside every letter (needs LibreOffice).",
    ),
)
@option(
    "--pdfa",
    is_flag=True,
    help=Text(nl="Als --pdf, en wel PDF/A-2b met labels.", en="As --pdf, and that as tagged PDF/A-2b."),
)
@option(
    "--merge",
    is_flag=True,
    help=Text(
        nl="Met --pdf: ook alle brieven in één PDF, met een bladwijzer per bedrijf.",
        en="With --pdf: also all letters in one PDF, with an outline entry per company.",
    ),
)
def build(
    project: Path,
    phases: tuple[str, ...],
    template: Path | None,
    companies: Path | None,
    sheet: str,
    settings: tuple[str, ...],
    pattern: str,
    output: Path | None,
    jobs: int | None,
    executor: str,
    progress: str,
    force: bool,
    pdf: bool,
    pdfa: bool,
    merge: bool,
) -> int:
    """Make the letters, then say how many, and what is wrong."""
    prints = Prints(pdf or pdfa or merge, pdfa, merge)
    is_project = template is None and companies is None
    _refuse_others(is_project=is_project)
    if is_project:
        return _build_project(project, phases, output, prints, force=force)
    from ibndocs.letters.executors import count_cores
    from ibndocs.letters.request import Request
    from ibndocs.letters.settings import read_settings

    if not template or not companies or not output:
        needed = Text(
            nl="brieven van een lijst vragen --template, --companies en --output",
            en="letters of a list ask --template, --companies and --output",
        )
        raise click.UsageError(needed.in_language(language_of()))
    request = Request(
        template=template,
        companies=companies,
        folder=output,
        settings=read_settings(settings),
        pattern=pattern,
        sheet=sheet,
        force=force,
        jobs=jobs or count_cores(),
        executor=executor,
    )
    return build_list(request, prints, "none" if is_quiet() and progress == "auto" else progress)


def _refuse_others(*, is_project: bool) -> None:
    """Refuse what was typed and would be ignored: options of a list with a project, and the other way round."""
    context = click.get_current_context()
    reason = (
        Text("hoort bij een lijst (--template en --companies)", "goes with a list (--template and --companies)")
        if is_project
        else Text("hoort bij een project, niet bij een lijst", "goes with a project, not with a list")
    ).in_language(language_of())
    for parameter in context.command.params:
        typed = context.get_parameter_source(parameter.name or "") is click.core.ParameterSource.COMMANDLINE
        if typed and parameter.name in (_OF_LIST if is_project else _OF_PROJECT):
            raise click.UsageError(f"{parameter.get_error_hint(context)} {reason}", context)


def _build_project(project: Path, phases: tuple[str, ...], output: Path | None, prints: Prints, *, force: bool) -> int:
    """The letters of a project, in its own dossier: same names, same manifest as `ibndocs build`."""
    from ibndocs import dossier
    from ibndocs.cli.build import show_progress

    loaded = dossier.load(project)
    wanted = [int(phase) for phase in phases]
    only = [entry.id for entry in dossier.choose_documents(loaded.call, wanted, ()) if entry.each == "companies"]
    with show_progress() as start:
        built = dossier.build(
            project,
            output=output,
            phases=wanted,
            only=only,
            force=force,
            pdf=prints.wanted,
            pdfa=prints.pdfa,
            merge=prints.merge,
            start=start,
        )
    report.print_findings(built.findings, language_of(), err=True)
    if not is_quiet():
        written, unchanged = len(built.delivered.written), len(built.delivered.unchanged)
        click.echo(
            Text(
                nl=f"{built.folder}: {count_of(built.letters, 'brief', 'brieven')} "
                f"({written} nieuw of gewijzigd, {unchanged} gelijk gebleven)",
                en=f"{built.folder}: {count_of(built.letters, 'letter', 'letters')} "
                f"({written} new or changed, {unchanged} the same)",
            ).in_language(language_of())
        )
    return ExitCode(report.exit_code(built.findings))
