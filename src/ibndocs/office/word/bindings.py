"""Content controls bound to data: Word shows what the bound XML part says, so a value goes there as well.

A binding that cannot be followed (document properties, rich text, rows that repeat) is taken away, which leaves the
value in the control as it is. Source: ECMA-376 part 1, 17.5.2.6 (dataBinding) and 22.5 (custom XML data properties).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ibndocs.office.package import Package
from ibndocs.office.slot_values import TO_FILL_IN
from ibndocs.office.slots import Expression
from ibndocs.office.word.literals import protect_braces
from ibndocs.office.word.tagging import ANSWER, MISSING, Answer, find_bindings, unbind
from ibndocs.office.word.tree import attribute

_PROPERTIES = {
    "core-properties": "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    "extended-properties": "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
}
"""The ids by which Word knows the properties of a document as data (Office Open XML, 22.5 and [MS-OI29500])."""
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")


class Bindings:
    """The XML parts that controls of one form are bound to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._stores = {store.casefold(): part for part, store in _find_stores(package)}
        self._said: dict[tuple[etree._Element, str], str] = {}
        self.trees: dict[str, etree._Element] = {}
        """The parts that were changed."""

    def follow(self, control: etree._Element, answer: Answer) -> None:
        """Write a value to the data that a control is bound to, or take the binding away."""
        self._follow(control, _print(answer) if answer.markup == "text" else None)

    def follow_tick(self, control: etree._Element, value: Expression) -> None:
        """Write whether a box is ticked to the data that it is bound to, or take the binding away."""
        self._follow(control, f'{{{{ "true" if ({value.source}) else "false" }}}}')

    def _follow(self, control: etree._Element, statement: str | None) -> None:
        for binding in find_bindings(control):
            node = self._find_node(binding) if statement is not None else None
            if node is None or statement is None or self._said.setdefault(node, statement) != statement:
                unbind(control)
                return
            element, key = node
            if key:
                element.set(key, statement)
            else:
                element.text = statement

    def _find_node(self, binding: etree._Element) -> tuple[etree._Element, str] | None:
        """The element that holds the data, and the attribute when it is one."""
        part = self._stores.get((attribute(binding, "storeItemID") or "").casefold())
        if part is None:
            return None
        root = self.trees.get(part)
        if root is None:
            root = self._package.xml(part)
            protect_braces(root)
        prefixes = dict(_PREFIX.findall(attribute(binding, "prefixMappings") or ""))
        try:
            found = root.xpath(attribute(binding, "xpath") or "", namespaces=prefixes)
        except etree.XPathError:
            return None
        node = _read_node(found[0]) if isinstance(found, list) and len(found) == 1 else None
        if node is not None:
            self.trees[part] = root
        return node


def _read_node(found: object) -> tuple[etree._Element, str] | None:
    """An element without others in it, an attribute, or a text."""
    if isinstance(found, etree._Element):
        return None if len(found) else (found, "")
    parent, key = getattr(found, "getparent", lambda: None)(), getattr(found, "attrname", None)
    return (parent, key or "") if parent is not None and (key or not len(parent)) else None


def _print(answer: Answer) -> str:
    missing = "" if answer.optional else TO_FILL_IN
    stored = ANSWER if answer.manner is None else f"{ANSWER}.stored"
    return f'{{% {answer.setting} %}}{{{{ "{missing}" if {MISSING} else {stored} }}}}'


def _find_stores(package: Package) -> Iterator[tuple[str, str]]:
    """The parts with data and their ids: custom XML, and the properties of the document."""
    main = package.main_part
    for relationship in package.relationships():
        known = _PROPERTIES.get(relationship.type.rpartition("/")[2])
        if known is not None and not relationship.external:
            yield package.resolve("", relationship.target), known
    for relationship in package.relationships(main):
        part = package.resolve(main, relationship.target)
        if relationship.type.rpartition("/")[2] != "customXml" or relationship.external or part not in package:
            continue
        for described in package.relationships(part):
            properties = package.resolve(part, described.target)
            if described.type.endswith("/customXmlProps") and properties in package:
                store = package.xml(properties)
                yield part, next((str(value) for key, value in store.items() if str(key).endswith("}itemID")), "")
