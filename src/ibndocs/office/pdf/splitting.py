"""Split the PDF of joined letters into one PDF per letter, with outline, links and tags of its own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

from ibndocs.office.pdf.finishing import find_marks, finish, producer_of, take_frame
from ibndocs.office.pdf.joining import name_beginning
from ibndocs.office.pdf.outlines import read_outline, write_outline
from ibndocs.office.pdf.properties import Properties
from ibndocs.office.pdf.structure import Structure, TagWriter


def split_letters(data: bytes, letters: Sequence[Properties], *, pdfa: bool) -> list[tuple[bytes, int]] | None:
    """The PDF of each letter with its number of pages; None when that cannot be told.

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
        for page in source.pages:
            _drop_inner_links(page)
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
            made.append((finished, end - begin))
        return made


def _drop_inner_links(page: object) -> None:
    """Take away the links that LibreOffice lays over a page count; a letter that has links of its own is not joined."""
    import pikepdf

    assert isinstance(page, pikepdf.Page)
    if "/Annots" not in page:
        return
    kept = [note for note in page.Annots if "/Dest" not in note and ("/A" not in note or note.A.get("/S") != "/GoTo")]
    if kept:
        page.Annots = pikepdf.Array(kept)
    else:
        del page["/Annots"]
