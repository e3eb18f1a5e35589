"""`ibndocs letters list`: every company with the state of its letters."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ibndocs.cli.bilingual import command, language_of
from ibndocs.cli.choices import OUTPUT, PROJECT, choose_format, choose_phases
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Text

if TYPE_CHECKING:
    from ibndocs.correspondence import Listed

_STATES = {
    "missing": Text(nl="nog te maken", en="not made"),
    "made": Text(nl="gemaakt", en="made"),
    "edited": Text(nl="bewerkt", en="edited"),
}
_HEADERS = Text(nl="nr bedrijf e-mail fase brief ondertekend", en="no company e-mail phase letter signed")


@command(
    "list",
    help=Text(
        nl="Toon de bedrijven van PROJECT met hun intentiebrieven per fase: nog te maken, gemaakt of door iemand bewerkt, "
        "en of de beschrijving ze als ondertekend kent.",
        en="Show the companies of PROJECT with their letters of intent by phase: not made, made or edited by a person, "
        "and whether the description knows them as signed.",
    ),
    examples=("ibndocs letters list examples/biorenov", "ibndocs letters list --phase 1 --format json"),
)
@PROJECT
@choose_phases("1", "2")
@OUTPUT
@choose_format()
def list_(project: Path, phases: tuple[str, ...], output: Path | None, shape: str) -> None:
    """Print the table."""
    from ibndocs.correspondence import list_letters

    listed = list_letters(project, output=output, phases=[int(phase) for phase in phases])
    if shape == "json":
        click.echo(json.dumps([to_json(letter) for letter in listed], ensure_ascii=False, indent=2))
        return
    language = language_of()
    table = [_HEADERS.in_language(language).split(), *(to_cells(letter, language) for letter in listed)]
    print_table(table)
    for phase in sorted({letter.phase for letter in listed}):
        letters = [letter for letter in listed if letter.phase == phase]
        signed = sum(letter.signed_on is not None for letter in letters)
        made = sum(letter.state.value != "missing" for letter in letters)
        click.echo(
            Text(
                nl=f"fase {phase}: {count_of(len(letters), 'bedrijf', 'bedrijven')}, "
                f"{count_of(made, 'brief', 'brieven')} gemaakt, {signed} ondertekend",
                en=f"phase {phase}: {count_of(len(letters), 'company', 'companies')}, "
                f"{count_of(made, 'letter', 'letters')} made, {signed} signed",
            ).in_language(language)
        )


def to_cells(letter: Listed, language: str) -> list[str]:
    """The line of a letter in the table."""
    signed = f"{letter.signed_on:%d/%m/%Y}" if letter.signed_on else "–"
    state = _STATES[letter.state.value].in_language(language)
    return [f"{letter.number:03d}", letter.company, letter.email or "–", str(letter.phase), state, signed]


def to_json(letter: Listed) -> dict[str, object]:
    """A letter as JSON."""
    return {
        "number": letter.number,
        "company": letter.company,
        "enterprise_number": letter.enterprise_number,
        "email": letter.email,
        "phase": letter.phase,
        "path": letter.path,
        "state": letter.state.value,
        "signed_on": letter.signed_on.isoformat() if letter.signed_on else None,
        "signatory": letter.signatory,
    }


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print cells in columns, two spaces apart; the last column as wide as it is."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
