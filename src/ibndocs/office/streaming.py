"""An Office file too large to hold in memory: its small parts as a `Package`, any part as a stream.

The same limits hold as for other files, but for size: a part that is streamed may be as large as a disk can hold.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.container import Limits, check_directory, make_entry, refuse_non_zip
from ibndocs.office.faults import refuse_file, refuse_unread
from ibndocs.office.package import Package

if TYPE_CHECKING:
    from lxml import etree

_SMALL = 1 << 20
_LIMITS = Limits(max_total_bytes=8 << 30, max_part_bytes=4 << 30)
_XML_NAMES = (".xml", ".rels")


class StreamedPackage:
    """A file that stays open while its parts are read; a context manager.

    Raises:
        FaultyInput: It is no sound and safe Office file (`OFF01`..`OFF05`) or cannot be read (`OFF07`).
    """

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise refuse_unread(name, error) from error
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            with path.open("rb") as stream:
                raise refuse_non_zip(stream.read(8), name) from error
        try:
            check_directory(self._zip.infolist(), name, _LIMITS)
        except FaultyInput:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @cached_property
    def small(self) -> Package:
        """The XML parts below 1 MB: relationships, content types, the workbook itself."""
        chosen = [one for one in self._zip.infolist() if one.filename.endswith(_XML_NAMES) and one.file_size < _SMALL]
        try:
            return Package([make_entry(one.filename, self._zip.read(one)) for one in chosen], self.name)
        except (zipfile.BadZipFile, OSError, EOFError) as error:
            raise _refuse_damaged(self.name) from error

    def open(self, part: str) -> IO[bytes]:
        """A part as a stream; it never gives more than the directory says.

        Raises:
            FaultyInput: `OFF06` when there is no such part.
        """
        try:
            return self._zip.open(part)
        except (KeyError, zipfile.BadZipFile) as error:
            raise refuse_file("OFF06", self.name, f"onderdeel {part} ontbreekt", f"part {part} is missing") from error

    def size(self, part: str) -> int:
        """How many bytes `part` holds."""
        return self._zip.getinfo(part).file_size

    def iterate(self, stream: IO[bytes], tag: str) -> Iterator[etree._Element]:
        """Each element `tag` (without namespace) of an XML part; it is emptied when the next is asked.

        Raises:
            FaultyInput: `OFF05` or `OFF06`: the part is damaged, not well-formed, or has a DTD.
        """
        from lxml import etree

        try:
            for _, element in etree.iterparse(
                stream, tag=f"{{*}}{tag}", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
            ):
                if element.getroottree().docinfo.doctype:
                    raise refuse_file("OFF06", self.name, "bevat een DTD", "holds a DTD")
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            message = f"is geen geldige XML: {error.msg}", f"is not well-formed XML: {error.msg}"
            raise refuse_file("OFF06", self.name, *message) from error
        except (zipfile.BadZipFile, EOFError) as error:
            raise _refuse_damaged(self.name) from error


def _refuse_damaged(name: str) -> FaultyInput:
    return refuse_file("OFF05", name, "is beschadigd", "is damaged")
