"""`ibndocs check`: read a description and say everything that is wrong or weak in it."""

from __future__ import annotations

from pathlib import Path

from ibndocs.cli import report
from ibndocs.cli.bilingual import command, language_of, option
from ibndocs.cli.choices import PROJECT
from ibndocs.foundation.findings import FaultyInput, Text


@command(
    "check",
    help=Text(
        nl="Lees een beschrijving en toets ze: opbouw, verwijzingen, rekenwerk en grenzen van de oproep. Alle fouten "
        "komen in één keer, elk met plaats en oplossing. Uitvoerwaarde 0: geen fouten; 1: fouten; 2: onleesbaar.",
        en="Read a description and check it: structure, references, arithmetic and the limits of the call. All faults "
        "come at once, each with its place and fix. Exit code 0: no errors; 1: errors; 2: unreadable.",
    ),
    examples=("ibndocs check", "ibndocs check examples/biorenov --strict"),
)
@PROJECT
@option(
    "--strict", is_flag=True, help=Text(nl="Reken ook waarschuwingen als fout.", en="Count warnings as errors too.")
)
def check(project: Path, strict: bool) -> int:
    """Print the findings; the exit code tells whether there are errors."""
    from ibndocs import dossier

    try:
        loaded = dossier.load(project)
    except FaultyInput as fault:
        report.print_findings(fault.findings, language_of())
        return report.refusal_code(fault.findings)
    findings = dossier.check(loaded)
    report.print_findings(findings, language_of())
    counted = report.count_findings(findings, language_of())
    report.tell(
        Text(
            f"{loaded.described.source.path.name}: {counted or 'geen opmerkingen'}",
            f"{loaded.described.source.path.name}: {counted or 'nothing to remark'}",
        )
    )
    return report.exit_code(findings, strict=strict)
