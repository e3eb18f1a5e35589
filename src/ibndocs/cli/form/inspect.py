"""`ibndocs form inspect`: what stands in a form and how a slots file names each place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ibndocs.cli.bilingual import command, language_of, option
from ibndocs.cli.choices import choose_format
from ibndocs.cli.report import print_findings
from ibndocs.foundation.findings import Text


@command(
    "inspect",
    help=Text(
        nl="Toon een formulier als overzicht: koppen, vragen, tabellen en elke plaats waar iets in te vullen is, met "
        "wat er nu staat en hoe een slotsbestand die plaats noemt (achter 'at:'). Het bestand zelf verandert niet.",
        en="Show a form as an outline: headings, questions, tables and every place where something can be filled in, "
        "with what stands there now and how a slots file names the place (behind 'at:'). The file itself does not "
        "change.",
    ),
    examples=(
        "ibndocs form inspect aanvraag.docx",
        "ibndocs form inspect kostenmodel.xlsx --fillable",
        "ibndocs form inspect aanvraag.dotx --format json > aanvraag.json",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@choose_format(schema="outline.schema.json")
@option(
    "--fillable",
    is_flag=True,
    help=Text(
        nl="Alleen de plaatsen die in te vullen zijn, onder hun koppen.",
        en="Only the places that can be filled in, under their headings.",
    ),
)
def inspect(file: Path, shape: str, fillable: bool) -> None:
    """Print the outline of `file`; what one should know before filling it goes to standard error."""
    from ibndocs.office.inspection import inspect_form

    outline = inspect_form(file, name=str(file))
    if shape == "json":
        from ibndocs.cli.form.outline_json import write_json

        shown = replace(outline, items=tuple(outline.fillable())) if fillable else outline
        click.echo(write_json(shown, language_of()), nl=False)
        return
    from ibndocs.cli.form.outline_text import keep_places, write_text

    outline = keep_places(outline) if fillable else outline
    click.echo(write_text(outline, language_of()), nl=False)
    print_findings(outline.findings, language_of(), err=True)
