"""Start-ups and scale-ups take part (3.1, 3.3).

Wrong: no company with `growth`. Right: some with `start-up` or `scale-up`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET06",
    name="no-start-scale-ups",
    asks=Text("Minstens één onderneming is start-up of scale-up.", "At least one company is a start-up or scale-up."),
    why=Text(
        "IBN’s betrekken start-ups en scale-ups actief. De handleiding omschrijft ze niet: het bedrijf verklaart het zelf.",
        "Networks actively involve start-ups and scale-ups. The guideline does not define them: the company says so itself.",
    ),
    wrong="companies:\n  - {name: Paspoortbouw bv, growth: null}",
    right="companies:\n  - {name: Paspoortbouw bv, growth: start-up}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The companies as a whole."""
    if not any(company.growth for company in dossier.project.companies if is_counted(company)):
        yield Violation(
            ("companies",),
            Text("geen enkele onderneming is start-up of scale-up", "no company is a start-up or scale-up"),
            Text("vul growth in bij wie het is, of werf er", "fill in growth where it applies, or recruit some"),
        )
