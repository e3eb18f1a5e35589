"""What holds for a whole Word form, and what one should know before filling it."""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.office.cautions import describe_package, find_cautions
from ibndocs.office.package import Package
from ibndocs.office.word.form import Form
from ibndocs.office.word.inspection.protection import Protection
from ibndocs.office.word.tree import names

_COUNTED = {
    "tracked changes": ("ins", "del", "moveFrom", "moveTo"),
    "altChunk": ("altChunk",),
    "embedded objects": ("object",),
    "ActiveX controls": ("control",),
    "text boxes": ("txbxContent",),
}


def read_facts(form: Form, protection: Protection) -> dict[str, str]:
    """What holds for the whole form, by name."""
    package = form.package
    facts = {"protection": str(protection)} if protection.kind else {}
    facts |= describe_package(package)
    for name, elements in _COUNTED.items():
        if count := sum(1 for _ in form.every(*elements)):
            facts[name] = str(count)
    if protection.ranges:
        who = ", ".join(sorted(set(filter(None, protection.ranges))))
        facts["permission ranges"] = f"{len(protection.ranges)}{f' ({who})' if who else ''}"
    comments = sum(1 for root in form.parts.values() for _ in root.iterchildren(*names("comment")))
    return facts | ({"comments": str(comments)} if comments else {})


def find_warnings(package: Package, facts: dict[str, str]) -> Iterator[Finding]:
    """What one should know before filling the form (`INS..`)."""
    yield from find_cautions(package)
    for code, name, severity, message, fix in _WARNINGS:
        if name in facts:
            yield Finding(code, severity, message, Spot(package.name), fix=fix)


_WARNINGS = (
    (
        "INS03",
        "tracked changes",
        Severity.WARNING,
        Text("het formulier bevat bijgehouden wijzigingen", "the form holds tracked changes"),
        Text("ze blijven staan; vraag een schone versie", "they stay; ask for a clean version"),
    ),
    (
        "INS04",
        "altChunk",
        Severity.WARNING,
        Text(
            "het formulier voegt een ander bestand in (altChunk); wat daarin staat is hier niet te zien",
            "the form takes in another file (altChunk); what stands in it cannot be seen here",
        ),
        Text("open en bewaar het in Word om de tekst over te nemen", "open and save it in Word to take the text in"),
    ),
    (
        "INS05",
        "ActiveX controls",
        Severity.WARNING,
        Text("het formulier bevat ActiveX-velden", "the form holds ActiveX controls"),
        Text("die kan alleen Word zelf invullen", "only Word itself can fill these in"),
    ),
)
