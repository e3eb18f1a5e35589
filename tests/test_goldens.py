"""The text of every document of every example, as a reader sees it; a change of it shows up in a review.

`make test ARGS='tests/test_goldens.py --golden-update'` writes the texts anew. Of the letters the first of each phase
stands for all: they differ in their values only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ibndocs.dossier import Built
from ibndocs.office.text import convert

GOLDENS = Path(__file__).with_name("goldens")
EXAMPLES = ("biorenov", "medverpakking", "minimal")


def documents_of(folder: Path) -> Iterator[Path]:
    """Every document of a dossier; of each folder with letters the first."""
    yield from sorted(path for path in folder.glob("fase*/*.*") if path.is_file())
    for letters in sorted(folder.glob("fase*/intentiebrieven")):
        yield min(letters.iterdir())


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_document_says_what_it_said(example: str, built_of: Callable[[str], Built], is_updating: bool) -> None:
    folder, goldens = built_of(example).folder, GOLDENS / example
    said = {
        f"{path.relative_to(folder).as_posix()}.txt": convert(path.read_bytes(), name=path.name)
        for path in documents_of(folder)
    }
    if is_updating:
        for path in goldens.rglob("*.txt"):
            path.unlink()
        for name, text in said.items():
            (goldens / name).parent.mkdir(parents=True, exist_ok=True)
            (goldens / name).write_text(text, "utf-8", newline="\n")
    kept = {path.relative_to(goldens).as_posix(): path.read_text("utf-8") for path in goldens.rglob("*.txt")}
    assert kept.keys() == said.keys()
    for name, text in said.items():
        assert text == kept[name], f"{example}/{name} says something else; --golden-update when that is meant"
    assert len(said) >= 9
