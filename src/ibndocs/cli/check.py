"""`ibndocs check`: read descriptions and say everything that is wrong or weak in them."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path

import click

from ibndocs.cli import report
from ibndocs.cli.bilingual import command, is_quiet, language_of, option
from ibndocs.cli.choices import PROJECTS, STRICT, choose_format, choose_phases
from ibndocs.cli.formats import NAMES, Checked, find_writer
from ibndocs.foundation.findings import FaultyInput, Text

_OWN = re.compile(r"(?:STR|CAL|DOC|OFF|FRM)[0-9]*")
"""Families of findings that no rule makes."""


@command(
    "check",
    help=Text(
        nl="Toets een beschrijving aan de oproep: opbouw, verwijzingen, rekenwerk en elke eis die een regel kan lezen. "
        "Alle fouten komen in één keer, elk met plaats en oplossing. Een map met projecten wordt helemaal getoetst. "
        "Uitvoerwaarde 0: geen fouten; 1: fouten; 2: onleesbaar.",
        en="Check a description against the call: structure, references, arithmetic and every requirement that a rule "
        "can read. All faults come at once, each with its place and fix. A folder of projects is checked whole. "
        "Exit code 0: no errors; 1: errors; 2: unreadable.",
    ),
    examples=(
        "ibndocs check",
        "ibndocs check examples/biorenov --phase 1 --on 2026-01-20",
        "ibndocs check dossiers --format sarif > findings.sarif",
        "ibndocs check --checklist",
        "ibndocs check --fix",
    ),
)
@PROJECTS
@choose_phases("0", "1", "2")
@option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help=Text(
        nl="Dag waarop termijnen getoetst worden (standaard check.on, anders vandaag).",
        en="Day on which deadlines are judged (default check.on, else today).",
    ),
)
@option(
    "--select",
    default="",
    metavar="ID,..",
    help=Text(
        nl="Alleen deze regels (id, begin van een id of naam).", en="These rules only (id, start of an id, or name)."
    ),
)
@option("--ignore", default="", metavar="ID,..", help=Text(nl="Deze regels niet.", en="Not these rules."))
@choose_format(NAMES, schema="check.schema.json")
@option(
    "--checklist",
    is_flag=True,
    help=Text(nl="Toon ook wat een persoon moet nakijken.", en="Show also what a person must look at."),
)
@option(
    "--fix",
    "mending",
    is_flag=True,
    help=Text(
        nl="Verbeter eerst in de beschrijving zelf wat zeker is: getallen, postcodes en ondernemingsnummers als tekst "
        "getypt, spaties rond tekst. Al het andere in het bestand blijft zoals het is.",
        en="First mend in the description itself what is certain: numbers, postal codes and enterprise numbers typed "
        "as text, spaces around text. All else in the file stays as it is.",
    ),
)
@STRICT
def check(
    projects: tuple[Path, ...],
    phases: tuple[str, ...],
    on: datetime | None,
    select: str,
    ignore: str,
    shape: str,
    checklist: bool,
    mending: bool,
    strict: bool,
) -> int:
    """Print the findings; the exit code tells whether there are errors."""
    from ibndocs.dossier import find_descriptions

    chosen = tuple(int(phase) for phase in phases)
    refuse_unknown([*split(select), *split(ignore)])
    descriptions = [path for project in projects or (Path(),) for path in find_descriptions(project)]
    if mending:
        from ibndocs.cli.mending import mend_descriptions

        mend_descriptions(descriptions)
    checks, code = [], 0
    for path in descriptions:
        checked, refused = check_one(path, chosen, on.date() if on else None)
        kept = tuple(
            finding
            for finding in checked.findings
            if is_chosen((finding.id, finding.name), split(select), split(ignore))
        )
        checked = Checked(checked.file, checked.on, kept, checked.phases)
        checks.append(checked)
        code = max(code, refused, report.exit_code(kept, strict=strict))
    if shape != "text" or not is_quiet() or code:
        click.echo(find_writer(shape)(checks, language_of()), nl=False, color=report.wants_colour())
    if checklist:
        from ibndocs.cli.checklist import print_checklist

        print_checklist(descriptions, chosen, language_of())
    return code


def check_one(path: Path, phases: Collection[int], on: date | None) -> tuple[Checked, int]:
    """The check of one description, and the exit code when it could not be judged at all."""
    from ibndocs import dossier

    judged = dossier.judge(path, phases, on=on, default_on=dossier.today)
    code = report.refusal_code(judged.findings) if judged.on is None else report.ExitCode.CLEAN
    return Checked(path.as_posix(), judged.on, judged.findings, tuple(phases or (1, 2))), code


def split(names: str) -> tuple[str, ...]:
    """The names of a list with commas."""
    return tuple(name.strip() for name in names.split(",") if name.strip())


def refuse_unknown(asked: Collection[str]) -> None:
    """Refuse a name that no finding can have: a slip in it would hide everything, or nothing.

    Raises:
        FaultyInput: With every such name.
    """
    if not asked:
        return
    from ibndocs.cli.explain import describe_unknown
    from ibndocs.rules import find_rules

    names = {(rule.about.clause, rule.about.name) for rule in find_rules()}
    unknown = [
        name
        for name in asked
        if not _OWN.fullmatch(name.upper()) and not any(is_chosen(known, (name,), ()) for known in names)
    ]
    if unknown:
        raise FaultyInput(describe_unknown(name) for name in unknown)


def is_chosen(names: tuple[str, str], select: Collection[str], ignore: Collection[str]) -> bool:
    """Whether a finding with this id and name is asked for."""
    id_, name = names

    def matches(asked: str) -> bool:
        return id_.startswith(asked.upper()) or name == asked

    return (not select or any(map(matches, select))) and not any(map(matches, ignore))
