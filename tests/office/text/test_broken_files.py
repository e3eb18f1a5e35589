"""Broken and odd files: the same text every time, or a finding; never a traceback."""

from __future__ import annotations

import contextlib
import io
import zipfile
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.test_ooxml import make_deck, make_document, make_workbook

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.text import convert

MAKERS = {"docx": make_document, "pptx": make_deck, "xlsx": make_workbook}


@cache
def parts_of(kind: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(MAKERS[kind]())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def convert_or_refuse(data: bytes) -> None:
    with contextlib.suppress(FaultyInput):
        assert convert(data, name="proef") == convert(data, name="proef")


@pytest.mark.parametrize("kind", MAKERS)
def test_a_file_may_miss_any_of_its_parts(kind: str) -> None:
    for missing in parts_of(kind):
        convert_or_refuse(zipped({name: part for name, part in parts_of(kind).items() if name != missing}))


@pytest.mark.parametrize("kind", MAKERS)
def test_any_part_may_be_an_empty_element(kind: str) -> None:
    for emptied in parts_of(kind):
        convert_or_refuse(zipped({**parts_of(kind), emptied: b"<x/>"}))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_words_of_the_markup_may_be_anything(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(MAKERS)))
    parts = parts_of(kind)
    name = data.draw(st.sampled_from(sorted(n for n in parts if n.endswith((".xml", ".rels")))))
    words = sorted(set(parts[name].replace(b'"', b" ").split()))
    old = data.draw(st.sampled_from(words))
    new = data.draw(st.sampled_from([b"", b"-1", b"x", b"99999999999999999999", b"&#0;", "é".encode()]))
    convert_or_refuse(zipped({**parts, name: parts[name].replace(old, new)}))


@pytest.mark.parametrize("size", [0, 1, 500, 5000])
def test_a_file_cut_short_is_refused(size: int) -> None:
    with pytest.raises(FaultyInput) as caught:
        convert(make_document()[:size], name="half.docx")
    assert [str(finding.spot) for finding in caught.value.findings] == ["half.docx"]


def test_a_package_that_is_no_document_is_refused_by_kind() -> None:
    parts = parts_of("docx")
    types = parts["[Content_Types].xml"].replace(b"wordprocessingml.document.main", b"visio.drawing.main")
    with pytest.raises(FaultyInput, match="OFF08 is not a Word, PowerPoint or Excel file"):
        convert(zipped({**parts, "[Content_Types].xml": types}))
