"""`ibndocs template`: the table of the commands for templates that people type."""

from __future__ import annotations

from ibndocs.cli.bilingual import Entry, Group
from ibndocs.foundation.findings import Text

COMMANDS = {
    "check": Entry(
        "ibndocs.cli.template.check:check",
        Text(
            nl="Toets een sjabloon en toon welke velden het vraagt.",
            en="Check a template and show the fields it asks for.",
        ),
    ),
}

template = Group(
    "template",
    entries=COMMANDS,
    texts=Text(
        nl="Werk met sjablonen: Word-bestanden met getypte velden zoals {{ company.name }}.",
        en="Work with templates: Word files with typed fields such as {{ company.name }}.",
    ),
)
