"""What a template of a stranger may bring that fetches or runs something when its documents are opened.

Links to outside, other than those a reader clicks on, lead nowhere; macros stay behind. Both are told. A form of a
call pack, which must stay itself, is not touched.

Source: ECMA-376 part 2, 9.3 (relationships); MS-OFFMACRO2 2.2 (macros).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.office.package import CONTENT_TYPES, Package, relationships_part

NOWHERE: Final = "NULL"
"""What Word itself writes for a link that is gone: it looks for nothing."""
_MACROS: Final = ("vbaProject", "wordVbaData", "keyMapCustomizations")
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_MAIN: Final = "application/vnd.ms-word.document.macroEnabled.main+xml"
_CODES: Final = re.compile(r"^\s*(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\b", re.IGNORECASE)
_INSTRUCTION: Final = re.compile(r"<w:instrText[^>]*>([^<]*)|w:instr=\"([^\"]*)")


def disarm(package: Package, spot: Spot) -> tuple[Package, tuple[Finding, ...]]:
    """A template that fetches and runs nothing, and what was taken from it (`OFF11`)."""
    changes: dict[str, bytes | None] = {}
    findings: list[Finding] = []
    for owner in ("", *package.parts):
        found = [*_cut_links(package, owner), *_cut_macros(package, owner, changes)]
        if found:
            changes[relationships_part(owner)] = _rewrite(package, owner)
            findings += [Finding("OFF11", Severity.WARNING, text, spot=spot) for text in found]
    findings += [Finding("OFF11", Severity.WARNING, text, spot=spot) for text in _find_codes(package)]
    types = package.part(CONTENT_TYPES)
    if _MACRO_MAIN.encode() in types:
        changes[CONTENT_TYPES] = types.replace(_MACRO_MAIN.encode(), _MAIN.encode())
    return (package.with_parts(changes) if changes else package), tuple(findings)


def _cut_links(package: Package, owner: str) -> Iterator[Text]:
    for item in package.relationships(owner):
        if _is_foreign(item.type, external=item.external) and item.target != NOWHERE:
            kind = item.type.rpartition("/")[2]
            yield Text(
                nl=f"verwijzing naar buiten ({kind}: {item.target}) is losgemaakt",
                en=f"link to outside ({kind}: {item.target}) is cut",
            )


def _is_foreign(kind: str, *, external: bool) -> bool:
    return external and not kind.endswith("/hyperlink")


def _cut_macros(package: Package, owner: str, changes: dict[str, bytes | None]) -> Iterator[Text]:
    for item in package.relationships(owner):
        if item.type.rpartition("/")[2] in _MACROS and not item.external:
            part = package.resolve(owner, item.target)
            if part in package:
                changes |= {part: None, relationships_part(part): None}
                yield Text(nl=f"macro's blijven weg ({part})", en=f"macros stay behind ({part})")


def _rewrite(package: Package, owner: str) -> bytes:
    """The relationships of `owner` with foreign ones leading nowhere and without those of macros."""
    from lxml import etree

    root = package.xml(relationships_part(owner))
    for element in list(root):
        kind = element.get("Type", "")
        if kind.rpartition("/")[2] in _MACROS:
            root.remove(element)
        elif _is_foreign(kind, external=element.get("TargetMode") == "External"):
            element.set("Target", NOWHERE)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _find_codes(package: Package) -> Iterator[Text]:
    """Fields that fetch or run something; Word asks before it does, so they stay."""
    folder = posixpath.dirname(package.main_part)
    for part in package.parts:
        if posixpath.dirname(part) == folder and part.endswith(".xml"):
            for typed, attribute in _INSTRUCTION.findall(package.part(part).decode("utf-8", "replace")):
                code = _CODES.match(typed or attribute)
                if code:
                    yield Text(
                        nl=f"{part}: veld {code[1].upper()} haalt iets van buiten op",
                        en=f"{part}: field {code[1].upper()} fetches something from outside",
                    )
