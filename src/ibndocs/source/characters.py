"""Text as it comes from a file: decoded as UTF-8, without the characters that no document can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ibndocs.foundation.findings import FaultyInput, Finding, Spot, Text
from ibndocs.office.xmltext import clean, find_forbidden
from ibndocs.source.faults import Fault, Path, error, warning

HIDDEN = "\ufdd0"
"""Stands for a dropped character while YAML or TOML is parsed, so that columns stay right. Means nothing itself."""

_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode_utf8(data: bytes, file: str) -> str:
    """The text of a file; a byte order mark is left out.

    Raises:
        FaultyInput: `STR02`, with the place of the first byte that is not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise FaultyInput([_not_utf8(data, fault.start, file)]) from None
    if "\0" in text:
        raise FaultyInput([error(Fault.ENCODING, "is geen tekstbestand", "is not a text file", spot=Spot(file))])
    return text


def _not_utf8(data: bytes, start: int, file: str) -> Finding:
    before = data[:start].decode("utf-8-sig", errors="replace")
    spot = Spot(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    kind = "UTF-16" if data[:2] in _UTF16 else "Windows-1252?"
    return error(
        Fault.ENCODING,
        f"is niet opgeslagen als UTF-8 ({kind}): teken 0x{data[start]:02X} is onleesbaar",
        f"is not saved as UTF-8 ({kind}): byte 0x{data[start]:02X} cannot be read",
        spot=spot,
        fix=Text(
            nl="sla het bestand op als UTF-8 (Opslaan als, Codering: UTF-8)",
            en="save the file as UTF-8 (Save as, Encoding: UTF-8)",
        ),
    )


def hide_unreadable(text: str, file: str) -> tuple[str, list[Finding]]:
    """Text that YAML and TOML can parse, and a warning for each line in which characters had to be left out."""
    if not _UNREADABLE.search(text):
        return text, []
    findings = [_dropped(names, Spot(file, line, column)) for line, column, names in _unreadable_by_line(text)]
    return _UNREADABLE.sub(HIDDEN, text), findings


def _unreadable_by_line(text: str) -> Iterator[tuple[int, int, list[str]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        found = list(_UNREADABLE.finditer(line))
        if found:
            yield number, found[0].start() + 1, [f"U+{ord(one[0]):04X}" for one in found]


def clean_text(text: str, spot: Spot, path: Path) -> tuple[str, Finding | None]:
    """A value without forbidden characters, and a warning when there were any."""
    names = [name for _, name in find_forbidden(text)]
    return drop_unreadable(text), _dropped(names, spot, path) if names else None


def drop_unreadable(text: str) -> str:
    """A value or key without forbidden characters, those that were hidden included."""
    return clean(text).replace(HIDDEN, "")


def is_clean(text: str) -> bool:
    """Whether a value can be used as it is."""
    return text.isprintable() or (HIDDEN not in text and not find_forbidden(text))


def _dropped(names: list[str], spot: Spot, path: Path = ()) -> Finding:
    shown = ", ".join(dict.fromkeys(names))
    nl = "een onzichtbaar stuurteken is" if len(names) == 1 else f"{len(names)} onzichtbare stuurtekens zijn"
    en = "one invisible control character was" if len(names) == 1 else f"{len(names)} invisible control characters were"
    return warning(
        Fault.CHARACTERS,
        f"{nl} weggelaten ({shown})",
        f"{en} left out ({shown})",
        spot=spot,
        path=path,
        fix=Text(
            nl="wis het teken; het komt vaak mee bij plakken uit een ander programma",
            en="delete it; it often comes along when pasting from another program",
        ),
    )
