"""What the slots of a form come to for one document: the faults and the blanks, told at their place in the slots file.

A template knows its own tags only. Here each expression is evaluated on its own, so that a finding names the line
that a person can mend.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.foundation.suggestions import suggest_name
from ibndocs.office.expressions import TemplateEnvironment, compile_expression
from ibndocs.office.faults import ExpressionFault, TemplateFault
from ibndocs.office.loops import compile_loop
from ibndocs.office.places import CheckBox
from ibndocs.office.printing import print_value
from ibndocs.office.slots import DropSlot, Expression, Fill, RepeatSlot, RowsSlot, Slot, ValueSlot

TO_FILL_IN = "[nog in te vullen]"
"""What a document says, highlighted, where a value is missing."""
Values = Mapping[str, object]
Evaluate = Callable[[Values], object]
Rounds = Callable[[Values], Sequence[Values]]


def is_missing(value: object) -> bool:
    """Whether a value prints as nothing: None, or text or prose without words. Zero is a value."""
    return value is None or not print_value(value).strip()


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say about a value in its place: it is no choice of the list, too long, no date."""

    code: str
    severity: Severity
    message: Text
    fix: Text | None = None


Check = Callable[[object], Remark | None]


@dataclass(frozen=True, slots=True)
class CompiledSlot:
    """One slot with its expressions ready to be evaluated."""

    slot: Slot
    rounds: Rounds
    printed: tuple[tuple[Expression, Evaluate, bool], ...]
    """The expressions that are printed, and whether each may stay blank."""
    asked: tuple[Evaluate, ...]
    """The expressions that decide: a condition, a colour."""
    around: tuple[CompiledSlot, ...] = ()
    """The slots of the parts of the form that this one stands in, from the outside in."""
    checks: Mapping[Expression, tuple[Check, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """What the places say about the values of an expression."""

    def find_faults(self, values: Values) -> Iterator[Finding]:
        """The first fault of each expression for these values."""
        try:
            rounds = self._rounds(values)
        except FaultyInput as fault:
            yield from fault.findings
            return
        for evaluate in (*(self._print(*one[:2]) for one in self.printed), *self.asked):
            for scope in rounds:
                try:
                    evaluate(scope)
                except FaultyInput as fault:
                    yield from fault.findings
                    break

    def _rounds(self, values: Values) -> Sequence[Values]:
        """The names that the expressions see, each time that they are printed."""
        scopes: Sequence[Values] = (values,)
        for one in (*self.around, self):
            scopes = [inner for scope in scopes for inner in one.rounds(scope)]
        return scopes

    @staticmethod
    def _print(expression: Expression, evaluate: Evaluate) -> Evaluate:
        def run(values: Values) -> object:
            value = evaluate(values)
            try:
                return is_missing(value)
            except ExpressionFault as fault:
                raise TemplateFault(fault, expression.spot, expression.source) from fault

        return run

    def find_unknown(self, known: Collection[str]) -> Iterator[Finding]:
        """The names at top level that the slot asks for and that are not one of `known`."""
        from jinja2.meta import find_undeclared_variables

        environment = TemplateEnvironment()
        slots = [one.slot for one in (*self.around, self)]
        loops = [slot.each.source for slot in slots if isinstance(slot, RowsSlot | RepeatSlot)]
        loop = "".join(f"{{% for {each} %}}" for each in loops)
        end = "{% endfor %}" * len(loops)
        for expression in (*(one for one, _ in _printed(self.slot)), *_asked(self.slot)):
            tree = environment.parse(f"{loop}{{{{ {expression.source} }}}}{end}")
            for name in sorted(find_undeclared_variables(tree) - {*known, *environment.globals}):
                fault = ExpressionFault("TPL05", Text(f"{name} is onbekend", f"{name} is unknown"))
                fault.fix = suggest_name(name, known)
                yield TemplateFault(fault, expression.spot, expression.source).finding

    def find_blanks(self, values: Values) -> Iterator[Finding]:
        """A warning for each expression that leaves `[nog in te vullen]` in the document."""
        rounds = self._rounds(values)
        for expression, evaluate, optional in self.printed:
            blanks = 0 if optional else sum(is_missing(evaluate(scope)) for scope in rounds)
            if blanks:
                times = Text(f" ({blanks} keer)", f" ({blanks} times)") if blanks > 1 else Text("", "")
                asked = expression.source.replace("\n", r"\n")
                message = Text(f"{asked} is nog niet ingevuld{times.nl}", f"{asked} is not filled in yet{times.en}")
                yield Finding("SLT20", Severity.WARNING, message, expression.spot)

    def find_remarks(self, values: Values) -> Iterator[Finding]:
        """What the places say about their values, each remark once."""
        rounds = self._rounds(values) if self.checks else ()
        evaluated = {expression: evaluate for expression, evaluate, _ in self.printed}
        for expression, checks in self.checks.items():
            asked = (check(evaluated[expression](scope)) for scope in rounds for check in checks)
            for remark in dict.fromkeys(filter(None, asked)):
                message = Text(f"{expression.source}: {remark.message.nl}", f"{expression.source}: {remark.message.en}")
                yield Finding(remark.code, remark.severity, message, expression.spot, fix=remark.fix)


def compile_slot(slot: Slot) -> CompiledSlot:
    """Make a slot ready.

    Raises:
        FaultyInput: With every expression that cannot be read (`TPL02`, `TPL08`).
    """
    findings: list[Finding] = []

    def compiled(expression: Expression) -> Evaluate:
        try:
            return compile_expression(expression.source, expression.spot)
        except FaultyInput as fault:
            findings.extend(fault.findings)
            return lambda _: None

    rounds: Rounds = lambda values: (values,)  # noqa: E731
    printed = tuple((one, compiled(one), optional) for one, optional in _printed(slot))
    asked = tuple(compiled(one) for one in _asked(slot))
    if isinstance(slot, RowsSlot | RepeatSlot):
        try:
            rounds = compile_loop(slot.each)
        except FaultyInput as fault:
            findings.extend(fault.findings)
    elif isinstance(slot, DropSlot):
        rounds = lambda values: (values,) if asked[0](values) else ()  # noqa: E731
    if findings:
        raise FaultyInput(findings)
    return CompiledSlot(slot, rounds, printed, asked)


def _fills(slot: RowsSlot) -> Iterator[Fill]:
    return (fill for row in slot.cells for fill in row if fill is not None)


def _printed(slot: Slot) -> Iterator[tuple[Expression, bool]]:
    if isinstance(slot, ValueSlot) and not isinstance(slot.at, CheckBox):
        yield slot.value, slot.optional
    elif isinstance(slot, RowsSlot):
        yield from ((fill.value, fill.optional) for fill in _fills(slot) if fill.value is not None)


def _asked(slot: Slot) -> Iterator[Expression]:
    if isinstance(slot, DropSlot):
        yield slot.unless
    elif isinstance(slot, ValueSlot) and isinstance(slot.at, CheckBox):
        yield slot.value
    elif isinstance(slot, RowsSlot):
        yield from (fill.colour for fill in _fills(slot) if fill.colour is not None)
