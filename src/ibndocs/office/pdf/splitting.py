"""Split the PDF of joined letters into one PDF per letter, with outline, links and tags of its own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ibndocs.office.pdf.finishing import find_marks, finish, producer_of, take_frame
from ibndocs.office.pdf.joining import name_beginning
from ibndocs.office.pdf.outlines import read_outline, write_outline
from ibndocs.office.pdf.properties import Properties
from ibndocs.office.pdf.structure import Structure, TagWriter

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class Part:
    """The PDF of one letter.

    Attributes:
        data: The PDF.
        pages: Number of pages.
        counted: Whether each page is seen to name that number as the number of pages.
    """

    data: bytes
    pages: int
    counted: bool


def split_letters(data: bytes, letters: Sequence[Properties], *, pdfa: bool) -> list[Part] | None:
    """The PDF of each letter; None when it cannot be told where each begins.

    It cannot when a letter has no mark on a page of its own, or when a tag goes on from one letter into the next.

    Args:
        data: The PDF of the joined document.
        letters: What the PDF of each letter will say of itself, in the order they were joined.
        pdfa: Whether the PDF is tagged PDF/A-2b.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as source:
        marks = find_marks(source)
        begins = [marks.get(name_beginning(number), -1) for number in range(len(letters))]
        bounds = [*begins, len(source.pages)]
        if begins[0] != 0 or any(end <= begin for begin, end in pairwise(bounds)):
            return None
        shown = [_take_inner_links(page) for page in source.pages]
        outline = read_outline(source)
        structure = Structure.read(source) if "/StructTreeRoot" in source.Root else None
        if structure is not None and not all(map(structure.breaks_at, begins)):
            return None
        made = []
        for properties, (begin, end) in zip(letters, pairwise(bounds), strict=True):
            pdf = pikepdf.new()
            for page in source.pages[begin:end]:
                pdf.pages.append(page)
            take_frame(pdf, source)
            if structure is not None:
                writer = TagWriter(pdf)
                writer.add(structure, begin, end)
                writer.finish()
            write_outline(pdf, [item for item in outline if begin <= item.page < end], first=begin)
            version = str(source.pdf_version)
            finished = finish(pdf, properties, producer_of(source), pdfa=pdfa, version=version)
            counted = all(numbers == {str(end - begin)} for numbers in shown[begin:end])
            made.append(Part(finished, end - begin, counted))
        return made


def _take_inner_links(page: pikepdf.Page) -> set[str]:
    """Take away the links that LibreOffice lays over a page count, and give the texts they lie over.

    All links to a place within are such: a letter that has any of its own is not joined.
    """
    import pikepdf

    if "/Annots" not in page:
        return set()
    kept: list[pikepdf.Object] = []
    taken: list[pikepdf.Object] = []
    for note in page.Annots:
        within = "/Dest" in note or ("/A" in note and note.A.get("/S") == "/GoTo")
        (taken if within else kept).append(note)
    if kept:
        page.Annots = pikepdf.Array(kept)
    else:
        del page["/Annots"]
    return {str(note.get("/Contents", "")) for note in taken}
