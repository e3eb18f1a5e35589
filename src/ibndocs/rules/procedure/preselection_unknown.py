"""The pre-application was assessed positively before a full application is handed in (5.3.2).

Wrong: `preselected: false`. Right: `preselected: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import weigh_by_deadline
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN01",
    name="not-preselected",
    asks=Text(
        "Het project is geselecteerd voor fase 2, en dat staat in submission.preselected.",
        "The project is selected for phase 2, and submission.preselected says so.",
    ),
    why=Text(
        "Alleen wie in fase 1 geselecteerd is, mag een volledige aanvraag indienen (5.3.2). Zolang de feedback nog moet komen, wordt niets gevraagd; daarna is het een waarschuwing, en vlak voor de termijn een fout.",
        "Only who is selected in phase 1 may hand in a full application (5.3.2). As long as feedback is still to come nothing is asked; then it is a warning, and shortly before the deadline an error.",
    ),
    wrong="submission: {preselected: false}",
    right="submission: {preselected: true}",
    terms=("days_before_deadline",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The result of phase 1."""
    known, feedback = dossier.project.submission.preselected, dossier.call.date_by_id.get("feedback")
    if known is False:
        yield Violation(
            ("submission", "preselected"),
            Text(
                "de vooraanmelding is niet geselecteerd; een volledige aanvraag is dan niet ontvankelijk",
                "the pre-application was not selected; a full application is not admissible then",
            ),
        )
    elif known is None and feedback and dossier.on > feedback.day:
        yield Violation(
            ("submission", "preselected"),
            Text(
                f"of de vooraanmelding geselecteerd is, staat nergens; de feedback kwam in de week van {Day(feedback.day)}",
                f"nothing says whether the pre-application was selected; feedback came in the week of {feedback.day}",
            ),
            Text("zet submission.preselected op true", "set submission.preselected to true"),
            weigh_by_deadline(dossier, 2, Severity.WARNING),
        )
