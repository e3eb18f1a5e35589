"""Which of its two languages the program speaks: `--lang`, else the environment, else Dutch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")

_OPTION = "--lang"
_VARIABLES = ("IBNDOCS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(args: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language for a command line.

    The arguments are read before they are parsed, so that the help, and what is wrong with the arguments
    themselves, is told in the language that was asked for.
    """
    asked = [environ[name] for name in _VARIABLES if environ.get(name)][:1]
    for index, argument in enumerate(args):
        if argument == "--":
            break
        if argument.startswith(f"{_OPTION}="):
            asked.append(argument.removeprefix(f"{_OPTION}="))
        elif argument == _OPTION and index + 1 < len(args):
            asked.append(args[index + 1])
    return "en" if asked and asked[-1].lower().startswith("en") else "nl"
