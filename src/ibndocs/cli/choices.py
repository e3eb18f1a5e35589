"""Options and arguments that several commands share, so that they are spelled and explained once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from ibndocs.cli.bilingual import option
from ibndocs.foundation.findings import Text

Decorator = Callable[[Any], Any]

PROJECT = click.argument("project", type=click.Path(path_type=Path), default=Path(), required=False)
"""The description or its folder; the folder one stands in by default."""

PROJECTS = click.argument("projects", metavar="[PROJECT]...", type=click.Path(path_type=Path), nargs=-1)
"""Descriptions, their folders, or folders of projects; the folder one stands in when there are none."""

CALL = option("--call", "name", default="ibn-2025", show_default=True, help=Text("Het oproeppakket.", "The call pack."))
"""The call pack, where there is no project to name it."""

OUTPUT = option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help=Text(
        "Map van het dossier (standaard: out naast de beschrijving).",
        "Folder of the dossier (default: out beside the description).",
    ),
)
FORCE = option(
    "--force",
    is_flag=True,
    help=Text("Overschrijf ook wat iemand bewerkte.", "Overwrite also what a person edited."),
)
STRICT = option(
    "--strict", is_flag=True, help=Text("Reken ook waarschuwingen als fout.", "Count warnings as errors too.")
)


def choose_phases(*phases: str) -> Decorator:
    """`--phase`, which may be repeated."""
    return option(
        "--phase",
        "phases",
        type=click.Choice(phases),
        multiple=True,
        help=Text("Alleen deze fase (mag meermaals).", "This phase only (may be repeated)."),
    )


def choose_format(names: Sequence[str] = ("text", "json"), *, schema: str = "") -> Decorator:
    """`--format`; `schema` is the file in `schemas/` that describes the JSON."""
    follows = Text(f"; json volgt schemas/{schema}", f"; json follows schemas/{schema}") if schema else Text("", "")
    return option(
        "--format",
        "shape",
        type=click.Choice(names),
        default="text",
        show_default=True,
        help=Text(f"Vorm van de uitvoer{follows.nl}.", f"Shape of the output{follows.en}."),
    )


def choose_project(nl: str, en: str) -> Decorator:
    """`--project`, and what it is for."""
    return option("--project", type=click.Path(path_type=Path, exists=True), metavar="PROJECT", help=Text(nl, en))
