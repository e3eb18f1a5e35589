"""`ibndocs textconv FILE`: an Office file as plain text, for git, for goldens and for the eye."""

from __future__ import annotations

from pathlib import Path

import click

from ibndocs.cli.bilingual import command
from ibndocs.foundation.findings import Text


@command(
    "textconv",
    help=Text(
        nl="Toon een Word-, PowerPoint- of Excelbestand als platte tekst: wat erin staat, in leesvolgorde, "
        "zonder opmaak. Hetzelfde bestand geeft altijd dezelfde tekst.",
        en="Show a Word, PowerPoint or Excel file as plain text: what it says, in reading order, "
        "without layout. The same file always gives the same text.",
    ),
    examples=("ibndocs textconv out/fase1/vooraanmelding.docx", "ibndocs textconv kostenmodel.xlsx | less"),
)
@click.argument("file", type=click.Path(path_type=Path))
def textconv(file: Path) -> None:
    """Print the text of `file` as UTF-8, whatever the terminal's encoding: git reads it as bytes."""
    from ibndocs.office.text import convert

    click.echo(convert(file, name=str(file)).encode(), nl=False)
