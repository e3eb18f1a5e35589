"""What can be seen in a form: its headings, questions, tables and every place where something can be filled in.

The outline is data alone: `word.inspection`, `slides.inspection` and `sheets.inspection` make it, whoever binds a form
or prints it reads it. A place is named as a slots file names it, so that an anchor can be copied from one to the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from types import MappingProxyType

from ibndocs.foundation.findings import Finding
from ibndocs.office.places import Office, Place

_PLAIN = re.compile(r"[^\W\d_](?:[\w ./()&+-]*[\w.)])?")
"""What YAML reads as a text without quotes, to be safe a good deal less than it could."""

_WORDS = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"}


class Kind(StrEnum):
    """What an item of a form is; the value is what a person reads and what stands in JSON."""

    HEADING = "heading"
    QUESTION = "question"
    INSTRUCTION = "instruction"
    TEXT = "text"
    TABLE = "table"
    ROWS = "rows"
    CELL = "cell"
    CONTROL = "control"
    CHECK_BOX = "check box"
    DROP_DOWN = "drop-down"
    DATE = "date"
    PICTURE = "picture"
    REPEATING = "repeating section"
    FIELD = "form field"
    BOOKMARK = "bookmark"
    BLANK = "blank"
    COMMENT = "comment"
    SHEET = "sheet"
    NAME = "defined name"
    FORMULA = "formula"
    SLIDE = "slide"
    SHAPE = "shape"
    CHART = "chart"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that stands in a form, in the order of the form.

    Attributes:
        kind: What it is.
        label: The words printed at it, by which a person knows it: a heading, a question, a row's label, a tag.
        at: How a slots file names it, when something can be filled in there; exactly this place, by itself.
        where: The headings above it, from the outside in; the sheet; the slide.
        text: What stands in it now.
        depth: How deep it stands below the headings or the table around it, from 0.
        choices: The entries of a drop-down list.
        facts: What else there is to know: `format` of a date, `lock`, `binding`, `title`, `tag`, `max_length`,
            `validation`, `formula`, `hidden`, `protected`, `rows` and `columns` of a table.
    """

    kind: Kind
    label: str
    at: Place | None = None
    where: tuple[str, ...] = ()
    text: str = ""
    depth: int = 0
    choices: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def anchor(self) -> dict[str, object]:
        """The place as it is written behind `at:` in a slots file; empty when nothing can be filled in."""
        return {key: value for key, value in asdict(self.at).items() if value is not None} if self.at else {}

    @property
    def anchor_text(self) -> str:
        """The place as one line of YAML: `{table: Identificatie, row: Titel}`; "" when nothing can be filled in."""
        pairs = ", ".join(f"{key}: {_write_scalar(value)}" for key, value in self.anchor.items())
        return f"{{{pairs}}}" if pairs else ""


def _write_scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and not (_PLAIN.fullmatch(value) and value.casefold() not in _WORDS):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole form.

    Attributes:
        file: Its name.
        office: Which program it is for.
        sha256: Of its bytes.
        items: What stands in it, in reading order.
        facts: What holds for the whole form: `protection`, `macros`, `strict`, `template`, `tracked changes`...
        findings: What one should know before filling it: signatures, external links, macros.
    """

    file: str
    office: Office
    sha256: str
    items: tuple[Item, ...]
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    findings: tuple[Finding, ...] = ()

    def fillable(self) -> Iterator[Item]:
        """The items where something can be filled in."""
        return (item for item in self.items if item.at is not None)
