"""Delivery: a dossier comes whole or not at all, and a person's edit is never lost."""

from pathlib import Path

import pytest

from ibndocs.delivery.manifest import Entry, Manifest, read_manifest
from ibndocs.delivery.writing import Delivered, deliver, hash_of
from ibndocs.foundation.findings import FaultyInput


def deliver_texts(
    folder: Path, texts: dict[str, str], *, scope: tuple[str, ...] = ("doc",), force: bool = False
) -> Delivered:
    files = {path: (text.encode(), Entry(hash_of(text.encode()), scope[0])) for path, text in texts.items()}
    return deliver(files, folder, Manifest(call="test"), read_manifest(folder), scope=scope, force=force)


def test_a_first_delivery_writes_everything_and_a_manifest(tmp_path: Path) -> None:
    delivered = deliver_texts(tmp_path / "out", {"fase1/a.docx": "a", "b.docx": "b"})
    assert delivered.written == ("fase1/a.docx", "b.docx")
    assert (tmp_path / "out/fase1/a.docx").read_text() == "a"
    assert read_manifest(tmp_path / "out").outputs["b.docx"].sha256 == hash_of(b"b")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["b.docx", "fase1", "manifest.json"]


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    deliver_texts(tmp_path, {"a": "1", "b": "1"})
    before = (tmp_path / "a").stat().st_mtime_ns
    delivered = deliver_texts(tmp_path, {"a": "1", "b": "2"})
    assert (delivered.unchanged, delivered.written) == (("a",), ("b",))
    assert (tmp_path / "a").stat().st_mtime_ns == before


def test_an_edited_file_stops_the_delivery_and_nothing_is_written(tmp_path: Path) -> None:
    deliver_texts(tmp_path, {"a": "1", "b": "1"})
    (tmp_path / "a").write_text("mijn bewerking")
    with pytest.raises(FaultyInput) as caught:
        deliver_texts(tmp_path, {"a": "2", "b": "2"})
    assert [(finding.id, str(finding.spot)) for finding in caught.value.findings] == [("DEL01", "a")]
    assert (tmp_path / "a").read_text() == "mijn bewerking"
    assert (tmp_path / "b").read_text() == "1"


def test_a_file_that_is_not_ours_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("van iemand anders")
    with pytest.raises(FaultyInput):
        deliver_texts(tmp_path, {"a": "1"})
    assert not (tmp_path / "manifest.json").exists()


def test_force_overwrites_an_edit(tmp_path: Path) -> None:
    deliver_texts(tmp_path, {"a": "1"})
    (tmp_path / "a").write_text("mijn bewerking")
    deliver_texts(tmp_path, {"a": "2"}, force=True)
    assert (tmp_path / "a").read_text() == "2"


def test_a_file_that_no_longer_belongs_is_removed_unless_edited(tmp_path: Path) -> None:
    deliver_texts(tmp_path, {"a": "1", "b": "1", "c": "1"})
    (tmp_path / "c").write_text("mijn bewerking")
    delivered = deliver_texts(tmp_path, {"a": "1"})
    assert delivered.removed == ("b",)
    assert not (tmp_path / "b").exists()
    assert (tmp_path / "c").read_text() == "mijn bewerking"
    assert [finding.id for finding in delivered.findings] == ["DEL02"]


def test_a_part_of_the_dossier_leaves_the_rest_in_the_manifest(tmp_path: Path) -> None:
    deliver_texts(tmp_path, {"a": "1"}, scope=("one",))
    deliver_texts(tmp_path, {"b": "1"}, scope=("two",))
    assert sorted(read_manifest(tmp_path).outputs) == ["a", "b"]
    assert (tmp_path / "a").exists()


def test_a_delivery_that_fails_half_way_leaves_no_trace_of_its_stage(tmp_path: Path) -> None:
    deliver_texts(tmp_path, {"a": "1"})
    (tmp_path / "b").mkdir()
    with pytest.raises(FaultyInput):
        deliver_texts(tmp_path, {"a": "2", "b": "2"})
    assert (tmp_path / "a").read_text() == "1"
    assert not list(tmp_path.glob(".ibndocs-*"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99}', '{"format": 1, "outputs": 3}'])
def test_a_broken_manifest_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    assert read_manifest(tmp_path) == Manifest()
