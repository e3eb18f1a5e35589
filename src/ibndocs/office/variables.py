"""Which values a template asks for, by their whole names, read from its code without running it.

`{% for p in people if p.active %}{{ p.name }}{% endfor %}` asks for `people[…].active` and `people[…].name`, wherever a
loop, `set` or `with` gave a value another name. What a macro gets or a method gives is not followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jinja2 import nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from ibndocs.foundation.findings import Text
from ibndocs.foundation.suggestions import suggest_name
from ibndocs.office.faults import ExpressionFault

EACH: Final = "[…]"
"""The step to any item of a list, as `docs/waarden.md` writes it."""

_KEEPING: Final = frozenset({"sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"})
_PICKING: Final = frozenset({"first", "last", "min", "max"})
_EXCUSING: Final = frozenset({"default", "d"})
_MANY: Final = 200

Path = tuple[str, ...]
_Scope = dict[str, Path | None]
"""What the names of loops and `set` stand for; None for what is not followed."""


@dataclass(frozen=True, slots=True)
class Use:
    """A value that is asked for.

    Attributes:
        path: Its steps: names, and `EACH` for an item of a list.
        line: Where, in the source of the template.
        excused: It may be missing: the template asks whether it is there, or has a default.
    """

    path: Path
    line: int
    excused: bool = False


def write_path(path: Path) -> str:
    """A path as one writes it: `people[…].name`."""
    return "".join(step if step == EACH or not number else f".{step}" for number, step in enumerate(path))


def find_uses(tree: nodes.Template, own: Iterable[str] = ()) -> list[Use]:
    """The values that a template asks for, in the order of its text; `own` are names that the engine gives."""
    reader = _Reader({*DEFAULT_NAMESPACE, *own})
    reader.read_all(tree.body, {})
    return reader.uses


class _Reader:
    def __init__(self, known: set[str]) -> None:
        self._known = known
        self.uses: list[Use] = []

    def read_all(self, body: Iterable[nodes.Node], scope: _Scope) -> None:
        for node in body:
            self._read(node, scope)

    def _read(self, node: nodes.Node, scope: _Scope) -> None:
        match node:
            case nodes.For():
                self._read_loop(node, scope)
            case nodes.Assign():
                self._bind(node.target, self._follow(node.node, scope), scope)
            case nodes.AssignBlock():
                self.read_all(node.body, dict(scope))
                self._bind(node.target, None, scope)
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._bind(target, self._follow(value, scope), inner)
                self.read_all(node.body, inner)
            case nodes.Macro() | nodes.CallBlock():
                inner = {**scope, "caller": None, "varargs": None, "kwargs": None}
                inner.update((argument.name, None) for argument in node.args)
                self.read_all([*node.defaults, *([node.call] if isinstance(node, nodes.CallBlock) else [])], scope)
                if isinstance(node, nodes.Macro):
                    scope[node.name] = inner[node.name] = None
                self.read_all(node.body, inner)
            case nodes.If():
                self._ask(node.test, scope)
                for branch in (node.body, node.elif_, node.else_):
                    self.read_all(branch, scope)
            case nodes.Expr():
                self._ask(node, scope)
            case _:
                self.read_all(node.iter_child_nodes(), scope)

    def _read_loop(self, node: nodes.For, scope: _Scope) -> None:
        path = self._follow(node.iter, scope)
        inner = {**scope, "loop": None}
        self._bind(node.target, (*path, EACH) if path else None, inner)
        if node.test is not None:
            self._ask(node.test, inner)
        self.read_all(node.body, inner)
        self.read_all(node.else_, scope)

    def _bind(self, target: nodes.Node, path: Path | None, scope: _Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = path
        else:
            scope.update((name.name, None) for name in target.find_all(nodes.Name))

    def _ask(self, node: nodes.Node, scope: _Scope, *, excused: bool = False) -> None:
        """Note what an expression asks for."""
        self._follow(node, scope, excused=excused)

    def _follow(self, node: nodes.Node, scope: _Scope, *, excused: bool = False) -> Path | None:
        """The path of the value of an expression, noted; None when it is no value of the view as such."""
        path = self._find_path(node, scope)
        if path:
            self.uses.append(Use(path, node.lineno, excused))
            self._read_indexes(node, scope)
            return path
        match node:
            case nodes.Name():
                return None
            case nodes.Filter() if node.node is not None:
                inner = self._follow(node.node, scope, excused=excused or node.name in _EXCUSING)
                self.read_all([*node.args, *(pair.value for pair in node.kwargs)], scope)
                return self._after_filter(node, inner)
            case nodes.Test():
                self._follow(node.node, scope, excused=excused or node.name in ("defined", "undefined"))
                self.read_all(node.args, scope)
                return None
            case nodes.Call() if isinstance(node.node, nodes.Getattr):
                self._follow(node.node.node, scope)
                self.read_all([*node.args, *(pair.value for pair in node.kwargs)], scope)
                return None
            case _:
                for inner_node in node.iter_child_nodes():
                    self._ask(inner_node, scope, excused=excused)
                return None

    def _after_filter(self, node: nodes.Filter, path: Path | None) -> Path | None:
        if not path:
            return None
        if node.name in _KEEPING or node.name in _EXCUSING:
            return path
        if node.name in _PICKING:
            return (*path, EACH)
        return None

    def _find_path(self, node: nodes.Node, scope: _Scope) -> Path | None:
        match node:
            case nodes.Name():
                if node.name in scope:
                    return scope[node.name]
                return None if node.name in self._known else (node.name,)
            case nodes.Getattr():
                owner = self._find_path(node.node, scope)
                return (*owner, node.attr) if owner else None
            case nodes.Getitem(arg=nodes.Const(value=str() as key)):
                owner = self._find_path(node.node, scope)
                return (*owner, key) if owner else None
            case nodes.Getitem() if not isinstance(node.arg, nodes.Slice):
                owner = self._find_path(node.node, scope)
                return (*owner, EACH) if owner else None
            case _:
                return None

    def _read_indexes(self, node: nodes.Node, scope: _Scope) -> None:
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
                self._ask(node.arg, scope)
            node = node.node


def find_missing(use: Use, views: Sequence[Mapping[str, object]]) -> ExpressionFault | None:
    """What is wrong with a name that none of the views has; nothing when lists on the way are empty."""
    found: list[object] = list(views)
    for number, step in enumerate(use.path):
        steps = [_step(value, step) for value in found[:_MANY]]
        following = [value for values in steps if values is not None for value in values]
        if not following:
            if not found or any(values is not None for values in steps):
                return None
            return _describe_missing(use, number, found)
        found = following
    return None


def _step(value: object, step: str) -> list[object] | None:
    """The values one step further, or None when there is no such step."""
    if step == EACH:
        if isinstance(value, Mapping):
            return list(value.values())
        return list(value) if isinstance(value, list | tuple) else []
    if isinstance(value, Mapping):
        return [value[step]] if step in value else None
    return [] if hasattr(value, step) else None


def _describe_missing(use: Use, number: int, owners: Iterable[object]) -> ExpressionFault:
    step = use.path[number]
    known = {str(key) for owner in owners if isinstance(owner, Mapping) for key in owner}
    said = Text(nl=f"{step} bestaat niet", en=f"{step} does not exist")
    if not number:
        said = Text(nl=f"{step} is onbekend", en=f"{step} is unknown")
    before, after = use.path[:number], use.path[number + 1 :]
    return ExpressionFault("TPL05", said, suggest_name(step, known, lambda meant: write_path((*before, meant, *after))))


def list_paths(uses: Iterable[Use]) -> Iterator[Path]:
    """The paths asked for, sorted; that of a group or list only when nothing in it is named."""
    paths = sorted({use.path for use in uses})
    for number, path in enumerate(paths):
        following = paths[number + 1] if number + 1 < len(paths) else ()
        if following[: len(path)] != path:
            yield path
