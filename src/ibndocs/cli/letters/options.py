"""Options that the commands around letters share."""

from __future__ import annotations

from pathlib import Path

import click

from ibndocs.cli.bilingual import option
from ibndocs.foundation.findings import Text

PHASES = option(
    "--phase",
    "phases",
    type=click.Choice(["1", "2"]),
    multiple=True,
    help=Text(
        nl="Alleen deze fase van het project (mag meermaals).", en="This phase of the project only (may repeat)."
    ),
)
DOSSIER = option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help=Text(
        nl="Map van het dossier (standaard: out naast de beschrijving).",
        en="Folder of the dossier (default: out beside the description).",
    ),
)
FORCE = option(
    "--force",
    is_flag=True,
    help=Text(nl="Overschrijf ook wat iemand bewerkte.", en="Overwrite also what a person edited."),
)
