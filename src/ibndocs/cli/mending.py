"""`ibndocs check --fix`: mend what is certain in the descriptions, and say what was changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ibndocs.cli.report import tell
from ibndocs.delivery.mending import mend
from ibndocs.foundation.findings import FaultyInput, Text
from ibndocs.source.mending import Fix

_SHOWN = 40


def mend_descriptions(descriptions: Iterable[Path]) -> None:
    """Mend each description; one that cannot be read is left to the check, which says why."""
    for path in descriptions:
        try:
            mended = mend(path)
        except FaultyInput:
            continue
        for fix in mended.fixes:
            tell(describe(path, fix))
        for name in mended.lists:
            tell(
                Text(
                    f"{path.as_posix()}: “{name}” blijft zoals het is; --fix wijzigt alleen de beschrijving zelf",
                    f"{path.as_posix()}: “{name}” stays as it is; --fix changes the description only",
                )
            )


def describe(path: Path, fix: Fix) -> Text:
    """One fix as `project.yaml:12:9: "1.250,50" -> 1250.50 (why)`."""
    spot = fix.spot
    line = f"{path.as_posix()}:{spot.line}:{spot.column}: {shorten(fix.old)} -> {shorten(fix.new)}"
    return Text(f"{line} ({fix.why.nl})", f"{line} ({fix.why.en})")


def shorten(typed: str) -> str:
    """A value on one line, with both of its ends."""
    line = typed.replace("\r", "").replace("\n", "↵")
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN // 2]}…{line[-_SHOWN // 2 :]}"
