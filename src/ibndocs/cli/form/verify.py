"""`ibndocs form verify`: whether a filled file is still the form, answers aside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ibndocs.cli import report
from ibndocs.cli.bilingual import command, is_quiet, language_of, option
from ibndocs.cli.choices import choose_format
from ibndocs.cli.report import ExitCode
from ibndocs.foundation.findings import Text

if TYPE_CHECKING:
    from ibndocs.office.fidelity import Fidelity

_MOST_EMPTY = 20


@command(
    "verify",
    help=Text(
        nl="Vergelijk een blanco formulier met een ingevuld bestand, ook als iemand het met de hand invulde in Word, "
        "Excel of PowerPoint: welke vragen, tabellen, formules of andere teksten gewijzigd, verplaatst of verwijderd "
        "zijn, en welke antwoorden nog ontbreken. Wat Office bij het bewaren zelf herschrijft, telt niet. Antwoorden "
        "mogen onder een vraag staan, in een lege cel, een veld, een invullijn, en waar het slotsbestand ze zet. "
        "Uitvoerwaarde 0: ongewijzigd buiten de antwoorden; 1: er zijn verschillen.",
        en="Compare a blank form with a filled file, also one that somebody filled by hand in Word, Excel or "
        "PowerPoint: which questions, tables, formulas or other texts were altered, moved or removed, and which "
        "answers are still missing. What Office writes anew when it saves does not count. Answers may stand below a "
        "question, in an empty cell, a field, a line to write on, and where the slots file puts them. "
        "Exit code 0: unchanged but for the answers; 1: there are differences.",
    ),
    examples=(
        "ibndocs form verify sjabloon.docx out/fase1/vooraanmelding.docx",
        "ibndocs form verify kostenmodel.xlsx ingevuld.xlsx --slots forms/kostenmodel.slots.yaml",
        "ibndocs form verify sjabloon.docx ingevuld.docx --format json",
    ),
)
@click.argument("form", type=click.Path(path_type=Path))
@click.argument("filled", type=click.Path(path_type=Path))
@option(
    "--slots",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=Text(
        nl="Slotsbestand dat zegt waar antwoorden staan (standaard dat naast het formulier, als het erbij hoort).",
        en="Slots file that says where answers stand (by default the one beside the form, when it fits).",
    ),
)
@choose_format(schema="verify.schema.json")
def verify(form: Path, filled: Path, slots: Path | None, shape: str) -> ExitCode:
    """Print the differences and what is still empty."""
    from ibndocs.documents.slot_files import find_slots
    from ibndocs.office import fidelity
    from ibndocs.office.package import Package
    from ibndocs.office.slots import read_slots

    blank = Package.read(form, name=str(form))
    known = read_slots(slots, name=str(slots)) if slots else find_slots(form)
    result = fidelity.verify(blank, Package.read(filled, name=str(filled)), known.slots if known else ())
    if shape == "json":
        from ibndocs.cli.form.verify_json import write_json

        click.echo(write_json(result, form, filled, language_of()), nl=False)
    elif not (is_quiet() and result.holds):
        _print(result, filled)
    return ExitCode.CLEAN if result.holds else ExitCode.FINDINGS


def _print(result: Fidelity, filled: Path) -> None:
    language = language_of()
    report.print_findings(result.find(str(filled)), language)
    click.echo(f"{filled}: {result.summarise().in_language(language)}")
    if result.empty:
        word = Text(f"nog leeg ({len(result.empty)}):", f"still empty ({len(result.empty)}):")
        click.echo(f"  {word.in_language(language)}")
        for place in result.empty[:_MOST_EMPTY]:
            click.echo(f"    {place}")
        if len(result.empty) > _MOST_EMPTY:
            click.echo("    …")
