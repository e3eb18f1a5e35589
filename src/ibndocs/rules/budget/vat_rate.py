"""The VAT of a line has a rate that exists, and is counted once (4.2.2).

Wrong: `vat_rate: 0.2`. Right: `vat_rate: 0.21`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Percent
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG11",
    name="vat-rate-doubtful",
    asks=Text(
        "Het btw-tarief van een lijn is een Belgisch tarief, en het bedrag is er een zonder btw.",
        "The VAT rate of a line is a Belgian one, and the amount is one without VAT.",
    ),
    why=Text(
        "De bedragen worden zonder btw ingevuld; het niet-aftrekbare deel komt er automatisch bij. Een bedrag dat volgens de motivering al btw bevat, telt die dubbel.",
        "Amounts are filled in without VAT; the part that is not recovered is added automatically. An amount that holds VAT already, as its motivation says, counts it twice.",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, vat_rate: 0.2}",
    right="budget:\n  operating:\n    - {id: W1, vat_rate: 0.21}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each cost line."""
    budget, words = dossier.project.budget, dossier.call.words
    rates = {Decimal(rate) for rate in words["vat_rates"]}
    choices = ", ".join(words["vat_rates"])
    for rubric, lines in (("operating", budget.operating), ("external", budget.external)):
        for index, line in enumerate(lines):
            if line.vat_rate not in rates:
                yield Violation(
                    ("budget", rubric, index, "vat_rate"),
                    Text(
                        f"btw-tarief van {line.id} is {Percent(line.vat_rate)}; in België bestaat dat niet",
                        f"VAT rate of {line.id} is {Percent(line.vat_rate)}; there is none such in Belgium",
                    ),
                    Text(f"kies een van: {choices}", f"choose one of: {choices}"),
                    Severity.WARNING,
                )
            elif line.vat_rate and match_word(f"{line.description} {line.motivation}", words["vat_included"]):
                yield Violation(
                    ("budget", rubric, index, "vat_rate"),
                    Text(
                        f"het bedrag van {line.id} lijkt al btw te bevatten, en het btw-tarief telt ze nog eens",
                        f"the amount of {line.id} seems to hold VAT already, and the VAT rate counts it once more",
                    ),
                    Text("geef het bedrag zonder btw", "give the amount without VAT"),
                    Severity.WARNING,
                )
