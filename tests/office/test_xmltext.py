"""Text on its way into XML."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ibndocs.office.xmltext import clean, escape, find_forbidden

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]))


def test_names_what_it_drops() -> None:
    text = "a\x0bb\x00c\ud800d\uffff\t\n\r"
    assert clean(text) == "abcd\t\n\r"
    assert find_forbidden(text) == [(1, "U+000B"), (3, "U+0000"), (5, "U+D800"), (7, "U+FFFF")]


@given(ANY_TEXT)
def test_escaped_text_parses_back_to_the_clean_text(text: str) -> None:
    assert (etree.fromstring(f"<a>{escape(text)}</a>").text or "") == clean(text)


@given(ANY_TEXT)
def test_nothing_is_left_to_drop_after_cleaning(text: str) -> None:
    assert find_forbidden(clean(text)) == []
    assert clean(text) == "".join(c for i, c in enumerate(text) if i not in dict(find_forbidden(text)))
