"""Every text of the description with its place: answers, descriptions, motivations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ibndocs.model import Project
from ibndocs.model.base import Part
from ibndocs.rules.rule import Path

_APART = frozenset({"narrative", "companies", "check", "submission", "waivers"})
"""Parts of the description that are read in a way of their own, or hold no prose."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One text and where it stands; `phase` when it belongs to one phase only."""

    path: Path
    text: str
    phase: int | None = None

    def line_of(self, position: int) -> int:
        """How many lines below the start of the text the character at `position` stands."""
        return self.text.count("\n", 0, position)


def read_prose(project: Project) -> Iterator[Prose]:
    """Every text of the description; of a company only what it says itself."""
    yield from read_answers(project)
    for name in type(project).model_fields:
        if name not in _APART:
            yield from _walk(getattr(project, name), (name,))
    for index, company in enumerate(project.companies):
        for key, text in (("motivation", company.motivation), ("role", company.role), ("activity", company.activity)):
            if text:
                yield Prose(("companies", index, key), text)


def read_answers(project: Project) -> Iterator[Prose]:
    """The answers; one text for both phases comes once."""
    for question, answer in project.narrative.items():
        if answer.phase1 == answer.phase2:
            yield Prose(("narrative", question), answer.phase1)
        else:
            yield Prose(("narrative", question, "phase1"), answer.phase1, 1)
            yield Prose(("narrative", question, "phase2"), answer.phase2, 2)


def _walk(value: object, path: Path) -> Iterator[Prose]:
    if isinstance(value, str):
        if value:
            yield Prose(path, str(value))
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*path, key))
