"""A text says why the costs are in proportion to the results (4.2.1, 4.2.2).

Wrong: no `efficiency`. Right: a few sentences with the costs per company and the choices that keep them low.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO, share
from ibndocs.foundation.findings import Text
from ibndocs.foundation.prose import count_words
from ibndocs.foundation.values import Euro, Percent
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG17",
    name="efficiency-unexplained",
    asks=Text(
        "Een tekst over kostenefficiëntie zet de kosten af tegen de resultaten.",
        "A text on cost efficiency sets the costs against the results.",
    ),
    why=Text(
        "De begroting gaat uit van een maximale kostenefficiëntie in verhouding tot de beoogde resultaten en effecten. De melding geeft de cijfers om over te schrijven.",
        "The budget starts from the highest cost efficiency in proportion to the intended results and effects. The message gives the figures to write about.",
    ),
    wrong="budget:\n  efficiency: De kosten zijn redelijk.",
    right="budget:\n  efficiency: >-\n    Een derde van de bijeenkomsten vindt kosteloos bij leden plaats. Zeventig procent van de begroting gaat naar mensen,\n    omdat bezoeken en opvolging het eigenlijke werk zijn. Per actieve onderneming kost het netwerk acht duizend euro per\n    jaar, waarvan de bedrijven de helft zelf dragen.",
    terms=("efficiency_words_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The text."""
    asked = dossier.call.thresholds["efficiency_words_min"].value
    words = count_words(dossier.project.budget.efficiency)
    if words < asked:
        budget = dossier.budget
        companies = len(dossier.plan.counted)
        people = share(sum(budget.personnel_totals, ZERO) + sum(budget.overhead, ZERO), budget.total)
        figures = f"{Euro(budget.total)}, {Percent(people)} personeel en overhead, {companies} ondernemingen"
        figures_en = f"{Euro(budget.total)}, {Percent(people)} personnel and overhead, {companies} companies"
        yield Violation(
            ("budget", "efficiency"),
            Text(
                f"de tekst over kostenefficiëntie telt {words} woorden; minstens {asked} zijn nodig (cijfers: {figures})",
                f"the text on cost efficiency has {words} words; it takes at least {asked} (figures: {figures_en})",
            ),
            Text(
                "schrijf wat het netwerk per onderneming kost en welke keuzes de kosten drukken",
                "write what the network costs per company and which choices keep the costs low",
            ),
        )
