"""One Word part with tags: compiled once, rendered for every document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Template, TemplateError, meta, nodes
from lxml import etree

from ibndocs.foundation.findings import FaultyInput, Finding, Spot, Text
from ibndocs.foundation.suggestions import suggest_name
from ibndocs.office.expressions import explain_error
from ibndocs.office.faults import ExpressionFault, locate_fault, refuse_file
from ibndocs.office.package import Package
from ibndocs.office.variables import Use, find_uses
from ibndocs.office.word.cells import apply_cell_commands
from ibndocs.office.word.dashes import join_dashes
from ibndocs.office.word.diagnosis import diagnose
from ibndocs.office.word.endings import note_endings, settle_endings
from ibndocs.office.word.identity import freshen_ids
from ibndocs.office.word.joining import join_tags
from ibndocs.office.word.marks import PLAIN, Marks
from ibndocs.office.word.repair import repair_source
from ibndocs.office.word.resources import Additions
from ibndocs.office.word.runtime import FUNCTIONS, make_functions
from ibndocs.office.word.scopes import apply_scopes
from ibndocs.office.word.source import (
    Source,
    blame_unknown_filters,
    build_source,
    parse_source,
    probe,
    word_environment,
)
from ibndocs.office.word.structure import check_structure, cut_at_marks
from ibndocs.office.word.suspicion import warn_of_broken_tags
from ibndocs.office.word.tagging import free_control
from ibndocs.office.word.tags import find_tags
from ibndocs.office.word.tree import is_a, names

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Request:
    """A value that a tag asks for: the tag as it was typed, and where it stands."""

    use: Use
    tag: str
    place: Text


class FaultyTemplate(FaultyInput):
    """The faults and oddities of the tags of a template, and what those that can be read ask for."""

    def __init__(self, findings: Iterable[Finding], requests: Iterable[Request]) -> None:
        super().__init__(findings)
        self.requests = tuple(requests)


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part as a template."""

    name: str
    spot: Spot
    source: Source
    template: Template
    tree: nodes.Template
    warnings: tuple[Finding, ...]

    def render(self, values: Mapping[str, object], additions: Additions) -> bytes:
        """The part for `values`; what its markup needs beside it goes to `additions`.

        Raises:
            FaultyInput: With every fault of its tags for these values.
        """
        everything = {**values, **make_functions(self.name, self.source.properties, additions)}
        try:
            xml = "".join(self.template.root_render_func(self.template.new_context(everything)))
        except Exception as error:
            raise FaultyInput(diagnose(self.source, self.spot, everything, error)) from error
        return (_DECLARATION + settle_endings(xml)).encode()

    @property
    def names(self) -> frozenset[str]:
        """The names at top level that its tags ask."""
        return frozenset(meta.find_undeclared_variables(self.tree)) - FUNCTIONS

    def uses_filter(self, wanted: Collection[str]) -> bool:
        """Whether one of its tags uses one of the filters `wanted`."""
        return any(node.name in wanted for node in self.tree.find_all(nodes.Filter))

    def find_unknown(self, known: Collection[str]) -> Iterator[Finding]:
        """The tags that ask a name that is not one of `known`, each with the name meant."""
        unknown = self.names - set(known)
        told: set[tuple[int, str]] = set()
        for node in self.tree.find_all(nodes.Name):
            mark = self.source.mark_at(node.lineno)
            if node.name in unknown and node.ctx == "load" and (id(mark), node.name) not in told:
                told.add((id(mark), node.name))
                fault = ExpressionFault(
                    "TPL05",
                    Text(nl=f"{node.name} is onbekend", en=f"{node.name} is unknown"),
                    suggest_name(node.name, known),
                )
                yield locate_fault(fault, self.spot, mark.tag.typed, mark.place)

    def list_requests(self) -> Iterator[Request]:
        """The values that its tags ask for, in the order of the text."""
        return _list_requests(self.source, self.tree)


def _list_requests(source: Source, tree: nodes.Template) -> Iterator[Request]:
    for use in find_uses(tree, FUNCTIONS):
        mark = source.mark_at(use.line)
        yield Request(use, mark.tag.typed, mark.place)


def compile_part(package: Package, name: str, spot: Spot, *, keep_bindings: bool = False) -> CompiledPart | None:
    """The part `name` as a template, or None when it has no tags.

    Unless `keep_bindings`, controls with tags in them are no longer bound to data.

    Raises:
        FaultyTemplate: With every fault of its tags.
    """
    if b"{" not in package.part(name) and not package.part(name).startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    root = package.xml(name)
    text = next(root.iter(*names("p")), None)
    if text is not None and text.prefix != "w":
        raise refuse_file(
            "OFF08",
            spot.file,
            f"onderdeel {name} is door een ongewoon programma geschreven (prefix {text.prefix})",
            f"part {name} was written by an unusual program (prefix {text.prefix})",
            fix=Text(nl="open en bewaar het in Word", en="open and save it in Word"),
        )
    marks = Marks.of(root, name, spot)
    _mark_other_text(root, marks)
    join_tags(root, marks)
    join_dashes(root, marks)
    warn_of_broken_tags(root, marks)
    if not marks.marks and not marks.findings:
        return None
    if not keep_bindings:
        _free_controls(root, marks)
    apply_cell_commands(root, marks)
    apply_scopes(root, marks)
    note_endings(root, marks)
    pieces = cut_at_marks(etree.tostring(root, encoding="unicode"), marks)
    check_structure(pieces, marks)
    source = build_source(freshen_ids(pieces, marks))
    tree = parse_source(source, marks)
    if tree is None:
        source, tree = _read_rest(source, marks)
    if marks.has_faults:
        raise FaultyTemplate(marks.findings, _list_requests(source, tree))
    try:
        template = word_environment().from_string(tree)
    except (RecursionError, MemoryError, SyntaxError) as error:
        mark = source.marks[0]
        raise FaultyInput([locate_fault(explain_error(error), spot, mark.tag.typed, mark.place)]) from error
    template.globals = dict(template.globals)  # Jinja looks them up in two dictionaries, anew for every document
    return CompiledPart(name, spot, source, template, tree, tuple(marks.findings))


def _read_rest(source: Source, marks: Marks) -> tuple[Source, nodes.Template]:
    """What can be read of a source that cannot be parsed as a whole."""
    source = repair_source(source, lambda mark: probe(mark) is None)
    try:
        tree = word_environment().parse(source.text)
        blame_unknown_filters(source, tree, marks)
    except (TemplateError, RecursionError):
        return source, nodes.Template([], lineno=1)  # what is wrong with it has been told
    return source, tree


def _free_controls(root: etree._Element, marks: Marks) -> None:
    """Keep Word from putting data of its own, or a placeholder's looks, over what is rendered in a control."""
    for control in root.iter(*names("sdt")):
        if any(marks.find(text.text) for text in control.iter(*names("t"))):
            free_control(control)


def _mark_other_text(root: etree._Element, marks: Marks) -> None:
    """Mark the tags in attributes and in texts that are no text of a run, each whole in its own place.

    What a revision deleted is no longer said, so it stays as it is.
    """
    for element in root.iter("*"):
        if (
            not is_a(element, "t", "delText", "delInstrText")
            and element.text
            and ("{{" in element.text or "{%" in element.text)
        ):
            element.text = _mark_text(element.text, element, marks, attribute="")
        parent = element.getparent()
        if parent is not None and element.tail and "{%" in element.tail:
            element.tail = _mark_text(element.tail, parent, marks, attribute="")
        for key, value in ((str(key), str(value)) for key, value in element.items()):
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
