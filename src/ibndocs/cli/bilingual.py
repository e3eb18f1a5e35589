"""Commands and options whose help exists in Dutch and English, on top of click.

Click translates through compiled catalogues chosen at import; here the texts stand beside the command and the
language is chosen for each call.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from ibndocs.cli.language import LANGUAGES, Language, choose_language
from ibndocs.foundation.findings import Text

_Decorated = TypeVar("_Decorated", bound="Callable[..., Any] | click.Command")
_LANGUAGE = "ibndocs.language"
_QUIET = "ibndocs.quiet"

_OPTIONS = Text(nl="Opties", en="Options")
_COMMANDS = Text(nl="Opdrachten", en="Commands")
_EXAMPLES = Text(nl="Voorbeelden", en="Examples")
_USAGE = Text(nl="Gebruik: ", en="Usage: ")
_HELP = Text(nl="Toon deze uitleg.", en="Show this help.")
_DUTCH_WORDS = {
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT [ARGUMENTEN]...",
    "[default: ": "[standaard: ",
    "[required]": "[verplicht]",
    "; required]": "; verplicht]",
}
_DUTCH_PLACES = {
    "DIR": "MAP",
    "DIRECTORY": "MAP",
    "FILE": "BESTAND",
    "FORM": "FORMULIER",
    "FILLED": "INGEVULD",
    "RULE": "REGEL",
    "TEXT": "TEKST",
    "DATE": "DATUM",
    "INTEGER RANGE": "GETAL",
    "KEY=VALUE": "SLEUTEL=WAARDE",
}
"""What stands for a value of the user's; names of options are in small letters."""
_PLACE = re.compile("|".join(rf"\b{word}\b" for word in sorted(_DUTCH_PLACES, key=len, reverse=True)))


def language_of(context: click.Context | None = None) -> Language:
    """The language of the command that is running."""
    context = context or click.get_current_context(silent=True)
    chosen: Language | None = context.meta.get(_LANGUAGE) if context else None
    return chosen or choose_language((), os.environ)


def _say(text: Text, context: click.Context) -> str:
    return text.in_language(language_of(context))


def _in_dutch(text: str, context: click.Context) -> str:
    if language_of(context) == "nl":
        for english, dutch in _DUTCH_WORDS.items():
            text = text.replace(english, dutch)
    return text


def name_places(text: str, language: Language) -> str:
    """A line of usage, or an option with its value, with the places of values in a language."""
    return _PLACE.sub(lambda found: _DUTCH_PLACES[found[0]], text) if language == "nl" else text


class Option(click.Option):
    """An option with its help in two languages."""

    def __init__(self, param_decls: Sequence[str], *, help: Text, **attributes: Any) -> None:  # noqa: A002 - click's word
        super().__init__(param_decls, help=help.en, **attributes)
        self.texts = help

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of this option in the help."""
        self.help = _say(self.texts, ctx)
        record = super().get_help_record(ctx)
        return record and (name_places(record[0], language_of(ctx)), _in_dutch(record[1], ctx))


def option(
    *declarations: str,
    help: Text,  # noqa: A002 - click's word
    **attributes: Any,
) -> Callable[[_Decorated], _Decorated]:
    """`click.option` with its help in two languages."""
    return click.option(*declarations, cls=Option, help=help, **attributes)


def _common_options() -> list[click.Parameter]:
    language = Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=Text(
            nl="Taal van de meldingen (standaard: die van de omgeving, anders nl).",
            en="Language of the messages (default: that of the environment, else nl).",
        ),
    )
    quiet = Option(
        ["--quiet"],
        is_flag=True,
        expose_value=False,
        callback=_keep_quiet,
        help=Text(nl="Zeg alleen wat fout is of wat gevraagd werd.", en="Say only what is wrong or was asked for."),
    )
    return [language, quiet]


def _keep_quiet(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    context.meta[_QUIET] = asked or is_quiet(context)


def is_quiet(context: click.Context | None = None) -> bool:
    """Whether the command that is running was told to say no more than needed."""
    context = context or click.get_current_context(silent=True)
    return bool(context and context.meta.get(_QUIET))


class Command(click.Command):
    """A command that explains itself in two languages and shows how it is used."""

    def __init__(
        self,
        name: str | None,
        *,
        texts: Text,
        examples: tuple[str, ...] = (),
        params: list[click.Parameter] | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(name, params=[*(params or ()), *_common_options()], **attributes)
        self.texts = texts
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, once it is known in which language to speak about them."""
        if ctx.parent is None:
            ctx.meta[_LANGUAGE] = choose_language(args, os.environ)
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`, explained in the language of the call."""
        found = super().get_help_option(ctx)
        if found:
            found.help = _say(_HELP, ctx)
        return found

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = _in_dutch(" ".join(self.collect_usage_pieces(ctx)), ctx)
        formatter.write_usage(ctx.command_path, name_places(pieces, language_of(ctx)), prefix=_say(_USAGE, ctx))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_say(self.texts, ctx))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(_say(_OPTIONS, ctx)):
            formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on a line of its own that can be copied."""
        if self.examples:
            with formatter.section(_say(_EXAMPLES, ctx)):
                for example in self.examples:
                    formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


def command(
    name: str,
    *,
    help: Text,  # noqa: A002 - click's word
    examples: tuple[str, ...],
) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function; what it returns is the exit code (None is 0)."""
    return click.command(name, cls=Command, texts=help, examples=examples)


@dataclass(frozen=True, slots=True)
class Entry:
    """A command in the list of commands: what it does, and the module that is imported when it is called.

    `place` reads `module:attribute`.
    """

    place: str
    short_help: Text

    def load(self) -> click.Command:
        """Import the command."""
        module, _, attribute = self.place.partition(":")
        found = getattr(importlib.import_module(module), attribute)
        assert isinstance(found, click.Command)
        return found


class Group(Command, click.Group):
    """A command of commands; none of them is imported before it is called."""

    def __init__(self, name: str | None, *, entries: Mapping[str, Entry], **attributes: Any) -> None:
        super().__init__(name, no_args_is_help=False, **attributes)
        self.entries = entries

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; without any, show the help."""
        rest = super().parse_args(ctx, args)
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()
        return rest

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The names of the commands, in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command `cmd_name`, imported now."""
        entry = self.entries.get(cmd_name)
        return entry.load() if entry else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names."""
        if args and args[0] not in self.entries and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.entries, n=1)
            message = Text(
                nl=f"onbekende opdracht {args[0]}" + "".join(f"; bedoelde u {name}?" for name in near),
                en=f"no command {args[0]}" + "".join(f"; did you mean {name}?" for name in near),
            )
            raise click.UsageError(_say(message, ctx), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        Command.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, from the table alone."""
        with formatter.section(_say(_COMMANDS, ctx)):
            formatter.write_dl([(name, _say(entry.short_help, ctx)) for name, entry in self.entries.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[click.shell_completion.CompletionItem]:
        """The commands that begin with `incomplete`, from the table alone, or the options."""
        names = [
            CompletionItem(name, help=_say(entry.short_help, ctx))
            for name, entry in self.entries.items()
            if name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)
