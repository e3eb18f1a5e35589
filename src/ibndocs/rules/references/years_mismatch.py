"""A list of year values is longer than the project lasts, so that amounts would fall away unseen.

Wrong: `fte: [1, 1, 1, 1]` in a project of 36 months. Right: one value for all years, or one per project year.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.base import Part
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF06",
    name="years-mismatch",
    asks=Text(
        "Jaarwaarden zijn één waarde voor elk jaar, of één per projectjaar.",
        "Yearly values are one value for every year, or one per project year.",
    ),
    why=Text(
        "Een waarde te veel zou ongemerkt wegvallen.",
        "A value too many would fall away unseen.",
    ),
    wrong="team:\n  - {id: an, fte: [1, 1, 1, 1]}",
    right="team:\n  - {id: an, fte: [1, 1, 1]}",
)

YEARLY = {"fte", "months", "targets", "started", "amount", "cash", "sponsoring", "contribution", "members"}


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Every yearly value; one value stands for all years."""
    years = dossier.budget.parameters.years
    for path, count in yearly_values(dossier.project, ()):
        if count not in (0, 1, years):
            yield Violation(
                path,
                Text(
                    f"{count} jaarwaarden in een project van {years} jaar",
                    f"{count} year values in a project of {years} years",
                ),
                Text(f"geef één waarde, of {years}", f"give one value, or {years}"),
            )


def yearly_values(value: object, path: Path) -> Iterator[tuple[Path, int]]:
    """The place and length of every tuple of year values below `value`."""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name in YEARLY and isinstance(inner, tuple):
                yield (*path, name), len(inner)
            else:
                yield from yearly_values(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from yearly_values(item, (*path, index))
