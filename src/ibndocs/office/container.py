"""The zip container of an Office file: read with limits, written byte for byte the same on every machine.

An `Entry` keeps the compressed bytes together with its ready-made zip headers, so that a part that did not
change costs one copy when a file is written, however often that happens.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ibndocs.foundation.findings import FaultyInput, Text
from ibndocs.office.faults import refuse_file

DEFLATED = 8
SMALL, QUICK = (6, zlib.Z_DEFAULT_STRATEGY), (1, zlib.Z_FIXED)
"""How hard a part is deflated: `QUICK` takes a quarter of the time, and a letter grows by 1 %."""
_STORED = 0
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1 | 0x40
_DOS_1980_01_01 = (0, 0x21)  # time, date: the oldest moment a zip can hold
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL_HEAD = struct.Struct("<4s6H3L5HL")
_OFFSET = struct.Struct("<L")
_END = struct.Struct("<4s4H2LH")
_RATIO_FLOOR = 4 << 20  # a part that stays this small cannot hurt, however well it packs
_TOTAL_FLOOR = 48 << 20  # nor can so much in many parts
_TOTAL_SHARE = 5
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNSAFE_NAME = re.compile(r"(?:^|/)\.\.?(?:/|$)|^/|^[A-Za-z]:|\\|//|[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a container may hold before it is refused; the defaults are far above any real form."""

    max_total_bytes: int = 256 << 20
    max_part_bytes: int = 128 << 20
    max_ratio: int = 300
    """Of one part; the whole file may pack a fifth of that."""
    max_parts: int = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One part: its bytes, and the zip records that hold it."""

    name: str
    data: bytes
    record: bytes
    """Local header and compressed bytes."""
    central: tuple[bytes, bytes]
    """Central record before and after the four bytes of the offset."""


def make_entry(name: str, data: bytes, effort: tuple[int, int] = SMALL) -> Entry:
    """`data` as a part called `name`, deflated (stored when that is not larger)."""
    level, strategy = effort
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15, zlib.DEF_MEM_LEVEL, strategy)
    packed = deflater.compress(data) + deflater.flush()
    if len(packed) >= len(data):
        return _entry(name, data, packed=data, method=_STORED, crc=zlib.crc32(data))
    return _entry(name, data, packed=packed, method=DEFLATED, crc=zlib.crc32(data))


def _entry(name: str, data: bytes, *, packed: bytes, method: int, crc: int) -> Entry:
    raw_name = name.encode("utf-8")
    flags = 0 if raw_name.isascii() else _UTF8_NAME
    shared = (flags, method, *_DOS_1980_01_01, crc, len(packed), len(data), len(raw_name))
    local = _LOCAL.pack(b"PK\x03\x04", 20, *shared, 0)
    central = _CENTRAL_HEAD.pack(b"PK\x01\x02", 20, 20, *shared, 0, 0, 0, 0, 0)
    return Entry(name, data, local + raw_name + packed, (central, raw_name))


@dataclass(frozen=True, slots=True)
class Base:
    """The entries at the front of files that many files share, joined once: records, central records, their number."""

    records: bytes = b""
    directory: bytes = b""
    count: int = 0


def join_base(entries: Iterable[Entry]) -> Base:
    """`entries` in this order, as the front of files."""
    records, directory = _lay_out(entries, Base())
    return Base(b"".join(records), b"".join(directory), len(records) - 1)


def join_entries(entries: Iterable[Entry], base: Base | None = None) -> bytes:
    """The zip file that holds `entries` in this order, behind those of `base`."""
    base = base or Base()
    records, directory = _lay_out(entries, base)
    offset, size = sum(map(len, records)), sum(map(len, directory))
    count = base.count + len(records) - 1
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
    return b"".join((*records, *directory, end))


def _lay_out(entries: Iterable[Entry], base: Base) -> tuple[list[bytes], list[bytes]]:
    """The records and the central records of `base`, then those of `entries`."""
    records, directory = [base.records], [base.directory]
    offset = len(base.records)
    for entry in entries:
        head, name = entry.central
        records.append(entry.record)
        directory += (head, _OFFSET.pack(offset), name)
        offset += len(entry.record)
    return records, directory


def read_entries(source: bytes, file: str, limits: Limits) -> Iterator[Entry]:
    """The parts of `source` in their order.

    Every part is inflated once, within the limits and against its checksum: nothing unseen is ever copied.

    Raises:
        FaultyInput: `OFF01` no zip, `OFF02` too large, `OFF03` unsafe or double names, `OFF04` encrypted,
            `OFF05` damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise refuse_non_zip(source, file) from error
    check_directory(infos, file, limits)
    end_of_last = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        start = info.header_offset
        if start < end_of_last:
            raise refuse_file(
                "OFF03",
                file,
                f"onderdeel {info.filename} overlapt een ander",
                f"part {info.filename} overlaps another",
            )
        end_of_last = _data_start(source, info, file) + info.compress_size
    for info in infos:
        if not info.is_dir():
            yield _read_entry(source, info, file)


