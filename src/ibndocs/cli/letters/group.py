"""`ibndocs letters`: the commands around letters of intent, for a project or for a bare list."""

from __future__ import annotations

from ibndocs.cli.bilingual import Entry, Group
from ibndocs.foundation.findings import Text

letters = Group(
    "letters",
    entries={
        "build": Entry(
            "ibndocs.cli.letters.build:build",
            Text(nl="Maak de brieven van een project of van een lijst.", en="Make the letters of a project or a list."),
        ),
        "list": Entry(
            "ibndocs.cli.letters.list:list_",
            Text(nl="Toon de brieven van een project.", en="Show the letters of a project."),
        ),
        "mail": Entry(
            "ibndocs.cli.letters.mail:mail",
            Text(nl="Schrijf berichten met de brieven als bijlage.", en="Write messages with the letters attached."),
        ),
    },
    texts=Text(
        nl="Intentiebrieven: van een project, of duizenden tegelijk van een sjabloon en een lijst.",
        en="Letters of intent: of a project, or by the thousand from a template and a list.",
    ),
)
