"""Whether a letter of intent counts: what it must say is there, it is signed in time, and no other company's twin.

The rules on letters and those that count letters share this, so that a letter blamed by the one is not counted by the
other. Whether the paper itself is signed and holds the declarations only a person can see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ibndocs.call.pack import Call
from ibndocs.foundation.findings import Text
from ibndocs.foundation.numbers import has_valid_check
from ibndocs.model.parties import Company, Kind, Signature
from ibndocs.rules.deadlines import deadline_of
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

FLANDERS = "flanders"


@dataclass(frozen=True, slots=True)
class Letter:
    """One recorded letter: of the company at `index`, with the reasons for which it does not count."""

    index: int
    company: Company
    signature: Signature
    faults: tuple[Text, ...]


def signature_of(company: Company, phase: int) -> Signature:
    """What is known of the letter of `phase`."""
    return company.letters.phase2 if phase == 2 else company.letters.phase1


def is_counted(company: Company) -> bool:
    """Whether a listed organisation is an enterprise that takes part; others write no letter that counts."""
    return company.kind is Kind.COMPANY and company.involved


def find_region(postal_code: str, call: Call) -> str:
    """`flanders`, `brussels` or `wallonia`; "" for a postal code in none of their ranges."""
    code = int(postal_code)
    for region in (FLANDERS, "brussels", "wallonia"):
        if any(low <= code <= high for low, high in call.ranges.get(region, ())):
            return region
    return ""


@lru_cache(maxsize=16384)
def can_exist(number: str) -> bool:
    """Whether the check digits of an enterprise number are right."""
    return has_valid_check(number)


def read_letters(dossier: Dossier, phase: int) -> list[Letter]:
    """Every letter of `phase` that carries a date, in the order of the companies."""
    project = dossier.project
    seen = {project.applicant.enterprise_number, *(partner.enterprise_number for partner in project.partners)}
    letters = []
    for index, company in enumerate(project.companies):
        number = company.enterprise_number
        signature = signature_of(company, phase)
        if signature.signed_on:
            faults = chain(
                _find_faults(company, dossier.call, number in seen), _find_date_faults(signature, dossier, phase)
            )
            letters.append(Letter(index, company, signature, tuple(faults)))
        seen.add(number)
    return letters


def _find_faults(company: Company, call: Call, twin: bool) -> Iterator[Text]:
    if not is_counted(company):
        yield Text("geen onderneming uit de doelgroep", "no enterprise of the target group")
    if is_unknown(company.name, call):
        yield Text("zonder naam", "without a name")
    if is_unknown(company.contact.name, call):
        yield Text("zonder contactpersoon", "without a contact person")
    if find_region(company.address.postal_code, call) != FLANDERS:
        yield Text("adres buiten Vlaanderen", "address outside Flanders")
    if not can_exist(company.enterprise_number):
        yield Text("onmogelijk ondernemingsnummer", "impossible enterprise number")
    if twin:
        yield Text("zelfde ondernemingsnummer als een ander", "same enterprise number as another")


def _find_date_faults(signature: Signature, dossier: Dossier, phase: int) -> Iterator[Text]:
    day = signature.signed_on
    if day is None:
        return
    if day > deadline_of(dossier, phase):
        yield Text("ondertekend na de termijn", "signed after the deadline")
    if phase == 2 and day <= deadline_of(dossier, 1):
        yield Text("ondertekend in fase 1", "signed in phase 1")
