"""A workbook with a sheet of any length, row by row; its strings are kept as one text with the place of each.

What a cell says is settled in `source.xlsx_cells`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, overload

from ibndocs.foundation.findings import Finding, Spot, Text
from ibndocs.letters.faults import refuse_list
from ibndocs.office.streaming import StreamedPackage
from ibndocs.source.grid import Row
from ibndocs.source.xlsx_cells import CellReader, counts_from_1904, find_date_styles, text_of


class XlsxStream:
    """The filled rows of one sheet.

    Args:
        path: The workbook.
        name: What messages call it.
        sheet: Which sheet; the first visible one with rows when "".

    Raises:
        FaultyInput: `LST01` or `OFF01` to `OFF07`: it is no workbook, or has no such sheet.
    """

    notes: Sequence[Finding] = ()

    def __init__(self, path: Path, name: str, sheet: str = "") -> None:
        self._name = name
        self._package = StreamedPackage(path, name)
        self._stream: IO[bytes] | None = None
        small = self._package.small
        root = small.xml(small.main_part)
        self._related = {one.id: one for one in small.relationships(small.main_part)}
        sheets = {
            str(one.get("name", "")): (self._part_of(one), one.get("state", "visible") == "visible")
            for one in root.iterfind("{*}sheets/{*}sheet")
        }
        self.sheet, self._part = self._choose(sheets, sheet)
        self.size = self._package.size(self._part)
        styles = self._of_type("/styles")
        style_root = None
        if styles:
            with self._package.open(styles) as stream:
                style_root = next(self._package.iterate(stream, "styleSheet"), None)
                dates = frozenset() if style_root is None else find_date_styles(style_root)
        else:
            dates = frozenset()
        self._reader = CellReader(self._read_strings(), dates, name, since_1904=counts_from_1904(root))

    def close(self) -> None:
        """Close the file."""
        self._package.__exit__(None, None, None)

    def position(self) -> int:
        """How many bytes of the sheet have been read."""
        return self._stream.tell() if self._stream and not self._stream.closed else 0

    def rows(self) -> Iterator[Row]:
        """The rows of the sheet."""
        number = 0
        with self._package.open(self._part) as self._stream:
            for element in self._package.iterate(self._stream, "row"):
                number, row = self._reader.read_row(element, self.sheet, number)
                if row:
                    yield row

    def _part_of(self, sheet: object) -> str:
        attributes = sheet.attrib.items()  # type: ignore[attr-defined]
        identifier = next((str(value) for key, value in attributes if str(key).endswith("}id")), "")
        related = self._related.get(identifier)
        if related is None or not related.type.endswith("/worksheet"):
            return ""
        return self._resolve(related.target)

    def _resolve(self, target: str) -> str:
        return self._package.small.resolve(self._package.small.main_part, target)

    def _choose(self, sheets: dict[str, tuple[str, bool]], wanted: str) -> tuple[str, str]:
        for name, (part, visible) in sheets.items():
            if part and (name.casefold() == wanted.casefold() if wanted else visible and self._has_rows(part)):
                return name, part
        names = ", ".join(f"“{name}”" for name in sheets)
        raise refuse_list(
            "LST01",
            Spot(self._name),
            f"er is geen werkblad “{wanted}”" if wanted else "er is geen gevuld werkblad",
            f"there is no sheet “{wanted}”" if wanted else "there is no filled sheet",
            Text(nl=f"de werkmap heeft {names}", en=f"the workbook has {names}"),
        )

    def _has_rows(self, part: str) -> bool:
        with self._package.open(part) as stream:
            return next(self._package.iterate(stream, "c"), None) is not None

    def _of_type(self, ending: str) -> str:
        return next((self._resolve(one.target) for one in self._related.values() if one.type.endswith(ending)), "")

    def _read_strings(self) -> Sequence[str]:
        part = self._of_type("/sharedStrings")
        strings = Strings()
        if part:
            with self._package.open(part) as stream:
                for item in self._package.iterate(stream, "si"):
                    strings.add(text_of(item))
        return strings


class Strings(Sequence[str]):
    """Very many short texts in little memory: their UTF-8 one after the other, and where each ends."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def add(self, text: str) -> None:
        """Add a text at the end."""
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._bytes[self._ends[index] : self._ends[index + 1]].decode("utf-8", "surrogatepass")
