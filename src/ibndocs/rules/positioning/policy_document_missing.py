"""At least one passage comes from one of the two policy documents of the call (3.2, 5.3.4, annex 1.1).

Wrong: only a municipal plan. Right: `document: Vlaams Regeerakkoord 2024-2029`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.grouping import list_names
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET01",
    name="policy-document-missing",
    asks=Text(
        "Minstens één verwijzing onder policy gaat naar het lopende Vlaams Regeerakkoord of de Vlaamse Competitiviteits- en Productiviteitsagenda.",
        "At least one reference under policy is to the running Flemish coalition agreement or the Flemish competitiveness and productivity agenda.",
    ),
    why=Text(
        "Een IBN zet in op een domein dat in een van die twee documenten vermeld is; dat is het eerste beoordelingscriterium. Andere documenten mogen erbij staan, maar volstaan niet.",
        "A network works in a domain that one of those two documents names; it is the first criterion. Other documents may stand beside them but do not suffice.",
    ),
    wrong="policy:\n  - {document: Klimaatplan van de provincie, place: hoofdstuk 2}",
    right="policy:\n  - {document: Vlaams Regeerakkoord 2024-2029, place: hoofdstuk Wonen en Energie}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The documents, all together."""
    words = dossier.call.words
    documents = [entry.document for entry in dossier.project.policy]
    if any(
        match_word(name, words["policy_documents"]) and not match_word(name, words["other_policy"])
        for name in documents
    ):
        return
    found = list_names(documents) if documents else Text("niets", "nothing")
    asked = dossier.call.labels["policy_documents"].values()
    yield Violation(
        ("policy", 0, "document") if documents else ("policy",),
        Text(
            f"geen verwijzing naar {' of '.join(asked)}; gevonden: {found.nl}",
            f"no reference to {' or '.join(asked)}; found: {found.en}",
        ),
        Text(
            "noem onder policy de passage waarin het domein vermeld is",
            "name the passage that mentions the domain under policy",
        ),
    )
