"""Lists of joined letters: every letter counts from one, so each gets its own lists and its own numbered styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from ibndocs.office.word.tree import attribute, child, names, set_attribute, value_at

_HEADING = re.compile(r"(?:heading|kop) \d", re.IGNORECASE)
_FIRST_COPY = 10_000
"""Ids of lists above those of any template."""
_NOT_COPIED = names("aliases", "next", "link", "semiHidden", "unhideWhenUsed", "qFormat", "uiPriority", "rsid")


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists that one letter uses.

    Attributes:
        definitions: `w:abstractNum` by id, those in use.
        instances: `w:num` by id, those in use.
        styles: The numbered styles in use, with those they are based on, by id.
    """

    definitions: Mapping[str, etree._Element]
    instances: Mapping[str, etree._Element]
    styles: Mapping[str, etree._Element]

    @classmethod
    def read(
        cls, numbering: etree._Element | None, numbered: Mapping[str, etree._Element], parts: Iterable[etree._Element]
    ) -> Lists | None:
        """The lists that `parts` use, or None when they cannot be given to one letter alone.

        Args:
            numbering: The numbering part.
            numbered: The numbered styles of the document (`find_numbered_styles`).
            parts: The body, headers and footers.
        """
        styles: dict[str, etree._Element] = {}
        used: set[str] = set()
        for part in parts:
            used.update(attribute(item, "val") or "" for item in part.iter(*names("numId")))
            for item in part.iter(*names("pStyle")):
                identifier = attribute(item, "val") or ""
                while identifier in numbered and identifier not in styles:
                    styles[identifier] = numbered[identifier]
                    identifier = value_at(numbered[identifier], "basedOn") or ""
        if any(attribute(style, "default") for style in numbered.values()):
            return None
        if any(_HEADING.match(value_at(style, "name") or "") for style in styles.values()):
            return None  # a heading under another name is no heading to LibreOffice
        used.update(value_at(style, "pPr", "numPr", "numId") or "" for style in styles.values())
        used -= {"", "0"}
        if numbering is None:
            return cls({}, {}, {}) if not used else None
        instances = {
            key: item
            for item in numbering.iterchildren(*names("num"))
            if (key := attribute(item, "numId") or "") in used
        }
        wanted = {value_at(item, "abstractNumId") for item in instances.values()}
        definitions = {
            key: item
            for item in numbering.iterchildren(*names("abstractNum"))
            if (key := attribute(item, "abstractNumId") or "") in wanted
        }
        linked = any(
            child(item, name) is not None for item in definitions.values() for name in ("styleLink", "numStyleLink")
        )
        return (
            None
            if linked or next(numbering.iter(*names("numPicBullet")), None) is not None
            else cls(definitions, instances, styles)
        )


def find_numbered_styles(styles: bytes) -> Mapping[str, etree._Element]:
    """The paragraph styles that number their paragraphs, themselves or by what they are based on, by id."""
    return _find_numbered(styles)


@lru_cache(maxsize=4)
def _find_numbered(styles: bytes) -> Mapping[str, etree._Element]:
    root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False, no_network=True))
    paragraph = {
        attribute(style, "styleId") or "": style
        for style in root.iterchildren(*names("style"))
        if attribute(style, "type") == "paragraph"
    }

    def counts(identifier: str, seen: frozenset[str] = frozenset()) -> bool:
        style = paragraph.get(identifier)
        if style is None or identifier in seen:
            return False
        number = value_at(style, "pPr", "numPr", "numId")
        return number != "0" if number else counts(value_at(style, "basedOn") or "", seen | {identifier})

    return {identifier: style for identifier, style in paragraph.items() if counts(identifier)}


class ListCopies:
    """Collects the own lists and styles of letter after letter."""

    def __init__(self) -> None:
        self.definitions: list[etree._Element] = []
        self.instances: list[etree._Element] = []
        self.styles: list[etree._Element] = []

    def add(self, lists: Lists, parts: Sequence[etree._Element], *, letter: int) -> None:
        """Copy `lists` for the letter with number `letter` and point its `parts` at the copies."""
        first_definition, first_instance = _FIRST_COPY + len(self.definitions), _FIRST_COPY + len(self.instances)
        definitions = {key: str(first_definition + at) for at, key in enumerate(lists.definitions)}
        instances = {key: str(first_instance + at) for at, key in enumerate(lists.instances)}
        styles = {key: f"{key}-ibn{letter}" for key in lists.styles}
        for key, element in lists.definitions.items():
            copy = deepcopy(element)
            set_attribute(copy, "abstractNumId", definitions[key])
            for item in list(copy.iterchildren(*names("nsid", "tmpl", "name"))):
                copy.remove(item)
            _point(copy, "pStyle", styles)
            self.definitions.append(copy)
        for key, element in lists.instances.items():
            copy = deepcopy(element)
            set_attribute(copy, "numId", instances[key])
            _point(copy, "abstractNumId", definitions)
            self.instances.append(copy)
        for key, element in lists.styles.items():
            copy = deepcopy(element)
            set_attribute(copy, "styleId", styles[key])
            for item in list(copy.iterchildren(*_NOT_COPIED)):
                copy.remove(item)
            name = child(copy, "name")
            if name is not None:
                # "List Number 2" would be another style, of Word itself
                set_attribute(name, "val", f"{attribute(name, 'val')} ibn{letter}")
            _point(copy, "basedOn", styles)
            _point(copy, "numId", instances)
            self.styles.append(copy)
        for part in parts:
            _point(part, "numId", instances)
            _point(part, "pStyle", styles)


def _point(root: etree._Element, name: str, renamed: Mapping[str, str]) -> None:
    for item in root.iter(*names(name)):
        new = renamed.get(attribute(item, "val") or "")
        if new is not None:
            set_attribute(item, "val", new)
