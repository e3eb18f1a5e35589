"""The work plan has work for start-ups and scale-ups (3.1, 3.5.1).

Wrong: no work package of strand `start_scale_ups`. Right: one, or activities that name them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.work import Strand
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET06",
    name="start-scale-ups-unplanned",
    asks=Text(
        "Een werkpakket of activiteit is gericht op start-ups en scale-ups.",
        "A work package or activity is meant for start-ups and scale-ups.",
    ),
    why=Text(
        "Het begeleiden van start-ups en scale-ups is een van de drie lijnen waarop het plan van aanpak beoordeeld wordt.",
        "Guiding start-ups and scale-ups is one of the three lines on which the plan of approach is judged.",
    ),
    wrong="work_packages:\n  - {id: WP1, strand: ecosystem, activities: [{id: A1.1, title: Netwerkdagen}]}",
    right="work_packages:\n  - {id: WP1, strand: start_scale_ups, activities: [{id: A1.1, title: Groepstraject voor start-ups}]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The work plan as a whole."""
    words = dossier.call.words["start_scale_ups"]
    for package in dossier.project.work_packages:
        if package.strand is Strand.START_SCALE_UPS or any(
            match_word(entry.title, words) for entry in package.activities
        ):
            return
    yield Violation(
        ("work_packages",),
        Text(
            "geen werkpakket of activiteit voor start-ups en scale-ups",
            "no work package or activity for start-ups and scale-ups",
        ),
        Text("geef een werkpakket strand: start_scale_ups", "give a work package strand: start_scale_ups"),
    )