def check_directory(infos: list[zipfile.ZipInfo], file: str, limits: Limits) -> None:
    """Refuse a container by what its directory says: too large, unsafe or double names, encrypted parts.

    Raises:
        FaultyInput: `OFF02` to `OFF05`.
    """
    if len(infos) > limits.max_parts:
        raise refuse_file("OFF02", file, f"bevat {len(infos)} onderdelen", f"holds {len(infos)} parts")
    total = sum(info.file_size for info in infos)
    if total > limits.max_total_bytes:
        raise refuse_file("OFF02", file, f"zou {total} bytes groot worden", f"would inflate to {total} bytes")
    packed = sum(info.compress_size for info in infos)
    if total > _TOTAL_FLOOR and total > packed * limits.max_ratio / _TOTAL_SHARE:
        raise refuse_file("OFF02", file, f"zou {total} bytes groot worden", f"would inflate to {total} bytes")
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        if _UNSAFE_NAME.search(name):
            raise refuse_file("OFF03", file, f"onveilige naam {name!r}", f"unsafe name {name!r}")
        if name.casefold() in seen:
            raise refuse_file("OFF03", file, f"naam {name!r} komt twee keer voor", f"name {name!r} stands twice")
        seen.add(name.casefold())
        if info.flag_bits & _ENCRYPTED:
            raise refuse_file("OFF04", file, f"onderdeel {name} is versleuteld", f"part {name} is encrypted")
        if info.compress_type not in (_STORED, DEFLATED):
            raise refuse_file(
                "OFF05",
                file,
                f"onderdeel {name} gebruikt een onbekende compressie",
                f"part {name} uses an unknown compression",
            )
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > limits.max_part_bytes or (ratio > limits.max_ratio and info.file_size > _RATIO_FLOOR):
            raise refuse_file(
                "OFF02",
                file,
                f"onderdeel {name} zou {info.file_size} bytes groot worden",
                f"part {name} would inflate to {info.file_size} bytes",
            )


def _data_start(source: bytes, info: zipfile.ZipInfo, file: str) -> int:
    header = source[info.header_offset : info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
        raise _refuse_damaged(info.filename, file)
    name_length, extra_length = _LOCAL.unpack(header)[-2:]
    after_header = info.header_offset + _LOCAL.size
    name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437", "replace")
    if source[after_header : after_header + name_length] != name:
        raise refuse_file(
            "OFF03",
            file,
            f"onderdeel {info.filename} heet anders waar het staat",
            f"part {info.filename} has another name where it stands",
        )
    start = after_header + int(name_length) + int(extra_length)
    if start + info.compress_size > len(source):
        raise _refuse_damaged(info.filename, file)
    return start


def _read_entry(source: bytes, info: zipfile.ZipInfo, file: str) -> Entry:
    start = _data_start(source, info, file)
    packed = source[start : start + info.compress_size]
    data = packed
    if info.compress_type == DEFLATED:
        try:
            # One byte more than declared is asked for, so that a part that lies about its size is found out.
            data = zlib.decompressobj(-15).decompress(packed, info.file_size + 1)
        except zlib.error as error:
            raise _refuse_damaged(info.filename, file) from error
    if len(data) != info.file_size or zlib.crc32(data) != info.CRC:
        raise _refuse_damaged(info.filename, file)
    return _entry(info.orig_filename, data, packed=packed, method=info.compress_type, crc=info.CRC)


def _refuse_damaged(part: str, file: str) -> FaultyInput:
    return refuse_file(
        "OFF05",
        file,
        f"onderdeel {part} is beschadigd",
        f"part {part} is damaged",
        fix=Text(nl="open en bewaar het bestand opnieuw in Office", en="open and save the file again in Office"),
    )


def refuse_non_zip(source: bytes, file: str) -> FaultyInput:
    """The exception for a file that is no zip, of which `source` is the beginning."""
    if source.startswith(_OLE_MAGIC):
        return refuse_file(
            "OFF04",
            file,
            "is met een wachtwoord beveiligd of is een oud bestand (.doc, .xls, .ppt)",
            "is protected with a password or is an old file (.doc, .xls, .ppt)",
            fix=Text(
                nl="bewaar het zonder wachtwoord als .docx, .xlsx of .pptx",
                en="save it without a password as .docx, .xlsx or .pptx",
            ),
        )
    return refuse_file("OFF01", file, "is geen Office-bestand (geen zip)", "is not an Office file (no zip)")
