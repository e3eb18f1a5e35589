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
