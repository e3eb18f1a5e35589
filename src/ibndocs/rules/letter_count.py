"""How many letters of a phase count, and what that weighs: shared by the rules on the number of letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import deadline_of, weigh_by_deadline
from ibndocs.rules.letter_worth import read_letters
from ibndocs.rules.rule import Violation
from ibndocs.views import Dossier


def ask_enough(dossier: Dossier, phase: int, asked: int) -> Iterator[Violation]:
    """Fewer than `asked` letters of `phase` that are signed by now and do not fail another rule.

    Before the deadline is near, letters dated later than the day of the check count as planned: only when planned and
    signed letters together are too few, something is said.
    """
    letters = read_letters(dossier, phase)
    sound = [letter for letter in letters if not letter.faults]
    signed = [letter for letter in sound if letter.signature.signed_on and letter.signature.signed_on <= dossier.on]
    severity = weigh_by_deadline(dossier, phase, Severity.WARNING if letters else Severity.NOTE)
    found = len(signed) if severity is Severity.ERROR else len(sound)
    if found >= asked:
        return
    last = deadline_of(dossier, phase)
    reason = explain_faults(Counter(letter.faults[0] for letter in letters if letter.faults))
    yield Violation(
        ("companies",),
        Text(
            f"{count_of(found, 'geldige ondertekende brief', 'geldige ondertekende brieven')} voor fase {phase}, de oproep vraagt er minstens {asked} op {Day(last)}{reason.nl}",
            f"{count_of(found, 'valid signed letter', 'valid signed letters')} for phase {phase}, the call asks at least {asked} on {last}{reason.en}",
        ),
        Text(
            f"laat nog {count_of(asked - found, 'bedrijf', 'bedrijven')} tekenen en noteer de datum",
            f"have {count_of(asked - found, 'more company', 'more companies')} sign and note the date",
        ),
        severity,
        phase,
    )


def explain_faults(faults: Counter[Text]) -> Text:
    """Why recorded letters do not count, most frequent first; empty when all do."""
    if not faults:
        return Text("", "")
    reasons = faults.most_common()
    return Text(
        "; niet geteld: " + ", ".join(f"{number} {text.nl}" for text, number in reasons),
        "; not counted: " + ", ".join(f"{number} {text.en}" for text, number in reasons),
    )
