"""Findings in the shapes that other programs read; each module gives the whole output as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ibndocs.cli.formats.report import Checked
from ibndocs.cli.language import Language

Write = Callable[[Sequence[Checked], Language], str]
NAMES = ("text", "json", "sarif", "github", "junit")


def find_writer(name: str) -> Write:
    """The function that writes format `name`."""
    import importlib

    write: Write = importlib.import_module(f"ibndocs.cli.formats.{name}").write
    return write


__all__ = ["NAMES", "Checked", "Write", "find_writer"]
