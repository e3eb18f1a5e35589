"""The styles of a Word file by name, in English or in Dutch."""

from __future__ import annotations

from ibndocs.office.package import Package
from ibndocs.office.word.tree import attribute, child, names, value_at

_SYNONYMS = (
    *((f"heading {level}", f"kop {level}") for level in range(1, 10)),
    ("list bullet", "lijstopsomming", "lijst opsom.teken", "lijstopsom.teken"),
    ("list number", "lijstnummering"),
    ("list paragraph", "lijstalinea"),
    ("table grid", "tabelraster"),
    ("quote", "citaat"),
    ("caption", "bijschrift"),
    ("title", "titel"),
    ("normal", "standaard"),
)


class Styles:
    """Finds the id of a style; Word keeps the names of its own styles in English, other programs may not."""

    def __init__(self, package: Package) -> None:
        self._ids: dict[str, str] = {}
        self._shading: set[str] = set()
        part = related_part(package, "styles")
        if part is None:
            return
        for style in package.xml(part).iterchildren(*names("style")):
            identifier = attribute(style, "styleId")
            if identifier is None:
                continue
            if any(
                attribute(look, "type") == "firstRow" and child(look, "tcPr", "shd") is not None
                for look in style.iterchildren(*names("tblStylePr"))
            ):
                self._shading.add(identifier)
            aliases = (value_at(style, "aliases") or "").split(",")
            for name in (value_at(style, "name") or "", *aliases, identifier):
                self._ids.setdefault(name.strip().casefold(), identifier)

    def find(self, name: str) -> str | None:
        """The id of the style called `name` or its name in the other language, or None when there is none."""
        wanted = name.casefold()
        group = next((group for group in _SYNONYMS if wanted in group), (wanted,))
        known = (self._ids.get(key) for key in (wanted, *group, *(key.replace(" ", "") for key in group)))
        return next((found for found in known if found is not None), None)

    def shades_header(self, identifier: str | None) -> bool:
        """Whether a table style gives the first row a shading of its own."""
        return identifier in self._shading

    def heading(self, level: int) -> str | None:
        """The id of the heading style of `level` (from 1), or None."""
        return self.find(f"heading {level}")


def related_part(package: Package, kind: str) -> str | None:
    """The part that the main part relates to as `kind` ("styles", "numbering"), or None."""
    return next(package.related(package.main_part, kind), None)
