"""Who is seconded has an agreement that settles five matters (4.1).

Wrong: `employment: seconded` alone. Right: with price, extent, tasks, payment and independence.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.prose import count_words
from ibndocs.model.work import Employment, Secondment
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN13",
    name="secondment-unsettled",
    asks=Text(
        "Van elke gedetacheerde is bekend waar die vandaan komt, en wat er is afgesproken over kostprijs, omvang, taken, betaling en onafhankelijkheid.",
        "Of everybody seconded it is known where they come from, and what is agreed on price, extent, tasks, payment and independence.",
    ),
    why=Text(
        "Bij detachering is er een overeenkomst tussen de uitvoerder en de organisatie van het personeelslid (4.1), die ook waarborgt dat de persoon los van de moederorganisatie werkt. Een afspraak van enkele woorden is een waarschuwing. De overeenkomst zelf kijkt een persoon na.",
        "A secondment needs an agreement between the executor and the organisation of the person (4.1), which also guarantees that the person works independently of it. An agreement of a few words is a warning. The agreement itself a person must read.",
    ),
    wrong="team:\n  - {id: imke, employment: seconded}",
    right="team:\n  - id: imke\n    employment: seconded\n    seconded_from: {organisation: Hogeschool Dijleland, price: reële loonkost per maand, extent: een halve voltijdse betrekking, tasks: werkgroep sterilisatie leiden, payment: per kwartaal op factuur, independence: de stuurgroep geeft de opdrachten}",
    terms=("secondment_words_min",),
)
_ITEMS = {
    "price": Text("de kostprijs", "the price"),
    "extent": Text("de omvang", "the extent"),
    "tasks": Text("de taken", "the tasks"),
    "payment": Text("de betaling", "the payment"),
    "independence": Text("de onafhankelijkheid", "the independence"),
}


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each person of the team."""
    for index, person in enumerate(dossier.project.team):
        agreed, path = person.seconded_from, ("team", index, "seconded_from")
        if person.employment is Employment.SECONDED and agreed is None:
            yield Violation(
                ("team", index, "employment"),
                Text(
                    f"{person.name} is gedetacheerd, maar van een overeenkomst staat er niets",
                    f"{person.name} is seconded, but nothing is said of an agreement",
                ),
                Text("vul seconded_from aan met de vijf afspraken", "add seconded_from with the five agreements"),
            )
        elif agreed is not None:
            if person.employment is not Employment.SECONDED:
                yield Violation(
                    path,
                    Text(
                        f"{person.name} heeft een detachering, maar employment is {person.employment}",
                        f"{person.name} has a secondment, but employment is {person.employment}",
                    ),
                    Text(
                        "zet employment op seconded, of schrap seconded_from",
                        "set employment to seconded, or remove seconded_from",
                    ),
                    Severity.WARNING,
                )
            yield from _ask_items(dossier, agreed, path, person.name)


def _ask_items(dossier: Dossier, agreed: Secondment, path: Path, name: str) -> Iterator[Violation]:
    least = dossier.call.thresholds["secondment_words_min"].value
    for key, what in _ITEMS.items():
        text = getattr(agreed, key)
        if is_unknown(text, dossier.call):
            yield Violation(
                (*path, key),
                Text(
                    f"over {what.nl} van de detachering van {name} is niets afgesproken",
                    f"nothing is agreed on {what.en} of the secondment of {name}",
                ),
                Text("neem het op in de overeenkomst", "put it in the agreement"),
            )
        elif count_words(text) < least:
            yield Violation(
                (*path, key),
                Text(
                    f"de afspraak over {what.nl} van de detachering van {name} is wel heel kort: “{text.strip()}”",
                    f"the agreement on {what.en} of the secondment of {name} is rather short: “{text.strip()}”",
                ),
                Text("schrijf wat de overeenkomst bepaalt", "write what the agreement says"),
                Severity.WARNING,
            )
