"""YAML to plain data with the place of every value: libyaml reads nodes, this module gives them their meaning.

Allowed are anchors, aliases and merge keys (`<<`), within limits, and one tag: `!file name`. Keys are text as typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ibndocs.foundation.findings import Finding, Spot, Text
from ibndocs.source.characters import HIDDEN, clean_text, hide_unreadable, is_clean
from ibndocs.source.faults import Fault, Path, duplicate_key, error
from ibndocs.source.scalars import resolve_plain
from ibndocs.source.tree import Tree
from ibndocs.source.yaml_faults import explain

if TYPE_CHECKING:
    from yaml.error import Mark

MAX_NODES = 100_000
MAX_DEPTH = 60
FILE_TAG = "!file"

_ENDLESS = ("verwijst met “*” naar zichzelf", "refers to itself with “*”")
PLAIN, QUOTED = "", "quoted"  # what `_Nodes.resolve` says of a node without a tag


class _TooDeep(Exception):  # noqa: N818 - leaves libyaml, which composes recursively, before the stack runs out
    def __init__(self, node: Node) -> None:
        self.mark = node.start_mark


class _TooMany(Exception):  # noqa: N818 - leaves the reader at once: what follows may be endless
    pass


def _node_reader() -> type:
    """The class that composes nodes: libyaml's where it is built in (it is in every wheel), else Python's own."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        from yaml import SafeLoader

        return SafeLoader
    return CParser


class _Nodes(_node_reader()):  # type: ignore[misc]
    """Composes nodes without the type guessing of YAML 1.1, and not deeper than a description can be."""

    _depth = 0

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH and parent is not None:
            raise _TooDeep(parent)

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, kind: type[Node], _value: object, implicit: tuple[bool, bool] | bool | None) -> str:
        return PLAIN if kind is ScalarNode and isinstance(implicit, tuple) and implicit[0] else QUOTED


def read_yaml(text: str, file: str, *, list_key: str = "") -> tuple[Tree, list[Finding]]:
    """The data of a description in YAML, and every fault in it.

    Args:
        text: The description, decoded.
        file: What messages call it.
        list_key: The key under which a text that is a bare list is put; without one it is refused.
    """
    text, findings = hide_unreadable(text, file)
    tree = Tree.of(file)
    try:
        root = compose(text)
        if list_key and isinstance(root, SequenceNode):
            key = ScalarNode(QUOTED, list_key, root.start_mark, root.start_mark)
            root = MappingNode(QUOTED, [(key, root)], root.start_mark, root.end_mark)
        _Builder(tree, findings, suspect="\\" in text or HIDDEN in text).build(root)
    except MarkedYAMLError as fault:
        spot = _spot(file, fault.problem_mark or fault.context_mark)
        opening = _spot(file, fault.context_mark) if fault.context_mark else None
        lines = text.split("\n")
        line = lines[spot.line - 1] if spot.line and spot.line <= len(lines) else ""
        findings.append(explain(fault.problem or str(fault.context), spot, opening, line))
    except YAMLError as fault:
        findings.append(explain(str(fault), Spot(file), None))
    except _TooDeep as deep:
        spot = _spot(file, deep.mark)
        findings.append(_refuse(spot, f"meer dan {MAX_DEPTH} niveaus diep", f"more than {MAX_DEPTH} levels deep"))
    except _TooMany:
        nl = f"meer dan {MAX_NODES} waarden, verwijzingen met “*” meegeteld"
        findings.append(_refuse(Spot(file), nl, f"more than {MAX_NODES} values, references with “*” included"))
    return tree, findings


def compose(text: str) -> Node | None:
    """The nodes of a YAML text; a scalar's tag is `PLAIN` or `QUOTED`, any other tag is the one typed.

    Raises:
        YAMLError: It is no YAML.
    """
    root: Node | None = _Nodes(text).get_single_node()
    return root


def is_merge(node: Node) -> bool:
    """Whether a key is `<<`, which brings in the keys of another mapping."""
    return node.tag is PLAIN and node.value == "<<"


def _spot(file: str, mark: Mark | None) -> Spot:
    return Spot(file, mark.line + 1, mark.column + 1) if mark else Spot(file)


def _refuse(spot: Spot, nl: str, en: str, *, path: Path = (), fix: Text | None = None) -> Finding:
    return error(Fault.REFUSED, nl, en, spot=spot, path=path, fix=fix)


