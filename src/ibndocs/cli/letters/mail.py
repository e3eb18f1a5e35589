"""`ibndocs letters mail`: a mail draft for every company, with its letter attached."""

from __future__ import annotations

from pathlib import Path

import click

from ibndocs.cli import report
from ibndocs.cli.bilingual import command, is_quiet, language_of
from ibndocs.cli.choices import FORCE, OUTPUT, PROJECT, choose_phases
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Text


@command(
    "mail",
    help=Text(
        nl="Schrijf voor elk bedrijf van PROJECT een bericht (.eml) met zijn intentiebrief als bijlage, in PDF als die er "
        "is, en een overzicht in CSV. Een mailprogramma opent het als concept: u leest het na en verstuurt het zelf. "
        "ibndocs verstuurt nooit iets. De tekst staat in letters/mail.txt van het oproeppakket.",
        en="Write a message (.eml) for every company of PROJECT with its letter of intent attached, as PDF when there is "
        "one, and an overview in CSV. A mail program opens it as a draft: you read it and send it yourself. ibndocs "
        "never sends anything. The text is in letters/mail.txt of the call pack.",
    ),
    examples=("ibndocs letters mail examples/biorenov --phase 1", "ibndocs letters mail -o indienen"),
)
@PROJECT
@choose_phases("1", "2")
@OUTPUT
@FORCE
def mail(project: Path, phases: tuple[str, ...], output: Path | None, force: bool) -> int:
    """Write the drafts, then say where they are."""
    from ibndocs.correspondence import write_mail

    mailed = write_mail(project, output=output, phases=[int(phase) for phase in phases], force=force)
    report.print_findings(mailed.findings, language_of(), err=True)
    if not is_quiet():
        written = len(mailed.delivered.written)
        click.echo(
            Text(
                nl=f"{mailed.folder}: {count_of(mailed.drafts, 'bericht', 'berichten')} "
                f"({count_of(written, 'bestand', 'bestanden')} nieuw of gewijzigd); er is niets verstuurd",
                en=f"{mailed.folder}: {count_of(mailed.drafts, 'message', 'messages')} "
                f"({count_of(written, 'file', 'files')} new or changed); nothing was sent",
            ).in_language(language_of())
        )
    return report.exit_code(mailed.findings)
