"""What one should know of any Office file before filling it: signatures, macros, links to elsewhere, its type.

One look at content types and relationships, the same for Word, PowerPoint and Excel.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.office.package import Package

_SIGNATURE = "/digital-signature/origin"
_MACROS = "application/vnd.ms-office.vbaProject"
_STRICT = "http://purl.oclc.org/ooxml/"
_TEMPLATES = (".template.main+xml", ".template.macroEnabledTemplate.main+xml", ".template.macroEnabled.main+xml")
_LINKS = ("/externalLinkPath", "/oleObject", "/attachedTemplate", "/image", "/video", "/audio", "/media", "/font")
"""External relationships that a reader follows by itself; a hyperlink waits for a click."""


def is_signed(package: Package) -> bool:
    """Whether it carries a digital signature."""
    return any(relationship.type.endswith(_SIGNATURE) for relationship in package.relationships())


def has_macros(package: Package) -> bool:
    """Whether it carries macros."""
    return any(package.content_type(part) == _MACROS for part in package.parts)


def is_strict(package: Package) -> bool:
    """Whether it is saved as Strict Open XML (ISO/IEC 29500-1), in which all names are other ones."""
    return any(relationship.type.startswith(_STRICT) for relationship in package.relationships())


def is_template(package: Package) -> bool:
    """Whether it is a template (.dotx, .potx, .xltx), from which a document is made."""
    return package.content_type(package.main_part).endswith(_TEMPLATES)


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


def find_cautions(package: Package) -> Iterator[Finding]:
    """`OFF21` a signature, `OFF22` macros, `OFF23` links to elsewhere."""
    spot = Spot(package.name)
    if is_signed(package):
        message = Text(
            "is digitaal ondertekend; wie er iets in invult, breekt de handtekening",
            "is digitally signed; filling anything in breaks the signature",
        )
        fix = Text("laat het na het invullen opnieuw ondertekenen", "have it signed again after it is filled")
        yield Finding("OFF21", Severity.WARNING, message, spot, fix=fix)
    if has_macros(package):
        message = Text(
            "bevat macro's; ze blijven erin zoals ze zijn en worden hier nooit uitgevoerd",
            "holds macros; they stay as they are and are never run here",
        )
        yield Finding("OFF22", Severity.NOTE, message, spot)
    if links := external_links(package):
        listed = ", ".join(links)
        message = Text(f"haalt iets van elders: {listed}", f"takes something from elsewhere: {listed}")
        yield Finding("OFF23", Severity.NOTE, message, spot)
