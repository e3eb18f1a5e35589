"""Every company has an establishment in Flanders, seen by its postal code (5.2.1).

Bever, Voeren, the communes with facilities and Ronse are Flemish; Moeskroen and Komen are Walloon. Wrong: 1000
Brussel. Right: an establishment in 9000 Gent.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.letter_worth import FLANDERS, find_region, is_counted
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF03",
    name="address-outside-flanders",
    asks=Text(
        "Het adres van elk bedrijf is dat van een vestiging in Vlaanderen, met straat, Vlaamse postcode en gemeente.",
        "The address of every company is that of an establishment in Flanders, with street, Flemish postal code and municipality.",
    ),
    why=Text(
        "De handleiding vraagt “adres van de onderneming (vestiging in Vlaanderen)” (5.2.1) en zegt niet wat een Vlaamse onderneming is. Hier telt de vestiging: een bedrijf met zijn zetel in Brussel of Wallonië mag, als het een vestiging in Vlaanderen opgeeft. In een strengere lezing moet ook de zetel in Vlaanderen liggen. Bever, Voeren, Ronse en de faciliteitengemeenten zijn Vlaams; Moeskroen en Komen niet. Beslist wordt op de postcode; een gemeente die daar niet bij past, geeft een waarschuwing.",
        "The guideline asks the “address of the enterprise (establishment in Flanders)” (5.2.1) and does not say what a Flemish enterprise is. Here the establishment counts: a company seated in Brussels or Wallonia may take part when it gives an establishment in Flanders. Read more strictly the seat too lies in Flanders. Bever, Voeren, Ronse and the communes with facilities are Flemish; Moeskroen and Komen are not. The postal code decides; a municipality that does not fit it gives a warning.",
    ),
    wrong="companies:\n  - name: Vezelpaneel Kempen nv\n    address: {street: Wetstraat 1, postal_code: 1000, municipality: Brussel}",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    address: {street: Spaanderweg 40, postal_code: 2440, municipality: Geel}",
)
_REGIONS = {
    "brussels": Text("in Brussel", "in Brussels"),
    "wallonia": Text("in Wallonië", "in Wallonia"),
    "": Text("in geen enkel gewest", "in no region"),
}


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company."""
    for index, company in enumerate(dossier.project.companies):
        if not is_counted(company):
            continue
        address = company.address
        region = find_region(address.postal_code, dossier.call)
        if region != FLANDERS:
            where = _REGIONS[region]
            yield Violation(
                ("companies", index, "address", "postal_code"),
                Text(
                    f"{company.name}: {address.postal_code} {address.municipality} ligt {where.nl}, de oproep vraagt een vestiging in Vlaanderen",
                    f"{company.name}: {address.postal_code} {address.municipality} lies {where.en}, the call asks an establishment in Flanders",
                ),
                Text(
                    "geef het adres van een Vlaamse vestiging; zonder telt de brief niet mee",
                    "give the address of a Flemish establishment; without one the letter does not count",
                ),
            )
        elif found := match_word(address.municipality, dossier.call.words["municipalities_elsewhere"]):
            yield Violation(
                ("companies", index, "address", "municipality"),
                Text(
                    f"{company.name}: {found} ligt niet in Vlaanderen, postcode {address.postal_code} wel",
                    f"{company.name}: {found} does not lie in Flanders, postal code {address.postal_code} does",
                ),
                Text("verbeter de gemeente of de postcode", "correct the municipality or the postal code"),
                Severity.WARNING,
            )
        for key in ("street", "municipality"):
            if is_unknown(getattr(address, key), dossier.call):
                yield Violation(
                    ("companies", index, "address", key),
                    Text(
                        f"het adres van {company.name} is onvolledig: “{getattr(address, key)}”",
                        f"the address of {company.name} is incomplete: “{getattr(address, key)}”",
                    ),
                    Text("vul straat, nummer en gemeente in", "fill in street, number and municipality"),
                )
