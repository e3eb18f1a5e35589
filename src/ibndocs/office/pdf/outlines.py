"""The outline of a PDF (ISO 32000-1, 12.3.3): read flat with levels, written anew as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its level from 0, its text, and where it leads.

    Attributes:
        level: 0 for the outermost.
        title: The text.
        page: The page, counted from 0.
        place: What follows the page in the destination: `/XYZ`, left, top, zoom.
    """

    level: int
    title: str
    page: int
    place: tuple[object, ...] = ()


def read_outline(pdf: pikepdf.Pdf) -> list[Entry]:
    """The entries of the outline in reading order, those that lead to a page."""
    if "/Outlines" not in pdf.Root or "/First" not in pdf.Root.Outlines:
        return []
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return list(_read_level(pdf.Root.Outlines.First, pages, level=0))


def _read_level(item: pikepdf.Object, pages: dict[tuple[int, int], int], level: int) -> Iterator[Entry]:
    seen: set[tuple[int, int]] = set()
    while item.objgen not in seen:
        seen.add(item.objgen)
        place = item.get("/Dest") if "/Dest" in item else item.A.get("/D") if "/A" in item else None
        page = pages.get(place[0].objgen) if place is not None and len(place) else None
        if page is not None and place is not None:
            yield Entry(level, str(item.get("/Title", "")), page, tuple(list(place)[1:]))
        if "/First" in item and level < _DEEPEST:
            yield from _read_level(item.First, pages, level + 1)
        if "/Next" not in item:
            return
        item = item.Next


def write_outline(pdf: pikepdf.Pdf, entries: Sequence[Entry], *, first: int = 0) -> None:
    """Give `pdf` the outline `entries`, whose pages are counted from `first`; none at all when there are none."""
    import pikepdf

    if "/Outlines" in pdf.Root:
        del pdf.Root["/Outlines"]
    if not entries:
        return
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
    parents: list[tuple[int, pikepdf.Object]] = [(-1, root)]
    for entry in entries:
        place = pikepdf.Array([pdf.pages[entry.page - first].obj, *(entry.place or (pikepdf.Name.Fit,))])
        item = pdf.make_indirect(pikepdf.Dictionary(Title=pikepdf.String(entry.title), Dest=place))
        while parents[-1][0] >= entry.level:
            parents.pop()
        _adopt(parents[-1][1], item)
        for _, parent in parents:
            parent.Count = int(parent.get("/Count", 0)) + 1
        parents.append((entry.level, item))
    pdf.Root.Outlines = root


def _adopt(parent: pikepdf.Object, item: pikepdf.Object) -> None:
    item.Parent = parent
    if "/Last" in parent:
        item.Prev = parent.Last
        parent.Last.Next = item
    else:
        parent.First = item
    parent.Last = item
