"""Look for what an activity may not be; a sentence that says "not" or refers elsewhere raises no suspicion."""

from __future__ import annotations

import re

from ibndocs.call.pack import Call
from ibndocs.rules.patterns import match_word

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|\n\s*(?=[-*|])")


def find_suspect(text: str, words: tuple[str, ...], call: Call, *, allowed: tuple[str, ...] = ()) -> str:
    """The first of `words` in a sentence without a negation or one of `allowed`; "" when there is none."""
    if match_word(text, words) is None:
        return ""
    for sentence in _SENTENCE_END.split(text):
        found = match_word(sentence, words)
        if found and not match_word(sentence, (*call.words["negations"], *allowed)):
            return " ".join(found.split())
    return ""
