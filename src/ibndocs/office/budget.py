"""What a template may cost: a budget for each rendering, so that none runs for ever or eats the memory.

The budget is counted in characters, written or looked at, and never in time: the same template with the same values
always ends the same. Whatever loops spends of it; what makes much of little is refused before it begins
(`bounded_operations`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.runtime import Context
from jinja2.utils import Namespace

from ibndocs.foundation.findings import Text
from ibndocs.office.faults import ExpressionFault

BUDGET: Final = 50_000_000
"""Characters in one part of a document: many times the longest dossier."""
STEP: Final = 100
"""What each turn of a loop, each call and each printed value costs beside its text."""
MAX_TEXT: Final = 5_000_000
"""Length of one text that an operation makes."""
MAX_ITEMS: Final = 2_000_000
"""Items in one list that an operation makes, the items and characters in it counted too.

A list of a whole view, such as `[cofinancing]` with all who pay, holds some hundred thousands.
"""

LISTS: Final = (list, tuple, dict, set, frozenset)


class BoundedContext(Context):
    """The names of one rendering, and what is left of its budget."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left = BUDGET

    def spend(self, characters: int) -> None:
        """Take from the budget.

        Raises:
            ExpressionFault: `TPL11`: nothing is left of it.
        """
        self.left -= characters + STEP
        if self.left < 0:
            raise refuse("blijft doorgaan of schrijft te veel", "goes on for ever or writes too much")


def refuse(nl: str, en: str) -> ExpressionFault:
    """The fault of a template that would cost too much."""
    return ExpressionFault("TPL11", Text(nl=nl, en=en))


def limit_text(characters: int) -> None:
    """Refuse a text of so many characters when that is too long."""
    if characters > MAX_TEXT:
        raise refuse("maakt een te lange tekst", "makes too long a text")


def limit_items(items: int) -> None:
    """Refuse a list of so many items when that is too long."""
    if items > MAX_ITEMS:
        raise refuse("maakt een te lange lijst", "makes too long a list")


def length(value: object) -> int:
    """How much there is to look at in a value, the lists in it aside."""
    return len(value) if isinstance(value, str | bytes | range | list | tuple | dict | set | frozenset) else 1


def weigh(value: object, most: int = MAX_ITEMS) -> int:
    """How much there is in a value: the characters of texts, the items of lists and of the lists in them.

    It stops beyond `most`: what stands in a list twice counts twice, so a few lists in each other can be immense.
    """
    count = 0
    waiting = [value]
    while waiting and count <= most:
        item = waiting.pop()
        if isinstance(item, Namespace):
            item = object.__getattribute__(item, "_Namespace__attrs")
        count += length(item)
        if isinstance(item, LISTS):
            waiting.extend(item.values() if isinstance(item, Mapping) else item)
    return count


class BoundedGenerator(CodeGenerator):
    """Generates code in which loops, macros, joined texts, lists and comparisons spend."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """A loop: each turn costs what it writes."""
        _charge_body(node)
        super().visit_For(node, frame)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        """A macro: each use costs what it writes."""
        _charge_body(node)
        super().visit_Macro(node, frame)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:  # noqa: N802
        """What a macro calls back for."""
        _charge_body(node)
        super().visit_CallBlock(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """`a ~ b`."""
        self.write("environment.join_texts(context, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802
        """The right side of a comparison, all of which may have to be looked at."""
        if isinstance(node.expr, nodes.Const):
            super().visit_Operand(node, frame)
            return
        self.write(f" {operators[node.op]} environment.charge(context, ")
        self.visit(node.expr, frame)
        self.write(")")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """`a[i]`, or a part `a[i:j]`, which is a copy."""
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.charge(context, ")
        super().visit_Getitem(node, frame)
        self.write(")")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """`[a, b]`."""
        self._write_weighed(super().visit_List, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """`(a, b)`, or the names of a loop."""
        if node.ctx == "load":
            self._write_weighed(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """`{a: b}`."""
        self._write_weighed(super().visit_Dict, node, frame)

    def _write_weighed(self, visit: Callable[[Any, Frame], None], node: nodes.Expr, frame: Frame) -> None:
        self.write("environment.charge_items(context, ")
        visit(node, frame)
        self.write(")")


def _charge_body(node: nodes.For | nodes.Macro | nodes.CallBlock) -> None:
    """Begin the body of `node` with a line that spends what its own text costs."""
    name = object.__new__(nodes.InternalName)  # as Jinja's own parser makes one
    nodes.Node.__init__(name, f"context.spend({_count_text(node.body)})", lineno=node.lineno)
    node.body.insert(0, nodes.ExprStmt(name, lineno=node.lineno))


def _count_text(body: Iterable[nodes.Node]) -> int:
    """The length of the text in `body`, that of the loops and macros in it aside."""
    count = 0
    for node in body:
        if isinstance(node, nodes.TemplateData):
            count += len(node.data)
        elif not isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock):
            count += _count_text(node.iter_child_nodes())
    return count
