"""An activity stands in the work plan once: no two with the same title run at the same time.

Wrong: `Ketendagen` in two work packages from month 4 to 36. Right: one of them, or two titles.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.work import Activity
from ibndocs.rules.answers import is_untouched
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF15",
    name="activity-twice",
    asks=Text(
        "Twee activiteiten met dezelfde titel lopen niet in dezelfde maanden.",
        "Two activities with the same title do not run in the same months.",
    ),
    why=Text(
        "Wat twee keer in het werkplan staat, wordt twee keer begroot of bij het kopiëren niet herschreven.",
        "What stands in the work plan twice is costed twice, or was copied and not rewritten.",
    ),
    wrong="activities:\n  - {id: A1.1, title: Ketendagen, start: 1, end: 36}\n  - {id: A1.2, title: Ketendagen, start: 4, end: 36}",
    right="activities:\n  - {id: A1.1, title: Ketendagen, start: 1, end: 36}\n  - {id: A1.2, title: Bedrijfsbezoeken, start: 4, end: 36}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each activity against the earlier ones of its title."""
    seen: dict[str, list[Activity]] = {}
    for index, package in enumerate(dossier.project.work_packages):
        for number, activity in enumerate(package.activities):
            title = " ".join(activity.title.casefold().split())
            earlier = seen.setdefault(title, [])
            twin = next(
                (other for other in earlier if other.start <= activity.end and activity.start <= other.end), None
            )
            if twin and not is_untouched(activity.title, dossier.call):
                yield Violation(
                    ("work_packages", index, "activities", number, "title"),
                    Text(
                        f"{activity.id} heeft de titel van {twin.id} en loopt in dezelfde maanden: “{activity.title}”",
                        f"{activity.id} has the title of {twin.id} and runs in the same months: “{activity.title}”",
                    ),
                    Text("schrap er een, of geef een eigen titel", "drop one of them, or give it a title of its own"),
                    Severity.WARNING,
                )
            earlier.append(activity)
