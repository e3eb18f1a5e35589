"""Compares the parts of a file that no answer touches: to the byte after a fill of our own, else what must not go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from ibndocs.foundation.findings import Text
from ibndocs.office.fidelity.report import Change, Fidelity
from ibndocs.office.package import Package

_TOLD_ELSEWHERE = re.compile(
    r"\[Content_Types\]\.xml|.*\.rels|docProps/.*|customXml/.*|"
    r"word/(document|header\d*|footer\d*|footnotes|endnotes|numbering|styles|settings|fontTable)\.xml|"
    r"xl/(workbook|styles|sharedStrings|calcChain)\.xml|xl/(worksheets|tables|charts|drawings|pivotTables)/.*|"
    r"xl/(comments|threadedComments|ctrlProps)[^/]*(/.*)?|"
    r"ppt/(presentation|slides|notesSlides|charts|embeddings|viewProps|presProps)[^/]*(/.*)?",
    re.IGNORECASE,
)
"""Parts that a fill may write: what they say is compared in their own way, or says nothing."""
_LASTING = re.compile(r".*(vbaProject\.bin|/media/[^/]+|/embeddings/[^/]+(?<!\.xlsx)|/afchunk[^/]*)", re.IGNORECASE)
"""What a person's program copies as it is: macros, pictures, embedded files that are not the numbers of a chart."""


def compare_parts(form: Package, filled: Package, report: Fidelity, *, exact: bool) -> None:
    """Note each part that went or changed and that nothing accounts for."""
    if exact:
        for part in form.parts:
            if part not in filled:
                if not _may_go(part):
                    report.differ(Change.REMOVED, _name(part))
            elif not _TOLD_ELSEWHERE.fullmatch(part) and filled.part(part) != form.part(part):
                report.differ(Change.ALTERED, _name(part))
        return
    missing = Counter(_digests(form)) - Counter(_digests(filled))
    for part in (part for part in form.parts if _LASTING.fullmatch(part)):
        if missing[sha256(form.part(part)).hexdigest()] > 0:
            report.differ(Change.REMOVED, _name(part))


def _digests(package: Package) -> Iterator[str]:
    return (sha256(package.part(part)).hexdigest() for part in package.parts if _LASTING.fullmatch(part))


def _may_go(part: str) -> bool:
    """What a slide takes along that a slot leaves out, the order of calculation, a thumbnail of the blank form."""
    return bool(re.match(r"ppt/(slides|notesSlides|charts|embeddings)/|xl/calcChain\.xml|docProps/thumbnail", part))


def _name(part: str) -> Text:
    return Text(f"onderdeel {part}", f"part {part}")