class _Builder:
    """Turns nodes into data, noting the place of each and every fault on the way.

    Args:
        tree: What to fill.
        findings: What to add faults to.
        suspect: Whether text may hold forbidden characters; it cannot where nothing was hidden or escaped.
    """

    def __init__(self, tree: Tree, findings: list[Finding], *, suspect: bool) -> None:
        self._tree = tree
        self._spots, self._keys = tree.spots.marks, tree.keys.marks
        self._findings = findings
        self._suspect = suspect
        self._file = tree.spots.file
        self._count = 0
        self._open: set[int] = set()

    def build(self, root: Node | None) -> None:
        """Fill the tree from its root node."""
        if root is None:
            self._findings.append(
                error(Fault.SYNTAX, "het bestand is leeg", "the file is empty", spot=Spot(self._file, 1, 1))
            )
        elif not isinstance(root, MappingNode):
            self._findings.append(
                error(
                    Fault.SYNTAX,
                    "een beschrijving begint met sleutels zoals “project:”",
                    "a description starts with keys such as “project:”",
                    spot=_spot(self._file, root.start_mark),
                )
            )
        elif isinstance(data := self._value(root, ()), dict):
            self._tree.data = data

    def _value(self, node: Node, path: Path) -> object:
        self._tick()
        mark = node.start_mark
        self._spots[path] = (mark.line + 1, mark.column + 1)
        tag = node.tag
        if tag is not PLAIN and tag is not QUOTED:
            return self._tagged(node, path)
        if isinstance(node, ScalarNode):
            text: str = node.value
            value = resolve_plain(text) if tag is PLAIN else text
            return self._clean(value, node, path) if self._suspect and isinstance(value, str) else value
        if id(node) in self._open:
            self._note(node, path, *_ENDLESS)
            return None
        self._open.add(id(node))
        try:
            if isinstance(node, SequenceNode):
                return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
            return self._mapping(node, path)
        finally:
            self._open.discard(id(node))

    def _tagged(self, node: Node, path: Path) -> object:
        if node.tag == FILE_TAG and isinstance(node, ScalarNode) and node.value.strip():
            self._tree.pointers[path] = node.value.strip()
            return None
        name = node.tag.replace("tag:yaml.org,2002:", "!!")
        if name == FILE_TAG:
            self._note(node, path, "na “!file” hoort de naam van een bestand", "“!file” wants the name of a file")
        else:
            self._note(
                node,
                path,
                f"“{name}” is niet mogelijk; alleen “!file” is dat",
                f"“{name}” cannot be used; only “!file” can",
                Text(
                    nl="laat het weg, of zet de tekst tussen aanhalingstekens",
                    en="leave it out, or put the text between quotes",
                ),
            )
        return None

    def _clean(self, text: str, node: Node, path: Path) -> str:
        if is_clean(text):
            return text
        cleaned, finding = clean_text(text, _spot(self._file, node.start_mark), path)
        if finding:
            self._findings.append(finding)
        return cleaned

    def _mapping(self, node: Node, path: Path) -> dict[str, object]:
        result: dict[str, object] = {}
        merges: list[Node] = []
        for key_node, value_node in node.value:
            if is_merge(key_node):
                merges.append(value_node)
            elif (key := self._key(key_node, path)) is not None:
                if key in result:
                    below = (*path, key)
                    second = _spot(self._file, key_node.start_mark)
                    self._findings.append(duplicate_key(below, self._tree.keys[below], second))
                else:
                    result[key] = self._member(key, key_node, value_node, path)
        for merge in merges:
            self._merge(merge, path, result)
        return result

    def _key(self, node: Node, path: Path) -> str | None:
        if not isinstance(node, ScalarNode) or node.tag not in (PLAIN, QUOTED):
            self._note(node, path, "een sleutel is gewone tekst", "a key is plain text")
            return None
        key: str = node.value
        return self._clean(key, node, path) if self._suspect else key

    def _member(self, key: str, key_node: Node, value_node: Node, path: Path) -> object:
        mark = key_node.start_mark
        below = (*path, key)
        self._keys[below] = (mark.line + 1, mark.column + 1)
        return self._value(value_node, below)

    def _merge(self, node: Node, path: Path, result: dict[str, object]) -> None:
        """Add the keys that `<<` brings in and that are not there yet (YAML merge key)."""
        for source in node.value if isinstance(node, SequenceNode) else [node]:
            self._tick()
            if not isinstance(source, MappingNode):
                self._note(source, path, "na “<<” hoort een verwijzing (*naam)", "“<<” wants a reference (*name)")
            elif id(source) in self._open:
                self._note(source, path, *_ENDLESS)
            else:
                self._open.add(id(source))
                for key_node, value_node in source.value:
                    if is_merge(key_node):
                        self._merge(value_node, path, result)
                    elif (key := self._key(key_node, path)) is not None and key not in result:
                        result[key] = self._member(key, key_node, value_node, path)
                self._open.discard(id(source))

    def _tick(self) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            raise _TooMany

    def _note(self, node: Node, path: Path, nl: str, en: str, fix: Text | None = None) -> None:
        self._findings.append(_refuse(_spot(self._file, node.start_mark), nl, en, path=path, fix=fix))
