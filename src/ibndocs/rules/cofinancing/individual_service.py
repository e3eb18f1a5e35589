"""Income of a service to one company does not count as cofinancing (4.2.4).

A line marked so counts nothing: a note, or an error when its year has a gap that the money would have filled. A line
that only looks like one is a warning. Wrong: `Advies op maat`. Right: `Deelname aan een groepsdag`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.needed import years_in_need
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF06",
    name="individual-service",
    asks=Text(
        "Geen enkele inkomstenlijn is een dienst aan één onderneming.",
        "No line of income is a service to one company.",
    ),
    why=Text(
        "Gespecialiseerd advies, testen en andere diensten aan één onderneming tellen niet als cofinanciering en horen niet in de clustercoördinatie. Een lijn met individual_service telt hier voor nul. Een lijn zonder dat vinkje wordt beoordeeld op woorden in haar omschrijving en op een enkele dure deelname: dat is een vermoeden, dus een waarschuwing.",
        "Specialised advice, tests and other services to one company are no cofinancing and no cluster coordination. A line with individual_service counts for nothing here. A line without that mark is judged by words in its description and by a single dear participation: a suspicion, hence a warning.",
    ),
    wrong="cofinancing:\n  activity_income:\n    - {id: I1, description: Advies op maat, members: {participants: 1, price: 5000}}",
    right="cofinancing:\n  activity_income:\n    - {id: I1, description: Deelname aan groepsdagen, members: {participants: 50, price: 100}}",
    terms=("single_price_high",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each line of income."""
    plan, words = dossier.plan, dossier.call.words
    limit = dossier.call.thresholds["single_price_high"].value
    for index, line in enumerate(plan.income):
        entry, path = line.income, ("cofinancing", "activity_income", index)
        if not line.counted:
            amounts = [line.total if year == entry.year else ZERO for year in range(1, plan.years + 1)]
            needed = years_in_need(plan, amounts)
            yield Violation(
                (*path, "individual_service"),
                Text(
                    f"{entry.id} is een dienst aan één bedrijf: {Euro(line.total)} telt niet mee"
                    + (f", terwijl jaar {entry.year} niet sluit" if needed else ""),
                    f"{entry.id} is a service to one company: {Euro(line.total)} does not count"
                    + (f", while year {entry.year} does not close" if needed else ""),
                ),
                Text("haal de lijn uit het plan van het netwerk", "take the line out of the plan of the network"),
                None if needed else Severity.NOTE,
            )
            continue
        word = match_word(entry.description, words["individual_service"])
        if word and match_word(entry.description, words["group"]):
            word = None
        price = max((side.price for side in (entry.members, entry.non_members) if side.participants == 1), default=ZERO)
        if word or price > limit:
            yield Violation(
                (*path, "description"),
                Text(
                    f"{entry.id} lijkt een dienst aan één bedrijf ({word or f'één deelname van {Euro(price)}'}); zulke inkomsten tellen niet mee",
                    f"{entry.id} looks like a service to one company ({word or f'one participation of {Euro(price)}'}); such income does not count",
                ),
                Text(
                    "zet individual_service op true, of omschrijf de groepsactiviteit",
                    "set individual_service to true, or describe the group activity",
                ),
                Severity.WARNING,
            )
