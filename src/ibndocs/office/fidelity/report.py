"""What a comparison of a blank form with a filled one comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ibndocs.foundation.findings import Finding, Severity, Spot, Text

_SHOWN = 160


class Change(StrEnum):
    """What happened to something of the form."""

    ALTERED = "altered"
    MOVED = "moved"
    REMOVED = "removed"
    ADDED = "added"


_WORDS = {
    Change.ALTERED: Text("gewijzigd", "altered"),
    Change.MOVED: Text("verplaatst", "moved"),
    Change.REMOVED: Text("verwijderd", "removed"),
    Change.ADDED: Text("toegevoegd buiten de antwoordplaatsen", "added outside the answer places"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of the form that is not as it was.

    Attributes:
        change: What happened.
        place: Where, in the words of someone who looks at the page.
        before: What the form says.
        after: What the filled file says.
    """

    change: Change
    place: Text
    before: str = ""
    after: str = ""

    def find(self, file: str) -> Finding:
        """The difference as a finding (`FID01`) about `file`."""
        word = _WORDS[self.change]
        message = Text(f"{self.place.nl}: {word.nl}", f"{self.place.en}: {word.en}")
        details = [f"{sign} {shorten(text)}" for sign, text in (("-", self.before), ("+", self.after)) if text]
        return Finding("FID01", Severity.ERROR, message, Spot(file), details=tuple(details))


@dataclass
class Fidelity:
    """The whole comparison, as it grows.

    Attributes:
        answered: How many places were filled in.
        empty: The questions and places that wait for an answer, as they are printed.
        differences: What of the form is not as it was.
        same_parts: How many parts of the file are the same to the byte.
        parts: How many parts the form has.
    """

    answered: int = 0
    empty: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    same_parts: int = 0
    parts: int = 0

    @property
    def holds(self) -> bool:
        """Whether nothing but answers differs."""
        return not self.differences

    def differ(self, change: Change, place: Text, before: str = "", after: str = "") -> None:
        """Note a difference."""
        self.differences.append(Difference(change, place, before, after))

    def take(self, other: Fidelity) -> None:
        """Add what the comparison of a part came to."""
        self.answered += other.answered
        self.empty += other.empty
        self.differences += other.differences

    def summarise(self) -> Text:
        """`ongewijzigd buiten 87 ingevulde velden`, or how many differences there are."""
        count = len(self.differences)
        if not count:
            return Text(
                f"ongewijzigd buiten {self.answered} {'ingevuld veld' if self.answered == 1 else 'ingevulde velden'}",
                f"unchanged but for {self.answered} {'field' if self.answered == 1 else 'fields'} filled in",
            )
        return Text(
            f"{count} {'verschil' if count == 1 else 'verschillen'} met het formulier, "
            f"buiten {self.answered} ingevulde velden",
            f"{count} {'difference' if count == 1 else 'differences'} from the form, "
            f"beside {self.answered} fields filled in",
        )

    def find(self, file: str) -> Iterator[Finding]:
        """The differences as findings about `file`."""
        return (difference.find(file) for difference in self.differences)


def shorten(text: str, length: int = _SHOWN) -> str:
    """`text` on one line, cut when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
