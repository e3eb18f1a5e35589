"""What a PDF says of itself: title, author, subject and keywords, taken from the Office file it was made of."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Self

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.package import Package
from ibndocs.office.xmltext import escape

_CREATOR = "ibndocs"
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
_DESCRIPTION = '<rdf:Description rdf:about="" xmlns:{0}="{1}">{2}</rdf:Description>'


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of one PDF."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""

    @classmethod
    def read(cls, package: Package, about: str = "") -> Self:
        """The core properties of an Office file; its name stands for a title that is missing.

        Whom it is about is put behind a title that does not say so: a letter has its title from its template.
        """
        texts: dict[str, str] = {}
        for part in package.related("", "core-properties"):
            try:
                texts = {str(e.tag).rpartition("}")[2]: (e.text or "").strip() for e in package.xml(part)}
            except FaultyInput:
                continue
        title = texts.get("title", "")
        if about not in title:
            title = f"{title} – {about}" if title else about
        title = title or posixpath.splitext(posixpath.basename(package.name))[0]
        return cls(title, texts.get("creator", ""), texts.get("subject", ""), texts.get("keywords", ""))

    def list_info(self, producer: str) -> dict[str, str]:
        """The entries of the information dictionary (ISO 32000-1, table 317), none of them a moment."""
        entries = {
            "/Title": self.title,
            "/Author": self.author,
            "/Subject": self.subject,
            "/Keywords": self.keywords,
            "/Creator": _CREATOR,
            "/Producer": producer,
        }
        return {name: value for name, value in entries.items() if value}

    def write_xmp(self, producer: str, *, pdfa: bool) -> bytes:
        """The same as an XMP packet (ISO 16684-1), with the mark of PDF/A-2b when it is one (ISO 19005-2, 6.6.4)."""
        core = _alternative("dc:title", self.title)
        core += (
            f"<dc:creator><rdf:Seq><rdf:li>{escape(self.author)}</rdf:li></rdf:Seq></dc:creator>" if self.author else ""
        )
        core += _alternative("dc:description", self.subject) if self.subject else ""
        pdf = f"<pdf:Producer>{escape(producer)}</pdf:Producer>"
        pdf += f"<pdf:Keywords>{escape(self.keywords)}</pdf:Keywords>" if self.keywords else ""
        descriptions = [
            ("dc", "http://purl.org/dc/elements/1.1/", f"<dc:format>application/pdf</dc:format>{core}"),
            ("pdf", "http://ns.adobe.com/pdf/1.3/", pdf),
            ("xmp", "http://ns.adobe.com/xap/1.0/", f"<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool>"),
        ]
        if pdfa:
            mark = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
            descriptions.append(("pdfaid", "http://www.aiim.org/pdfa/ns/id/", mark))
        return _PACKET.format("".join(_DESCRIPTION.format(*item) for item in descriptions)).encode()


def _alternative(name: str, text: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{name}>'
