"""The program `ibndocs`: the table of its commands, and the one place where failures become exit codes.

Nothing but click is imported before a command is called.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence

import click

from ibndocs import __version__
from ibndocs.cli import report
from ibndocs.cli.bilingual import Entry, Group, Option
from ibndocs.cli.language import Language, choose_language
from ibndocs.cli.report import ExitCode
from ibndocs.foundation.findings import FaultyInput, Text

COMMANDS = {
    "new": Entry(
        "ibndocs.cli.new:new",
        Text(nl="Begin een nieuw project.", en="Start a new project."),
    ),
    "check": Entry(
        "ibndocs.cli.check:check",
        Text(nl="Toets een beschrijving aan de oproep.", en="Check a description against the call."),
    ),
    "build": Entry(
        "ibndocs.cli.build:build",
        Text(nl="Maak het volledige dossier.", en="Make the whole dossier."),
    ),
    "letters": Entry(
        "ibndocs.cli.letters.group:letters",
        Text(nl="Maak of toon brieven en hun berichten.", en="Make or list letters and their messages."),
    ),
    "form": Entry(
        "ibndocs.cli.form.group:form",
        Text(nl="Breng een officieel formulier in.", en="Bring an official form."),
    ),
    "template": Entry(
        "ibndocs.cli.template.group:template",
        Text(nl="Toets een sjabloon met getypte velden.", en="Check a template with typed fields."),
    ),
    "explain": Entry(
        "ibndocs.cli.explain:explain",
        Text(nl="Leg een regel, eis of code uit.", en="Explain a rule, clause or code."),
    ),
    "rules": Entry(
        "ibndocs.cli.rules:rules",
        Text(nl="Toon de eisen van de oproep en hun regels.", en="Show the clauses of the call and their rules."),
    ),
    "schema": Entry(
        "ibndocs.cli.schema:schema",
        Text(nl="Toon het JSON-schema van een beschrijving.", en="Show the JSON Schema of a description."),
    ),
    "textconv": Entry(
        "ibndocs.cli.textconv:textconv",
        Text(nl="Toon een Office-bestand als platte tekst.", en="Show an Office file as plain text."),
    ),
}


_OF_THE_MACHINE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE}
"""What the machine refuses without saying of which file, such as a write to a full disk."""


def _print_version(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(f"ibndocs {__version__}")
        context.exit()


program = Group(
    "ibndocs",
    entries=COMMANDS,
    texts=Text(
        nl="Van één beschrijving van een IBN-project naar het volledige, kloppende aanvraagdossier.",
        en="From one description of an IBN project to its complete, consistent application dossier.",
    ),
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help=Text(nl="Toon de versie.", en="Show the version."),
        )
    ],
)


def run(args: Sequence[str]) -> int:
    """Run the program and give its exit code; no exception leaves it."""
    try:
        result = program.main(list(args), prog_name="ibndocs", standalone_mode=False)
        # What is still in the buffer may meet a closed pipe; better here than at exit.
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`| head`) had enough; what Python flushes at exit must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.CLEAN
    except (Exception, KeyboardInterrupt) as error:
        return _explain_failure(error, choose_language(args, os.environ))
    return result if isinstance(result, int) else ExitCode.CLEAN


def _explain_failure(error: BaseException, language: Language) -> ExitCode:
    code = ExitCode.UNUSABLE
    if isinstance(error, FaultyInput):
        report.print_findings(error.findings, language, err=True)
        code = report.refusal_code(error.findings)
    elif isinstance(error, click.UsageError):
        report.print_usage_error(error, language)
    elif isinstance(error, click.Abort | KeyboardInterrupt):
        code = ExitCode.INTERRUPTED
    elif isinstance(error, OSError) and (error.filename is not None or error.errno in _OF_THE_MACHINE):
        report.print_refusal(error, language)
    else:
        report.print_our_fault(error, language)
        code = ExitCode.OUR_FAULT
    return code


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def main() -> None:
    """The console script `ibndocs`; who ends it politely (SIGTERM) is answered as after Ctrl-C."""
    signal.signal(signal.SIGTERM, _interrupt)
    sys.exit(run(sys.argv[1:]))
