"""Which places Word lets a person fill in while a form is protected.

Source: ECMA-376 part 1, 17.15.1.29 (documentProtection), 17.6.7 (formProt), 17.13.7 (permStart).
"""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from ibndocs.office.word.form import Form
from ibndocs.office.word.styles import related_part
from ibndocs.office.word.tree import attribute, child, is_a, names

_OFF = {"0", "false", "off"}
_PASSWORD = ("hash", "hashValue", "cryptAlgorithmSid")


class Protection:
    """The protection of one form.

    Attributes:
        kind: `readOnly`, `forms`, `comments` or `trackedChanges`; "" when the form is free.
        has_password: Whether it takes a password to lift it.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        part = related_part(form.package, "settings")
        found = child(form.package.xml(part), "documentProtection") if part else None
        enforced = found is not None and (attribute(found, "enforcement") or "0") not in _OFF
        self.kind = (attribute(found, "edit") or "") if found is not None and enforced else ""
        self.kind = "" if self.kind == "none" else self.kind
        self.has_password = found is not None and any(attribute(found, name) for name in _PASSWORD)

    def __str__(self) -> str:
        return f"{self.kind}, password" if self.kind and self.has_password else self.kind

    def covers(self, place: etree._Element, *, is_form_field: bool) -> bool:
        """Whether Word keeps a person from changing a place; fields and controls are what forms protection leaves."""
        if self.kind in {"", "trackedChanges"}:
            return False
        if self.kind == "forms":
            return not is_form_field and self._is_in_form_section(place)
        return self._editable.isdisjoint((place, *place.iterancestors(), *place.iter(*names("p"))))

    @cached_property
    def ranges(self) -> tuple[str, ...]:
        """Who may edit each permission range: a group or a person."""
        starts = self._form.every("permStart")
        return tuple(attribute(start, "edGrp") or attribute(start, "ed") or "" for start in starts)

    @cached_property
    def _editable(self) -> frozenset[etree._Element]:
        """The paragraphs in permission ranges."""
        found: set[etree._Element] = set()
        for root in self._form.parts.values():
            opened: set[str | None] = set()
            for element in root.iter(*names("p", "permStart", "permEnd")):
                if is_a(element, "permStart"):
                    opened.add(attribute(element, "id"))
                    found.update(element.iterancestors(*names("p")))
                elif is_a(element, "permEnd"):
                    opened.discard(attribute(element, "id"))
                elif opened:
                    found.add(element)
        return frozenset(found)

    def _is_in_form_section(self, place: etree._Element) -> bool:
        return self._free_blocks.isdisjoint((place, *place.iterancestors()))

    @cached_property
    def _free_blocks(self) -> frozenset[etree._Element]:
        """The blocks of the body in sections that forms protection leaves alone."""
        free: set[etree._Element] = set()
        section: list[etree._Element] = []
        body = child(self._form.main, "body")
        for block in body if body is not None else ():
            section.append(block)
            end = block if is_a(block, "sectPr") else child(block, "pPr", "sectPr")
            if end is not None:
                mark = child(end, "formProt")
                if mark is not None and attribute(mark, "val") in _OFF:
                    free.update(section)
                section = []
        return frozenset(free)
