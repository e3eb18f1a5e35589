"""How findings and failures are told on the screen, and which exit code they give.

A finding reads `project.yaml:42:7: error COF03 message [handleiding 4.2.4]`, as compilers print theirs, so that
an editor can jump to the place.
"""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Iterable, Sequence
from enum import IntEnum

import click

from ibndocs.cli.bilingual import is_quiet, language_of, name_places
from ibndocs.cli.language import Language
from ibndocs.foundation.findings import Finding, Severity, Text

DEBUG = "IBNDOCS_DEBUG"

UNREADABLE = {"STR01", "STR02", "STR03", "STR05"}
"""Faults by which a description cannot be read at all."""

UNUSABLE = ("CAL", "DOC", "LST", "NEW", "OFF")
"""Families of faults by which a command has nothing to work on: no such call pack, document or list, a broken form."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_AT = Text(nl="bij", en="at")
_FIX = Text(nl="oplossing", en="fix")
_PATH_FAULTS = {
    " does not exist.": "bestaat niet",
    " is a directory.": "is een map",
    " is a file.": "is een bestand",
    " is not readable.": "mag niet gelezen worden",
    " is not writable.": "mag niet geschreven worden",
}
_REFUSALS = {
    errno.ENOSPC: Text("de schijf is vol", "the disk is full"),
    errno.EDQUOT: Text("er mag niet meer bewaard worden (quota)", "no more may be stored (quota)"),
    errno.EFBIG: Text("het bestand wordt te groot", "the file becomes too large"),
    errno.EROFS: Text("er mag niet geschreven worden", "nothing may be written there"),
    errno.EACCES: Text("geen toegang", "access denied"),
    errno.EPERM: Text("geen toegang", "access denied"),
    errno.ENOENT: Text("bestaat niet", "does not exist"),
    errno.ENOTDIR: Text("is geen map", "is no folder"),
    errno.EISDIR: Text("is een map", "is a folder"),
}
"""What the machine says, in two languages; else in its own words."""
_COUNTED = {
    Severity.ERROR: (Text("fout", "error"), Text("fouten", "errors")),
    Severity.WARNING: (Text("waarschuwing", "warning"), Text("waarschuwingen", "warnings")),
    Severity.NOTE: (Text("opmerking", "note"), Text("opmerkingen", "notes")),
}


class ExitCode(IntEnum):
    """What a command leaves behind for a script."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE = 2
    OUR_FAULT = 3
    INTERRUPTED = 130


def exit_code(findings: Iterable[Finding], *, strict: bool = False) -> ExitCode:
    """1 when a finding is an error, or a warning where those count too (`strict`), else 0."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return ExitCode.FINDINGS if any(finding.severity in grave for finding in findings) else ExitCode.CLEAN


def refusal_code(findings: Iterable[Finding]) -> ExitCode:
    """The exit code when the input was refused: 2 when it could not be read at all, 1 when what it says is faulty."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    unusable = any(finding.id in UNREADABLE or finding.id.startswith(UNUSABLE) for finding in errors)
    return ExitCode.UNUSABLE if unusable else ExitCode.FINDINGS


