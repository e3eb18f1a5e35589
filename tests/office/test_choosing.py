"""Which entry of a list a value means."""

from __future__ import annotations

import pytest

from ibndocs.office.choosing import find_entry

FORMS = ("vzw", "bv", "Naamloze vennootschap (nv)", "Maatschap")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (" VZW ", 0),
        ("vereniging zonder winstoogmerk (vzw)", 0),
        ("bv (besloten vennootschap)", 1),
        ("nv", 2),
        ("naamloze vennootschap", 2),
        ("maatschap (stille)", None),
        ("vereniging zonder winstoogmerk", None),
        ("", None),
    ],
)
def test_a_value_means_an_entry_by_its_words_or_by_an_abbreviation_in_brackets(value: str, found: int | None) -> None:
    assert find_entry(value, FORMS) == found


def test_what_brackets_add_is_no_other_name() -> None:
    assert find_entry("Ja (deels)", ("Ja", "Nee")) is None
    assert find_entry("Ja", ("Ja (deels)", "Nee")) is None


def test_an_abbreviation_of_two_entries_means_neither() -> None:
    entries = ("naamloze vennootschap (nv)", "nieuwe vereniging (nv)")
    assert find_entry("nv", entries) is None
