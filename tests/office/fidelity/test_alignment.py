"""Which items of one sequence are those of another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ibndocs.office.fidelity.alignment import align

ITEMS = st.lists(st.integers(0, 6), max_size=40)


@given(ITEMS, ITEMS)
def test_pairs_are_equal_and_rise_on_both_sides(left: list[int], right: list[int]) -> None:
    pairs = align(left, right)
    assert all(left[i] == right[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(ITEMS, st.lists(st.integers(7, 9), max_size=20), st.data())
def test_what_was_only_added_leaves_every_item_paired(left: list[int], added: list[int], data: st.DataObject) -> None:
    right = list(left)
    for item in added:
        right.insert(data.draw(st.integers(0, len(right))), item)
    assert [i for i, _ in align(left, right)] == list(range(len(left)))


def test_a_long_file_with_the_same_line_again_and_again_is_no_burden() -> None:
    left = ["ja", "nee"] * 4000
    assert len(align(left, [*left[:3000], "x", *left[3000:]])) == len(left)
