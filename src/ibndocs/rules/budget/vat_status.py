"""The VAT status and the share that is recovered say the same (4.2.2).

Wrong: `status: vrijgesteld` with `recoverable_share: 1`. Right: an exempt organisation recovers nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG11",
    name="vat-status-contradicted",
    asks=Text(
        "Het btw-statuut en het aftrekbare deel spreken elkaar niet tegen.",
        "The VAT status and the share that is recovered do not contradict each other.",
    ),
    why=Text(
        "Alleen btw die de aanvrager niet terugkrijgt, is een kost. Een vrijgestelde organisatie krijgt niets terug, een volledig btw-plichtige alles, een gemengde een deel. Klopt het deel niet, dan staat er te veel of te weinig btw in elke lijn.",
        "Only VAT the applicant does not recover is a cost. An exempt organisation recovers nothing, a fully liable one all, a mixed one a part. If the share is wrong, each line holds too much or too little VAT.",
    ),
    wrong="applicant:\n  vat: {status: vrijgesteld, recoverable_share: 1}",
    right="applicant:\n  vat: {status: vrijgesteld, recoverable_share: 0}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The status."""
    vat, words = dossier.project.applicant.vat, dossier.call.words
    part = vat.recoverable_share
    if match_word(vat.status, words["vat_none"]):
        wrong, wanted = part > 0, Text("0", "0")
    elif match_word(vat.status, words["vat_mixed"]):
        wrong, wanted = part in (0, 1), Text("een deel tussen 0 en 1", "a part between 0 and 1")
    elif match_word(vat.status, words["vat_full"]):
        wrong, wanted = part < 1, Text("1", "1")
    else:
        return
    if wrong:
        yield Violation(
            ("applicant", "vat", "recoverable_share"),
            Text(
                f"aftrekbaar deel van de btw is {Number(part)}, bij '{vat.status}' hoort {wanted.nl}",
                f"recovered share of VAT is {Number(part)}, '{vat.status}' goes with {wanted.en}",
            ),
            Text("verbeter recoverable_share of het statuut", "mend recoverable_share or the status"),
            Severity.WARNING,
        )
