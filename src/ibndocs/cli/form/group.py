"""`ibndocs form`: the table of the commands for official forms."""

from __future__ import annotations

from ibndocs.cli.bilingual import Entry, Group
from ibndocs.foundation.findings import Text

COMMANDS = {
    "inspect": Entry(
        "ibndocs.cli.form.inspect:inspect",
        Text(nl="Toon wat in een formulier in te vullen is.", en="Show what there is to fill in in a form."),
    ),
    "bind": Entry(
        "ibndocs.cli.form.bind:bind",
        Text(nl="Stel voor wat waar komt.", en="Draft what goes where."),
    ),
    "check": Entry(
        "ibndocs.cli.form.check:check",
        Text(nl="Ga na of slots bij hun formulier passen.", en="See whether slots fit their form."),
    ),
    "use": Entry(
        "ibndocs.cli.form.use:use",
        Text(nl="Neem een officieel formulier op in het project.", en="Take an official form into the project."),
    ),
    "verify": Entry(
        "ibndocs.cli.form.verify:verify",
        Text(nl="Ga na dat alleen antwoorden bijkwamen.", en="See that nothing but answers was added."),
    ),
}

form = Group(
    "form",
    entries=COMMANDS,
    texts=Text(
        nl="Breng een officieel formulier (Word, PowerPoint, Excel) in: bekijken, koppelen, invullen, nagaan.",
        en="Bring an official form (Word, PowerPoint, Excel): inspect, bind, fill, verify.",
    ),
)
