"""Reads a small YAML file node by node, so that each fault knows its line and column.

The reader decides by what it expects, never by YAML's own guesses: `no`, `on` and `1.0` are the words
as typed. All faults are gathered; a method that finds one reports it and gives None. Not for the
description: that is `source`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.foundation.suggestions import suggest_or_list

MAX_BYTES = 1_000_000
MAX_DEPTH = 50
NULL = "tag:yaml.org,2002:null"
INTEGER = "tag:yaml.org,2002:int"
Node = Any  # PyYAML ships no types for its C nodes


class NodeReader:
    """Reads typed values from nodes of one file and gathers the faults."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def compose(self, path: Path) -> Node | None:
        """The root node of a YAML file.

        Raises:
            FaultyInput: The file cannot be read or is not YAML.
        """
        import yaml

        try:
            data = path.read_bytes()
            if len(data) > MAX_BYTES:
                raise ValueError(f"{len(data)} > {MAX_BYTES} bytes")
            text = data.decode("utf-8-sig")
            _refuse_depth(text)
            return yaml.compose(text, Loader=yaml.CSafeLoader)
        except (OSError, ValueError) as fault:
            message = Text(f"bestand niet leesbaar: {fault}", f"file cannot be read: {fault}")
            raise FaultyInput([Finding("SLT01", Severity.ERROR, message, Spot(self.file))]) from None
        except yaml.YAMLError as fault:
            mark = getattr(fault, "problem_mark", None)
            spot = Spot(self.file, mark.line + 1, mark.column + 1) if mark else Spot(self.file)
            problem = getattr(fault, "problem", None) or getattr(fault, "reason", None) or "?"
            message = Text(f"geen geldige YAML: {problem}", f"not valid YAML: {problem}")
            raise FaultyInput([Finding("SLT01", Severity.ERROR, message, spot)]) from None

    def spot(self, node: Node) -> Spot:
        """The place of a node."""
        return Spot(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def report(self, code: str, node: Node, message: Text, fix: Text | None = None) -> None:
        """Keep a fault."""
        self.findings.append(Finding(code, Severity.ERROR, message, self.spot(node), fix=fix))

    def mapping(self, node: Node, known: Collection[str] | None, what: Text) -> dict[str, Node] | None:
        """The keys of a mapping with their nodes; unknown and repeated keys are faults and left out."""
        if node.id != "mapping":
            self._refuse_kind(node, f"{what.nl}: sleutels met waarden", f"{what.en}: keys with values")
            return None
        values: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if known is not None and name not in known:
                self._refuse_key(key, name, known, what)
            elif name in values:
                self.report("SLT05", key, Text(f"sleutel '{name}' staat er twee keer", f"key '{name}' stands twice"))
            else:
                values[name] = value
        return values

    def _refuse_key(self, key: Node, name: str, known: Collection[str], what: Text) -> None:
        message = Text(f"{what.nl} kent geen sleutel '{name}'", f"{what.en} has no key '{name}'")
        self.report("SLT02", key, message, suggest_or_list(name, sorted(known), likeness=0.6))

    def require(self, node: Node, values: Mapping[str, Node], keys: Collection[str], what: Text) -> bool:
        """Whether all keys are there; those that are not are reported at the mapping."""
        missing = [key for key in keys if key not in values]
        for key in missing:
            self.report("SLT03", node, Text(f"{what.nl} mist de sleutel '{key}'", f"{what.en} lacks the key '{key}'"))
        return not missing

    def items(self, node: Node, what: Text) -> list[Node] | None:
        """The nodes of a list."""
        if node.id != "sequence":
            self._refuse_kind(node, f"{what.nl}: een lijst", f"{what.en}: a list")
            return None
        return list(node.value)

    def text(self, node: Node) -> str | None:
        """A scalar as typed; an empty one is a fault unless it is quoted."""
        if node.id != "scalar" or is_null(node):
            self._refuse_kind(node, "een tekst", "a text")
            return None
        return str(node.value)

    def number(self, node: Node) -> int | None:
        """A whole number from 1."""
        if node.id == "scalar" and str(node.value).isascii() and str(node.value).isdigit() and int(node.value) > 0:
            return int(node.value)
        self._refuse_kind(node, "een geheel getal vanaf 1", "a whole number from 1")
        return None

    def label(self, node: Node) -> str | int | None:
        """A number when typed plain, a text when quoted or not a number."""
        if node.id == "scalar" and node.tag == INTEGER:
            return self.number(node)
        return self.text(node)

    def flag(self, node: Node) -> bool | None:
        """`true` or `false`."""
        if node.id == "scalar" and str(node.value) in {"true", "false"}:
            return str(node.value) == "true"
        self._refuse_kind(node, "true of false", "true or false")
        return None

    def choice(self, node: Node, options: Collection[str]) -> str | None:
        """One of the words."""
        if node.id == "scalar" and str(node.value) in options:
            return str(node.value)
        words = ", ".join(options)
        self._refuse_kind(node, f"een van: {words}", f"one of: {words}")
        return None

    def _refuse_kind(self, node: Node, nl: str, en: str) -> None:
        found = f"'{node.value}'" if node.id == "scalar" else {"sequence": "[...]"}.get(node.id, "{...}")
        self.report("SLT04", node, Text(f"verwacht {nl}; gevonden {found}", f"expected {en}; found {found}"))


def _refuse_depth(text: str) -> None:
    """PyYAML's C composer recurses without a limit and takes the whole process down; its events do not."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ValueError(f"nesting > {MAX_DEPTH}")


def is_null(node: Node) -> bool:
    """Whether a node is nothing: `null`, `~` or left open."""
    return bool(node.id == "scalar" and node.tag == NULL)
