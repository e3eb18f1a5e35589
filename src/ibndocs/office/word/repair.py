"""The tags of a faulty part with what is wrong among them mended or left out, so that the rest can be looked at too.

Nothing is rendered of it: it only lets all faults of a template be told at once, those of names with those of form.
"""

from __future__ import annotations

from collections.abc import Callable

from ibndocs.office.word.marks import Mark
from ibndocs.office.word.source import Source
from ibndocs.office.word.tags import BLOCKS, Kind


def repair_source(source: Source, is_sound: Callable[[Mark], bool]) -> Source:
    """A source of the tags alone: those that are not sound are gone, and every block is closed."""
    repaired = Source()
    opened: list[str] = []
    for mark in source.marks:
        for statement in _repair(mark, opened, sound=is_sound(mark)):
            repaired.lines.append(repaired.text.count("\n") + 2)
            repaired.marks.append(mark)
            repaired.text += statement
    repaired.text += "".join(_block(f"end{keyword}") for keyword in reversed(opened))
    return repaired


def _repair(mark: Mark, opened: list[str], *, sound: bool) -> list[str]:
    """What stands for a tag; `opened` are the blocks that are open."""
    tag = mark.tag
    if tag.kind is Kind.VALUE:
        return [f"\x03\n{tag.body}\x04"] if sound else []
    if tag.keyword in BLOCKS:
        if not tag.depth:
            return [_block(tag.body)] if sound else []
        # A loop or condition that cannot be read still has an end.
        opened.append(tag.keyword if sound else "if")
        return [_block(tag.body if sound else "if true")]
    if tag.keyword == "elif" and opened and opened[-1] == "if" and sound:
        # As a condition of its own it asks the same, and an `else` before it does no harm.
        return [_block("endif"), _block(tag.body.replace("elif", "if", 1))]
    return _close(tag.keyword.removeprefix("end"), opened) if tag.keyword.startswith("end") else []


def _close(keyword: str, opened: list[str]) -> list[str]:
    """The ends of the blocks up to the last that is a `keyword`; of one that could not be read, its `if`."""
    if keyword not in opened:
        return [_block(f"end{opened.pop()}")] if keyword in BLOCKS and opened and opened[-1] == "if" else []
    statements = []
    while keyword in opened:
        last = opened.pop()
        statements.append(_block(f"end{last}"))
        if last == keyword:
            break
    return statements


def _block(statement: str) -> str:
    return f"\x01\n{statement}\x02"
