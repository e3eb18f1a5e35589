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

_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")


class Bindings:
    """The XML parts that controls of one form are bound to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._stores = {store.casefold(): part for part, store in _find_stores(package)}
        self._said: dict[etree._Element, str] = {}
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
            node.text = statement

    def _find_node(self, binding: etree._Element) -> etree._Element | None:
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
        if not isinstance(found, list) or len(found) != 1 or not isinstance(found[0], etree._Element) or len(found[0]):
            return None
        self.trees[part] = root
        return found[0]


def _print(answer: Answer) -> str:
    missing = "" if answer.optional else TO_FILL_IN
    stored = ANSWER if answer.manner is None else f"{ANSWER}.stored"
    return f'{{% {answer.setting} %}}{{{{ "{missing}" if {MISSING} else {stored} }}}}'


def _find_stores(package: Package) -> Iterator[tuple[str, str]]:
    """The custom XML parts of the document with their ids."""
    main = package.main_part
    for relationship in package.relationships(main):
        part = package.resolve(main, relationship.target)
        if relationship.type.rpartition("/")[2] != "customXml" or relationship.external or part not in package:
            continue
        for described in package.relationships(part):
            properties = package.resolve(part, described.target)
            if described.type.endswith("/customXmlProps") and properties in package:
                store = package.xml(properties)
                yield part, next((str(value) for key, value in store.items() if str(key).endswith("}itemID")), "")
