"""The dossier says who may join the network and how (3.3).

Wrong: `conditions: ""`. Right: conditions, procedure and an answer on open access.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.answers import read_answer
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET09",
    name="access-conditions-missing",
    asks=Text(
        "De voorwaarden en de procedure om lid te worden zijn ingevuld, en de vraag over open toegang heeft een antwoord.",
        "The conditions and procedure of joining are filled in, and the question on open access is answered.",
    ),
    why=Text(
        "Een IBN is open, transparant en niet-discriminerend; nieuwe leden worden geïnformeerd over de voorwaarden, en elke organisatie die eraan voldoet kan toetreden.",
        "A network is open, transparent and non-discriminatory; new members are told the conditions, and whoever meets them can join.",
    ),
    wrong='governance:\n  membership: {conditions: "", procedure: Aanvraag met een formulier.}',
    right="governance:\n  membership: {conditions: Elke onderneming met een vestiging in Vlaanderen die het charter onderschrijft., procedure: Aanvraag met een formulier.}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The two texts, then the answer of each phase."""
    membership = dossier.project.governance.membership
    for key, text, nl in (
        ("conditions", membership.conditions, "toelatingsvoorwaarden"),
        ("procedure", membership.procedure, "toetredingsprocedure"),
    ):
        if not text.strip():
            yield Violation(
                ("governance", "membership", key),
                Text(f"de {nl} van het netwerk is niet ingevuld", f"the {key} of joining the network is empty"),
                Text(f"vul governance.membership.{key} in", f"fill in governance.membership.{key}"),
            )
    question = dossier.call.question_by_id.get("access")
    for phase in question.phases if question else ():
        if not read_answer(dossier, "access", phase).strip():
            yield Violation(
                ("narrative", "access"),
                Text(
                    f"fase {phase} zegt niet hoe het netwerk open, transparant en niet-discriminerend is",
                    f"phase {phase} does not say how the network is open, transparent and non-discriminatory",
                ),
                Text("beantwoord narrative.access", "answer narrative.access"),
                None,
                phase,
            )
