"""How a place of a form wants its value: one of a list, a day or a number in its own format, so many characters.

A manner shows a value as the place asks, and says what is wrong when it cannot. Nothing gets lost: only a value that a
closed list does not have is not shown.

Source: ECMA-376 part 1, 17.5.2 (content controls), 17.16.17 (form field data), 17.16.4.1 and .3 (pictures of dates and
numbers), 17.18.80 (how a day is stored).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ibndocs.foundation.findings import Severity, Text
from ibndocs.office.choosing import find_entry
from ibndocs.office.labels import fold
from ibndocs.office.picture import Picture, find_picture
from ibndocs.office.printing import print_value
from ibndocs.office.slot_values import Remark
from ibndocs.office.word.dates import format_day, read_day
from ibndocs.office.word.numbers import NumberFormat, read_number

_MOST_CHOICES = 30
_LETTERS: Mapping[str, Callable[[str], str]] = {
    "uppercase": str.upper,
    "lowercase": str.lower,
    "first capital": lambda words: words[:1].upper() + words[1:],
    "title case": lambda words: " ".join(word[:1].upper() + word[1:] for word in words.split(" ")),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as a place shows it.

    Attributes:
        text: What is printed; nothing when it cannot be shown.
        stored: What the data behind a control says.
        number: Which of the choices it is, from 0.
        day: The day as a control keeps it, `2027-01-01T00:00:00Z`.
        picture: The picture.
        remark: What there is to say about it.
    """

    text: str
    stored: str = ""
    number: int = 0
    day: str = ""
    picture: Picture | None = None
    remark: Remark | None = None

    def __str__(self) -> str:
        return self.text


class Manner(Protocol):
    """How one place wants its value."""

    def show(self, value: object) -> Shown:
        """A value as the place shows it; one that is missing shows nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a list; when `is_open`, another text as well.

    Attributes:
        entries: What is displayed and what is stored, for each entry.
        is_open: Whether it is a combo box.
    """

    entries: tuple[tuple[str, str], ...]
    is_open: bool = False

    def show(self, value: object) -> Shown:
        """The entry that is displayed so or stored so, or meant by its abbreviation (`find_entry`)."""
        if value is None or not (text := print_value(value).strip()):
            return Shown("")
        for part in (0, 1):
            for number, entry in enumerate(self.entries):
                if fold(entry[part]) == fold(text):
                    return Shown(entry[0], entry[1], number)
        if self.is_open:
            return Shown(text, text)
        meant = find_entry(text, [display for display, _ in self.entries])
        if meant is not None:
            return Shown(*self.entries[meant], meant)
        message = Text(f"'{text}' is geen van de keuzes", f"'{text}' is none of the choices")
        return Shown("", remark=Remark("SLT41", Severity.ERROR, message, self._list()))

    def _list(self) -> Text:
        if not self.entries:
            return Text("de lijst van het formulier is leeg", "the list of the form is empty")
        shown = [f"'{display}'" for display, _ in self.entries[:_MOST_CHOICES]]
        listed = ", ".join(shown) + (", …" if len(self.entries) > _MOST_CHOICES else "")
        return Text(f"mogelijk: {listed}", f"possible: {listed}")


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a format.

    Attributes:
        picture: How it is written, in letters: `d MMMM yyyy`.
        language: Of the names of months and days, such as `nl-BE`.
        stored_as: How the data behind the control keeps it: `dateTime`, `date` or `text`.
    """

    picture: str
    language: str
    stored_as: str = "dateTime"

    def show(self, value: object) -> Shown:
        """The day in the format; what is no day is shown as it is, with a remark."""
        if value is None or not print_value(value).strip():
            return Shown("")
        day = read_day(value)
        if day is None:
            return _show_as_it_is(value, Text("is geen datum", "is no date"))
        text = format_day(day, self.picture, self.language)
        return Shown(text, self._store(day, text), day=f"{day.isoformat()}T00:00:00Z")

    def _store(self, day: date, text: str) -> str:
        return {"text": text, "date": day.isoformat()}.get(self.stored_as, f"{day.isoformat()}T00:00:00")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a format, such as `#.##0,00 €`."""

    picture: str

    def show(self, value: object) -> Shown:
        """The number in the format; what is no number is shown as it is, with a remark."""
        if value is None or not (text := print_value(value).strip()):
            return Shown("")
        number = read_number(value)
        if number is None:
            return _show_as_it_is(value, Text("is geen getal", "is no number"))
        text = NumberFormat.read(self.picture).write(number) if self.picture else text
        return Shown(text, text)


def _show_as_it_is(value: object, why: Text) -> Shown:
    text = print_value(value).strip()
    message = Text(f"'{text}' {why.nl}", f"'{text}' {why.en}")
    return Shown(text, text, remark=Remark("SLT43", Severity.WARNING, message))


@dataclass(frozen=True, slots=True)
class Words:
    """Text in capitals or small letters as a field asks: `UPPERCASE`, `LOWERCASE`, `FIRST CAPITAL`, `TITLE CASE`."""

    picture: str

    def show(self, value: object) -> Shown:
        """The text in those letters."""
        text = "" if value is None else print_value(value)
        letters = _LETTERS.get(self.picture.casefold())
        text = letters(text) if letters is not None else text
        return Shown(text, text)


@dataclass(frozen=True, slots=True)
class Limited:
    """So many characters at most; a longer text is shown whole, with a remark."""

    inner: Manner
    most: int

    def show(self, value: object) -> Shown:
        """The text of the inner manner."""
        shown = self.inner.show(value)
        if len(shown.text) <= self.most or shown.remark is not None:
            return shown
        message = Text(
            f"telt {len(shown.text)} tekens; het veld neemt er {self.most}",
            f"has {len(shown.text)} characters; the field takes {self.most}",
        )
        return Shown(shown.text, shown.stored, remark=Remark("SLT42", Severity.WARNING, message))


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture from the folder of the project."""

    folder: str | None

    def show(self, value: object) -> Shown:
        """The picture that a path names, or the first picture of a Markdown text."""
        from ibndocs.foundation.prose import find_pictures
        from ibndocs.foundation.values import Markdown

        folder = value.folder if isinstance(value, Markdown) else self.folder
        names: Sequence[str] = ()
        if isinstance(value, Markdown):
            names = find_pictures(value.text)
        elif value is not None and (name := print_value(value).strip()):
            names = (name,)
        if not names:
            return Shown("")
        picture = find_picture(folder, names[0])
        if picture is not None:
            return Shown(names[0], b64encode(picture.data).decode("ascii"), picture=picture)
        message = Text(
            f"'{names[0]}' is geen PNG-, JPEG- of GIF-bestand in de map van het project",
            f"'{names[0]}' is no PNG, JPEG or GIF file in the folder of the project",
        )
        return Shown("", remark=Remark("SLT48", Severity.ERROR, message))
