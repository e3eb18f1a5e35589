"""Content controls bound to data: Word shows what the bound XML part says, so a value goes there as well.

A binding that cannot be followed (rich text, rows of a table that repeat by themselves) is taken away, which leaves
the value in the control as it is.

Source: ECMA-376 part 1, 17.5.2.6 (dataBinding) and 22.5 (custom XML data properties).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from ibndocs.office.package import Package
from ibndocs.office.slot_values import TO_FILL_IN
from ibndocs.office.slots import Expression
from ibndocs.office.word.literals import protect_braces
from ibndocs.office.word.scopes import add_text_before
from ibndocs.office.word.tagging import ANSWER, MISSING, Answer, find_bindings, unbind
from ibndocs.office.word.tree import attribute, names

_PROPERTIES = {
    "core-properties": "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    "extended-properties": "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
}
"""The ids by which Word knows the properties of a document as data (Office Open XML, 22.5 and [MS-OI29500])."""
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")


_BASE64 = re.compile(r"[\w+/=\s]*", re.ASCII)
_LAST = re.compile(r"\[[^\[\]]*\]$")
_STEPS = re.compile(r"(?:/[\w:.-]+(?:\[\d+\])?)+")
Node = tuple[etree._Element, str]
"""An element with data, or one with the attribute that holds them."""


class Rebinding(NamedTuple):
    """A binding that follows the items of a list, and the path it must have for that."""

    control: etree._Element
    binding: etree._Element
    path: str

    def apply(self) -> None:
        """Write the path; its attribute is one of `w:`, whatever the element is."""
        key = next(full for full in names("xpath") if full in self.binding.attrib)
        self.binding.set(key, self.path)


class Bindings:
    """The XML parts that controls of one form are bound to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._stores = {store.casefold(): part for part, store in _find_stores(package)}
        self._roots: dict[str, etree._Element] = {}
        self._known: dict[etree._Element, Node] = {}
        self._said: dict[Node, str] = {}
        self.trees: dict[str, etree._Element] = {}
        """The parts that were changed."""

    def follow(self, control: etree._Element, answer: Answer) -> None:
        """Write a value to the data that a control is bound to, or take the binding away."""
        self._follow(control, _print(answer) if answer.markup == "text" else None)

    def follow_tick(self, control: etree._Element, value: Expression) -> None:
        """Write whether a box is ticked to the data that it is bound to, or take the binding away."""
        self._follow(control, f'{{{{ "true" if ({value.source}) else "false" }}}}')

    def follow_picture(self, control: etree._Element, answer: Answer) -> None:
        """Write a picture to the data as Word keeps it, in base 64, or take the binding away.

        Without a picture the form's own stays.
        """
        nodes = [node for binding in find_bindings(control) if (node := self._find_node(binding)) is not None]
        own = (nodes[0][0].text or "") if nodes and not nodes[0][1] else None
        if own is None or not _BASE64.fullmatch(own):
            unbind(control)
        else:
            self._follow(control, f'{{{{ {answer.source}.stored or "{own}" }}}}')

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

    def follow_list(self, section: etree._Element, item: etree._Element, each: str) -> list[Rebinding]:
        """Let the data of a repeating section repeat with its items.

        Args:
            section: The control.
            item: Its first item.
            each: What a Jinja `for` takes.

        Returns:
            The bindings of the section and in the item that the data can follow; none when it cannot repeat.
        """
        bindings = find_bindings(section)
        path = _LAST.sub("", attribute(bindings[0], "xpath") or "") if len(bindings) == 1 else ""
        nodes = self._find_all(bindings[0], path) if _STEPS.fullmatch(path) else []
        if not nodes or any(node.getparent() is not nodes[0].getparent() for node in nodes):
            return []
        kept = [Rebinding(section, bindings[0], path)]
        for control in item.iter(*names("sdt")):
            for binding in find_bindings(control):
                rest = _path_below(attribute(binding, "xpath") or "", path)
                held = self._find_all(binding, f"{path}[1]{rest}") if rest else []
                if len(held) == 1 and not len(held[0]):
                    self._known[binding] = held[0], ""
                    kept.append(Rebinding(control, binding, f"{path}[{{{{ loop.index }}}}]{rest}"))
        _repeat(nodes, each)
        self.trees[self._stores[_store_of(bindings[0])]] = nodes[0].getroottree().getroot()
        return kept

    def _find_node(self, binding: etree._Element) -> Node | None:
        """The element that holds the data, and the attribute when it is one."""
        if binding in self._known:
            return self._known[binding]
        found = self._evaluate(binding, attribute(binding, "xpath") or "")
        node = _read_node(found[0]) if len(found) == 1 else None
        if node is not None:
            self.trees[self._stores[_store_of(binding)]] = node[0].getroottree().getroot()
        return node

    def _find_all(self, binding: etree._Element, path: str) -> list[etree._Element]:
        return [one for one in self._evaluate(binding, path) if isinstance(one, etree._Element)]

    def _evaluate(self, binding: etree._Element, path: str) -> list[object]:
        part = self._stores.get(_store_of(binding))
        if part is None:
            return []
        if part not in self._roots:
            self._roots[part] = self._package.xml(part)
            protect_braces(self._roots[part])
        prefixes = dict(_PREFIX.findall(attribute(binding, "prefixMappings") or ""))
        try:
            found = self._roots[part].xpath(path, namespaces=prefixes)
        except etree.XPathError:
            return []
        return list(found) if isinstance(found, list) else []


def _store_of(binding: etree._Element) -> str:
    return (attribute(binding, "storeItemID") or "").casefold()


def _path_below(path: str, list_path: str) -> str:
    """The rest of a path that leads into the elements of a list, or nothing when it leads elsewhere."""
    steps, above = path.split("/"), list_path.split("/")
    if not _STEPS.fullmatch(path) or len(steps) <= len(above):
        return ""
    same = [_bare(step) for step in steps[: len(above)]] == [_bare(step) for step in above]
    return "".join(f"/{step}" for step in steps[len(above) :]) if same else ""


def _bare(step: str) -> str:
    return _LAST.sub("", step)


def _repeat(nodes: list[etree._Element], each: str) -> None:
    """Put a loop around the first of these neighbours; with nothing to repeat it stays as it was."""
    first = nodes[0]
    blank = deepcopy(first)
    blank.tail = f"{{% endfor %}}{first.tail or ''}"
    for other in nodes[1:]:
        other.getparent().remove(other)  # type: ignore[union-attr]
    add_text_before(first, f"{{% for {each} %}}")
    first.tail = "{% else %}"
    first.addnext(blank)


def _read_node(found: object) -> Node | None:
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
    for part in package.related(main, "customXml"):
        for properties in package.related(part, "customXmlProps"):
            store = package.xml(properties)
            yield part, next((str(value) for key, value in store.items() if str(key).endswith("}itemID")), "")
