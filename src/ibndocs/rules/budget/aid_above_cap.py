"""Half of the costs of a year stays within the aid of a year (summary table, 4.2.4).

The arithmetic cuts the aid off at the cap; this rule says how much falls away and what that asks of the companies.
Wrong: 460 000 euro of costs in year 2. Right: at most 450 000.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG05",
    name="aid-of-year-above-cap",
    asks=Text(
        "De helft van de kosten van een jaar is hoogstens de maximale steun van een jaar.",
        "Half of the costs of a year is at most the highest aid of a year.",
    ),
    why=Text(
        "Boven het maximum is er geen steun: wat erboven valt, dragen de bedrijven helemaal zelf. De handleiding noemt het maximum per jaar en laat ongelijke jaren toe; veilig gelezen mag ook in een ongelijk jaar de steun niet boven het maximum. In een ruimere lezing telt alleen het totaal.",
        "Above the cap there is no aid: the companies bear all that lies above. The guideline names the cap per year and allows uneven years; read safely, the cap holds in an uneven year too. In a wider reading only the total counts.",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, amount: [90000, 300000, 90000]}",
    right="budget:\n  operating:\n    - {id: W1, amount: [160000, 160000, 160000]}",
    terms=(
        "aid_rate",
        "aid_cap_per_year",
    ),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each year."""
    budget, terms = dossier.budget, dossier.call.terms
    cap = terms.aid_cap_per_year.value
    for year, total in enumerate(budget.totals, 1):
        wanted = total * terms.aid_rate.value
        if wanted > cap:
            yield Violation(
                ("budget",),
                Text(
                    f"de helft van de begroting van jaar {year} is {Euro(wanted)}, de oproep geeft hoogstens {Euro(cap)} steun per jaar; {Euro(wanted - cap)} valt weg",
                    f"half of the budget of year {year} is {Euro(wanted)}, the call gives at most {Euro(cap)} of aid a year; {Euro(wanted - cap)} falls away",
                ),
                Text(
                    f"verschuif of schrap {Euro(total - cap / terms.aid_rate.value)} kosten van jaar {year}",
                    f"move or drop {Euro(total - cap / terms.aid_rate.value)} of costs of year {year}",
                ),
            )
