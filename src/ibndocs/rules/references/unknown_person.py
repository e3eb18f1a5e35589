"""A work package, an effort or a risk names somebody who is not in the team.

Wrong: `lead: jan` while no person of `team` has `id: jan`. Right: the id of a person of `team`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.suggestions import suggest_or_list
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF01",
    name="unknown-person",
    asks=Text(
        "Een werkpakket, een inzet of een risico verwijst naar iemand uit het team.",
        "A work package, an effort or a risk refers to somebody of the team.",
    ),
    why=Text(
        "Anders staat er in het dossier een naam die niemand kent en telt de inzet nergens mee.",
        "Otherwise the dossier prints a name that nobody knows and the effort counts nowhere.",
    ),
    wrong="work_packages:\n  - {id: WP1, lead: jan}",
    right="work_packages:\n  - {id: WP1, lead: manager}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Every reference to a person."""
    known = [person.id for person in dossier.project.team]
    for path, person in references(dossier):
        if person not in known:
            yield Violation(
                path,
                Text(f"'{person}' is niemand uit het team", f"'{person}' is nobody of the team"),
                suggest_or_list(person, known),
            )


def references(dossier: Dossier) -> Iterator[tuple[Path, str]]:
    """The place and id of every person referred to."""
    for index, package in enumerate(dossier.project.work_packages):
        yield ("work_packages", index, "lead"), package.lead
        for number, effort in enumerate(package.effort):
            yield ("work_packages", index, "effort", number, "person"), effort.person
    for index, risk in enumerate(dossier.project.risks):
        yield ("risks", index, "owner"), risk.owner
