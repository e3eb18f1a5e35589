"""The part of the call that no rule can judge, as a list for a person to go through."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import click

from ibndocs.call import Call
from ibndocs.cli.language import Language


def print_checklist(descriptions: Collection[Path], phases: Collection[int], language: Language) -> None:
    """Print the list of every call that the descriptions apply to, once each."""
    from ibndocs import dossier
    from ibndocs.foundation.findings import FaultyInput

    calls: dict[str, Call] = {}
    for path in descriptions:
        try:
            loaded = dossier.load(path)
        except FaultyInput:
            continue  # its faults are told by the check itself
        calls[loaded.call.call.id] = loaded.call
    for call in calls.values():
        for line in write_checklist(call, phases, language):
            click.echo(line)


def write_checklist(call: Call, phases: Collection[int], language: Language) -> Iterator[str]:
    """The manual clauses of `call`, for `phases` (all when empty)."""
    from ibndocs.rules.asking import phases_of

    yield f"\n{'Zelf na te kijken' if language == 'nl' else 'For a person to look at'} – {call.call.title}"
    for clause in call.clauses:
        if clause.manual and (not phases or set(phases) & set(phases_of(clause))):
            what = clause.summary if language == "nl" else clause.requirement
            how = clause.manual.nl if language == "nl" else clause.manual.en
            yield f"[ ] {clause.id} {what} [{call.cite(clause.section)}]\n      {how}"
