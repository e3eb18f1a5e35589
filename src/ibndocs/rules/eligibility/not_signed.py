"""The legally authorised representative is known and signs the application (5.3.2).

Wrong: `legal_representative: {name: n.t.b.}`. Right: a name and a function, and a date of signature in time.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import deadline_of, weigh_by_deadline
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN05",
    name="application-not-signed",
    asks=Text(
        "De rechtsgeldig vertegenwoordiger is bekend, met functie, en ondertekent de aanvraag voor de termijn.",
        "The legally authorised representative is known, with a function, and signs the application before the deadline.",
    ),
    why=Text(
        "De aanvraag is ondertekend door de rechtsgeldig vertegenwoordiger, anders is ze niet ontvankelijk (5.3.2). Tijdens fase 1 wordt naar de handtekening niet gevraagd; daarna is ze een opmerking, en vlak voor de termijn een fout. Of de persoon volgens de statuten mag tekenen, kan alleen een mens nakijken.",
        "The application is signed by the legally authorised representative, otherwise it is not admissible (5.3.2). During phase 1 the signature is not asked for; then it is a note, and shortly before the deadline an error. Whether the statutes let the person sign only a person can see.",
    ),
    wrong="submission: {signed_on: 2026-05-12}",
    right="submission: {signed_on: 2026-05-06}",
    terms=("days_before_deadline",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The representative, then the signature."""
    who = dossier.project.applicant.legal_representative
    if is_unknown(who.name, dossier.call):
        yield Violation(
            ("applicant", "legal_representative", "name"),
            Text(
                f"wie de aanvraag rechtsgeldig ondertekent, is niet bekend: “{who.name}”",
                f"who signs the application with authority is not known: “{who.name}”",
            ),
            Text("vul de naam in zoals in de statuten", "fill in the name as the statutes have it"),
        )
    elif not who.function.strip():
        yield Violation(
            ("applicant", "legal_representative"),
            Text(
                f"in welke functie {who.name} de aanvrager verbindt, staat er niet",
                f"in which function {who.name} commits the applicant is not said",
            ),
            Text("vul de functie in, bv. voorzitter", "fill in the function, such as chair"),
            Severity.WARNING,
        )
    yield from _ask_signature(dossier)


def _ask_signature(dossier: Dossier) -> Iterator[Violation]:
    signed, last = dossier.project.submission.signed_on, deadline_of(dossier, 2)
    place = ("submission", "signed_on")
    if signed is None and dossier.on > deadline_of(dossier, 1):
        yield Violation(
            place,
            Text(
                f"de aanvraag is nog niet ondertekend; dat moet voor {Day(last)}",
                f"the application is not signed yet; it must be before {last}",
            ),
            Text("noteer de datum in submission.signed_on", "note the date in submission.signed_on"),
            weigh_by_deadline(dossier, 2),
        )
    elif signed and signed > last:
        yield Violation(
            place,
            Text(
                f"de aanvraag is ondertekend op {Day(signed)}, na de termijn van {Day(last)}",
                f"the application is signed on {signed}, after the deadline of {last}",
            ),
            Text("kijk de datum na", "check the date"),
        )
    elif signed and signed > dossier.on:
        yield Violation(
            place,
            Text(
                f"de aanvraag draagt een datum die nog moet komen: {Day(signed)}",
                f"the application bears a date still to come: {signed}",
            ),
            severity=Severity.NOTE,
        )
