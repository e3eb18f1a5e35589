"""`ibndocs form use`: take an official form into the project, pinned; the build then fills it instead of the stand-in."""

from __future__ import annotations

from pathlib import Path

import click

from ibndocs.cli.bilingual import command, option
from ibndocs.cli.choices import PROJECT
from ibndocs.cli.form.documents import AS, FORCE, find_call_and_entry
from ibndocs.cli.report import tell
from ibndocs.foundation.findings import Text


@command(
    "use",
    help=Text(
        nl="Neem een officieel formulier op in het project: een kopie in forms/ naast de beschrijving, met zijn slots, "
        "vastgelegd met zijn SHA-256. `build` vult het dan in plaats van de stand-in. Zonder --slots komt er een "
        "ontwerp van de slots (zie form bind), tenzij ze er al staan.",
        en="Take an official form into the project: a copy in forms/ beside the description, with its slots, pinned "
        "by its SHA-256. `build` then fills it instead of the stand-in. Without --slots a draft of the slots is made "
        "(see form bind), unless they are there already.",
    ),
    examples=(
        "ibndocs form use sjabloon.docx --as vooraanmelding",
        "ibndocs form use sjabloon.docx --as vooraanmelding mijn-netwerk --slots vooraanmelding.slots.yaml",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@AS
@PROJECT
@option(
    "--slots",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=Text(nl="De slots, voor dit formulier geschreven.", en="The slots, written for this form."),
)
@FORCE
def use(file: Path, document: str, project: Path, slots: Path | None, force: bool) -> None:
    """Write the copy and its slots."""
    from ibndocs.call.own_forms import place_own_form
    from ibndocs.cli.form.bind import report_proposal
    from ibndocs.delivery.adopting import add_schema, adopt_form
    from ibndocs.documents.binding.proposing import propose_slots
    from ibndocs.documents.slot_files import check_office
    from ibndocs.office.package import Package
    from ibndocs.office.slots import read_slots
    from ibndocs.source import find_description

    package = Package.read(file, name=str(file))
    call, entry = find_call_and_entry(project, "", document)
    check_office(package, entry)
    data = file.read_bytes()
    own = place_own_form(find_description(project).parent, document, file.suffix)
    given = slots or (own.slots if own.slots.is_file() else None)
    proposal = None
    if given is not None:
        known = read_slots(given, name=str(given))
        if slots is not None or not force:
            known.check_pin(data)
        text = given.read_text("utf-8")
    else:
        proposal = propose_slots(file, entry, call)
        text = proposal.text
    changed = adopt_form(data, text, own, force=force)
    add_schema(own.slots.parent)
    done = Text("opgenomen", "taken in") if changed else Text("ongewijzigd", "unchanged")
    tell(Text(f"{done.nl}: {own.path} en {own.slots.name}", f"{done.en}: {own.path} and {own.slots.name}"))
    if proposal is not None:
        report_proposal(proposal)
    if proposal is not None or (force and changed):
        tell(
            Text(
                f"kijk elke lijn na, en dan: ibndocs form check {own.slots}",
                f"look at every line, and then: ibndocs form check {own.slots}",
            )
        )
