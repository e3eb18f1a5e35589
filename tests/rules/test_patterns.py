"""Words of a list of the call pack in a text."""

from __future__ import annotations

import pytest

from ibndocs.rules.patterns import find_places, match_word


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Gent en Stad Vaartstede", ("stad",), "Stad"),
        ("Stadsbouw nv", ("stad",), None),
        ("een testmachine", ("*machine",), "testmachine"),
        ("machinebouw", ("*machine",), None),
        ("IN\n  NATURA", ("in natura",), "IN\n  NATURA"),
        ("start-ups", ("start-up*",), "start-ups"),
        ("a.b", ("a*b",), None),
        ("", ("x",), None),
    ],
)
def test_a_word_is_found_whole_in_any_size_and_over_line_ends(
    text: str, words: tuple[str, ...], found: str | None
) -> None:
    assert match_word(text, words) == found
    assert [place for _, place in find_places(text, words)] == ([found] if found else [])


def test_every_place_is_told() -> None:
    assert list(find_places("xxx en TODO", ("todo", "xxx"))) == [(0, "xxx"), (7, "TODO")]
