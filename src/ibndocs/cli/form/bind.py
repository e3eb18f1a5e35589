"""`ibndocs form bind`: a draft of the slots of a form, for a person to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ibndocs.cli.bilingual import command, option
from ibndocs.cli.choices import CALL, choose_project
from ibndocs.cli.form.documents import AS, FORCE, find_call_and_entry
from ibndocs.cli.report import tell
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Text

if TYPE_CHECKING:
    from ibndocs.documents.binding.proposing import Proposal


@command(
    "bind",
    help=Text(
        nl="Stel de slots van een formulier voor: bij elke vraag, elk opschrift en elke tabel de waarde van de "
        "beschrijving waarvan de woorden het dichtst liggen, met hoe zeker dat is en wat daarna kwam. Wat het "
        "formulier vraagt en de beschrijving niet heeft, en omgekeerd, staat onderaan. Een nieuwe versie van een "
        "formulier neemt met --from over wat nog past, en toont wat verplaatst, vervallen of nieuw is.",
        en="Draft the slots of a form: for each question, label and table the value of the description whose words "
        "are nearest, with how sure that is and what came next. What the form asks and the description has not, and "
        "the other way round, is listed below. A new version of a form takes over with --from what still fits, and "
        "shows what moved, went or came.",
    ),
    examples=(
        "ibndocs form bind sjabloon.docx --as vooraanmelding -o vooraanmelding.slots.yaml",
        "ibndocs form bind begroting.xlsx --as kostenmodel",
        "ibndocs form bind sjabloon-v2.docx --as vooraanmelding --from forms/vooraanmelding.slots.yaml -o v2.yaml",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@AS
@option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=Text(nl="Schrijf naar dit bestand (standaard: het scherm).", en="Write to this file (default: the screen)."),
)
@option(
    "--from",
    "old",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=Text(nl="Slots van een vorige versie van het formulier.", en="Slots of an earlier version of the form."),
)
@choose_project("Het project; zegt om welke oproep het gaat.", "The project; says which call it is about.")
@CALL
@FORCE
def bind(
    file: Path, document: str, output: Path | None, old: Path | None, project: Path | None, name: str, force: bool
) -> None:
    """Write the draft, and say what it comes to."""
    from ibndocs.delivery.adopting import add_schema, write_new
    from ibndocs.documents.binding.proposing import propose_slots

    call, entry = find_call_and_entry(project, name, document)
    proposal = propose_slots(file, entry, call, old=old)
    if output is None:
        click.echo(proposal.text, nl=False)
    else:
        write_new(output, proposal.text.encode(), force=force)
        add_schema(output.parent)
    report_proposal(proposal)


def report_proposal(proposal: Proposal) -> None:
    """Say how much was bound, and what a person should look at."""
    draft, carried = proposal.draft, proposal.carried
    if carried is not None:
        new, asked = (len(carried.draft.bound), len(carried.draft.asked)) if carried.draft else (0, 0)
        kept, moved, gone = len(carried.kept), len(carried.moved), len(carried.gone)
        tell(
            Text(
                f"{kept} slots passen nog, {moved} verplaatst, {gone} vervallen, {new} nieuw; "
                f"{count_of(asked, 'plaats', 'plaatsen')} zonder antwoord",
                f"{kept} slots still fit, {moved} moved, {gone} gone, {new} new; "
                f"{count_of(asked, 'place', 'places')} without an answer",
            )
        )
        return
    bound, asked, unused = len(draft.bound), len(draft.asked), len(draft.unused)
    tell(
        Text(
            f"{count_of(bound, 'plaats', 'plaatsen')} gebonden, waarvan {proposal.sure} zeker; "
            f"{count_of(asked, 'plaats', 'plaatsen')} zonder antwoord; "
            f"{count_of(unused, 'gegeven dat', 'gegevens die')} het formulier niet vraagt",
            f"{count_of(bound, 'place', 'places')} bound, {proposal.sure} of them surely; "
            f"{count_of(asked, 'place', 'places')} without an answer; "
            f"{count_of(unused, 'value', 'values')} the form does not ask for",
        )
    )
    if proposal.is_elsewhere:
        tell(
            Text(
                "dit formulier lijkt over iets anders te gaan dan deze oproep: kijk elke lijn na",
                "this form seems to be about another matter than this call: look at every line",
            )
        )
