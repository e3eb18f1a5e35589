"""Markdown as plain lines, and its length in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.foundation import prose
from ibndocs.foundation.prose import count_words, plain_text


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("", ""),
        ("Een **vet** *woord*\nen `code`.", "Een vet woord en code."),
        ("# Kop\n\nEerste.\n\nTweede.", "Kop\nEerste.\nTweede."),
        ("- een\n- twee\n  1. x\n  2. y\n\n     meer", "• een\n• twee\n  1. x\n  2. y\n    meer"),
        ("4. vier\n5. vijf", "4. vier\n5. vijf"),
        ("- - a\n-\n- b", "•\n  • a\n•\n• b"),
        ("| A | B |\n|---|---|\n| 1 | |\n| | 2 | 3 |", "A | B\n1 |\n | 2 | 3"),
        (
            "[de oproep](https://voorbeeld.be) en <https://voorbeeld.be>",
            "de oproep (https://voorbeeld.be) en https://voorbeeld.be",
        ),
        ("[naam@voorbeeld.be](mailto:naam@voorbeeld.be)", "naam@voorbeeld.be"),
        ("![De keten](keten.png) ![](plan.png)", "De keten plan.png"),
        ("een  \ntwee<br>drie", "een\ntwee\ndrie"),
        ("```\na\n  b\n```", "a\n  b"),
        ("> citaat\n\n---\n\nCO<sub>2</sub> <b>x</b>", "citaat\nCO2 <b>x</b>"),
        ("noot[^1]\n\n[^1]: uitleg", "noot[^1]\n[^1]: uitleg"),
    ],
)
def test_plain_text_reads_well(source: str, plain: str) -> None:
    assert plain_text(source) == plain


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", 0),
        ("# Een kop\n\nen **drie** woorden", 5),
        ("een - twee – drie", 3),
        ("1. een\n2. twee\n\n- drie", 3),
        ("[de oproep](https://voorbeeld.be/a/b)", 2),
        ("| a b | c |\n|---|---|\n| d | |", 4),
        ("€ 216.000 per jaar", 3),
        ("zon**ne**paneel, 's avonds en/of e-mail", 5),
    ],
)
def test_words_are_counted_as_a_reader_sees_them(source: str, words: int) -> None:
    assert count_words(source) == words


@given(st.lists(st.from_regex(r"\A[a-z]{1,8}\Z"), max_size=40))
def test_plain_words_stay_and_are_counted(words: list[str]) -> None:
    assert plain_text(" ".join(words)) == " ".join(words)
    assert count_words(" ".join(words)) == len(words)


@given(st.text(alphabet="ab1 .)-*_#\n\t>=+:|[](<`&\\", max_size=40))
def test_text_that_is_counted_without_parsing_has_as_many_words(text: str) -> None:
    lines = [prose.flatten_inline(line.tokens, addresses=False) for line in prose.split_lines(text)]
    seen = sum(1 for line in lines for word in line.split() if any(sign.isalnum() for sign in word))
    assert count_words(text) == seen
