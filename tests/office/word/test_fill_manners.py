"""A place shows its value in its own manner: one of a list, a day or number in a format, a picture in its frame."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.office.word.slot_forms import (
    STORE,
    W,
    body_of,
    build_form,
    cell,
    faults,
    find,
    p,
    r,
    render,
    row,
    rows,
    sdt,
    table_texts,
    tbl,
    tc,
    texts,
    tr,
    value,
)

from ibndocs.foundation.findings import Severity
from ibndocs.foundation.values import Day, Euro, Markdown, Percent
from ibndocs.office import places
from ibndocs.office.filled import Filled
from ibndocs.office.package import Package
from ibndocs.office.slots import Slot
from ibndocs.office.word.dates import format_day, read_day
from ibndocs.office.word.fill import WordForm
from ibndocs.office.word.numbers import NumberFormat, read_number

VALUE = f"{{{W}}}val"
SIZES = '<w:listItem w:displayText="Kleine onderneming" w:value="KO"/><w:listItem w:displayText="Groot" w:value="GO"/>'
BOUND = f'<w:dataBinding w:xpath="/d/x" w:storeItemID="{STORE}"/>'


def control(kind: str, *, bound: bool = False) -> Package:
    """A form with one control of a kind, which shows its placeholder."""
    run = r("Kies een item", '<w:rStyle w:val="PlaceholderText"/>')
    extra = "<w:showingPlcHdr/>" + (BOUND if bound else "") + kind
    return build_form(f"<w:p>{r('Keuze: ')}{sdt('x', run, extra)}</w:p>", data="<d><x/></d>")


def fill(form: Package, *slots: Slot, folder: str | None = None, **values: object) -> Filled:
    return WordForm.compile(form, slots, folder=folder).fill(values)


X = places.Control("x")


@pytest.mark.parametrize("kind", ["dropDownList", "comboBox"])
@pytest.mark.parametrize("chosen", ["Kleine onderneming", "  kleine ONDERNEMING", "ko"])
def test_a_choice_is_shown_as_the_list_says_it(kind: str, chosen: str) -> None:
    form = control(f'<w:{kind} w:lastValue="GO"><w:listItem w:value=""/>{SIZES}</w:{kind}>', bound=True)
    filled = fill(form, value(X, "x"), x=chosen)
    package = Package.read(filled.data)
    body = body_of(package)
    assert texts(body) == ["Keuze: Kleine onderneming"]
    listed = find(body, f".//w:{kind}")
    assert listed is not None
    assert listed.get(f"{{{W}}}lastValue") == "KO"
    assert find(body, ".//w:showingPlcHdr") is None
    assert find(body, ".//w:rStyle") is None
    assert b"<x>KO</x>" in package.part("customXml/item1.xml")
    assert filled.findings == ()


@pytest.mark.parametrize(("kind", "shown"), [("dropDownList", "vzw"), ("comboBox", "vereniging zonder winst (vzw)")])
def test_an_abbreviation_in_brackets_chooses_where_one_may_type_nothing_else(kind: str, shown: str) -> None:
    listed = f'<w:{kind}><w:listItem w:value="vzw"/></w:{kind}>'
    filled = fill(control(listed), value(X, "x"), x="vereniging zonder winst (vzw)")
    assert texts(body_of(Package.read(filled.data))) == [f"Keuze: {shown}"]
    assert filled.findings == ()


def test_a_list_without_entries_is_told_as_such() -> None:
    (finding,) = fill(control("<w:dropDownList/>"), value(X, "x"), x="Groot").findings
    assert finding.fix is not None
    assert finding.fix.nl == "de lijst van het formulier is leeg"


def test_a_value_that_a_list_does_not_have_is_not_shown_and_the_choices_are_told() -> None:
    filled = fill(control(f"<w:dropDownList>{SIZES}</w:dropDownList>"), value(X, "x"), x="Reus & Co")
    assert texts(body_of(Package.read(filled.data))) == ["Keuze: [nog in te vullen]"]
    (finding,) = filled.findings
    assert (finding.id, finding.severity, str(finding.spot)) == ("SLT41", Severity.ERROR, "slots/form.yaml:1:1")
    assert finding.message.nl == "x: 'Reus & Co' is geen van de keuzes"
    assert finding.fix is not None
    assert finding.fix.nl == "mogelijk: 'Kleine onderneming', 'Groot'"


def test_a_combo_box_takes_another_text() -> None:
    filled = fill(control(f"<w:comboBox>{SIZES}</w:comboBox>", bound=True), value(X, "x"), x="Reus & Co")
    package = Package.read(filled.data)
    assert texts(body_of(package)) == ["Keuze: Reus & Co"]
    assert b"<x>Reus &amp; Co</x>" in package.part("customXml/item1.xml")
    assert filled.findings == ()


@pytest.mark.parametrize(
    ("format_", "language", "shown"),
    [
        ("d MMMM yyyy", "nl-BE", "5 maart 2027"),
        ("dd/MM/yy", "nl-BE", "05/03/27"),
        ("dddd d MMM yyyy", "nl-BE", "vrijdag 5 mrt 2027"),
        ("MMMM d, yyyy", "en-US", "March 5, 2027"),
        ("'le' d MMMM yyyy", "fr-BE", "le 5 mars 2027"),
        ("yyyy-MM-dd HH:mm", "xx-QQ", "2027-03-05 00:00"),
    ],
)
@pytest.mark.parametrize("given_", [Day(date(2027, 3, 5)), date(2027, 3, 5), "2027-03-05", "5/3/2027", "5 maart 2027"])
def test_a_date_is_shown_in_the_format_of_its_control(format_: str, language: str, shown: str, given_: object) -> None:
    kind = f'<w:date><w:dateFormat w:val="{format_}"/><w:lid w:val="{language}"/>'
    kind += '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
    package = Package.read(fill(control(kind, bound=True), value(X, "x"), x=given_).data)
    dates = body_of(package).findall(".//{*}date")
    assert texts(body_of(package)) == [f"Keuze: {shown}"]
    assert [one.get(f"{{{W}}}fullDate") for one in dates] == ["2027-03-05T00:00:00Z"]
    assert b"<x>2027-03-05</x>" in package.part("customXml/item1.xml")


def test_a_date_that_is_missing_leaves_no_day_behind() -> None:
    package = Package.read(fill(control("<w:date/>"), value(X, "x"), x=None).data)
    assert [dict(one.attrib) for one in body_of(package).findall(".//{*}date")] == [{}]


def test_what_is_no_date_is_shown_as_it_is_with_a_warning() -> None:
    filled = fill(control("<w:date/>"), value(X, "x"), x="voorjaar 2027")
    assert texts(body_of(Package.read(filled.data))) == ["Keuze: voorjaar 2027"]
    assert [(one.id, one.severity) for one in filled.findings] == [("SLT43", Severity.WARNING)]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["nl-BE", "fr-FR", "de-DE", "en-GB"]))
def test_a_day_in_words_reads_back(day: date, language: str) -> None:
    assert read_day(format_day(day, "d MMMM yyyy", language)) == day


@given(st.text())
def test_any_text_is_a_day_a_number_or_neither(text: str) -> None:
    read_day(text)
    read_number(text)
    format_day(date(2027, 1, 1), text, text)
    NumberFormat.read(text).write(Decimal("-1234.5"))


@pytest.mark.parametrize(
    ("picture", "written"),
    [
        ("0", "-1235"),
        ("0,00", "-1234,50"),
        ("#.##0,00 €", "-1.234,50 €"),
        ("# ##0,00", "-1 234,50"),
        ("#,##0.00;(#,##0.00)", "-1,234.50"),
        ("#.##0", "-1.235"),
        ("0%", "-1235%"),
        ("€ 000000", "-€ 001235"),
        ("tekst", "-1235"),
    ],
)
def test_a_number_is_written_as_its_picture_says(picture: str, written: str) -> None:
    assert NumberFormat.read(picture).write(Decimal("-1234.5")) == written


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.234,50", "1234.50"), ("€ 1 234", "1234"), ("12.5", "12.5"), ("70 %", "70"), ("1.2.3", None)],
)
def test_a_number_is_read_from_text(text: str, number: str | None) -> None:
    assert read_number(text) == (Decimal(number) if number else None)


def legacy(name: str, kind: str, result: str = "     ") -> str:
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/>{kind}</w:ffData></w:fldChar></w:r>'
    )
    code, separate, end = (
        f"<w:r>{inner}</w:r>"
        for inner in (
            "<w:instrText> FORM </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    shown = separate + r(result) if result else ""
    return begin + code + shown + end


ENTRIES = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in ("vzw", "bv", "nv"))
LIST = f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>'


@pytest.mark.parametrize("result", ["", "bv"])
@pytest.mark.parametrize(("chosen", "number", "shown"), [("NV", "2", "nv"), ("maatschap", "1", "[nog in te vullen]")])
def test_a_legacy_list_keeps_the_number_of_the_choice(result: str, chosen: str, number: str, shown: str) -> None:
    form = build_form(f"<w:p>{r('Vorm: ')}{legacy('vorm', LIST, result)}</w:p>")
    filled = fill(form, value(places.Field("vorm"), "x"), x=chosen)
    body = body_of(Package.read(filled.data))
    kept = find(body, ".//w:result")
    assert kept is not None
    assert kept.get(VALUE) == number
    assert texts(body) == [f"Vorm: {shown if result else ''}"]
    assert [one.id for one in filled.findings] == ([] if chosen == "NV" else ["SLT41"])


@pytest.mark.parametrize(
    ("kind", "given_", "shown", "code"),
    [
        ('<w:type w:val="number"/><w:format w:val="#.##0,00 €"/>', Euro(Decimal(216000)), "216.000,00 €", None),
        ('<w:type w:val="number"/><w:format w:val="0%"/>', Percent(Decimal("0.7")), "70%", None),
        ('<w:type w:val="number"/>', "veel", "veel", "SLT43"),
        ('<w:type w:val="date"/><w:format w:val="dd.MM.yyyy"/>', date(2027, 3, 5), "05.03.2027", None),
        ('<w:format w:val="UPPERCASE"/>', "gent & co", "GENT & CO", None),
        ('<w:format w:val="FIRST CAPITAL"/>', "gent", "Gent", None),
        ('<w:format w:val="TITLE CASE"/>', "de kaai", "De Kaai", None),
        ('<w:maxLength w:val="4"/>', "9000", "9000", None),
        ('<w:maxLength w:val="4"/>', "9000 Gent", "9000 Gent", "SLT42"),
    ],
)
def test_a_legacy_text_field_has_a_kind_a_format_and_a_length(
    kind: str, given_: object, shown: str, code: str | None
) -> None:
    form = build_form(f"<w:p>{legacy('veld', f'<w:textInput>{kind}</w:textInput>')}</w:p>")
    filled = fill(form, value(places.Field("veld"), "x"), x=given_)
    assert texts(body_of(Package.read(filled.data))) == [shown]
    assert [one.id for one in filled.findings] == ([code] if code else [])


@pytest.mark.parametrize("kind", ["calculated", "currentDate", "currentTime"])
def test_a_field_that_word_fills_in_itself_is_left_alone(kind: str) -> None:
    own = f'<w:textInput><w:type w:val="{kind}"/></w:textInput>'
    form = build_form(f"<w:p>{legacy('som', own)}</w:p>")
    (finding,) = faults(form, value(places.Field("som"), "x")).findings
    assert finding.id == "SLT12"
    assert "vult Word zelf in" in finding.message.nl


def test_the_result_of_a_field_may_go_over_several_paragraphs() -> None:
    one = legacy("visie", "<w:textInput/>", "oud 1")
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    form = build_form(
        f"<w:p>{r('Visie: ')}{one.removesuffix(end)}</w:p>"
        f"{p('oud 2')}<w:p>{r('oud 3')}{end}{r(' (einde)')}</w:p>{p('na')}"
    )
    body = body_of(render(form, value(places.Field("visie"), "x"), x="nieuw\ntweede"))
    assert texts(body) == ["Visie: nieuw\ntweede (einde)", "na"]
    assert [one.get(f"{{{W}}}fldCharType") for one in body.iter(f"{{{W}}}fldChar")] == ["begin", "separate", "end"]


def test_a_field_may_hold_a_field_and_stand_in_one_run() -> None:
    inner = '<w:fldChar w:fldCharType="begin"/><w:instrText> DATE </w:instrText><w:fldChar w:fldCharType="end"/>'
    begin = '<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:textInput/></w:ffData></w:fldChar>'
    separate, end = '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>'
    form = build_form(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr>{begin}{separate}{inner}<w:t>oud</w:t>{end}<w:t>!</w:t></w:r></w:p>"
    )
    body = body_of(render(form, value(places.Field("a"), "x"), x="nieuw"))
    assert texts(body) == ["nieuw!"]
    assert len(body.findall(".//{*}fldChar")) == 3


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


A, PIC, WP = (
    f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("main", "picture", "wordprocessingDrawing")
)
FRAME = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="2000" cy="1000"/><wp:docPr id="1" name="logo"/>'
    f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:blipFill>'
    '<a:blip r:embed="rId7"><a:extLst/></a:blip><a:srcRect l="10"/></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:ext cx="2000" cy="1000"/></a:xfrm>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def read_frame(package: Package) -> tuple[str, set[tuple[str | None, str | None]]]:
    body = body_of(package)
    (blip,) = body.iter(f"{{{A}}}blip")
    (embed,) = blip.attrib.values()
    sizes = [*body.iter(f"{{{WP}}}extent"), *body.iter(f"{{{A}}}ext")]
    return str(embed), {(size.get("cx"), size.get("cy")) for size in sizes}


@pytest.mark.parametrize("given_", ["logo.png", Markdown("Ons logo:\n\n![logo](logo.png)", "FOLDER")])
def test_a_picture_fits_the_frame_of_its_control(tmp_path: Path, given_: object) -> None:
    (tmp_path / "logo.png").write_bytes(png(10, 20))
    if isinstance(given_, Markdown):
        given_ = Markdown(given_.text, str(tmp_path))
    form = build_form(f"<w:p>{sdt('x', FRAME, '<w:showingPlcHdr/><w:picture/>')}</w:p>")
    package = Package.read(fill(form, value(X, "x"), folder=str(tmp_path), x=given_).data)
    embed, sizes = read_frame(package)
    (relationship,) = (one for one in package.relationships("word/document.xml") if one.id == embed)
    assert package.part(package.resolve("word/document.xml", relationship.target)) == png(10, 20)
    assert sizes == {("500", "1000")}
    assert find(body_of(package), ".//w:showingPlcHdr") is None


@pytest.mark.parametrize(("given_", "codes"), [("../logo.png", ["SLT48"]), ("weg.png", ["SLT48"]), (None, ["SLT20"])])
def test_without_a_picture_in_the_folder_the_frame_stays(tmp_path: Path, given_: str | None, codes: list[str]) -> None:
    (tmp_path / "logo.png").write_bytes(png(10, 20))
    (tmp_path / "project").mkdir()
    form = build_form(f"<w:p>{sdt('x', FRAME, '<w:picture/>')}</w:p>")
    filled = fill(form, value(X, "x"), folder=str(tmp_path / "project"), x=given_)
    assert read_frame(Package.read(filled.data)) == ("rId7", {("2000", "1000")})
    assert [one.id for one in filled.findings] == codes


def test_a_box_that_is_bound_says_true_or_false_in_the_data() -> None:
    box = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
    form = build_form(f"<w:p>{sdt('x', r('☐'), BOUND + box)}</w:p>", data="<d><x>false</x></d>")
    for ticked, said in ((True, b"<x>true</x>"), (False, b"<x>false</x>")):
        package = render(form, value(X, "x"), x=ticked)
        assert said in package.part("customXml/item1.xml")
        assert find(body_of(package), ".//w:dataBinding") is not None


def test_cells_of_rows_that_repeat_have_their_manner_too() -> None:
    listed = sdt("vorm", r("kies"), f"<w:dropDownList>{SIZES}</w:dropDownList>")
    form = build_form(tbl(row("Naam", "Grootte"), tr(tc(), tc(f"<w:p>{listed}</w:p>"))))
    slot = rows(places.TableRows(1, 2), "one in x", (cell("one[0]"), cell("one[1]")))
    filled = fill(form, slot, x=[("A", "ko"), ("B", "Reus"), ("C", "groot")])
    assert table_texts(body_of(Package.read(filled.data)))[1:] == [
        ["A", "Kleine onderneming"],
        ["B", "[nog in te vullen]"],
        ["C", "Groot"],
    ]
    assert [one.message.nl for one in filled.findings] == ["one[1]: 'Reus' is geen van de keuzes"]


SYMBOL = '<w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:sym w:font="Wingdings" w:char="{0}"/></w:r>'


@pytest.mark.parametrize(("ticked", "char"), [(True, "F0FE"), (False, "F0A8")])
@pytest.mark.parametrize("shown", ["F0A8", "F0FE"])
def test_a_symbol_is_ticked_and_opened_again(ticked: bool, char: str, shown: str) -> None:
    form = build_form(f"<w:p>{SYMBOL.format(shown)}{r(' akkoord')}</w:p>")
    symbol = find(body_of(render(form, value(places.CheckBox("akkoord"), "x"), x=ticked)), ".//w:sym")
    assert symbol is not None
    assert symbol.get(f"{{{W}}}char") == char


def test_a_box_that_the_form_ticked_is_opened_when_the_value_does_not_hold() -> None:
    form = build_form(p("☒ ja ☑ nee ☐ soms"))
    slots = [value(places.CheckBox(words), "x") for words in ("ja", "nee", "soms")]
    assert texts(body_of(render(form, *slots, x=False))) == ["☐ ja ☐ nee ☐ soms"]


@pytest.mark.parametrize("box", [r("☐"), SYMBOL.format("F0A8")])
def test_a_box_takes_the_mark_of_the_slot(box: str) -> None:
    form = build_form(f"<w:p>{box}{r(' akkoord')}</w:p>")
    slot = replace(value(places.CheckBox("akkoord"), "x"), mark="X{{")
    assert texts(body_of(render(form, slot, x=True))) == ["X{{ akkoord"]
    left = body_of(render(form, slot, x=False))
    assert texts(left) in (["☐ akkoord"], [" akkoord"])
    assert len(left.findall(".//{*}sym")) == box.count("w:sym")


@pytest.mark.parametrize(("given_", "kept"), [("logo.png", b64encode(png(10, 20)).decode()), ("weg.png", "b3Vk")])
def test_the_data_behind_a_picture_hold_it_in_base_64(tmp_path: Path, given_: str, kept: str) -> None:
    (tmp_path / "logo.png").write_bytes(png(10, 20))
    form = build_form(f"<w:p>{sdt('x', FRAME, BOUND + '<w:picture/>')}</w:p>", data="<d><x>b3Vk</x></d>")
    package = Package.read(fill(form, value(X, "x"), folder=str(tmp_path), x=given_).data)
    assert package.xml("customXml/item1.xml").findtext("x") == kept
    assert find(body_of(package), ".//w:dataBinding") is not None
