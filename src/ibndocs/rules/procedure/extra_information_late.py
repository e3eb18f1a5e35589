"""What the agency asks in addition comes within its term of working days, on few pages (5.3.2).

Weekends and public holidays do not count. Wrong: asked on 12 May 2026, answered on 8 June. Right: by 1 June.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ibndocs.foundation.calendar import add_working_days
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Day
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN16",
    name="extra-information-late",
    asks=Text(
        "Gevraagde bijkomende informatie is bezorgd binnen {reply_working_days} werkdagen en telt hoogstens {reply_pages_max} bladzijden.",
        "Extra information that was asked is sent within {reply_working_days} working days and has at most {reply_pages_max} pages.",
    ),
    why=Text(
        "Komt de informatie te laat, dan wordt de aanvraag beoordeeld op wat er is (5.3.2). Weekends en wettelijke feestdagen tellen niet als werkdag; de dag van de vraag zelf ook niet. Of zaterdag een werkdag is en vanaf wanneer de termijn loopt, zegt de handleiding niet. Of de focus van het project gelijk blijft, kan alleen een persoon beoordelen.",
        "When the information comes late the application is judged on what there is (5.3.2). Weekends and public holidays are no working days, nor is the day of the question. Whether Saturday counts and when the term begins the guideline does not say. Whether the focus of the project stays the same only a person can judge.",
    ),
    wrong="submission: {requested_on: 2026-05-12, answered_on: 2026-06-08}",
    right="submission: {requested_on: 2026-05-12, answered_on: 2026-05-29, answer_pages: 4}",
    terms=("reply_working_days", "reply_pages_max"),
)


def find_last_day(dossier: Dossier, asked: date) -> date:
    """The last day on which an answer to a question of `asked` is in time."""
    holidays = dossier.call.holidays
    return add_working_days(
        asked,
        int(dossier.call.terms.reply_working_days.value),
        tuple((holiday.month, holiday.day) for holiday in holidays if holiday.easter is None),
        tuple(holiday.easter for holiday in holidays if holiday.easter is not None),
    )


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The term, then the pages."""
    submission, terms = dossier.project.submission, dossier.call.terms
    if submission.requested_on:
        last = find_last_day(dossier, submission.requested_on)
        given = submission.answered_on
        days = int(terms.reply_working_days.value)
        if (given or dossier.on) > last:
            came = (
                Text(f"kwam op {Day(given)}", f"came on {given}")
                if given
                else Text("is er nog niet", "is not there yet")
            )
            yield Violation(
                ("submission", "answered_on" if given else "requested_on"),
                Text(
                    f"de bijkomende informatie {came.nl}, de oproep vraagt ze binnen {days} werkdagen: uiterlijk {Day(last)}",
                    f"the extra information {came.en}, the call asks it within {days} working days: by {last}",
                ),
                Text("neem meteen contact op met het agentschap", "contact the agency at once"),
            )
        elif given is None:
            yield Violation(
                ("submission", "requested_on"),
                Text(
                    f"bezorg de bijkomende informatie uiterlijk {Day(last)} ({days} werkdagen)",
                    f"send the extra information by {last} ({days} working days)",
                ),
                severity=Severity.NOTE,
            )
    most = int(terms.reply_pages_max.value)
    if submission.answer_pages and submission.answer_pages > most:
        yield Violation(
            ("submission", "answer_pages"),
            Text(
                f"de annex telt {submission.answer_pages} bladzijden, de oproep vraagt er hoogstens {most}",
                f"the annex has {submission.answer_pages} pages, the call asks at most {most}",
            ),
            Text("kort de annex in", "shorten the annex"),
        )
