"""What one should know of any Office file before filling it: signatures, macros, links to elsewhere, its type.

One look at content types and relationships, the same for Word, PowerPoint and Excel.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.office.package import Package

_SIGNATURE = "/digital-signature/origin"
_STRICT = b"http://purl.oclc.org/ooxml/"
_HEAD = 4096
"""Within so many bytes of a part its first element names its namespaces."""
_LINKS = ("/externalLinkPath", "/oleObject", "/attachedTemplate", "/image", "/video", "/audio", "/media", "/font")
"""External relationships that a reader follows by itself; a hyperlink waits for a click."""


def is_signed(package: Package) -> bool:
    """Whether it carries a digital signature."""
    return any(relationship.type.endswith(_SIGNATURE) for relationship in package.relationships())


def has_macros(package: Package) -> bool:
    """Whether it carries macros."""
    return any(part.endswith("vbaProject.bin") for part in package.parts)


def is_strict(package: Package) -> bool:
    """Whether it is saved as Strict Open XML (ISO/IEC 29500-1), in which all names are other ones."""
    return _STRICT in package.part(package.main_part)[:_HEAD]


def is_template(package: Package) -> bool:
    """Whether it is a template (.dotx, .potx, .xltx), from which a document is made."""
    return "template" in package.content_type(package.main_part).casefold()


def external_links(package: Package) -> tuple[str, ...]:
    """What it takes from elsewhere: linked workbooks, pictures, objects; in order, each once."""
    found = (
        relationship.target
        for part in ("", *package.parts)
        for relationship in package.relationships(part)
        if relationship.external and relationship.type.endswith(_LINKS)
    )
    return tuple(dict.fromkeys(found))


def describe_package(package: Package) -> dict[str, str]:
    """The facts of an outline that hold for the whole file."""
    marks = {
        "template": is_template(package),
        "macros": has_macros(package),
        "strict": is_strict(package),
        "signatures": is_signed(package),
    }
    facts = {name: "true" for name, holds in marks.items() if holds}
    links = external_links(package)
    return facts | ({"external links": "; ".join(links)} if links else {})


def warn_signature(package: Package) -> Iterator[Finding]:
    """`INS01`: filling a signed form breaks its signature."""
    if is_signed(package):
        message = Text("het formulier is digitaal ondertekend", "the form is digitally signed")
        fix = Text("invullen breekt de handtekening; vraag een versie zonder", "filling breaks it; ask for one without")
        yield Finding("INS01", Severity.WARNING, message, Spot(package.name), fix=fix)


def find_cautions(package: Package) -> Iterator[Finding]:
    """`INS01` a signature, `INS02` macros, `INS06` links to elsewhere."""
    yield from warn_signature(package)
    if has_macros(package):
        message = Text(
            "het formulier bevat macro's; ze worden niet uitgevoerd", "the form holds macros; they are not run"
        )
        yield Finding("INS02", Severity.NOTE, message, Spot(package.name))
    if links := external_links(package):
        listed = ", ".join(links)
        message = Text(
            f"het formulier haalt iets van elders: {listed}", f"the form takes something from elsewhere: {listed}"
        )
        yield Finding("INS06", Severity.NOTE, message, Spot(package.name))
