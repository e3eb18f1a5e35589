"""Texts that are nearly the same are found among thousands, quickly, and the rest is left alone."""

from __future__ import annotations

import random

from tests.effort import count_calls

from ibndocs.rules.likeness import find_twins, hash_groups, measure

SENTENCE = "wij geloven in samenwerking in de keten en nemen daarom met veel overtuiging deel aan dit netwerk"


def test_the_name_of_the_company_makes_no_difference() -> None:
    texts = {0: (f"Leembouw bv: {SENTENCE}", "Leembouw bv"), 1: (f"Strobouw nv: {SENTENCE}", "Strobouw nv")}
    assert find_twins(texts, 0.5) == {1: (0, 1.0)}


def test_one_changed_word_in_a_long_sentence_is_still_alike() -> None:
    other = SENTENCE.replace("overtuiging", "plezier")
    found = find_twins({0: (SENTENCE, ""), 1: (other, "")}, 0.5)
    assert found[1][0] == 0
    assert 0.6 < found[1][1] < 1


def test_texts_of_their_own_are_not_alike() -> None:
    other = "onze balen zijn dikker dan de gangbare muur en zonder ontwerpers vinden we daar geen oplossing voor"
    assert find_twins({0: (SENTENCE, ""), 1: (other, "")}, 0.5) == {}


def test_empty_and_very_short_texts_are_never_measured_as_alike_to_others() -> None:
    assert measure(hash_groups(""), hash_groups("")) == 0
    assert find_twins({0: ("", ""), 1: ("", ""), 2: ("ja", ""), 3: ("neen", "")}, 0.5) == {}


def test_the_copies_among_three_thousand_texts_are_found_without_comparing_all_with_all() -> None:
    texts = draw_texts(3000)
    assert sorted(find_twins(texts, 0.5)) == list(range(100, 3000, 100))
    assert count_calls(lambda: find_twins(texts, 0.5)) < 4 * count_calls(lambda: find_twins(draw_texts(1000), 0.5))


def draw_texts(count: int) -> dict[int, tuple[str, str]]:
    """Texts of sixty words drawn by lot, each hundredth nearly a copy of the one before."""
    draw = random.Random(7)
    words = [f"woord{number}" for number in range(2000)]
    texts = {key: (" ".join(draw.choices(words, k=60)), "") for key in range(count)}
    for key in range(100, count, 100):
        copied = texts[key - 1][0].split()
        copied[30] = "anders"
        texts[key] = (" ".join(copied), "")
    return texts
