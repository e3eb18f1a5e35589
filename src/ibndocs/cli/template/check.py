"""`ibndocs template check`: what is wrong with a template, before anything is rendered, and which fields it asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ibndocs.cli import report
from ibndocs.cli.bilingual import command, is_quiet, language_of
from ibndocs.cli.choices import choose_format, choose_project
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import FaultyInput, Spot, Text

if TYPE_CHECKING:
    from ibndocs.cli.template.checked import CheckedTemplate


@command(
    "check",
    help=Text(
        nl="Toets Word-sjablonen met getypte velden: alle fouten in één keer, elk met de plaats op het blad, de tag en "
        "een raad, en wat op een tag lijkt maar er geen is. Daarna de velden die het sjabloon vraagt; met --project "
        "ook of dat project ze heeft. Er wordt niets gemaakt. Uitvoerwaarde 0: goed; 1: fouten; 2: onleesbaar.",
        en="Check Word templates with typed fields: all faults at once, each with its place on the page, the tag and a "
        "hint, and what looks like a tag but is none. Then the fields that the template asks for; with --project also "
        "whether that project has them. Nothing is made. Exit code 0: sound; 1: faults; 2: unreadable.",
    ),
    examples=(
        "ibndocs template check brief.docx",
        "ibndocs template check brief.docx --project examples/biorenov",
        "ibndocs template check sjablonen/*.docx --format json",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@choose_project(
    "Toets de velden aan de namen die dit project kent (docs/waarden.md).",
    "Check the fields against the names that this project knows (docs/waarden.md).",
)
@choose_format(schema="template.schema.json")
def check(files: tuple[Path, ...], project: Path | None, shape: str) -> int:
    """Print findings and fields; the exit code tells whether there are errors."""
    from ibndocs.cli.template.checked import write_json

    views = _read_views(project) if project else None
    checks, code = [], 0
    for file in files:
        checked, refused = _check_one(file, views)
        checks.append(checked)
        code = max(code, refused, report.exit_code(checked.findings))
    if shape == "json":
        click.echo(write_json(checks, language_of()), nl=False)
        return code
    for checked in checks:
        _print(checked)
    return code


def _read_views(project: Path) -> list[Mapping[str, object]]:
    """What the documents of a project may print: for each, the values of the first file that it makes."""
    from ibndocs.documents.rendering import Views, lay_out
    from ibndocs.dossier import load

    loaded = load(project)
    views = Views(loaded.dossier)
    laid_out = (next(lay_out(loaded.dossier, entry, views), None) for entry in loaded.call.documents)
    return [first[2] for first in laid_out if first]


def _check_one(file: Path, views: Sequence[Mapping[str, object]] | None) -> tuple[CheckedTemplate, int]:
    from ibndocs.cli.template.checked import CheckedTemplate
    from ibndocs.office.package import Package
    from ibndocs.office.word.part import FaultyTemplate
    from ibndocs.office.word.template import WordTemplate, check_requests

    name = str(file)
    try:
        template = WordTemplate.compile(Package.read(file, name=name))
    except FaultyTemplate as fault:
        findings, requests, code = fault.findings, fault.requests, report.refusal_code(fault.findings)
    except FaultyInput as fault:
        return CheckedTemplate(name, fault.findings, ()), report.refusal_code(fault.findings)
    else:
        findings, requests, code = template.warnings, template.requests, report.ExitCode.CLEAN
    unknown = check_requests(requests, views, Spot(name)) if views is not None else ()
    return CheckedTemplate(name, (*findings, *unknown), requests), code


def _print(checked: CheckedTemplate) -> None:
    language = language_of()
    for finding in checked.findings:  # in the order of the text
        click.echo(report.format_finding(finding, language), color=report.wants_colour())
    if is_quiet():
        return
    fields = checked.list_fields()
    said = Text(count_of(len(fields), "veld", "velden"), count_of(len(fields), "field", "fields")).in_language(language)
    counted = report.count_findings(checked.findings, language) or Text("geen fouten", "no faults").in_language(
        language
    )
    click.echo(f"{checked.file}: {counted}; {said}")
    for name in fields:
        click.echo(f"  {name}")
