"""How pieces of text become lines: pipe rows, labelled sections, one shape of white space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_BLANKS = re.compile(r"\n{3,}")
_SPACES = re.compile(r"[ \t\r\n]+")


def flatten(lines: Iterable[str]) -> str:
    """Several lines as one, for a cell: `first / second`."""
    parts = (_SPACES.sub(" ", part).strip() for line in lines for part in line.split("\n"))
    return " / ".join(part for part in parts if part)


def format_row(cells: Sequence[Sequence[str]]) -> str:
    """One table row; each cell is a list of lines.

    A row of one cell is often a box with pages of prose: its lines stay lines, so that a change shows as small as
    it is.
    """
    if len(cells) == 1:
        lines = [line for text in cells[0] for line in text.split("\n") if line.strip()]
        if len(lines) > 1:
            return "\n".join(f"| {line}" for line in lines)
    return "| " + " | ".join(flatten(cell).replace("|", "\\|") for cell in cells) + " |"


def format_number(raw: str) -> str:
    """A number as Office keeps it, without the noise of binary fractions; other text as it is.

    Excel itself computes with 15 digits and writes 17.
    """
    try:
        return f"{float(raw):.15g}"
    except ValueError:
        return raw


def format_section(title: str, lines: Sequence[str]) -> list[str]:
    """A labelled section; nothing when it has no text."""
    return ["", f"--- {title}", *lines] if any(line.strip() for line in lines) else []


def prefix_lines(prefix: str, lines: Iterable[str]) -> list[str]:
    """Every line with text behind `prefix`."""
    return [f"{prefix}{part}" for line in lines for part in line.split("\n") if part.strip()]


def join_lines(lines: Iterable[str]) -> str:
    """The final text: no trailing spaces, no runs of empty lines, one new line at the end."""
    text = "\n".join(line.rstrip() for block in lines for line in block.split("\n"))
    return _BLANKS.sub("\n\n", text).strip("\n") + "\n"
