"""What can be seen in a Word form, and how a slots file names each place in it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from lxml import etree

from ibndocs.office.outline import Outline
from ibndocs.office.package import Package
from ibndocs.office.places import Office
from ibndocs.office.word.form import Form
from ibndocs.office.word.inspection.form_facts import find_warnings, read_facts
from ibndocs.office.word.inspection.protection import Protection
from ibndocs.office.word.inspection.reading import Reader
from ibndocs.office.word.tree import attribute, child, is_a, names

__all__ = ["inspect_word"]

_NOTES = ("footnote", "endnote")


def inspect_word(package: Package, *, sha256: str) -> Outline:
    """The outline of a Word form; `sha256` is that of its bytes.

    Raises:
        FaultyInput: A part of it cannot be read (`OFF06`).
    """
    form = Form(package)
    protection = Protection(form)
    reader = Reader(form, protection)
    body = child(form.main, "body")
    reader.read_part("", [body] if body is not None else [])
    for name, containers in _other_parts(form):
        reader.read_part(name, containers)
    reader.read_comments(comment for root in form.parts.values() for comment in root.iterchildren(*names("comment")))
    facts = read_facts(form, protection)
    return Outline(
        package.name,
        Office.WORD,
        sha256,
        tuple(reader.notes.items),
        MappingProxyType(facts),
        tuple(find_warnings(package, facts)),
    )


def _other_parts(form: Form) -> Iterator[tuple[str, list[etree._Element]]]:
    """The headers, footers and notes, each with what holds its blocks."""
    for root in form.parts.values():
        if is_a(root, "hdr"):
            yield "header", [root]
        elif is_a(root, "ftr"):
            yield "footer", [root]
        elif is_a(root, "footnotes", "endnotes"):
            notes = [note for note in root.iterchildren(*names(*_NOTES)) if attribute(note, "type") in {None, "normal"}]
            yield ("footnote" if is_a(root, "footnotes") else "endnote"), notes
