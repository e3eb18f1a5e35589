"""The faults of an Office file and of what is typed in it, as findings that name the file and the place."""

from __future__ import annotations

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text

_LONGEST_SHOWN = 200


def refuse_file(code: str, file: str, nl: str, en: str, *, fix: Text | None = None) -> FaultyInput:
    """The exception that says why `file` cannot be used; `code` is one of `OFF01`..`OFF09`."""
    return FaultyInput([Finding(code, Severity.ERROR, Text(nl=nl, en=en), spot=Spot(file), fix=fix)])


def refuse_unread(file: str, error: OSError) -> FaultyInput:
    """The exception that says why the machine could not read a file (`OFF07`)."""
    reason = error.strerror or str(error)
    return refuse_file("OFF07", file, f"kan niet gelezen worden: {reason}", f"cannot be read: {reason}")


def shorten(shown: str) -> str:
    """What a message repeats of a value or of an error, which may be as long as a book."""
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"


class ExpressionFault(Exception):  # noqa: N818 - named for what it says: the expression is at fault
    """What is wrong with an expression or its value, before the place is known."""

    def __init__(self, code: str, text: Text, fix: Text | None = None) -> None:
        self.code = code
        self.text = text
        self.fix = fix
        super().__init__(text.en)


class TemplateFault(FaultyInput):
    """One fault of one expression, with its place; a `FaultyInput` of a single finding."""

    def __init__(self, fault: ExpressionFault, spot: Spot, tag: str, within: Text | None = None) -> None:
        self.finding = locate_fault(fault, spot, tag, within)
        super().__init__([self.finding])


def locate_fault(fault: ExpressionFault, spot: Spot, tag: str, within: Text | None = None) -> Finding:
    """The finding that `fault` becomes: the file, the place within it, the tag, and what is wrong."""
    before_nl, before_en = (f"{within.nl}: ", f"{within.en}: ") if within else ("", "")
    message = Text(nl=f"{before_nl}{tag}: {fault.text.nl}", en=f"{before_en}{tag}: {fault.text.en}")
    return Finding(fault.code, Severity.ERROR, message, spot=spot, fix=fault.fix)
