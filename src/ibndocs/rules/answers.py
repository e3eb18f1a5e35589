"""The answers to the questions of the forms, per phase, and how much of a text is the applicant's own."""

from __future__ import annotations

from ibndocs.call.pack import Call, Phase
from ibndocs.foundation.prose import count_words
from ibndocs.rules.rule import Path
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

_FEW = 4
"""A text of so many words may be no more than a word for "to be decided"."""


def read_answer(dossier: Dossier, question: str, phase: Phase) -> str:
    """The answer to `question` in `phase`; "" when there is none."""
    answer = dossier.project.narrative.get(question)
    if answer is None:
        return ""
    return answer.phase2 if phase == 2 else answer.phase1


def place_of(dossier: Dossier, question: str, phase: Phase) -> Path:
    """Where that answer stands; one text for both phases stands under the question itself."""
    answer = dossier.project.narrative.get(question)
    if answer is None or answer.phase1 == answer.phase2:
        return ("narrative", question)
    return ("narrative", question, f"phase{phase}")


def is_untouched(text: str, call: Call) -> bool:
    """Whether `text` begins as the texts of a new project do, or is one of its names: nobody has written it yet."""
    bare = text.strip().casefold()
    return bare.startswith(call.words["scaffold_openings"]) or bare in call.words["scaffold_texts"]


def count_own_words(text: str, call: Call) -> int:
    """Number of words of `text`; none when it still is the text of a new project, or only says "to be decided"."""
    words = count_words(text)
    return 0 if is_untouched(text, call) or (words <= _FEW and is_unknown(text, call)) else words
