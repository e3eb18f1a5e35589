"""Finds bookmarks; a legacy form field is a bookmark too, of the same name."""

from __future__ import annotations

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import pick, unfit
from ibndocs.office.places import Bookmark
from ibndocs.office.word.fields import name_fields, open_field
from ibndocs.office.word.form import Form
from ibndocs.office.word.targets import Blocks, Stretch, Target
from ibndocs.office.word.tree import attribute, is_a, names

BOOKMARK = Text("bladwijzer", "bookmark")


def find_bookmark(form: Form, place: Bookmark) -> Target:
    """The result of the legacy field of that name, else the stretch that a bookmark marks."""
    name, nth = place.bookmark, place.nth
    if fields := form.once(name_fields).get(name):
        return open_field(pick(fields, nth, BOOKMARK, name, ()))
    # Word takes capitals in the name of a bookmark for the same.
    alike = form.once(name_bookmarks).get(name.casefold(), [])
    found = [mark for mark in alike if attribute(mark, "name") == name] or alike
    return _open_bookmark(pick(found, nth, BOOKMARK, name, form.bookmark_names()), name)


def name_bookmarks(form: Form) -> dict[str, list[etree._Element]]:
    """The starts of the bookmarks by their names without capitals."""
    named: dict[str, list[etree._Element]] = {}
    for start in form.every("bookmarkStart"):
        named.setdefault((attribute(start, "name") or "").casefold(), []).append(start)
    return named


def _open_bookmark(start: etree._Element, name: str) -> Target:
    number = attribute(start, "id")
    marked: list[etree._Element] = []
    for element in start.itersiblings():
        if is_a(element, "bookmarkEnd") and attribute(element, "id") == number:
            break
        marked.append(element)
    else:
        if not is_a(start.getparent(), "p") or not _ends_soon(start, number):  # type: ignore[arg-type]
            raise unfit(
                f"bladwijzer '{name}' omvat meer dan een alinea",
                f"bookmark '{name}' spans more than one paragraph",
            )
    parent = start.getparent()
    assert parent is not None
    if any(is_a(element, "p", "tbl") for element in marked):
        blocks = tuple(element for element in marked if is_a(element, "p", "tbl", "sdt"))
        return Blocks(parent, blocks)
    kept = ("bookmarkStart", "bookmarkEnd", "pPr")
    return Stretch(parent, tuple(element for element in marked if not is_a(element, *kept)), start)


def _ends_soon(start: etree._Element, number: str | None) -> bool:
    """Whether a bookmark that goes on after its paragraph ends before any further text: Word marks a line so."""
    paragraph = start.getparent()
    assert paragraph is not None
    for element in paragraph.itersiblings():
        for inner in element.iter(*names("bookmarkEnd", "t", "tbl")):
            if is_a(inner, "bookmarkEnd"):
                if attribute(inner, "id") == number:
                    return True
            elif is_a(inner, "tbl") or inner.text:
                return False
    return False
