"""What is wrong when a part cannot be rendered: all of it, with the place of every tag at fault.

A part is rendered again, slowly, in an environment that notes a fault and goes on where the real one stops. Only
documents that fail pay for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from types import FrameType, TracebackType

from jinja2 import Template
from markupsafe import Markup

from ibndocs.foundation.findings import Finding, Spot
from ibndocs.office.expressions import Missing, explain_error
from ibndocs.office.faults import locate_fault
from ibndocs.office.word.source import Source, WordEnvironment
from ibndocs.office.word.writing import write_value

_OPERATIONS = tuple(
    f"__{name}__"
    for name in (
        *("call", "getitem", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "floordiv"),
        *("mod", "pow", "neg", "pos", "lt", "le", "gt", "ge"),
    )
)
_CONVERSIONS: dict[str, Callable[[], object]] = {
    "__str__": str,
    "__len__": int,
    "__bool__": bool,
    "__eq__": bool,
    "__ne__": bool,
    "__contains__": bool,
    "__hash__": int,
    "__iter__": lambda: iter(()),
}


def diagnose(source: Source, spot: Spot, values: Mapping[str, object], error: Exception) -> list[Finding]:
    """The faults of a part for `values`; at least that of `error`, which stopped the rendering."""
    recorder = _Recorder(source, spot, values)
    if _costs_too_much(error):
        recorder.note(error, _line_of_traceback(error.__traceback__))
        return list(recorder.findings.values())
    environment = recorder.make_environment()
    template = environment.from_string(source.text)
    recorder.is_rendering = True
    try:
        for _ in template.root_render_func(template.new_context(dict(values))):
            pass
    except Exception as stopped:
        recorder.note(stopped, _line_of_traceback(stopped.__traceback__))
    if not recorder.findings:
        recorder.note(error, _line_of_traceback(error.__traceback__))
    return list(recorder.findings.values())


class _Recorder:
    """Notes faults by the tag they happen in, the first for each tag."""

    def __init__(self, source: Source, spot: Spot, values: Mapping[str, object]) -> None:
        self._source, self._spot, self._values = source, spot, values
        self.findings: dict[int, Finding] = {}
        self.is_rendering = False  # while it compiles, Jinja tries expressions that hold no names

    def note(self, error: Exception, line: int) -> None:
        fault = explain_error(error, self._values)
        mark = self._source.mark_at(line)
        self.findings.setdefault(id(mark), locate_fault(fault, self._spot, mark.tag.typed, mark.place))

    def note_here(self, error: Exception) -> None:
        self.note(error, _line_of_frames(sys._getframe(1)))

    def tolerate(self, function: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            try:
                return function(*args, **kwargs)
            except Exception as error:
                if not self.is_rendering or _costs_too_much(error):
                    raise
                self.note_here(error)
                return Markup()

        # Jinja looks for its own marks (`pass_context`) on a filter.
        call.__dict__.update(getattr(function, "__dict__", {}))
        return call

    def make_environment(self) -> WordEnvironment:
        environment = WordEnvironment(self.tolerate(write_value))
        environment.filters.update({name: self.tolerate(made) for name, made in environment.filters.items()})
        environment.filters["default"] = environment.filters["d"] = _default
        environment.undefined = self._make_missing()
        return environment

    def _make_missing(self) -> type[Missing]:
        """The class of a missing name that tells of itself and then is nothing at all."""

        def tell(missing: Missing, *_: object, **__: object) -> Missing:
            self.note_here(missing._describe())
            return missing

        def tell_and_give(result: Callable[[], object]) -> Callable[..., object]:
            def method(missing: Missing, *_: object) -> object:
                tell(missing)
                return result()

            return method

        def get(missing: Missing, name: str) -> Missing:
            if name.startswith("__"):
                raise AttributeError(name)
            return tell(missing)

        methods: dict[str, object] = dict.fromkeys(_OPERATIONS, tell)
        methods |= {name: tell_and_give(result) for name, result in _CONVERSIONS.items()}
        return type("NotedMissing", (Missing,), {"__slots__": (), "__getattr__": get, **methods})


def _costs_too_much(error: Exception) -> bool:
    """Whether going on would cost it again."""
    return explain_error(error).code == "TPL11"


def _default(value: object, default_value: object = "", boolean: bool = False) -> object:
    if isinstance(value, Missing) or (boolean and not value):
        return default_value
    return value


def _line_of_frames(frame: FrameType | None) -> int:
    while frame is not None:
        line = _line(frame, frame.f_lineno)
        if line is not None:
            return line
        frame = frame.f_back
    return 1


def _line_of_traceback(traceback: TracebackType | None) -> int:
    found = 1
    while traceback is not None:
        line = _line(traceback.tb_frame, traceback.tb_lineno)
        found = line if line is not None else found
        traceback = traceback.tb_next
    return found


def _line(frame: FrameType, line: int) -> int | None:
    """The line in the source of the template that a frame of generated code is at."""
    template = frame.f_globals.get("__jinja_template__")
    return template.get_corresponding_lineno(line) if isinstance(template, Template) else None
