"""What can be seen in a Word form, and how a slots file names each place in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ibndocs.office.outline import Item, Kind, Outline
from ibndocs.office.package import Package
from ibndocs.office.places import Control, Office
from ibndocs.office.word.form import Form
from ibndocs.office.word.tree import is_a, names, text_of, value_at


def inspect_word(package: Package, *, sha256: str) -> Outline:
    """The outline of a Word form; `sha256` is that of its bytes.

    Raises:
        FaultyInput: A part of it cannot be read (`OFF06`).
    """
    form = Form(package)
    return Outline(package.name, Office.WORD, sha256, tuple(_read_items(form)))


def _read_items(form: Form) -> Iterator[Item]:
    tags = Counter(value_at(sdt, "sdtPr", "tag") for sdt in form.every("sdt"))
    where: list[str] = []
    for element in form.main.iter(*names("p", "sdt")):
        if is_a(element, "p"):
            level = form.outline.level(element)
            text = " ".join(text_of(element).split())
            if level is not None and text and not form.outline.is_contents(element):
                del where[level - 1 :]
                yield Item(Kind.HEADING, text, where=tuple(where), depth=len(where))
                where.append(text)
        elif (tag := value_at(element, "sdtPr", "tag")) and tags[tag] == 1:
            label = value_at(element, "sdtPr", "alias") or tag
            yield Item(Kind.CONTROL, label, Control(tag), tuple(where), text_of(element), len(where))
