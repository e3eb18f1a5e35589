"""Members and others pay for activities, and members never more than others (3.5.1).

Wrong: non-members take part for free, or cheaper than members. Right: members 90 euro, others 175.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF12",
    name="price-not-proportional",
    asks=Text(
        "Niet-leden betalen voor een activiteit, en niet minder dan leden.",
        "Non-members pay for an activity, and no less than members.",
    ),
    why=Text(
        "Activiteiten zijn betalend voor leden en niet-leden, tegen marktprijs of kostprijs. Leden mogen voordelig of gratis deelnemen als dat in hun lidgeld begrepen is; een lid dat meer betaalt dan een niet-lid krijgt niets voor zijn lidgeld.",
        "Activities are paid by members and non-members, at market price or cost. Members may take part cheaply or for free when their fee includes it; a member who pays more than a non-member gets nothing for its fee.",
    ),
    wrong="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 40, price: 120}, non_members: {participants: 20, price: 80}}",
    right="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 40, price: 80}, non_members: {participants: 20, price: 120}}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each line with non-members."""
    for index, line in enumerate(dossier.project.cofinancing.activity_income):
        members, others = line.members, line.non_members
        path = ("cofinancing", "activity_income", index, "non_members", "price")
        if others.participants and not others.price:
            yield Violation(
                path,
                Text(
                    f"niet-leden nemen gratis deel aan {line.id}; activiteiten zijn betalend voor leden en niet-leden",
                    f"non-members take part in {line.id} for free; activities are paid by members and non-members",
                ),
                Text("geef een marktprijs of kostprijs", "give a market price or cost price"),
            )
        elif others.participants and members.participants and others.price < members.price:
            yield Violation(
                path,
                Text(
                    f"niet-leden betalen {Euro(others.price)} voor {line.id}, leden {Euro(members.price)}: het lidgeld brengt dan niets op",
                    f"non-members pay {Euro(others.price)} for {line.id}, members {Euro(members.price)}: the fee then brings nothing",
                ),
                Text("geef leden hoogstens de prijs van niet-leden", "give members at most the price of non-members"),
            )
