"""Activities serve a broad group of members, not one company (3.5.1).

Wrong: `title: Advies op maat per bedrijf`. Right: a workshop for a group.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.suspicion import find_suspect
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET10",
    name="individual-service-suspected",
    asks=Text(
        "Titels, beschrijvingen en resultaten van activiteiten wijzen niet op diensten aan één onderneming.",
        "Titles, descriptions and results of activities do not point to services to one company.",
    ),
    why=Text(
        "Enkel clustercoördinatie wordt gesteund, ten behoeve van een zo breed mogelijke groep leden; individuele en gepersonaliseerde diensten niet. De regel herkent ze aan woorden in een zin zonder ontkenning of doorverwijzing, en waarschuwt daarom; een persoon leest de zin na.",
        "Only cluster coordination is supported, for as broad a group of members as possible; individual and personalised services are not. The rule knows them by words in a sentence without a negation or referral, and so it warns; a person reads the sentence.",
    ),
    wrong="work_packages:\n  - activities: [{id: A1.1, title: Advies op maat per bedrijf}]",
    right="work_packages:\n  - activities: [{id: A1.1, title: Werkgroep over prefabricage}]",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each activity; one finding is enough for it."""
    words, allowed = dossier.call.words["individual_activity"], dossier.call.words["referral"]
    for index, package in enumerate(dossier.project.work_packages):
        for number, activity in enumerate(package.activities):
            for key in ("title", "description", "result"):
                found = find_suspect(getattr(activity, key), words, dossier.call, allowed=allowed)
                if found:
                    yield Violation(
                        ("work_packages", index, "activities", number, key),
                        Text(
                            f"{activity.id}: “{found}” wijst mogelijk op een dienst aan één onderneming",
                            f"{activity.id}: “{found}” may point to a service to one company",
                        ),
                        Text(
                            "maak er groepswerk van, verwijs door, of houd het buiten het project",
                            "make it group work, refer the company, or keep it outside the project",
                        ),
                        Severity.WARNING,
                    )
                    break
