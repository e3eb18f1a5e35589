"""The whole way from a form to the text of its slots file: look, bind, carry over, write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ibndocs.call.pack import Call, DocumentEntry
from ibndocs.documents.binding.carrying import Carried, carry_over
from ibndocs.documents.binding.drafting import Draft, draft_slots
from ibndocs.documents.binding.matching import SURE
from ibndocs.documents.binding.offers import read_offers
from ibndocs.documents.binding.writing import write_carried, write_slots
from ibndocs.office.inspection import inspect_form
from ibndocs.office.package import Package
from ibndocs.office.places import Office
from ibndocs.office.slots import SCHEMA, read_slots

_FEW = 10


@dataclass(frozen=True)
class Proposal:
    """A drafted slots file.

    Attributes:
        text: The file.
        draft: What went where.
        carried: What became of older slots, when there were any.
    """

    text: str
    draft: Draft
    carried: Carried | None = None

    @property
    def sure(self) -> int:
        """How many places were bound without doubt."""
        return sum(bound.match.score >= SURE for bound in self.draft.bound)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the form seems to be about another matter: it asks much, and little of it is on offer."""
        bound, asked = len(self.draft.bound), len(self.draft.asked)
        return self.carried is None and asked > 0 and bound * 4 < bound + asked and bound < _FEW


def propose_slots(form: Path, entry: DocumentEntry, call: Call, *, old: Path | None = None) -> Proposal:
    """Draft the slots of a form.

    Args:
        form: The blank form.
        entry: The document it is to make.
        call: The call pack.
        old: The slots of an earlier version of the form.

    Raises:
        FaultyInput: The form, the old slots or the synonyms of the pack cannot be read.
    """
    package = Package.read(form, name=str(form))
    outline = inspect_form(form, name=str(form))
    offers = read_offers(call, entry.phase, short=outline.office is Office.SLIDES)
    draft = draft_slots(outline, package, offers)
    if old is None:
        return Proposal(write_slots(draft, form.name, SCHEMA), draft)
    slots = read_slots(old, name=str(old))
    text = old.read_text("utf-8")
    carried = carry_over(slots, text, package, draft, offers)
    return Proposal(write_carried(carried, text, form.name, outline.sha256), draft, carried)
