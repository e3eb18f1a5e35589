"""How a label is compared with what is printed: the same however many texts are laid out to be searched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ibndocs.office.labels import Index, fold

WORDS = st.sampled_from(
    ["naam", "naam van", "2 naam", "2.1 naam van", "adres", "adres 2", "namen", "a. naam", "", "n", "12"]
)


def find_slowly(label: str, texts: list[str]) -> list[int]:
    """The same as `Index.match`, said in the plainest way."""

    def bare(text: str) -> str:
        head, _, rest = text.partition(" ")
        is_number = head.strip(".)(").replace(".", "").isdigit() or (len(head.strip(".)(")) == 1 and head[:1].isalpha())
        return rest if rest and is_number else text

    wanted = fold(label)
    for way in (
        lambda text: text == wanted,
        lambda text: bare(text) == bare(wanted),
        lambda text: (bare(text) + " ").startswith(bare(wanted) + " ") and len(bare(wanted)) >= 4,
    ):
        if found := [number for number, text in enumerate(texts) if text and way(text)]:
            return found
    return []


@given(WORDS, st.lists(WORDS, max_size=8))
def test_the_surest_way_in_which_any_text_bears_the_label_decides(label: str, texts: list[str]) -> None:
    index = Index((text, number) for number, text in enumerate(texts))
    assert index.match(label) == find_slowly(label, texts)


def test_what_bears_a_label_in_any_way_is_told_too() -> None:
    index = Index([("naam", 1), ("2 naam", 2), ("naam van de partner", 3), ("namen", 4)])
    assert set(index.match_any("Naam:")) == {1, 2, 3}
