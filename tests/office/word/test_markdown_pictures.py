"""Pictures of prose in Word: found, measured, drawn or named as missing."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import docx
from hypothesis import given
from hypothesis import strategies as st
from tests.office.word.prose import build, find, make_png, render, texts, value

from ibndocs.office.picture import measure


def test_a_picture_is_drawn_at_its_size_and_named(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "een keten.png").write_bytes(make_png(300, 150, dpi=300))
    data = build('![De "keten" & meer](<b/een keten.png>)', folder=tmp_path)
    document = docx.Document(io.BytesIO(data))
    (shape,) = document.inline_shapes
    assert round(shape.width.cm, 2) == 2.54
    assert round(shape.height.cm, 2) == 1.27
    assert shape._inline.docPr.get("descr") == 'De "keten" & meer'


def test_a_wide_picture_shrinks_to_the_text(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(make_png(4000, 100))
    root = render("![x](x.png)", folder=tmp_path, paragraph_properties='<w:spacing w:line="200" w:lineRule="exact"/>')
    assert value(root, "//wp:extent/@cx") == ["5759450"]
    assert value(root, "//wp:extent/@cy") == ["143986"]
    assert value(root, "//w:spacing/@w:lineRule") == ["auto"]


def test_the_title_of_a_picture_on_its_own_is_its_caption(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(make_png(10, 10))
    root = render('![x](x.png "Figuur 1: de keten")', folder=tmp_path)
    assert texts(root) == ["", "Figuur 1: de keten"]
    assert value(root, "//w:pStyle/@w:val") == ["Caption"]
    assert len(find(root, "w:p[1]/w:pPr/w:keepNext")) == 1


def test_jpeg_and_gif_are_measured() -> None:
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, 60, 80, 1) + b"\1\x11\0"
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\2\1" + struct.pack(">HH", 200, 100) + b"\0\0"
    jpeg = measure(b"\xff\xd8" + jfif + b"\xff\xff\xfe\0\4ab" + frame)
    assert jpeg is not None
    assert (jpeg.extension, jpeg.width, jpeg.height, jpeg.dpi) == ("jpeg", 80, 60, (200.0, 100.0))
    gif = measure(b"GIF89a" + struct.pack("<HH", 7, 9))
    assert gif is not None
    assert (gif.extension, gif.width, gif.height) == ("gif", 7, 9)


@given(
    st.binary(max_size=60), st.sampled_from([b"\xff\xd8\xff", b"GIF89a", make_png(1, 1)[:20], make_png(1, 1)[:40], b""])
)
def test_broken_pictures_are_no_pictures(data: bytes, start: bytes) -> None:
    picture = measure(start + data)
    assert picture is None or (picture.width > 0 and picture.height > 0)


def test_only_pictures_inside_the_folder_are_taken(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "geheim.png").write_bytes(make_png(1, 1))
    (project / "link.png").symlink_to(tmp_path / "geheim.png")
    (project / "tekst.png").write_text("geen beeld")
    (project / "map.png").mkdir()
    names = [
        "../geheim.png", "%2E%2E/geheim.png", str(tmp_path / "geheim.png"), "link.png", "tekst.png", "map.png",
        "weg.png", "https://voorbeeld.be/a.png", "a" * 400, "x%00.png", "data:image/png;base64,AA==",
    ]  # fmt: skip
    for name in names:
        assert texts(render(f"Zie ![alt]({name}).", folder=project)) == [f"Zie [afbeelding ontbreekt: {name}]."]
    assert texts(render("![alt](link.png)")) == ["[afbeelding ontbreekt: link.png]"]
