"""Pictures and prose that a row of the list brings."""

from __future__ import annotations

from pathlib import Path

from tests.letters.letters import make, text_of, write_jsonl
from tests.office.word.prose import make_png

from ibndocs.office.package import Package

LINES = ("{{ naam }}: {{ tekst|markdown }}", '{{ logo|image(width="2cm") }}')


def test_pictures_beside_the_list_are_drawn_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "lijst").mkdir()
    (tmp_path / "lijst/logo.png").write_bytes(make_png(8, 8))
    (tmp_path / "buiten.png").write_bytes(make_png(8, 8))
    rows = [
        {"naam": "Aa", "tekst": "een **vet** woord", "logo": "logo.png"},
        {"naam": "Bb", "tekst": "x", "logo": "../buiten.png"},
    ]
    outcome = make(tmp_path, write_jsonl(tmp_path / "lijst/l.jsonl", rows), *LINES)
    assert (outcome.written, outcome.faulty) == (1, 1)
    assert outcome.findings[0].id == "TPL12"
    assert text_of(tmp_path / "out/001-aa.docx")[0] == "Aa: een vet woord"
    assert any("/media/" in part for part in Package.read(tmp_path / "out/001-aa.docx").parts)


def test_a_picture_that_changed_has_its_letters_made_again(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(make_png(8, 8))
    rows = write_jsonl(tmp_path / "l.jsonl", [{"naam": "Aa", "tekst": "x", "logo": "logo.png"}])
    assert make(tmp_path, rows, *LINES).written == 1
    assert make(tmp_path, rows, *LINES).unchanged == 1
    logo.write_bytes(make_png(16, 8))
    assert make(tmp_path, rows, *LINES).written == 1


def test_a_template_without_pictures_asks_nothing_of_the_folder(tmp_path: Path) -> None:
    rows = write_jsonl(tmp_path / "l.jsonl", [{"naam": "Aa"}])
    assert make(tmp_path, rows, "{{ naam }}").written == 1
    (tmp_path / "logo.png").write_bytes(make_png(8, 8))
    assert make(tmp_path, rows, "{{ naam }}").unchanged == 1
