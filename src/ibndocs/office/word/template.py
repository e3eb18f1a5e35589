"""A Word file with tags as a template: compiled once, rendered for every document that is made of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Self

from ibndocs.foundation.findings import FaultyInput, Finding, Spot
from ibndocs.office.container import QUICK, join_entries, make_entry
from ibndocs.office.faults import locate_fault, refuse_file
from ibndocs.office.package import CONTENT_TYPES, Package
from ibndocs.office.variables import find_missing
from ibndocs.office.word.disarming import disarm
from ibndocs.office.word.part import CompiledPart, FaultyTemplate, Request, compile_part
from ibndocs.office.word.properties import PropertyWriter
from ibndocs.office.word.resources import Additions, Ground
from ibndocs.office.word.richness import DRAWING_FILTERS

_TEMPLATE_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    ),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": (
        "application/vnd.ms-word.document.macroEnabled.main+xml"
    ),
}
_WORD_TYPE = re.compile(r"wordprocessingml|ms-word", re.IGNORECASE)
_TAGGED = (
    *("header", "footer", "footnotes", "endnotes", "comments"),
    *("core-properties", "extended-properties", "custom-properties"),
)


class WordTemplate:
    """A compiled Word file; `render` may be called as often as there are documents."""

    def __init__(
        self,
        package: Package,
        parts: Sequence[CompiledPart],
        spot: Spot,
        told: Sequence[Finding] = (),
        folder: str | None = None,
    ) -> None:
        self._spot = spot
        self._told = tuple(told)
        self._package = package
        self._parts = tuple(parts)
        self._ground = Ground(package, tagged_parts(package), folder)
        self._properties = PropertyWriter(package)
        self._rendered = frozenset(part.name for part in parts)
        self._base = package.join_without(self._rendered)

    @classmethod
    def compile(
        cls, package: Package, *, origin: str = "", stores: Collection[str] | None = None, folder: str | None = None
    ) -> Self:
        """The template in `package`.

        Args:
            package: The file.
            origin: The file that faults name, by default the package's own name.
            stores: Further parts with tags, to which content controls are bound; when given, the bindings of controls
                stay as they are, else a control with a tag in it is no longer bound.
            folder: Where pictures that values name are looked up, and nowhere else; None refuses them.

        Raises:
            FaultyInput: `OFF08`: it is no Word file.
            FaultyTemplate: With every fault of every tag in every part (`TPL01`..`TPL08`).
        """
        spot = Spot(origin or package.name)
        if not _WORD_TYPE.search(package.content_type(package.main_part)):
            raise refuse_file("OFF08", spot.file, "is geen Word-bestand", "is no Word file")
        package = _become_document(package)
        told: tuple[Finding, ...] = ()
        if stores is None:
            package, told = disarm(package, spot)
        parts: list[CompiledPart] = []
        faults: list[Finding] = []
        readable: list[Request] = []
        for name in dict.fromkeys((*tagged_parts(package), *(stores or ()))):
            try:
                part = compile_part(package, name, spot, keep_bindings=stores is not None)
            except FaultyInput as error:
                faults += error.findings
                readable += error.requests if isinstance(error, FaultyTemplate) else ()
            else:
                parts += [part] if part else []
        template = cls(package, parts, spot, told, folder)
        if faults:
            raise FaultyTemplate((*faults, *template.warnings), (*readable, *template.requests))
        return template

    @property
    def draws_pictures(self) -> bool:
        """Whether a tag may draw a picture out of the folder: what it draws is then part of what a document is."""
        return any(part.uses_filter(DRAWING_FILTERS) for part in self._parts)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is allowed in the template but hardly meant (`TPL10`), and what was taken from it (`OFF11`)."""
        return (*self._told, *(warning for part in self._parts for warning in part.warnings))

    def render(self, values: Mapping[str, object], properties: Mapping[str, str] | None = None) -> bytes:
        """The document for `values`, as the bytes of a file.

        Args:
            values: What the tags may ask, by name.
            properties: Document properties to set: title, creator, subject, keywords, language, created, modified.

        Raises:
            FaultyInput: With every fault of every tag for these values (`TPL05`..`TPL09`).
        """
        return self._pack(self._render_parts(values), properties)

    def _render_parts(self, values: Mapping[str, object]) -> dict[str, bytes]:
        """The parts that differ from the template's for `values`."""
        additions = Additions(self._ground)
        changes: dict[str, bytes] = {}
        faults: list[Finding] = []
        for part in self._parts:
            try:
                changes[part.name] = part.render(values, additions)
            except FaultyInput as error:
                faults += error.findings
        if faults:
            raise FaultyInput(faults)
        return changes | additions.changes()

    def _pack(self, parts: Mapping[str, bytes], properties: Mapping[str, str] | None) -> bytes:
        """The file with `parts` in the place of the template's, and its properties set."""
        set_properties = self._properties.write(properties or {}, parts.get(self._properties.part))
        if not set_properties and parts.keys() == self._rendered:
            return join_entries([make_entry(name, data, QUICK) for name, data in parts.items()], self._base)
        return self._package.write({**parts, **set_properties}, effort=QUICK)

    @property
    def names(self) -> frozenset[str]:
        """The names at top level that its tags ask."""
        return frozenset(name for part in self._parts for name in part.names)

    def check(self, known: Collection[str]) -> tuple[Finding, ...]:
        """The tags that ask for a name at top level that is not one of `known` (`TPL05`)."""
        return tuple(finding for part in self._parts for finding in part.find_unknown(known))

    @property
    def requests(self) -> tuple[Request, ...]:
        """The values that its tags ask for."""
        return tuple(request for part in self._parts for request in part.list_requests())

    def check_values(self, views: Sequence[Mapping[str, object]]) -> tuple[Finding, ...]:
        """The tags that ask for a value that none of `views` has and that may not be missing (`TPL05`)."""
        return check_requests(self.requests, views, self._spot)


def check_requests(
    requests: Iterable[Request], views: Sequence[Mapping[str, object]], spot: Spot
) -> tuple[Finding, ...]:
    """The tags that ask for a value that none of `views` has and that may not be missing (`TPL05`)."""
    faults: dict[tuple[str, str, str], Finding] = {}
    for request in requests:
        fault = None if request.use.excused else find_missing(request.use, views)
        if fault is not None:
            finding = locate_fault(fault, spot, request.tag, request.place)
            faults.setdefault((request.tag, request.place.en, fault.text.en), finding)
    return tuple(faults.values())


def _become_document(package: Package) -> Package:
    """A Word template (`.dotx`, `.dotm`) as the document that Word would make of it."""
    types = package.part(CONTENT_TYPES)
    for kind, becomes in _TEMPLATE_TYPES.items():
        if package.content_type(package.main_part) == kind:
            return package.with_parts({CONTENT_TYPES: types.replace(kind.encode(), becomes.encode())})
    return package


def tagged_parts(package: Package) -> tuple[str, ...]:
    """The parts in which tags are looked for: the text, headers, footers, notes, comments, properties."""
    main = package.main_part
    found = {main}
    for owner in ("", main):
        for item in package.relationships(owner):
            if item.type.rpartition("/")[2] in _TAGGED and not item.external:
                found.add(package.resolve(owner, item.target))
    return tuple(part for part in package.parts if part in found)