def format_finding(finding: Finding, language: Language) -> str:
    """A finding as its lines on the screen; colours are dropped by `click.echo` where they are not wanted."""
    place = click.style(f"{finding.spot}: ", bold=True) if finding.spot else ""
    weight = click.style(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
    source = click.style(f" [{finding.source}]", dim=True) if finding.source else ""
    lines = [f"{place}{weight} {finding.id} {finding.message.in_language(language)}{source}"]
    if finding.path:
        lines.append(f"  {_AT.in_language(language)} {finding.path}")
    lines.extend(f"  {detail}" for detail in finding.details)
    if finding.fix:
        lines.append(f"  {_FIX.in_language(language)}: {finding.fix.in_language(language)}")
    return "\n".join(lines)


def count_findings(findings: Sequence[Finding], language: Language) -> str:
    """How many findings of each weight there are: `2 fouten, 1 waarschuwing`; "" when there are none."""
    counts = []
    for severity, (one, many) in _COUNTED.items():
        number = sum(finding.severity is severity for finding in findings)
        if number:
            counts.append(f"{number} {(one if number == 1 else many).in_language(language)}")
    return ", ".join(counts)


def print_findings(findings: Iterable[Finding], language: Language, *, err: bool = False) -> None:
    """Print findings by place; `err` sends them to standard error, when the output is something else."""
    for finding in sorted(findings, key=lambda finding: finding.order):
        click.echo(format_finding(finding, language), err=err, color=wants_colour())


def tell(text: Text) -> None:
    """Say what was done, on standard error so that output can be piped; not a word with `--quiet`."""
    if not is_quiet():
        click.echo(text.in_language(language_of()), err=True)


def print_usage_error(error: click.UsageError, language: Language) -> None:
    """Print what is wrong with the command line, and where the help is."""
    click.echo(f"{_fault_word(language)}: {_describe_usage_error(error, language)}", err=True, color=wants_colour())
    if error.ctx is not None:
        hint = Text(nl="Uitleg: {} --help", en="Help: {} --help").in_language(language)
        click.echo(hint.format(error.ctx.command_path), err=True)


def print_refusal(error: OSError, language: Language) -> None:
    """Print that the machine refused something, such as a full disk or a file that may not be written."""
    _print_traceback_on_request(error)
    name = f"{error.filename}: " if error.filename is not None else ""
    known = _REFUSALS.get(error.errno or 0)
    reason = known.in_language(language) if known else error.strerror
    click.echo(f"{_fault_word(language)}: {name}{reason}", err=True, color=wants_colour())


def print_our_fault(error: BaseException, language: Language) -> None:
    """Print that the program failed; the traceback only for who asks for it."""
    _print_traceback_on_request(error)
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    message = Text(
        nl=f"Dit is een fout van ibndocs zelf ({what}); met {DEBUG}=1 ziet u waar ze optrad.",
        en=f"This is a fault of ibndocs itself ({what}); {DEBUG}=1 shows where it happened.",
    )
    click.echo(message.in_language(language), err=True)


def _fault_word(language: Language) -> str:
    return click.style({"nl": "fout", "en": "error"}[language], fg="red", bold=True)


def _print_traceback_on_request(error: BaseException) -> None:
    if os.environ.get(DEBUG):
        click.echo("".join(traceback.format_exception(error)), err=True, nl=False)


def _describe_usage_error(error: click.UsageError, language: Language) -> str:
    """Click's own words in English; the faults that people make most in Dutch too."""
    if language == "nl":
        parameter = error.param if isinstance(error, click.BadParameter) else None
        name = name_places(parameter.get_error_hint(error.ctx), language) if parameter and error.ctx else ""
        if isinstance(error, click.MissingParameter):
            return f"{name} ontbreekt"
        if parameter and isinstance(parameter.type, click.Choice):
            return f"ongeldige waarde voor {name}; kies uit {', '.join(map(str, parameter.type.choices))}"
        if parameter and isinstance(parameter.type, click.DateTime):
            return f"ongeldige waarde voor {name}; schrijf een dag als 2026-01-15"
        if isinstance(error, click.BadParameter):
            return f"ongeldige waarde voor {name}: {_describe_path_fault(error.message)}"
        if isinstance(error, click.NoSuchOption):
            near = f"; bedoelde u {error.possibilities[0]}?" if error.possibilities else ""
            return f"onbekende optie {error.option_name}{near}"
    return error.format_message().rstrip(".")


def _describe_path_fault(message: str) -> str:
    """What click says of a path, in Dutch; any other message as it is."""
    for english, dutch in _PATH_FAULTS.items():
        if message.endswith(english):
            return f"{message.removesuffix(english).partition(' ')[2]} {dutch}"
    return message


def wants_colour() -> bool | None:
    """None leaves it to click, which colours on a terminal only. See no-color.org."""
    return False if os.environ.get("NO_COLOR") else None
