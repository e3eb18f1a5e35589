"""Files made to hurt: each is refused or made harmless, with a clear message, in little memory and time."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.office.test_package import PARTS, RELS, TYPES, refusal, zipped

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.package import CONTENT_TYPES, Package

MEGABYTE = 1 << 20


def bomb(parts: int, megabytes: int) -> bytes:
    """A file with many parts that inflate to so much each; one deflated run is shared by all."""
    data = b"\0" * (megabytes * MEGABYTE)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    records, directory = [], []
    offset = 0
    for number in range(parts):
        name = f"word/media/{number}.bin".encode()
        shared = (0, 8, 0, 0x21, zlib.crc32(data), len(packed), len(data), len(name))
        local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, *shared, 0) + name + packed
        directory.append(struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *shared, 0, 0, 0, 0, 0, offset) + name)
        records.append(local)
        offset += len(local)
    central = b"".join(directory)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, parts, parts, len(central), offset, 0)
    return b"".join(records) + central + end


def overlapping(parts: int) -> bytes:
    """A file in which every entry of the directory points at the same bytes."""
    source = bomb(1, 3)
    central = source.index(b"PK\1\2")
    entry = source[central : source.index(b"PK\5\6")]
    records = b"".join(entry.replace(b"media/0.bin", b"media/%d.bin" % (number % 10)) for number in range(parts))
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, parts, parts, len(records), central, 0)
    return source[:central] + records + end


def test_bombs_of_every_make_end_within_a_small_memory(tmp_path: Path) -> None:
    """In a process of its own that the system would kill beyond 300 MB or 30 s of work."""
    pytest.importorskip("resource")
    nested = zipped({**PARTS, "word/embeddings/a.zip": "x"})
    inner = bomb(16, 3)
    with zipfile.ZipFile(io.BytesIO(), "w"):
        pass
    deep = io.BytesIO(nested)
    with zipfile.ZipFile(deep, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/embeddings/bom.zip", inner)
    xml = zipped({**PARTS, "word/document.xml": "<a>" + "<b/>" * 3_100_000 + "</a>"}, zipfile.ZIP_STORED)
    attributes = "<a " + " ".join(f'a{number}=""' for number in range(200_000)) + "/>"
    files = {
        "one part.docx": (bomb(1, 120), "OFF02"),
        "many parts.docx": (bomb(200, 3), "OFF02"),
        "very many parts.docx": (bomb(12_000, 0), "OFF02"),
        "overlapping.docx": (overlapping(9), "OFF03"),
        "a bomb inside.docx": (deep.getvalue(), "ok"),
        "millions of elements.docx": (xml, "OFF02"),
        "many attributes.docx": (zipped({**PARTS, "word/document.xml": attributes}, zipfile.ZIP_STORED), "ok"),
        "deep.docx": (zipped({**PARTS, "word/document.xml": "<a>" * 100_000}, zipfile.ZIP_STORED), "OFF06"),
        "long text.docx": (zipped({**PARTS, "word/document.xml": f"<a>{'x' * 11_000_000}</a>"}, 0), "OFF06"),
        "long attribute.docx": (zipped({**PARTS, "word/document.xml": f"<a b='{'x' * 11_000_000}'/>"}, 0), "OFF06"),
    }
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    script = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20))\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (30, 30))\n"
        "from pathlib import Path\n"
        "from ibndocs.foundation.findings import FaultyInput\n"
        "from ibndocs.office.package import Package\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        Package.read(Path(name)).xml('word/document.xml')\n"
        "        print('ok')\n"
        "    except FaultyInput as fault:\n"
        "        print(fault.findings[0].id)\n"
    )
    command = [sys.executable, "-c", script, *(str(tmp_path / name) for name in files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert dict(zip(files, done.stdout.split(), strict=False)) == {
        name: expected for name, (_, expected) in files.items()
    }, done.stderr


def test_a_name_that_differs_where_the_part_stands_is_refused() -> None:
    source = zipped(PARTS)
    assert refusal(source.replace(b"word/z.bin", b"word/y.bin", 1)) == "OFF03"


def test_data_before_and_after_the_file_are_left_behind() -> None:
    source = zipped(PARTS)
    clean = Package.read(source).write()
    assert Package.read(source + b"\0" * 1000).write() == clean
    assert Package.read(b"#!/bin/sh\n" + source).write() == clean


def test_a_file_in_zip64_is_read() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in PARTS.items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(text.encode())
    assert Package.read(target.getvalue()).part("word/document.xml") == PARTS["word/document.xml"].encode()


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "utf-32-le", "cp037", "shift-jis"])
def test_an_encoding_that_could_hide_a_dtd_is_refused(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    prolog, _, rest = text.partition("?>")
    data = (prolog + "?>").encode("ascii") + rest.encode("utf-7") if encoding == "utf-7" else text.encode(encoding)
    target = io.BytesIO(zipped(PARTS))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("customXml/item1.xml", data)
    assert refusal(target.getvalue()) == "OFF06"


def test_a_part_that_is_xml_by_its_type_is_looked_at_too() -> None:
    typed = TYPES.replace("</Types>", '<Default Extension="dat" ContentType="application/x+xml"/></Types>')
    bad = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
    assert refusal(zipped({**PARTS, CONTENT_TYPES: typed, "word/a.dat": bad})) == "OFF06"
    assert "word/a.dat" in Package.read(zipped({**PARTS, "word/a.dat": bad}))


def test_an_entity_is_never_resolved_nor_a_file_read(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim")
    package = Package.read(zipped(PARTS)).with_parts(
        {"word/x.xml": f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'.encode()}
    )
    with pytest.raises(FaultyInput, match="OFF06"):
        package.xml("word/x.xml")


def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    for path in (Path("/dev/zero"), tmp_path / "pijp"):
        if path.name == "pijp":
            os.mkfifo(path)
        if path.exists():
            with pytest.raises(FaultyInput, match="OFF07"):
                Package.read(path)


def test_relationships_that_lead_out_of_the_package_find_no_part() -> None:
    rels = RELS.replace("/word/document.xml", "../../../etc/passwd")
    with pytest.raises(FaultyInput, match="OFF06"):
        _ = Package.read(zipped({**PARTS, "_rels/.rels": rels})).main_part
