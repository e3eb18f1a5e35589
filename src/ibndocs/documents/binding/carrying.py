"""A new version of a form: what of the old slots still fits, what moved, what is gone, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace

from ibndocs.documents.binding.drafting import Draft
from ibndocs.documents.binding.offers import Offers
from ibndocs.documents.checking import compile_form
from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.outline import Item
from ibndocs.office.package import Package
from ibndocs.office.places import Place
from ibndocs.office.slots import Slot, SlotsFile

_MOVED = 82
_AT = re.compile(r"at:\s*(\{[^{}]*\})")


@dataclass
class Carried:
    """What became of the slots of an old file.

    Attributes:
        kept: The slots that fit as they are, as they were typed.
        moved: Those whose label changed: as typed but with the new place, with the old place.
        gone: Those whose place is not in the new form.
        draft: What the new form asks beside them.
    """

    kept: list[str] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    draft: Draft | None = None


def carry_over(old: SlotsFile, text: str, package: Package, draft: Draft, offers: Offers) -> Carried:
    """Hold the slots of an old file against a new form.

    Args:
        old: The old slots.
        text: The file they were typed in.
        package: The new form.
        draft: What binding the new form by itself gave.
        offers: By whose wording labels are compared.
    """
    carried = Carried()
    misfits = find_misfits(package, old.slots)
    covered = {_key(slot.at) for slot in old.slots if slot not in misfits}
    free = [item for item in _places(draft) if item.at is not None and _key(item.at) not in covered]
    for slot, block in split_blocks(text, old.slots):
        if slot not in misfits:
            carried.kept.append(block)
            continue
        near = _find_moved(slot.at, free, offers)
        anchor = _AT.search(block)
        if near is None or anchor is None:
            carried.gone.append(block)
        else:
            free.remove(near)
            moved = block[: anchor.start(1)] + near.anchor_text + block[anchor.end(1) :]
            carried.moved.append((moved, anchor[1]))
    left = {id(item) for item in free}
    carried.draft = replace(
        draft,
        bound=[bound for bound in draft.bound if id(bound.item) in left],
        asked=[(item, match) for item, match in draft.asked if id(item) in left],
    )
    return carried


def find_misfits(package: Package, slots: Sequence[Slot]) -> list[Slot]:
    """The slots whose place the form does not have, or has more than once."""
    try:
        compile_form(package, slots, final=True)
    except FaultyInput as faulty:
        spots = {finding.spot for finding in faulty.findings}
        return [slot for slot in slots if slot.spot in spots]
    return []


def split_blocks(text: str, slots: Sequence[Slot]) -> Iterator[tuple[Slot, str]]:
    """Each slot with its lines as they were typed."""
    lines = text.splitlines()
    starts = [(slot.spot.line or 1) - 1 for slot in slots]
    for slot, start, after in zip(slots, starts, [*starts[1:], len(lines)], strict=True):
        block = lines[start:after]
        while len(block) > 1 and (not block[-1].strip() or block[-1].lstrip().startswith("#")):
            block.pop()
        yield slot, "\n".join(block)


def _places(draft: Draft) -> list[Item]:
    return [*(bound.item for bound in draft.bound), *(item for item, _ in draft.asked)]


def _key(place: Place) -> tuple[object, ...]:
    fields = {key: value for key, value in asdict(place).items() if not (key == "nth" and value in (None, 1))}
    return (type(place).__name__, *sorted((key, str(value)) for key, value in fields.items()))


def _find_moved(place: Place, free: Sequence[Item], offers: Offers) -> Item | None:
    """The place of the same kind whose words are most like those of the old one."""
    words = _words(place)
    alike = [(offers.wording.compare(words, _words(item.at)), item) for item in free if type(item.at) is type(place)]
    best = max(alike, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] >= _MOVED else None


def _words(place: Place | None) -> str:
    values = asdict(place).values() if place is not None else ()
    return " ".join(value for value in values if isinstance(value, str))
