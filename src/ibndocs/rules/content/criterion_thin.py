"""Each evaluation criterion is answered by a text of substance (5.3.4).

Wrong: a criterion whose answers have 30 words together. Right: enough for an assessor to go by.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.answers import count_own_words, place_of, read_answer
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="CON03",
    name="criterion-thin",
    asks=Text(
        "De antwoorden die samen een beoordelingscriterium beantwoorden, hebben in fase 2 enige omvang.",
        "The answers that together meet a criterion have some size in phase 2.",
    ),
    why=Text(
        "De voorstellen worden op deze criteria beoordeeld. De handleiding noemt geen omvang; het getal is een vuistregel.",
        "Proposals are judged on these criteria. The guideline gives no length; the number is a rule of thumb.",
    ),
    wrong="narrative:\n  preparation: We spraken met bedrijven.",
    right="narrative:\n  preparation: In maart 2025 kwamen elf bedrijven samen in Geel, in juni 24 in Gent ...",
    terms=("words_per_criterion",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each criterion that prose answers."""
    least = int(dossier.call.thresholds["words_per_criterion"].value)
    for criterion in dossier.call.criteria:
        asked = [key for key in criterion.questions if key in dossier.call.question_by_id]
        if not asked:
            continue
        counts = {key: count_own_words(read_answer(dossier, key, 2), dossier.call) for key in asked}
        total = sum(counts.values())
        if total < least:
            thinnest = min(asked, key=lambda key: counts[key])
            yield Violation(
                place_of(dossier, thinnest, 2),
                Text(
                    f"criterium {criterion.id} “{criterion.title}” wordt in {total} eigen woorden beantwoord, reken op minstens {least}",
                    f"criterion {criterion.id} “{criterion.title}” is answered in {total} words of your own, count on at least {least}",
                ),
                Text(f"werk uit: {', '.join(asked)}", f"work out: {', '.join(asked)}"),
                Severity.WARNING,
                2,
            )
