"""The work plan itself prepares what comes after the support (3.1, annex 1.5).

Wrong: a vision, but no activity, deliverable or milestone for it. Right: an activity that prepares the work after the support.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.work import WorkPackage
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET13",
    name="continuation-unplanned",
    asks=Text(
        "Een activiteit, resultaat of mijlpaal van het werkplan bereidt de werking na de steun voor.",
        "An activity, deliverable or milestone of the work plan prepares the work after the support.",
    ),
    why=Text(
        "Het doel is de activiteiten na afloop duurzaam voort te zetten binnen het ecosysteem. Een tekst daarover zonder plaats in het plan overtuigt weinig. De regel herkent het aan woorden.",
        "The aim is to continue the activities lastingly within the ecosystem. A text without a place in the plan convinces little. The rule knows it by words.",
    ),
    wrong="work_packages:\n  - activities: [{id: A1.1, title: Netwerkdagen}]",
    right="work_packages:\n  - activities: [{id: A1.1, title: De werking na de steun voorbereiden}]",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The titles, descriptions and results of the work plan."""
    words = dossier.call.words["continuation"]
    if any(match_word(text, words) for package in dossier.project.work_packages for text in read_titles(package)):
        return
    yield Violation(
        ("work_packages",),
        Text(
            "niets in het werkplan bereidt de werking na de steun voor",
            "nothing in the work plan prepares the work after the support",
        ),
        Text("voeg een activiteit of mijlpaal daarvoor toe", "add an activity or milestone for it"),
        phase=2,
    )


def read_titles(package: WorkPackage) -> Iterator[str]:
    """What a work package says it does and yields."""
    yield package.title
    for activity in package.activities:
        yield from (activity.title, activity.result, activity.description)
    yield from (entry.title for entry in package.deliverables)
    yield from (entry.title for entry in package.milestones)
