"""The `each` of a repeating row: what a Jinja `for` takes, such as `member in members if member.active`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from ibndocs.office.expressions import (
    TemplateEnvironment,
    TemplateFault,
    explain_error,
    find_unknown_filters,
    shared_environment,
)
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.slots import Expression

Scope = Mapping[str, object]

_TAKE = "__take__"


def compile_loop(typed: Expression) -> Callable[[Scope], list[Scope]]:
    """A function that gives, for each item, the names an expression of its row may use.

    Besides the names before `in` that is `loop`: `index` and `index0`, `first`, `last`, `length` and `changed(value)`.

    Raises:
        TemplateFault: At once when it cannot be read; when called, when there is nothing to go through.
    """
    environment = shared_environment()
    try:
        tree = _parse(environment, typed.source)
        for _, fault in find_unknown_filters(environment, tree):
            raise fault
    except (TemplateError, ExpressionFault, RecursionError) as error:
        raise TemplateFault(explain_error(error), typed.spot, typed.source) from error

    @lru_cache(maxsize=1)
    def generate() -> Template:
        # Reading a loop shows what is wrong with it; Python code is made of it only if it is run.
        return environment.from_string(tree)

    def list_scopes(values: Scope) -> list[Scope]:
        taken: list[dict[str, object]] = []
        try:
            template = generate()
            context = template.new_context({**values, _TAKE: taken.append})
            for _ in template.root_render_func(context):
                pass
        except Exception as error:
            raise TemplateFault(explain_error(error, values), typed.spot, typed.source) from error
        has_changed = _follow_changes()
        return [{**values, **names, "loop": _loop(index, len(taken), has_changed)} for index, names in enumerate(taken)]

    return list_scopes


def _loop(index: int, length: int, has_changed: Callable[..., bool]) -> dict[str, object]:
    place = {"index": index + 1, "index0": index, "first": index == 0, "last": index == length - 1, "length": length}
    return {**place, "changed": has_changed}


def _follow_changes() -> Callable[..., bool]:
    """Whether values differ from those of the last time, as `loop.changed` of Jinja says."""
    last: list[object] = []

    def has_changed(*values: object) -> bool:
        differs = last != [values]
        last[:] = [values]
        return differs

    return has_changed


def _parse(environment: TemplateEnvironment, source: str) -> nodes.Template:
    parser = Parser(environment, source, state="variable")
    target = parser.parse_assign_target(extra_end_rules=("name:in",))
    parser.stream.expect("name:in")
    items = parser.parse_tuple(with_condexpr=False, extra_end_rules=("name:if",))
    test = parser.parse_expression() if parser.stream.skip_if("name:if") else None
    if not parser.stream.eos:
        raise TemplateSyntaxError(f"unexpected {parser.stream.current.value!r}", 1)
    bound = [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))
    pairs = [nodes.Pair(nodes.Const(name.name), nodes.Name(name.name, "load")) for name in bound]
    take = nodes.Call(nodes.Name(_TAKE, "load"), [nodes.Dict(pairs)], [], None, None)
    body: list[nodes.Node] = [nodes.ExprStmt(take, lineno=1)]
    loop = nodes.For(target, items, body, [], test, False, lineno=1)
    tree = nodes.Template([loop], lineno=1)
    tree.set_environment(environment)
    return tree
