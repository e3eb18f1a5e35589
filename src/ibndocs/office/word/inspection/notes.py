"""The items of an outline as they are noted down, each under the headings that hold where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from ibndocs.office.outline import Item, Kind
from ibndocs.office.places import Place
from ibndocs.office.word.controls import locks_content
from ibndocs.office.word.inspection.protection import Protection

_NO_FACTS: Mapping[str, str] = MappingProxyType({})
_OWN_KINDS = {Kind.FIELD, Kind.CHECK_BOX, Kind.DROP_DOWN}


class Notes:
    """The items of one form, from top to bottom.

    Attributes:
        items: What was noted.
        told_boxes: The words that were told with a check box of the table that is read.
    """

    def __init__(self, protection: Protection) -> None:
        self.items: list[Item] = []
        self.told_boxes: set[str] = set()
        self._protection = protection
        self._headings: list[tuple[int, str]] = []
        self._title = ""
        self._depth = 0
        self._part = ""

    def turn_to(self, part: str) -> None:
        """Begin another part, where no heading holds yet: "" for the body."""
        self._part = part
        self._headings.clear()

    def leave(self, level: int) -> None:
        """Leave the headings of this level and deeper."""
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()

    def enter(self, level: int, heading: str) -> None:
        """Let what follows stand under a heading."""
        self._headings.append((level, heading))

    def set_title(self, title: str) -> str:
        """Let what follows stand under a line across a table, "" for none; gives the line that held before."""
        before, self._title = self._title, title
        return before

    def deeper(self, steps: int) -> None:
        """Let what follows stand deeper, or less deep."""
        self._depth += steps

    def forget_boxes(self) -> None:
        """Begin a table, in which no check box was told yet."""
        self.told_boxes.clear()

    def add(
        self,
        kind: Kind,
        label: str,
        at: Place | None = None,
        text: str = "",
        *,
        element: etree._Element | None = None,
        choices: tuple[str, ...] = (),
        facts: Mapping[str, str] = _NO_FACTS,
    ) -> None:
        """Note an item.

        Args:
            kind: See `Item`, as for `label`, `at`, `text` and `choices`.
            label: The words printed at it.
            at: Its anchor; left out where the form locks what stands there.
            text: What stands in it.
            element: Where it stands, to know whether it is locked or protected.
            choices: The entries of a list.
            facts: What else there is to know.
        """
        if kind in {Kind.TEXT, Kind.INSTRUCTION} and label in self.told_boxes:
            return  # told with the box in the cell beside it
        facts = {**facts, **({"part": self._part} if self._part else {})}
        if element is not None and any(map(locks_content, (element, *element.iterancestors()))):
            at = None
            facts.setdefault("lock", "contentLocked")
        if at is not None and element is not None:
            is_form_field = kind in _OWN_KINDS or not facts.keys().isdisjoint(("tag", "type"))
            if self._protection.covers(element, is_form_field=is_form_field):
                facts["protected"] = "true"
        last = self.items[-1] if self.items else None
        if last is not None and last.kind is Kind.TEXT and last.label == label and (at or kind is Kind.TABLE):
            self.items.pop()  # the words are told with the place or the table they belong to
        where = (*(heading for _, heading in self._headings), *filter(None, (self._title,)))
        depth = len(self._headings) + self._depth
        self.items.append(Item(kind, label, at, where, text, depth, choices, facts))
