"""The blank forms of the call pack are what the scripts in `tools/forms` make, and their slots know them."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256

import pytest
from tests.ooxml import assert_sound
from tools.forms.__main__ import PACK, find_makers, find_slots

from ibndocs.office.package import Package

MAKERS = dict(find_makers())


def test_every_form_has_a_script() -> None:
    forms = {f"forms/{path.name}" for path in (PACK / "forms").iterdir()}
    letters = {f"letters/{path.name}" for path in (PACK / "letters").glob("*.docx")}
    assert set(MAKERS) == forms | letters


@pytest.mark.parametrize("file", MAKERS)
def test_the_script_makes_the_form_as_it_is(file: str) -> None:
    make: Callable[[], bytes] = MAKERS[file]
    made, kept = Package.read(make(), name=file), Package.read(PACK / file)
    assert made.parts == kept.parts
    assert [part for part in made.parts if made.part(part) != kept.part(part)] == []


@pytest.mark.parametrize("file", MAKERS)
def test_the_form_is_sound(file: str) -> None:
    assert_sound((PACK / file).read_bytes(), calculated=False)


@pytest.mark.parametrize("file", [file for file in MAKERS if file.startswith("forms/")])
def test_the_slots_are_pinned_to_the_form(file: str) -> None:
    slots = find_slots(file)
    assert slots is not None, "a form without slots"
    pinned = re.search(r'(?m)^sha256:\s*"?([0-9a-f]{64})', slots.read_text("utf-8"))
    assert pinned is not None
    assert pinned[1] == sha256((PACK / file).read_bytes()).hexdigest()
