"""A signing date lies in the past and not years ago, seen from the day on which the dossier is judged (5.2.2, 5.3.2).

A date still to come is a plan and no signature: it is noted and not counted yet. Wrong: `signed_on: 2016-01-08`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import deadline_of
from ibndocs.rules.letter_worth import signature_of
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF08",
    name="signing-date-implausible",
    asks=Text(
        "De datum van ondertekening is niet later dan de dag van de controle, en niet veel ouder dan de oproep.",
        "The date of signature is not later than the day of the check, and not much older than the call.",
    ),
    why=Text(
        "Een brief met een datum die nog moet komen, is nog niet ondertekend; hij telt pas mee vanaf die dag. In fase 1 is dat een waarschuwing, in fase 2 een opmerking, omdat wie aan de vooraanmelding werkt de brieven van fase 2 al kan plannen. Een heel oude datum is meestal een tikfout.",
        "A letter with a date still to come is not signed yet; it counts from that day. In phase 1 that is a warning, in phase 2 a note, as who works on the pre-application may plan the letters of phase 2. A very old date is mostly a slip.",
    ),
    wrong="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase1: {signed_on: 2016-01-08}}",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase1: {signed_on: 2026-01-08}}",
    terms=("letter_age_days",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Old letters one by one, letters of the future together."""
    most = int(dossier.call.thresholds["letter_age_days"].value)
    for phase in (1, 2):
        last, coming = deadline_of(dossier, phase), []
        for index, company in enumerate(dossier.project.companies):
            day = signature_of(company, phase).signed_on
            if day and (last - day).days > most:
                yield Violation(
                    ("companies", index, "letters", f"phase{phase}", "signed_on"),
                    Text(
                        f"brief van {company.name} zou al op {Day(day)} ondertekend zijn",
                        f"letter of {company.name} would have been signed on {day} already",
                    ),
                    Text("kijk het jaartal na", "check the year"),
                    Severity.WARNING,
                    phase,
                )
            elif day and dossier.on < day <= last:
                coming.append((index, day))
        if coming:
            yield Violation(
                ("companies", coming[0][0], "letters", f"phase{phase}", "signed_on"),
                Text(
                    f"brieven van fase {phase} met een datum na {Day(dossier.on)}: {len(coming)}; ze tellen pas mee als ze ondertekend zijn",
                    f"letters of phase {phase} with a date after {dossier.on}: {len(coming)}; they count once they are signed",
                ),
                Text("kijk na of dit geplande data zijn", "see whether these are planned dates"),
                Severity.WARNING if phase == 1 else Severity.NOTE,
                phase,
            )
