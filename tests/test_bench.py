"""The letter of the benchmark says the same whoever makes it, and is what it claims to be."""

from __future__ import annotations

import pytest
from bench.letter_templates import LABELS, SYNTAXES, make_letters, make_template
from bench.peer_python import OPENERS

from ibndocs.office.text import convert


def words(data: bytes) -> str:
    text = convert(data, name="letter.docx")
    return " ".join(text[text.index("Intentiebrief") :].replace("\\", "").split())


def test_ours_and_docxtpl_make_the_same_letters() -> None:
    ours, theirs = (OPENERS[name](make_template(name)) for name in ("ibndocs", "docxtpl"))
    for values in make_letters(2):
        letter = words(ours(values))
        assert letter == words(theirs(values))
        assert all(values[key] in letter for key in LABELS)
        assert ("Rol:" in letter) is bool(values["role"])


@pytest.mark.parametrize("program", SYNTAXES)
def test_the_template_of_every_program_has_thirty_tags_and_a_logo(program: str) -> None:
    data = make_template(program)
    text = words(data)
    assert len(LABELS) == 30
    assert all(key in text for key in LABELS)
    assert b"word/media/image1.png" in data
