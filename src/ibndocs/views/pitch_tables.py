"""Tables of the pitch that are laid out otherwise than the facts they show: names in columns, work by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from ibndocs.model import Project
from ibndocs.model.parties import Company
from ibndocs.model.work import WorkPackage
from ibndocs.views.printing import View

MONTHS_PER_QUARTER = 3
NAME_COLUMNS = 3
SHADES = ("CFE3DB", "8FC3B2", "4E9A86", "1F6F5C")
"""From a quarter in which little of a work package runs to one in which most of it does."""


def arrange_names(companies: Sequence[Company]) -> list[list[View]]:
    """The names in rows that read down the columns: leading companies first, then by name; a last cell may be empty."""
    ordered = sorted(companies, key=lambda company: (not company.leading, company.name.casefold()))
    height = ceil(len(ordered) / NAME_COLUMNS)
    empty: View = {"name": "", "leading": False}
    cells = [{"name": company.name, "leading": company.leading} for company in ordered]
    columns = [cells[start * height : (start + 1) * height] for start in range(NAME_COLUMNS)]
    return [[column[row] if row < len(column) else empty for column in columns] for row in range(height)]


def view_quarters(project: Project) -> View:
    """Work packages by quarter: how much of each runs (`shades`), and the milestones that fall in it (`stones`)."""
    count = project.project.duration_months // MONTHS_PER_QUARTER
    rows: list[View] = []
    for package in project.work_packages:
        running = [_count_running(package, quarter) for quarter in range(count)]
        rows.append(
            {
                "id": package.id,
                "title": package.title,
                "shades": [_shade(number, max(running)) for number in running],
                "stones": [_list_stones(package, quarter) for quarter in range(count)],
            }
        )
    return {
        "labels": [f"K{quarter % 4 + 1}" for quarter in range(count)],
        "rows": rows,
    }


def _months(quarter: int) -> tuple[int, int]:
    return quarter * MONTHS_PER_QUARTER + 1, (quarter + 1) * MONTHS_PER_QUARTER


def _count_running(package: WorkPackage, quarter: int) -> int:
    first, last = _months(quarter)
    return sum(activity.start <= last and activity.end >= first for activity in package.activities)


def _shade(number: int, most: int) -> str:
    """No colour for an idle quarter, the darkest for the busiest of a work package."""
    return SHADES[ceil(number / most * len(SHADES)) - 1] if number else ""


def _list_stones(package: WorkPackage, quarter: int) -> str:
    first, last = _months(quarter)
    return " ".join(stone.id for stone in package.milestones if first <= stone.month <= last)
