"""Open the form of a document with its slots, whatever Office program it is for; or a template with typed tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ibndocs.call.pack import Call, DocumentEntry
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.office.package import Package
from ibndocs.office.places import Office, office_of

Values = Mapping[str, object]
Inspect = Callable[[bytes, Values], tuple[Finding, ...]]


@dataclass(frozen=True)
class Form:
    """A form that is compiled and ready to render.

    Attributes:
        entry: The document it makes.
        file: Its name in the manifest, relative to the call pack.
        sha256: Of the blank form.
        render: The filled document for the values of a view.
        inspect: What is wrong with a filled document that rendering cannot see: text that overflows, a total that
            the workbook calculates otherwise than the dossier.
    """

    entry: DocumentEntry
    file: str
    sha256: str
    render: Callable[[Values], bytes]
    inspect: Inspect


def open_form(entry: DocumentEntry, call: Call, *, final: bool) -> Form:
    """Read and compile the form of `entry`.

    Args:
        entry: The document.
        call: The call pack it belongs to.
        final: Leaves out the content controls by which an edit in Word is read back.

    Raises:
        FaultyInput: The form is missing or another than the slots were written for, a slot finds no place, or an
            expression or tag is wrong; all faults at once.
    """
    if entry.template:
        return _open_template(entry, call)
    form_path = call.folder / "forms" / entry.form
    data = _read(form_path)
    package = Package.read(data, name=f"forms/{entry.form}")
    from ibndocs.office.slots import read_slots

    slots = read_slots(call.folder / "slots" / f"{form_path.stem}.yaml")
    slots.check_pin(data)
    compiled: _Renderer
    inspect: Inspect = _see_nothing
    office = office_of(entry.form)
    if office is Office.SLIDES:
        from ibndocs.office.slides.fill import SlideForm

        slides = SlideForm.compile(package, slots.slots)
        compiled, inspect = slides.render, lambda data, _values: slides.find_overflows(data)
    elif office is Office.SHEETS:
        from ibndocs.office.sheets.fill import SheetForm

        sheets = SheetForm.compile(package, slots.slots)
        compiled, inspect = sheets.render, sheets.find_differences
    else:
        from ibndocs.office.word.fill import WordForm

        compiled = WordForm.compile(package, slots.slots, keep_controls=not final).render
    properties = _compile_properties(slots.properties)

    def render(values: Values) -> bytes:
        return compiled(values, {name: str(evaluate(values)) for name, evaluate in properties.items()})

    return Form(entry, f"forms/{entry.form}", sha256(data).hexdigest(), render, inspect)


_Renderer = Callable[[Values, Mapping[str, str]], bytes]


def _open_template(entry: DocumentEntry, call: Call) -> Form:
    from ibndocs.office.word.template import WordTemplate

    data = _read(call.folder / entry.template)
    template = WordTemplate.compile(Package.read(data, name=entry.template))
    properties = _compile_properties(entry.properties)

    def render(values: Values) -> bytes:
        return template.render(values, {name: str(evaluate(values)) for name, evaluate in properties.items()})

    return Form(entry, entry.template, sha256(data).hexdigest(), render, _see_nothing)


def _compile_properties(expressions: Mapping[str, object]) -> dict[str, Callable[[Values], object]]:
    from ibndocs.office.expressions import compile_expression
    from ibndocs.office.slots import Expression

    compiled = {}
    for name, expression in expressions.items():
        if isinstance(expression, Expression):
            compiled[name] = compile_expression(expression.source, expression.spot)
        else:
            compiled[name] = compile_expression(str(expression), f"call.toml: properties.{name}")
    return compiled


def _see_nothing(_data: bytes, _values: Values) -> tuple[Finding, ...]:
    return ()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        message = Text(
            f"formulier {path.name} ontbreekt in het oproeppakket", f"form {path.name} is missing from the call pack"
        )
        raise FaultyInput([Finding("CAL04", Severity.ERROR, message)]) from None
