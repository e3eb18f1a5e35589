"""Pictures, Markdown and looks from plain data: no Python objects, no file outside the folder of the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.office.word.building import W, lines, make_file, paragraph, read_text
from tests.office.word.prose import make_png
from tests.ooxml import assert_sound

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.package import Package
from ibndocs.office.word.template import WordTemplate

BOLD = "<w:rPr><w:b/></w:rPr>"


def render(body: str, folder: Path | None = None, **values: object) -> Package:
    template = WordTemplate.compile(Package.read(make_file(body)), folder=str(folder) if folder else None)
    return Package.read(template.render(values), name="uit.docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "gegevens"
    data.mkdir()
    (data / "logo.png").write_bytes(make_png(96, 48))
    (tmp_path / "buiten.png").write_bytes(make_png(8, 8))
    return data


def sizes(made: Package) -> list[tuple[str, str]]:
    found = made.xml("word/document.xml").iter("{*}extent")
    return [(item.get("cx", ""), item.get("cy", "")) for item in found]


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ("{{ logo|image }}", ("914400", "457200")),
        ('{{ logo|image(width="4cm") }}', ("1440000", "720000")),
        ('{{ logo|image(height="10mm") }}', ("720000", "360000")),
        ('{{ logo|image(width="1in", height="72pt") }}', ("914400", "914400")),
        ('{{ logo|image("2,5 cm") }}', ("900000", "450000")),
        ("{{r logo|image }}", ("914400", "457200")),
        ("{{p logo|image }}", ("914400", "457200")),
        ('{{ logo|image(width="90000cm") }}', ("20116800", "16200000000")),
    ],
)
def test_a_picture_of_the_data_is_drawn(folder: Path, tag: str, size: tuple[str, str]) -> None:
    made = render(paragraph(tag), folder, logo="logo.png")
    width, height = sizes(made)[0]
    assert width == size[0]
    assert height == min(size[1], "20116800", key=int)
    assert any(part.endswith(".png") for part in made.parts)
    assert_sound(made.write())


def test_text_stays_around_a_picture(folder: Path) -> None:
    body = f"<w:p><w:r>{BOLD}<w:t>voor {{{{ logo|image(description='Het logo') }}}} na</w:t></w:r></w:p>"
    made = render(body, folder, logo="logo.png")
    runs = list(made.xml("word/document.xml").iter(f"{W}r"))
    assert [read_text(run) for run in runs] == ["voor ", "", " na"]
    assert next(runs[1].iter("{*}docPr")).get("descr") == "Het logo"


def test_a_picture_in_a_loop_is_kept_once_and_numbered_anew(folder: Path) -> None:
    body = paragraph("{% for n in range(3) %}{{ logo|image }}{% endfor %}")
    made = render(body, folder, logo="logo.png")
    ids = [item.get("id") for item in made.xml("word/document.xml").iter("{*}docPr")]
    assert len(set(ids)) == 3
    assert sum("/media/" in part for part in made.parts) == 1


@pytest.mark.parametrize("name", ["../buiten.png", "weg.png", "/etc/passwd", "C:\\x.png", "http://x.be/a.png", ""])
def test_no_picture_comes_from_elsewhere(folder: Path, name: str) -> None:
    with pytest.raises(FaultyInput) as caught:
        render(paragraph("Logo: {{ logo|image }}"), folder, logo=name)
    (finding,) = caught.value.findings
    assert finding.id == "TPL12"
    assert "“Logo: {{ logo|image }}”: {{ logo|image }}: " in finding.message.nl
    with pytest.raises(FaultyInput):
        render(paragraph("{{ logo|image }}"), None, logo="logo.png")


def test_markdown_of_the_data_becomes_runs_or_paragraphs(folder: Path) -> None:
    text = "Een **vet** woord\n\n- punt\n\n![logo](logo.png)"
    made = render(paragraph("{{p text|markdown }}"), folder, text=text)
    tree = made.xml("word/document.xml")
    assert lines(made)[:2] == ["Een vet woord", "punt"]
    assert [read_text(run) for run in tree.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None] == ["vet"]
    assert next(tree.iter(f"{W}numPr"), None) is not None
    assert len(sizes(made)) == 1
    inline = render(paragraph("Zie: {{ text|markdown }}."), None, text="een **vet** & *schuin* woord")
    assert lines(inline) == ["Zie: een vet & schuin woord."]
    assert next(inline.xml("word/document.xml").iter(f"{W}i"), None) is not None


def test_a_look_lies_over_that_of_the_place() -> None:
    tag = "{{ x|styled(italic=true, color='#c00000', size=14, font='Arial') }}"
    made = render(f"<w:p><w:r>{BOLD}<w:t>{tag}!</w:t></w:r></w:p>", None, x="a < b")
    first = next(made.xml("word/document.xml").iter(f"{W}r"))
    assert read_text(first) == "a < b"
    names = [item.tag.rpartition("}")[2] for item in first[0]]
    assert names == ["rFonts", "b", "i", "iCs", "color", "sz", "szCs"]
    assert [item.get(f"{W}val") for item in first[0]][4:] == ["C00000", "28", "28"]
    assert lines(render(paragraph("{{p x|styled(underline=true, strike=true, style='Nadruk') }}"), None, x="a")) == [
        "a"
    ]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ x|image(width='breed') }}", "“breed” is geen maat"),
        ("{{ x|styled(color='rood') }}", "“rood” is geen kleur van zes hexcijfers"),
        ("{{ x|styled(size=0) }}", "“0” is geen lettergrootte"),
        ("{% set y = x|image %}{{ y }}", "is geen tekst en kan niet gedrukt worden"),
    ],
)
def test_what_cannot_be_is_told(folder: Path, tag: str, said: str) -> None:
    with pytest.raises(FaultyInput) as caught:
        render(paragraph(tag), folder, x="logo.png")
    assert said in caught.value.findings[0].message.nl


def test_more_than_text_in_an_attribute_is_a_fault(folder: Path) -> None:
    body = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{{ x|image }}"/></wp:inline></w:drawing></w:r></w:p>'
    )
    with pytest.raises(FaultyInput) as caught:
        render(body, folder, x="logo.png")
    assert caught.value.findings[0].id == "TPL06"
