"""Expressions: what stands between the braces of a template and in the values of a slots file.

One sandbox for all of them: no files, no imports, no attributes that lead out, no value changed. A name that is
not there is a fault, never an empty text. In `a.b` a key of `a` goes before a method of its class, so that a view
may have a key called `items`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.runtime import markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ibndocs.foundation.findings import Spot, Text
from ibndocs.foundation.suggestions import suggest_name
from ibndocs.office.bounded_operations import OPERATORS, bind_filters, check_call, check_operation
from ibndocs.office.budget import (
    MAX_TEXT,
    BoundedContext,
    BoundedGenerator,
    length,
    limit_items,
    limit_text,
    refuse,
    weigh,
)
from ibndocs.office.faults import ExpressionFault, TemplateFault, shorten
from ibndocs.office.filters import FILTERS
from ibndocs.office.mismatch import explain_mismatch
from ibndocs.office.syntax import explain_syntax

__all__ = ["TemplateFault", "compile_expression", "explain_error", "find_unknown_filters"]

_REFUSED_FILTERS = ("safe", "tojson", "urlize", "xmlattr", "pprint", "random")
"""They would let text through as markup, print what no reader wants, or give another result every time."""
_RESULT = "result"
_PATH = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[[0-9]{1,6}\])*", re.ASCII)
_CONSTANTS = {"true", "false", "none", "True", "False", "None", "not", "and", "or", "if", "else", "in", "is"}
"""Words of Jinja that look like a name."""


class Missing(StrictUndefined):
    """A name that is not there; any use of it but `is defined` and `default` raises an `ExpressionFault`."""

    __slots__ = ("_refused",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._refused = self._undefined_exception is SecurityError
        # Jinja calls this with its own English message to make the exception that it raises.
        self._undefined_exception = lambda _message: self._describe()  # type: ignore[assignment]

    def _describe(self) -> ExpressionFault:
        if self._refused:
            return explain_error(SecurityError())
        if self._undefined_hint is not None:
            return explain_error(TemplateError(self._undefined_hint))
        name, owner = str(self._undefined_name), self._undefined_obj
        if not _has_owner(self):
            return ExpressionFault("TPL05", Text(nl=f"{name} is onbekend", en=f"{name} is unknown"))
        known = [key for key in owner if isinstance(key, str)] if isinstance(owner, Mapping) else []
        text = Text(nl=f"{name} bestaat niet", en=f"{name} does not exist")
        if isinstance(owner, list | tuple):
            text = Text(
                nl=f"[{name}] bestaat niet: de lijst telt {len(owner)}",
                en=f"[{name}] does not exist: the list counts {len(owner)}",
            )
        return ExpressionFault("TPL05", text, suggest_name(name, known))


def _make_exact(value: Any, beside: Any) -> Any:
    """A fraction that is typed, as the exact number that those of the data are when it stands beside one."""
    return Decimal(repr(value)) if isinstance(value, float) and isinstance(beside, Decimal) else value


def _has_owner(missing: StrictUndefined) -> bool:
    from jinja2.utils import missing as no_owner

    return missing._undefined_obj is not no_owner


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox in which all expressions and templates are compiled; what they cost is bounded (`budget`)."""

    context_class = BoundedContext
    code_generator_class = BoundedGenerator
    intercepted_binops = OPERATORS

    def __init__(self, **options: Any) -> None:
        super().__init__(
            undefined=Missing, autoescape=True, loader=None, keep_trailing_newline=True, cache_size=0, **options
        )
        self.optimized = False  # folding constants costs more than templates full of names ever save
        for name in _REFUSED_FILTERS:
            del self.filters[name]
        del self.globals["lipsum"]
        self.filters = bind_filters(self.filters)
        self.filters.update(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`: a key first, then an attribute that is safe."""
        if isinstance(obj, dict):
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)

    def call_binop(self, context: BoundedContext, operator: str, left: Any, right: Any) -> Any:  # type: ignore[override]
        """`left operator right`, for the operators of `OPERATORS`."""
        check_operation(context, operator, left, right)
        return super().call_binop(context, operator, _make_exact(left, right), _make_exact(right, left))

    def call(__self, __context: BoundedContext, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]  # noqa: N805
        """`obj(args)`; no name of a parameter may be that of an argument."""
        check_call(__context, __obj, args, kwargs)
        made = super().call(__context, __obj, *args, **kwargs)
        if isinstance(made, range):
            __context.spend(len(made))
        return made

    def join_texts(self, context: BoundedContext, parts: tuple[Any, ...]) -> str:
        """`a ~ b`, for the code that `BoundedGenerator` makes."""
        limit_text(sum(weigh(part, MAX_TEXT) for part in parts))
        joined = markup_join(parts)
        context.spend(len(joined))
        return joined

    def charge(self, context: BoundedContext, value: Any) -> Any:
        """`value`, once it is spent what looking at all of it costs."""
        context.spend(length(value))
        return value

    def charge_items(self, context: BoundedContext, value: Any) -> Any:
        """`value`, a list that a template made."""
        weight = weigh(value)
        limit_items(weight)
        context.spend(weight)
        return value


@lru_cache(maxsize=1)
def shared_environment() -> TemplateEnvironment:
    """The one environment of all expressions and loops; making one anew copies every filter and test."""
    return TemplateEnvironment()


def compile_expression(source: str, place: Spot | str) -> Callable[[Mapping[str, object]], object]:
    """A function that gives the raw value of the expression `source` for the names in a mapping.

    Args:
        source: A Jinja expression without braces, such as `project.title`.
        place: Where it is typed; faults name it.

    Raises:
        TemplateFault: At once when it is no expression (`TPL02`, `TPL08`); when called, for a name that does not
            exist (`TPL05`) or for an operation that fails (`TPL09`).
    """
    spot = place if isinstance(place, Spot) else Spot(place)
    environment = shared_environment()
    path = _find_path(source)
    run = (lambda values: _walk(environment, path, values)) if path else _generate(environment, source, spot)

    def evaluate(values: Mapping[str, object]) -> object:
        try:
            result = run(values)
            if isinstance(result, Missing):
                raise result._describe()
        except Exception as error:
            raise TemplateFault(explain_error(error, values), spot, source) from error
        return result

    return evaluate


def _find_path(source: str) -> tuple[str | int, ...]:
    """The steps of an expression that only goes down by names and indexes, such as `a.b[0]`; of another, none.

    Most slots are such a path. Walking it gives what Jinja's code would, and spares reading and generating it.
    """
    if not _PATH.fullmatch(source) or source.partition(".")[0] in _CONSTANTS:
        return ()
    return tuple(int(step) if step.isdecimal() else step for step in re.findall(r"\w+", source))


def _walk(environment: TemplateEnvironment, path: tuple[str | int, ...], values: Mapping[str, object]) -> object:
    name, *rest = path
    if name in values:
        found = values[str(name)]
    else:
        found = environment.globals.get(str(name), environment.undefined(name=str(name)))
    for step in rest:
        found = environment.getattr(found, step) if isinstance(step, str) else environment.getitem(found, step)
    return found


def _generate(environment: TemplateEnvironment, source: str, spot: Spot) -> Callable[[Mapping[str, object]], object]:
    """What Jinja makes of an expression; its code is generated only if it is evaluated."""
    try:
        tree = _parse(environment, source)
        for _, fault in find_unknown_filters(environment, tree):
            raise fault
    except (TemplateError, ExpressionFault, RecursionError) as error:
        raise TemplateFault(explain_error(error), spot, source) from error

    @lru_cache(maxsize=1)
    def generate() -> Template:
        return environment.from_string(tree)

    return lambda values: _run(generate(), values)


def _run(template: Template, values: Mapping[str, object]) -> object:
    context = template.new_context(dict(values))
    for _ in template.root_render_func(context):
        pass
    return context.vars[_RESULT]


def _parse(environment: TemplateEnvironment, source: str) -> nodes.Template:
    parser = Parser(environment, source, state="variable")
    expression = parser.parse_expression()
    if not parser.stream.eos:
        raise TemplateSyntaxError(f"unexpected {parser.stream.current.value!r}", 1)
    tree = nodes.Template([nodes.Assign(nodes.Name(_RESULT, "store"), expression, lineno=1)], lineno=1)
    tree.set_environment(environment)
    return tree


def find_unknown_filters(environment: TemplateEnvironment, tree: nodes.Node) -> Iterator[tuple[int, ExpressionFault]]:
    """The lines of filters and tests that do not exist; Jinja itself finds some of them too late."""
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        if node.name not in known:
            text = Text(nl=f"kent geen “{node.name}”", en=f"knows no “{node.name}”")
            yield node.lineno, ExpressionFault("TPL08", text, suggest_name(node.name, known))


def explain_error(error: Exception, values: Mapping[str, object] | None = None) -> ExpressionFault:
    """`error`, raised while an expression was compiled or evaluated, in the words of a finding.

    A fault of the user's comes back as an `ExpressionFault`; a fault of the program is not one and raises again.
    """
    if isinstance(error, ExpressionFault):
        if error.code == "TPL05" and error.fix is None and values is not None:
            name = error.text.en.split(" ")[0]
            return ExpressionFault(error.code, error.text, suggest_name(name, values))
        return error
    if isinstance(error, TemplateSyntaxError):
        return explain_syntax(error.message or "")
    if isinstance(error, RecursionError | MemoryError | SyntaxError):
        # A syntax error is one of the code that Jinja makes: Python too nests only so deep.
        return refuse("nest te diep of roept zichzelf te vaak aan", "nests too deep or calls itself too often")
    if isinstance(error, SecurityError):
        return ExpressionFault("TPL08", Text(nl="mag niet in een sjabloon", en="is not allowed in a template"))
    if isinstance(error, TemplateError | ArithmeticError | TypeError | ValueError | LookupError | AttributeError):
        reason = shorten(f"{type(error).__name__}: {error}")
        fails = Text(nl=f"kan niet berekend worden ({reason})", en=f"fails ({reason})")
        return explain_mismatch(error) or ExpressionFault("TPL09", fails)
    raise error
