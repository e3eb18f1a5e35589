"""Who sits in the steering group: a company of the list, or an organisation that is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ibndocs.model import Project
from ibndocs.model.parties import Kind
from ibndocs.model.work import Seat

_LEGAL_FORM = re.compile(r"\b(?:nv|bv|bvba|cv|cvba|vof|commv|vzw|ivzw|sa|srl)\b\.?")
_MARKS = re.compile(r"[^\w ]+")


def fold_name(name: str) -> str:
    """A name without case, marks and legal form, so that spellings of one organisation meet."""
    return " ".join(_MARKS.sub(" ", _LEGAL_FORM.sub(" ", name.casefold())).split())


def read_kinds(project: Project) -> Mapping[str, Kind]:
    """The kind of every organisation of the description, by folded name."""
    kinds = {fold_name(partner.name): partner.kind for partner in project.partners}
    return kinds | {fold_name(company.name): company.kind for company in project.companies}


def find_other_kind(seat: Seat, kinds: Mapping[str, Kind]) -> Kind | None:
    """What the organisation of a seat is elsewhere in the description, when that is no company."""
    kind = kinds.get(fold_name(seat.organisation))
    return None if kind is Kind.COMPANY else kind


def counts_as_company(seat: Seat, kinds: Mapping[str, Kind]) -> bool:
    """Whether a seat says it is a company's, and nothing in the description contradicts it."""
    return seat.company and find_other_kind(seat, kinds) is None
