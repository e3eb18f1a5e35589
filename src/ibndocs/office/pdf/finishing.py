"""Finish a PDF: its own title, shown in the window; no moment, no chance; so the same pages give the same bytes."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ibndocs.office.pdf.properties import Properties

if TYPE_CHECKING:
    import pikepdf

_SOME_MOMENT = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
"""The moment at which a colour profile says it was made (ICC.1, 7.2.8); its checksum at byte 84 may be zero."""
_LEADING_UNDERSCORE = re.compile("^5F(?=Toc)")
"""How LibreOffice writes the first sign of the bookmarks that Word gives to headings."""


def finish(pdf: pikepdf.Pdf, properties: Properties, producer: str, *, pdfa: bool, version: str) -> bytes:
    """The bytes of `pdf` with `properties`.

    Args:
        pdf: The document; it is changed.
        properties: What it says of itself.
        producer: The program that drew it.
        pdfa: Whether it says that it is PDF/A-2b.
        version: The version of PDF that its pages need.
    """
    import pikepdf

    root = pdf.Root
    for name in ("/Dests", "/OpenAction"):
        if name in root:
            del root[name]
    if "/Names" in root and "/Dests" in root.Names:
        del root.Names["/Dests"]
    for name in ("/DocChecksum", "/ID"):  # both hold the moment
        if name in pdf.trailer:
            del pdf.trailer[name]
    for intent in root.OutputIntents if "/OutputIntents" in root else ():
        if "/DestOutputProfile" in intent:
            profile = intent.DestOutputProfile
            colours = profile.read_bytes()
            profile.write(colours[:24] + _SOME_MOMENT + colours[36:84] + bytes(16) + colours[100:])
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    info = pikepdf.Dictionary({name: pikepdf.String(text) for name, text in properties.list_info(producer).items()})
    pdf.trailer.Info = pdf.make_indirect(info)
    metadata = pikepdf.Stream(pdf, properties.write_xmp(producer, pdfa=pdfa))
    metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    root.Metadata = metadata
    target = io.BytesIO()
    pdf.save(
        target,
        min_version=version,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return target.getvalue()


def producer_of(pdf: pikepdf.Pdf) -> str:
    """The program that drew a PDF, as it names itself."""
    return str(pdf.docinfo.get("/Producer", ""))


def take_frame(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """Take over what is said of a document as a whole: its language, its colours, that it is tagged."""
    if "/Lang" in source.Root:
        pdf.Root.Lang = source.Root.Lang
    for name in ("/OutputIntents", "/MarkInfo"):
        if name in source.Root:
            pdf.Root[name] = pdf.copy_foreign(source.make_indirect(source.Root[name]))


def find_marks(pdf: pikepdf.Pdf) -> Mapping[str, int]:
    """The page, counted from 0, of each bookmark of the document, by its name."""
    import pikepdf

    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    marks = {}
    for name, place in _list_places(pdf):
        target = place.D if isinstance(place, pikepdf.Dictionary) else place
        page = pages.get(target[0].objgen)
        if page is not None:
            marks[_LEADING_UNDERSCORE.sub("_", name.removeprefix("/"))] = page
    return marks


def _list_places(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """The named destinations, of either of the two kinds that there are (ISO 32000-1, 12.3.2.3)."""
    import pikepdf

    if "/Dests" in pdf.Root:
        yield from pdf.Root.Dests.items()
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        yield from pikepdf.NameTree(pdf.Root.Names.Dests).items()
