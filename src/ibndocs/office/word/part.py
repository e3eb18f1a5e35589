"""One Word part with tags: compiled once, rendered for every document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template, nodes
from lxml import etree

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot
from ibndocs.office.package import Package
from ibndocs.office.word.cells import apply_cell_commands
from ibndocs.office.word.endings import note_endings, settle_endings
from ibndocs.office.word.joining import join_tags
from ibndocs.office.word.marks import PLAIN, Marks
from ibndocs.office.word.scopes import apply_scopes
from ibndocs.office.word.source import Source, build_source, parse_source, word_environment
from ibndocs.office.word.structure import check_structure, cut_at_marks
from ibndocs.office.word.tags import find_tags
from ibndocs.office.word.tree import is_a

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part as a template."""

    name: str
    spot: Spot
    source: Source
    template: Template
    tree: nodes.Template
    warnings: tuple[Finding, ...]

    def render(self, values: Mapping[str, object]) -> bytes:
        """The part for `values`."""
        context = self.template.new_context(dict(values))
        xml = "".join(self.template.root_render_func(context))
        return (_DECLARATION + settle_endings(xml)).encode()


def compile_part(package: Package, name: str, spot: Spot) -> CompiledPart | None:
    """The part `name` as a template, or None when it has no tags.

    Raises:
        FaultyInput: With every fault of its tags.
    """
    if b"{" not in package.part(name) and not package.part(name).startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    root = package.xml(name)
    marks = Marks.of(root, name, spot)
    join_tags(root, marks)
    _mark_other_text(root, marks)
    if not marks.marks and not marks.findings:
        return None
    apply_cell_commands(root, marks)
    apply_scopes(root, marks)
    note_endings(root, marks)
    pieces = cut_at_marks(etree.tostring(root, encoding="unicode"), marks)
    check_structure(pieces, marks)
    source = build_source(pieces)
    tree = parse_source(source, marks)
    faults = [finding for finding in marks.findings if finding.severity is Severity.ERROR]
    if faults or tree is None:
        raise FaultyInput(faults)
    template = word_environment().from_string(tree)
    return CompiledPart(name, spot, source, template, tree, tuple(marks.findings))


def _mark_other_text(root: etree._Element, marks: Marks) -> None:
    """Mark the tags in attributes and in texts that are no text of a run, each whole in its own place."""
    for element in root.iter("*"):
        if not is_a(element, "t") and element.text and ("{{" in element.text or "{%" in element.text):
            element.text = _mark_text(element.text, element, marks, attribute="")
        for key, value in element.items():
            if "{{" in value or "{%" in value:
                element.set(key, _mark_text(value, element, marks, attribute=f"{key} {len(marks.marks)}"))


def _mark_text(text: str, element: etree._Element, marks: Marks, *, attribute: str) -> str:
    written, position = "", 0
    for found in find_tags(text):
        if found.tag is not None:
            sign = marks.add(found.tag, marks.places.describe(element), writer=PLAIN, attribute=attribute)
            written += text[position : found.start] + sign
            position = found.end
    return written + text[position:]
