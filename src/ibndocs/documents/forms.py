"""Open the form of a document with its slots, whatever Office program it is for; or a template with typed tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ibndocs.call.own_forms import OwnForm
from ibndocs.call.pack import Call, DocumentEntry
from ibndocs.documents.checking import Render, compile_form
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.office.filled import Filled
from ibndocs.office.macros import name_output, refuse_macros
from ibndocs.office.package import Package
from ibndocs.office.slots import read_slots

if TYPE_CHECKING:
    from ibndocs.office.fidelity import Fidelity

Values = Mapping[str, object]
Fill = Callable[[Values], Filled]


@dataclass(frozen=True)
class Form:
    """A form that is compiled and ready to render.

    Attributes:
        entry: The document it makes.
        file: Its name in the manifest: relative to the call pack, or to the description after `project:`.
        sha256: Of the blank form.
        fill: The filled document for the values of a view, with what there is to say about it: a value that is
            missing, text that overflows, a total that the workbook calculates otherwise than the dossier.
        prove: Compares a filled document with the blank form: nothing but the places of the slots may differ.
        own: Whether the project brings it itself.
        name: The path of a filled document, with the suffix that its kind asks for.
    """

    entry: DocumentEntry
    file: str
    sha256: str
    fill: Fill
    prove: Callable[[bytes], Fidelity] | None = None
    own: bool = False
    name: Callable[[str], str] = str

    @property
    def is_official(self) -> bool:
        """Whether it is handed in as it is: no stand-in, and no template of letters."""
        return self.prove is not None and (self.own or not self.entry.stand_in)


def open_form(
    entry: DocumentEntry, call: Call, own: OwnForm | None = None, *, final: bool, folder: str | None = None
) -> Form:
    """Read and compile the form of `entry`.

    Args:
        entry: The document.
        call: The call pack it belongs to.
        own: The form that the project brings for it, which then goes before that of the pack.
        final: Leaves out the content controls by which an edit in Word is read back.
        folder: Where the pictures of the project are looked for.

    Raises:
        FaultyInput: The form is missing or another than the slots were written for, a slot finds no place, or an
            expression or tag is wrong; all faults at once.
    """
    if entry.template:
        return _open_template(entry, call, folder)
    if own is not None:
        path, file, slots = own.path, f"project:{own.name}", read_slots(own.slots, name=own.slots_name)
    else:
        path, file = call.folder / "forms" / entry.form, f"forms/{entry.form}"
        slots = read_slots(call.folder / "slots" / f"{path.stem}.yaml")
    data = _read(path)
    package = Package.read(data, name=f"forms/{path.name}")
    slots.check_pin(data)
    if not slots.keep_macros:
        refuse_macros(package, slots.pin_spot)
    render = compile_form(package, slots.slots, final=final, folder=folder)
    fill = _with_properties(render, _compile_properties(slots.properties))

    def prove(filled: bytes) -> Fidelity:
        from ibndocs.office import fidelity

        return fidelity.prove(package, Package.read(filled, name=entry.file), slots.slots)

    own_name = partial(name_output, package=package)
    return Form(entry, file, sha256(data).hexdigest(), fill, prove, own is not None, own_name)


def _with_properties(render: Render, properties: Mapping[str, Callable[[Values], object]]) -> Fill:
    return lambda values: render(values, {name: str(evaluate(values)) for name, evaluate in properties.items()})


def _open_template(entry: DocumentEntry, call: Call, folder: str | None) -> Form:
    from ibndocs.office.word.template import WordTemplate

    data = _read(call.folder / entry.template)
    template = WordTemplate.compile(Package.read(data, name=entry.template), folder=folder)

    def render(values: Values, properties: Mapping[str, str]) -> Filled:
        return Filled(template.render(values, properties))

    fill = _with_properties(render, _compile_properties(entry.properties))
    return Form(entry, entry.template, sha256(data).hexdigest(), fill)


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


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        message = Text(
            f"formulier {path.name} ontbreekt in het oproeppakket", f"form {path.name} is missing from the call pack"
        )
        raise FaultyInput([Finding("CAL04", Severity.ERROR, message)]) from None
