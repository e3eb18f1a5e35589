"""Whatever a value or a form holds, every kind of place gives it back as it is, and the file stays sound."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.office.word.slot_forms import (
    STORE,
    body_of,
    build_form,
    cell,
    p,
    r,
    rows,
    sdt,
    spot,
    tbl,
    tc,
    texts,
    tr,
    value,
)

from ibndocs.foundation.values import Markdown
from ibndocs.office import places
from ibndocs.office.package import Package
from ibndocs.office.slots import Expression, RepeatSlot, Slot
from ibndocs.office.word.fill import WordForm

PAYLOAD = "& < > \" ' ]]> {{ 7*7 }} {% raw %} {#x#} {_{ =HYPERLINK(1) 😀 \u05e9\u05dc\u05d5\u05dd _} %}"
BINDING = f'<w:dataBinding w:xpath="/d/x" w:storeItemID="{STORE}"/>'
LEGACY = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="veld"/><w:textInput/></w:ffData></w:fldChar></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ITEM = "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>"
BOX = f"<w:txbxContent>{sdt('kader', p('x'))}</w:txbxContent>"
FORM = build_form(
    p("Visie", "Kop1")
    + p()
    + sdt("gebonden", p("?"), BINDING)
    + sdt("spiegel", p("?"), BINDING)
    + sdt("combo", p("?"), '<w:comboBox w:lastValue="x"><w:listItem w:value="a"/></w:comboBox>')
    + sdt("datum", p("?"), "<w:date/>")
    + f"<w:p>{r('Veld: ')}{LEGACY}</w:p>"
    + p("Naam: ........ en [plaats]")
    + tbl(tr(tc(p("Nr")), tc(p("Naam"))), tr(tc(), tc()), tr(tc(), tc()))
    + sdt("leden", ITEM.format(p("Lid: ") + sdt("lid", p("?"))) * 2, "<w15:repeatingSection/>")
    + f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>",
    data="<d><x/></d>",
)
SLOTS: list[Slot] = [
    value(places.Under("Visie"), "x"),
    value(places.Control("gebonden"), "x"),
    value(places.Control("combo"), "x"),
    value(places.Control("datum"), "x"),
    value(places.Field("veld"), "x"),
    value(places.Blank("Naam"), "x"),
    value(places.Blank("plaats"), "x"),
    rows(places.TableRows(1, 2), "one in xs", (cell("one"), cell("one"))),
    RepeatSlot(places.Control("leden"), Expression("one in xs", spot()), spot()),
    value(places.Control("lid"), "one"),
    value(places.Control("kader"), "x"),
]
TEMPLATE = WordForm.compile(FORM, SLOTS)


def fill(text: str) -> Package:
    data = TEMPLATE.fill({"x": text, "xs": [text, text, text]}).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
    return Package.read(data)


def test_a_hostile_value_comes_out_as_typed_in_every_kind_of_place() -> None:
    package = fill(PAYLOAD)
    printed = [one for one in texts(body_of(package)) if PAYLOAD in one]
    assert sum(one.count(PAYLOAD) for one in printed) == 17 + 2 * len(("drawing", "VML"))
    assert package.xml("customXml/item1.xml").findtext("x") == PAYLOAD
    listed = body_of(package).find(".//{*}comboBox")
    assert listed is not None
    assert PAYLOAD in listed.attrib.values()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=40))
def test_any_text_leaves_every_part_well_formed(text: str) -> None:
    package = fill(text)
    for part in package.parts:
        if part.endswith(".xml"):
            package.xml(part)


@pytest.mark.parametrize("markup", ["text", "markdown"])
def test_hostile_labels_and_choices_of_a_form_stay_as_they_are(markup: str) -> None:
    said = PAYLOAD.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    kinds = f'<w:dropDownList><w:listItem w:displayText="{said}" w:value="{said}"/></w:dropDownList>'
    form = build_form(p(said, "Kop1") + p() + sdt("keuze", p("?"), kinds) + p(f"{said}: ......"))
    slots = [
        value(places.Under(PAYLOAD, nth=1), "x", "markdown" if markup == "markdown" else "text"),
        value(places.Control("keuze"), "y"),
        value(places.Blank(f"{PAYLOAD}:"), "x"),
    ]
    package = Package.read(WordForm.compile(form, slots).fill({"x": Markdown("ja"), "y": PAYLOAD}).data)
    assert texts(body_of(package)) == [PAYLOAD, "ja", PAYLOAD, f"{PAYLOAD}: ja"]
