"""Where in a Word part something stands, in the words of someone who looks at the page."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.word.tree import is_a, names

_SHOWN = 60


class Places:
    """The places of one part; tables are counted as they stand now, so ask before anything is moved."""

    def __init__(self, root: etree._Element, part: str) -> None:
        self._part = part
        self._tables = {table: number for number, table in enumerate(root.iter(*names("tbl")), 1)}
        self._numbers: dict[etree._Element, int] = {}

    def describe(self, element: etree._Element, show: Callable[[str], str] = str) -> Text:
        """`word/document.xml, tabel 2, rij 3, cel 1, “Naam: {{ naam }}”`; `show` gives text as it was typed."""
        nl, en = [self._part], [self._part]
        steps: list[tuple[str, str]] = []
        for above in (element, *element.iterancestors()):
            if is_a(above, "tc"):
                number = self._number(above, "tc")
                steps.append((f"cel {number}", f"cell {number}"))
            elif is_a(above, "tr"):
                number = self._number(above, "tr")
                steps.append((f"rij {number}", f"row {number}"))
            elif is_a(above, "tbl"):
                number = self._tables.get(above, 0)
                steps.append((f"tabel {number}", f"table {number}"))
            elif is_a(above, "txbxContent"):
                steps.append(("tekstvak", "text box"))
        for dutch, english in reversed(steps):
            nl.append(dutch)
            en.append(english)
        shown = _shown(element, show)
        if shown:
            nl.append(shown)
            en.append(shown)
        return Text(nl=", ".join(nl), en=", ".join(en))

    def _number(self, element: etree._Element, name: str) -> int:
        """The number of a row or cell among those beside it, from 1, as it was when one of them was first asked."""
        if element not in self._numbers:
            parent = element.getparent()
            beside = parent.iterchildren(*names(name)) if parent is not None else ()
            self._numbers.update((item, number) for number, item in enumerate(beside, 1))
        return self._numbers.get(element, 1)


def _shown(element: etree._Element, show: Callable[[str], str]) -> str:
    paragraph = next((up for up in (element, *element.iterancestors()) if is_a(up, "p")), None)
    if paragraph is None:
        return ""
    text = "".join(item.text or "" for item in paragraph.iter(*names("t")))
    text = " ".join(show(text).split())
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else (f"“{text}”" if text else "")
