"""The container: sound files come back whole, hostile ones do not come in."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.package import CONTENT_TYPES, Limits, Package, relationships_part

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="text/main+xml"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://x/relationships/officeDocument" Target="/word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://x/relationships/hyperlink" Target="https://voorbeeld.be"'
    ' TargetMode="External"/></Relationships>'
)
PARTS = {
    "word/document.xml": "<a>één</a>",
    "_rels/.rels": RELS,
    CONTENT_TYPES: TYPES,
    "word/z.bin": "\0" * 500,
}


def zipped(parts: dict[str, str] | list[tuple[str, str]], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of `parts`, made by the standard library."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, text in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(zipfile.ZipInfo(name, (2021, 5, 4, 3, 2, 1)), text, compression)
    return target.getvalue()


def refusal(source: bytes, limits: Limits | None = None) -> str:
    """The id with which `source` is refused."""
    with pytest.raises(FaultyInput) as caught:
        Package.read(source, name="vuil.docx", limits=limits or Limits())
    (finding,) = caught.value.findings
    assert str(finding.spot) == "vuil.docx"
    assert finding.message.nl
    assert finding.message.en
    return finding.id


def test_reads_parts_types_and_relationships() -> None:
    package = Package.read(zipped(PARTS), name="brief.docx")
    assert package.parts[:2] == (CONTENT_TYPES, "_rels/.rels")
    assert package.part("word/document.xml") == "<a>één</a>".encode()
    assert package.main_part == "word/document.xml"
    assert package.content_type("word/document.xml") == "text/main+xml"
    assert package.content_type("docProps/Core.XML") == "application/xml"
    assert package.content_type("word/z.bin") == ""
    first, second = package.relationships()
    assert (first.id, first.external) == ("rId1", False)
    assert (second.target, second.external) == ("https://voorbeeld.be", True)
    assert package.resolve("word/document.xml", "../docProps/core.xml") == "docProps/core.xml"
    assert package.resolve("word/document.xml", "media/a%20b.png") == "word/media/a b.png"
    assert relationships_part("word/document.xml") == "word/_rels/document.xml.rels"
    assert package.xml("word/document.xml").text == "één"


def test_writes_a_sound_zip_with_a_fixed_clock() -> None:
    written = Package.read(zipped(PARTS)).write()
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == CONTENT_TYPES
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.filename: archive.read(info).decode() for info in archive.infolist()} == PARTS
    assert Package.read(written).write() == written


def test_untouched_parts_keep_their_compressed_bytes() -> None:
    weak = zipped(PARTS, zipfile.ZIP_STORED)
    written = Package.read(weak).write({"word/document.xml": b"<b/>" * 100})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.getinfo("word/z.bin").compress_type == zipfile.ZIP_STORED
        assert archive.getinfo("word/document.xml").compress_type == zipfile.ZIP_DEFLATED
        assert archive.read("word/document.xml") == b"<b/>" * 100


def test_changes_add_remove_and_replace_parts() -> None:
    package = Package.read(zipped(PARTS))
    changes = {"word/z.bin": None, "word/b.xml": b"<b/>", "word/a.xml": b"<a/>", "word/é.xml": b"<e/>"}
    changed = package.with_parts(changes)
    assert changed.write() == package.write(changes)
    assert changed.parts[-3:] == ("word/a.xml", "word/b.xml", "word/é.xml")
    assert "word/z.bin" not in changed
    assert "word/z.bin" in package
    assert Package.read(changed.write()).part("word/é.xml") == b"<e/>"


def test_large_content_stored_or_deflated_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "groot.xlsx"
    path.write_bytes(Package.read(zipped(PARTS)).write({"xl/big.xml": b"0123456789" * 100_000}))
    assert Package.read(path).part("xl/big.xml") == b"0123456789" * 100_000
    assert Package.read(path).name == "groot.xlsx"


@pytest.mark.parametrize(
    "name",
    [
        "../evil.xml",
        "word/../../evil.xml",
        "/etc/passwd",
        "C:/evil.xml",
        "word\\evil.xml",
        "a//b.xml",
        "a/./b",
    ],
)
def test_refuses_unsafe_names(name: str) -> None:
    assert refusal(zipped({**PARTS, name: "x"})) == "OFF03"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_refuses_double_names_whatever_their_case() -> None:
    assert refusal(zipped([*PARTS.items(), ("word/document.xml", "<a/>")])) == "OFF03"
    assert refusal(zipped([*PARTS.items(), ("Word/Document.xml", "<a/>")])) == "OFF03"


def test_refuses_bombs() -> None:
    bomb = zipped({**PARTS, "word/bomb.xml": "0" * 6_000_000})
    assert refusal(bomb) == "OFF02"
    assert refusal(zipped(PARTS), Limits(max_parts=3)) == "OFF02"
    assert refusal(zipped(PARTS), Limits(max_total_bytes=100)) == "OFF02"
    assert refusal(zipped(PARTS), Limits(max_part_bytes=400)) == "OFF02"


def test_refuses_parts_that_lie_about_their_size() -> None:
    source = bytearray(zipped({**PARTS, "word/bomb.xml": "0" * 60_000}))
    at = source.rindex(struct.pack("<L", 60_000))
    source[at : at + 4] = struct.pack("<L", 100)
    assert refusal(bytes(source)) == "OFF05"


def test_refuses_overlapping_parts() -> None:
    source = bytearray(zipped({**PARTS, "word/y.bin": "\1" * 500}))
    central = source.index(b"PK\x01\x02")
    last = source.rindex(b"PK\x01\x02")
    source[last + 42 : last + 46] = source[central + 42 : central + 46]
    assert refusal(bytes(source)) == "OFF03"


def test_refuses_damage_encryption_and_other_files() -> None:
    source = bytearray(zipped(PARTS))
    at = source.index(b"word/document.xml") + len("word/document.xml") + 2
    source[at] ^= 0xFF
    assert refusal(bytes(source)) == "OFF05"
    locked = bytearray(zipped(PARTS))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(locked)) == "OFF04"
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "OFF04"
    assert refusal(b"gewone tekst") == "OFF01"
    assert refusal(b"") == "OFF01"
    assert refusal(zipped({"a.txt": "zip, maar geen Office"})) == "OFF01"
    assert refusal(zipped(PARTS)[:-30]) == "OFF01"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_refuses_a_dtd_in_any_part(encoding: str) -> None:
    target = io.BytesIO(zipped(PARTS))
    with zipfile.ZipFile(target, "a") as archive:
        text = '<?xml version="1.0"?><!-- x --><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
        archive.writestr("word/dtd.xml", text.encode(encoding))
    assert refusal(target.getvalue()) == "OFF06"


def test_a_long_prolog_is_read_in_no_time() -> None:
    text = "<?a?>" * 2000 + "<!-- b -->" * 2000 + "<a><![CDATA[<!DOCTYPE html>]]></a>"
    assert "customXml/item1.xml" in Package.read(zipped({**PARTS, "customXml/item1.xml": text}))


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    """Never another exception, whatever bytes are changed, and never another text than was written."""
    source = bytearray(zipped(PARTS))
    for _ in range(data.draw(st.integers(1, 4))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    with suppress(FaultyInput):
        package = Package.read(bytes(source))
        for part in package.parts:
            assert package.part(part) in {text.encode() for text in PARTS.values()}
        assert package.write()


def test_a_doctype_quoted_in_text_is_no_dtd() -> None:
    package = Package.read(zipped({**PARTS, "customXml/item1.xml": "<a><![CDATA[<!DOCTYPE html>]]></a>"}))
    assert package.xml("customXml/item1.xml").text == "<!DOCTYPE html>"


def test_says_what_is_missing_or_not_well_formed() -> None:
    package = Package.read(zipped({**PARTS, "word/bad.xml": "<a><b></a>"}), name="brief.docx")
    with pytest.raises(FaultyInput, match=r"word/none\.xml is missing"):
        package.part("word/none.xml")
    with pytest.raises(FaultyInput, match=r"word/bad\.xml is not well-formed"):
        package.xml("word/bad.xml")
    without_main = package.with_parts({"word/document.xml": None})
    with pytest.raises(FaultyInput, match="main part is missing"):
        _ = without_main.main_part
    with pytest.raises(FaultyInput, match="OFF07"):
        Package.read(Path("bestaat-niet.docx"))
