"""`ibndocs new`: a project that builds at once, every key of it explained."""

from __future__ import annotations

from pathlib import Path

import click

from ibndocs.cli.bilingual import command, option
from ibndocs.cli.choices import CALL
from ibndocs.cli.report import ExitCode, tell
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text


@command(
    "new",
    help=Text(
        nl="Begin een nieuw project in MAP: een beschrijving met uitleg bij elke sleutel en een lijst van bedrijven. "
        "Het resultaat is meteen te bouwen.",
        en="Start a new project in DIR: a description with every key explained and a list of companies. The result "
        "builds at once.",
    ),
    examples=("ibndocs new mijn-netwerk", "ibndocs new mijn-netwerk --companies leden.xlsx"),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@CALL
@option(
    "--companies",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=Text(nl="Uw lijst van bedrijven (.csv of .xlsx).", en="Your list of companies (.csv or .xlsx)."),
)
def new(folder: Path, name: str, companies: Path | None) -> int:
    """Write the new project; nothing that is there already is touched."""
    from ibndocs.delivery.starting import start_project

    try:
        written = start_project(folder, name, companies)
    except FileExistsError as fault:
        message = Text(f"{fault.filename} bestaat al", f"{fault.filename} exists already")
        fix = Text("kies een andere map", "choose another folder")
        raise FaultyInput([Finding("NEW01", Severity.ERROR, message, fix=fix)]) from None
    for path in written:
        tell(Text(f"geschreven: {path}", f"written: {path}"))
    tell(Text(f"volgende stap: ibndocs build {folder}", f"next: ibndocs build {folder}"))
    return ExitCode.CLEAN
