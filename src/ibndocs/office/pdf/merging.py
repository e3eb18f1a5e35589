"""Many PDFs as one, with an entry in the outline for each; fonts and pictures that are the same are kept once."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from ibndocs.office.pdf.finishing import finish, producer_of, take_frame
from ibndocs.office.pdf.outlines import Entry, write_outline
from ibndocs.office.pdf.properties import Properties
from ibndocs.office.pdf.structure import Structure, TagWriter

if TYPE_CHECKING:
    import pikepdf

_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def merge_pdfs(parts: Sequence[tuple[str, bytes]], title: str, *, pdfa: bool = False) -> bytes:
    """One PDF of `parts` in their order.

    Args:
        parts: At least one: the text of its entry in the outline, and its bytes.
        title: What the PDF calls itself.
        pdfa: Whether the parts are tagged PDF/A-2b, and so the whole will be.
    """
    import pikepdf

    with ExitStack() as stack:
        pdf = stack.enter_context(pikepdf.new())
        sources = [stack.enter_context(pikepdf.open(io.BytesIO(data))) for _, data in parts]
        entries = []
        shared = _Shared()
        for (text, _), source in zip(parts, sources, strict=True):
            entries.append(Entry(0, text, len(pdf.pages)))
            for page in source.pages:
                pdf.pages.append(page)
                shared.share(pdf.pages[-1])
        take_frame(pdf, sources[0])
        if all("/StructTreeRoot" in source.Root for source in sources):
            writer = TagWriter(pdf)
            for entry, source in zip(entries, sources, strict=True):
                writer.add(Structure.read(source), 0, len(source.pages), at=entry.page)
            writer.finish()
        write_outline(pdf, entries)
        version = max(str(source.pdf_version) for source in sources)
        return finish(pdf, Properties(title), producer_of(sources[0]), pdfa=pdfa, version=version)


class _Shared:
    """The fonts and pictures met so far, by their content."""

    def __init__(self) -> None:
        self._streams: dict[tuple[bytes, bytes], pikepdf.Object] = {}

    def share(self, page: pikepdf.Page) -> None:
        """Let a page use a stream that was met before in the place of its own twin."""
        resources = page.get("/Resources")
        if resources is None:
            return
        for font in resources.Font.values() if "/Font" in resources else ():
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = below.get("/FontDescriptor")
            if descriptor is not None:
                self._replace(descriptor, _FONT_FILES)
        if "/XObject" in resources:
            for picture in resources.XObject.values():
                self._replace(picture, ("/SMask",))
            self._replace(resources.XObject, list(resources.XObject.keys()))

    def _replace(self, holder: pikepdf.Object, names: Sequence[str]) -> None:
        import pikepdf

        for name in names:
            if name in holder and isinstance(holder[name], pikepdf.Stream):
                stream = holder[name]
                described = pikepdf.Dictionary(dict(stream.items())).unparse()
                holder[name] = self._streams.setdefault((stream.read_raw_bytes(), described), stream)
