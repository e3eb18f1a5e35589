"""The sums below the rows of a table that repeat: of each column the total that the description knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ibndocs.documents.binding.matching import SURE, Match
from ibndocs.documents.binding.offers import Offer, Sort
from ibndocs.documents.binding.wording import Wording
from ibndocs.office.labels import fold
from ibndocs.office.outline import Item

_TOTAL = re.compile(r"\W*(?:(?:algemeen|eind)\s*)?(?:totaal|totale|som)\b", re.IGNORECASE)
_JOINT = " · "
_SCORE = SURE + 5


def match_total(item: Item, offer: Offer, columns: Sequence[tuple[str, str]], wording: Wording) -> Match | None:
    """The sum that a cell in the last row of a table asks for; None when it asks for something else.

    Args:
        item: The cell.
        offer: The list that fills the rows above it.
        columns: The words above each column of that list with the expression that goes there.
        wording: By which the words at the row are compared.
    """
    label, _, header = item.label.partition(_JOINT)
    words = " ".join(("totaal", *offer.labels))
    if not offer.totals or not _TOTAL.match(label) or wording.says_more(label, words):
        return None
    summed = [(above, total) for above, value in columns if (total := offer.total_of(value))]
    fitting = [total for above, total in summed if fold(above) == fold(header)] if header else []
    if not header and len(summed) == 1:
        fitting = [summed[0][1]]
    if len(fitting) != 1:
        return None
    return Match(Offer(fitting[0], Sort.LINE, ("totaal",)), fitting[0], _SCORE)
