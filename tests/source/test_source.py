"""A description with all it points to: found, followed, refused when unsafe, every fault at once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ibndocs.foundation.findings import FaultyInput, Severity
from ibndocs.source import read_source
from ibndocs.source.files import MAX_TEXT
from ibndocs.source.source import MAX_DESCRIPTION


def write(folder: Path, **files: str | bytes) -> Path:
    """Files in a folder; `teksten__visie_md` becomes `teksten/visie.md`."""
    for name, content in files.items():
        stem, _, suffix = name.replace("__", "/").rpartition("_")
        file = folder / f"{stem}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def faults(path: Path) -> list[str]:
    with pytest.raises(FaultyInput) as faulty:
        read_source(path)
    return [f"{finding.spot} {finding.id} {finding.path}".strip() for finding in faulty.value.findings]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("project_yaml", "project:\n  title: x\nbedrag: 1.50\nvisie: !file teksten/visie.md\n"),
        ("project_yml", "project: {title: x}\nbedrag: 1.50\nvisie: !file ./teksten\\visie.md\n"),
        ("project_toml", "bedrag = 1.50\nvisie = {file = 'teksten/visie.md'}\n[project]\ntitle = 'x'\n"),
    ],
)
def test_yaml_and_toml_give_the_same(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path, teksten__visie_md="\ufeff# Visie\r\n\r\nTekst é\r\n", **{name: text})
    source = read_source(tmp_path)
    assert source.data == {"project": {"title": "x"}, "bedrag": Decimal("1.50"), "visie": "# Visie\n\nTekst é\n"}
    assert str(source.spots["visie",]) == "teksten/visie.md:1:1"
    assert [file.relative_to(tmp_path).as_posix() for file in source.files] == [source.path.name, "teksten/visie.md"]
    assert source.notes == ()
    assert source.folder == tmp_path


def test_a_place_is_always_known(tmp_path: Path) -> None:
    source = read_source(write(tmp_path, project_yaml="a: 1\nproject:\n  title: x\n  tags: [p, {q: r}]\n"))
    assert str(source.spot_of(("project", "title"))) == "project.yaml:3:10"
    assert str(source.spot_of(("project", "tags", 1, "z"))) == "project.yaml:4:13"
    assert str(source.spot_of(("project", "start"))) == "project.yaml:2:1"
    assert str(source.spot_of(("team", 3, "name"))) == "project.yaml:1:1"
    assert str(source.spot_of(())) == "project.yaml:1:1"
    assert str(source.key_spot_of(("project", "title"))) == "project.yaml:3:3"
    assert str(source.key_spot_of(("project", "tags", 0))) == "project.yaml:4:10"


def test_a_folder_holds_one_description(tmp_path: Path) -> None:
    assert faults(tmp_path) == [f"{tmp_path.name} STR01"]
    write(tmp_path, project_yaml="a: 1\n", project_toml="a = 1\n")
    assert faults(tmp_path) == [f"{tmp_path.name} STR01"]
    assert read_source(tmp_path / "project.toml").data == {"a": 1}
    assert faults(tmp_path / "weg.yaml") == ["weg.yaml STR01"]
    assert faults(write(tmp_path, project_json="{}") / "project.json") == ["project.json STR01"]


def test_a_description_is_utf_8_text_of_a_sane_size(tmp_path: Path) -> None:
    write(tmp_path, latin_yaml="a: x\nb: caf\u00e9\n".encode("cp1252"), wide_yaml="a: x".encode("utf-16"))
    write(tmp_path, zero_yaml=b"a: \0", big_yaml=b"a: " + b"x" * MAX_DESCRIPTION)
    assert faults(tmp_path / "latin.yaml") == ["latin.yaml:2:7 STR02"]
    assert faults(tmp_path / "wide.yaml") == ["wide.yaml:1:1 STR02"]
    assert faults(tmp_path / "zero.yaml") == ["zero.yaml STR02"]
    assert faults(tmp_path / "big.yaml") == ["big.yaml STR01"]
    assert read_source(write(tmp_path, bom_yaml="\ufeffa: é\n") / "bom.yaml").spots["a",].column == 4


OUTSIDE = ["../geheim.md", "teksten/../../geheim.md", "/etc/hosts.md", "C:\\x.md", "\\\\server\\x.md", "..\\geheim.md"]
LINKED = ["koppeling.md", "gekoppeld/geheim.md"]
UNFIT = ["teksten.md", "weg.md", "beeld.png", "latin.md", "groot.md", "a\x01.md"]


@pytest.mark.parametrize("name", [*OUTSIDE, *LINKED, *UNFIT])
def test_a_pointer_that_cannot_be_followed(tmp_path: Path, name: str) -> None:
    home = tmp_path / "thuis"
    write(tmp_path, geheim_md="geheim")
    write(home, beeld_png=b"x", latin_md=b"\xe9", groot_md=b"x" * (MAX_TEXT + 1))
    (home / "teksten.md").mkdir()
    (home / "koppeling.md").symlink_to(tmp_path / "geheim.md")
    (home / "gekoppeld").symlink_to(tmp_path)
    write(home, project_yaml=f"a: 1\nvisie: !file '{name}'\n")
    expected = ["latin.md:1:1 STR02"] if name == "latin.md" else ["project.yaml:2:8 STR06 visie"]
    assert [fault for fault in faults(home) if "STR07" not in fault] == expected


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path, teksten__visie_md="tekst", project_yaml="visie: !file kort.md\n")
    (tmp_path / "kort.md").symlink_to(tmp_path / "teksten" / "visie.md")
    assert read_source(tmp_path).data == {"visie": "tekst"}


def test_a_missing_file_has_a_nearest_name(tmp_path: Path) -> None:
    write(tmp_path, teksten__visie_md="x", project_yaml="a: !file teksten/visi.md\n")
    with pytest.raises(FaultyInput) as faulty:
        read_source(tmp_path)
    fix = faulty.value.findings[0].fix
    assert fix
    assert "teksten/visie.md" in fix.nl


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = "a: !file weg.md\nb: 1\nb: 2\ncompanies: weg.xlsx\npartners: lijst.doc\nc: !x y\n"
    assert faults(write(tmp_path, project_yaml=text)) == [
        "project.yaml:1:4 STR06 a",
        "project.yaml:3:1 STR04 b",
        "project.yaml:4:12 STR06 companies",
        "project.yaml:5:11 STR08 partners",
        "project.yaml:6:4 STR05 c",
    ]


def test_what_was_got_round_is_noted(tmp_path: Path) -> None:
    write(tmp_path, visie_md="regel\x0b twee\ud7ff", project_yaml="a: !file visie.md\n")
    source = read_source(tmp_path)
    assert source.data == {"a": "regel twee\ud7ff"}
    assert [(str(note.spot), note.id, note.severity) for note in source.notes] == [
        ("visie.md:1:1", "STR07", Severity.WARNING)
    ]
