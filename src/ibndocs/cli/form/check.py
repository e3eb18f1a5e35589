"""`ibndocs form check`: whether slots fit their form, and use names that there are."""

from __future__ import annotations

from pathlib import Path

import click

from ibndocs.cli import report
from ibndocs.cli.bilingual import command, is_quiet, language_of, option
from ibndocs.cli.choices import STRICT, choose_format, choose_project
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Text


@command(
    "check",
    help=Text(
        nl="Ga na of slots bij hun formulier passen: plaatsen die er niet zijn, die meer dan een keer voorkomen of twee "
        "keer gevuld worden, namen die niet bestaan (met wat u wellicht bedoelde), en een formulier dat sindsdien "
        "veranderde. Geef het slotsbestand, of het formulier waar het naast staat. Met --project ook wat voor dat "
        "project nog leeg blijft. Uitvoerwaarde 0: geen fouten; 1: fouten.",
        en="See whether slots fit their form: places that are not there, that occur more than once or are filled twice, "
        "names that do not exist (with what you may have meant), and a form that changed since. Give the slots file, "
        "or the form it stands beside. With --project also what stays empty for that project. "
        "Exit code 0: no errors; 1: errors.",
    ),
    examples=(
        "ibndocs form check forms/vooraanmelding.slots.yaml",
        "ibndocs form check forms/kostenmodel.xlsx --project .",
        "ibndocs form check forms/pitch.slots.yaml --format json",
    ),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@choose_project(
    "Project waarvan de waarden gebruikt worden (standaard dat waarin het bestand staat, anders het voorbeeld minimal).",
    "Project whose values are used (by default the one the file stands in, else the example minimal).",
)
@option(
    "--as",
    "document",
    default="",
    metavar="ID",
    help=Text(
        nl="Het document dat het formulier maakt (standaard dat waarnaar het bestand heet).",
        en="The document that the form makes (by default the one the file is named for).",
    ),
)
@choose_format(schema="check.schema.json")
@STRICT
def check(file: Path, project: Path | None, document: str, shape: str, strict: bool) -> int:
    """Print the findings."""
    from ibndocs.documents.checking import OF_VALUES, check_slots
    from ibndocs.documents.slot_files import find_pair, name_document
    from ibndocs.dossier import find_example, find_project_around, view_document

    form, slots = find_pair(file)
    own = project or find_project_around(file)
    values = view_document(own or find_example(), document or name_document(file))
    findings = check_slots(slots, form.read_bytes(), values)
    if own is None:
        findings = [finding for finding in findings if finding.id not in OF_VALUES]  # those of an example say nothing
    if shape == "json":
        from ibndocs.cli.formats import Checked, find_writer

        checked = Checked(str(file), None, tuple(findings), ())
        click.echo(find_writer(shape)([checked], language_of()), nl=False)
        return report.exit_code(findings, strict=strict)
    report.print_findings(findings, language_of())
    if not findings and not is_quiet():
        count = len(slots.slots)
        click.echo(
            Text(count_of(count, "slot past", "slots passen"), count_of(count, "slot fits", "slots fit")).in_language(
                language_of()
            )
        )
    return report.exit_code(findings, strict=strict)
