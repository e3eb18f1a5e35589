"""Activities are cluster coordination, not research, innovation aid or training that other articles fund (3.5.1).

Wrong: `title: Prototype ontwikkelen`. Right: bringing companies together that do so themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.work import Activity
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.rules.suspicion import find_suspect
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET11",
    name="activity-of-other-article",
    asks=Text(
        "Titels, beschrijvingen en resultaten van activiteiten wijzen niet op onderzoek en ontwikkeling (art. 25), innovatiesteun aan kmo’s (art. 28) of het geven van opleidingen (art. 31).",
        "Titles, descriptions and results of activities do not point to research and development (art. 25), innovation aid to SMEs (art. 28) or giving training (art. 31).",
    ),
    why=Text(
        "Kosten van zulke activiteiten zijn niet aanvaardbaar in een IBN-project. Opleidingen voorbereiden en organiseren mag wel (3.5.1 noemt het als typische activiteit); waar de grens met art. 31 ligt, zegt de handleiding niet. De regel herkent ze aan woorden en waarschuwt daarom.",
        "Costs of such activities are not acceptable in a network project. Preparing and organising training is allowed (3.5.1 lists it); where the border with art. 31 lies the guideline does not say. The rule knows them by words, and so it warns.",
    ),
    wrong="work_packages:\n  - activities: [{id: A1.1, title: Een prototype ontwikkelen en testen}]",
    right="work_packages:\n  - activities: [{id: A1.1, title: Ideeënrondes met schetsen van projecten}]",
)

ARTICLES = {
    "research_activity": Text("onderzoek en ontwikkeling (art. 25)", "research and development (art. 25)"),
    "sme_innovation_aid": Text("innovatiesteun aan kmo’s (art. 28)", "innovation aid to SMEs (art. 28)"),
    "training_aid": Text("het geven van opleidingen (art. 31)", "giving training (art. 31)"),
}


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each activity; one finding is enough for it."""
    for index, package in enumerate(dossier.project.work_packages):
        for number, activity in enumerate(package.activities):
            yield from find_first(activity, ("work_packages", index, "activities", number), dossier)


def find_first(activity: Activity, path: Path, dossier: Dossier) -> Iterator[Violation]:
    """The first suspicion in one activity."""
    words = dossier.call.words
    for key in ("title", "description", "result"):
        for name, article in ARTICLES.items():
            found = find_suspect(getattr(activity, key), words[name], dossier.call, allowed=words["done_by_others"])
            if found:
                yield Violation(
                    (*path, key),
                    Text(
                        f"{activity.id}: “{found}” wijst mogelijk op {article.nl}, dat hier geen steun krijgt",
                        f"{activity.id}: “{found}” may point to {article.en}, which gets no aid here",
                    ),
                    Text(
                        "laat het aan de bedrijven of een andere steunregeling over",
                        "leave it to the companies or another scheme",
                    ),
                    Severity.WARNING,
                )
                return
