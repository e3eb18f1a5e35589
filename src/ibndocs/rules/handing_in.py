"""Whether a phase is handed in on time: shared by the rules on both deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import DEADLINES, count_days_left, deadline_of, place_of_day
from ibndocs.rules.rule import Violation
from ibndocs.views import Dossier


def ask_in_time(dossier: Dossier, phase: int, submitted: date | None) -> Iterator[Violation]:
    """Handed in late, on the last day itself, not at all when the deadline is past, or soon to be handed in."""
    last, key = deadline_of(dossier, phase), f"phase{phase}_submitted_on"
    if submitted and submitted >= last:
        late, until = submitted > last, say_hour(dossier, phase)
        yield Violation(
            ("submission", key),
            Text(
                f"ingediend op {Day(submitted)}, de oproep vraagt uiterlijk {until.nl}",
                f"handed in on {submitted}, the call asks {until.en} at the latest",
            ),
            Text("kijk de datum en het uur van de ontvangstmelding na", "check date and hour on the receipt"),
            None if late else Severity.NOTE,
            phase,
        )
    elif not submitted:
        yield from _ask_not_yet(dossier, phase)


def _ask_not_yet(dossier: Dossier, phase: int) -> Iterator[Violation]:
    left = count_days_left(dossier, phase)
    if left < 0:
        until = say_hour(dossier, phase)
        yield Violation(
            place_of_day(dossier),
            Text(
                f"op {Day(dossier.on)} is de termijn van fase {phase} voorbij ({until.nl}) en er is geen indiening genoteerd",
                f"on {dossier.on} the deadline of phase {phase} has passed ({until.en}) and no handing in is noted",
            ),
            Text(
                f"noteer submission.phase{phase}_submitted_on als het dossier ingediend is",
                f"note submission.phase{phase}_submitted_on when the dossier is handed in",
            ),
            phase=phase,
        )
    elif left <= dossier.call.thresholds["days_of_notice"].value:
        until = say_hour(dossier, phase)
        yield Violation(
            place_of_day(dossier),
            Text(
                f"nog {left} {'dag' if left == 1 else 'dagen'} tot de termijn van fase {phase}: {until.nl}",
                f"{left} {'day' if left == 1 else 'days'} left until the deadline of phase {phase}: {until.en}",
            ),
            severity=Severity.NOTE,
            phase=phase,
        )


def say_hour(dossier: Dossier, phase: int) -> Text:
    """The deadline with its hour, and by which clock."""
    at = dossier.call.date_by_id[DEADLINES[phase]].at
    day = deadline_of(dossier, phase)
    if not isinstance(at, datetime):
        return Text(str(Day(day)), str(day))
    clock = dossier.call.call.clock
    return Text(f"{Day(day)} om {at:%H.%M} uur, {clock.nl}", f"{day} at {at:%H:%M}, {clock.en}")
