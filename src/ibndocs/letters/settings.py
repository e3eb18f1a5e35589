"""Values given on the command line for all letters: `--set year=2026`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.foundation.numbers import NumberFault, parse_number
from ibndocs.letters.row import make_identifier
from ibndocs.source.scalars import Scalar, resolve_plain


def read_settings(typed: Iterable[str]) -> dict[str, object]:
    """The values of `KEY=VALUE` lines; `a.b=1` makes a group `a` with `b`.

    A value is what the same word is in the description: `2026` a number, `true` yes, `"007"` text, `2026-01-15` text.

    Raises:
        FaultyInput: `LST03`, every one that cannot be read at once.
    """
    values: dict[str, object] = {}
    findings: list[Finding] = []
    for entry in typed:
        key, equals, text = entry.partition("=")
        steps = key.strip().split(".")
        if not equals or not all(step and make_identifier(step) == step.lower() for step in steps):
            message = Text(nl=f"--set “{entry}” is geen sleutel=waarde", en=f"--set “{entry}” is no key=value")
            fix = Text(nl="schrijf bv. --set jaar=2026", en="write for example --set year=2026")
            findings.append(Finding("LST03", Severity.ERROR, message, fix=fix))
            continue
        try:
            value = _read_value(text.strip())
        except NumberFault as fault:
            message = Text(nl=f"--set {key}: {fault.text.nl}", en=f"--set {key}: {fault.text.en}")
            fix = Text(
                nl=f'{fault.fix.nl}, of "{text}" tussen aanhalingstekens voor tekst',
                en=f'{fault.fix.en}, or "{text}" between quotes for text',
            )
            findings.append(Finding("LST03", Severity.ERROR, message, fix=fix))
            continue
        if not _put(values, steps, value):
            message = Text(nl=f"--set {key} staat er twee keer", en=f"--set {key} stands twice")
            findings.append(Finding("LST03", Severity.ERROR, message))
    if findings:
        raise FaultyInput(findings)
    return values


def _read_value(text: str) -> Scalar:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    value = resolve_plain(text) if text else ""
    if isinstance(value, Decimal):
        return parse_number(value)  # refuses 1.250, which may be meant as 1250
    return value


def _put(values: dict[str, object], steps: list[str], value: Scalar) -> bool:
    holder = values
    for step in steps[:-1]:
        below = holder.setdefault(step, {})
        if not isinstance(below, dict):
            return False
        holder = below
    if steps[-1] in holder:
        return False
    holder[steps[-1]] = value
    return True
