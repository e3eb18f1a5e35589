"""Controls bound to data: the data says what was filled in, or the control is no longer bound."""

from __future__ import annotations

import pytest
from tests.office.word.slot_forms import (
    STORE,
    W,
    body_of,
    build_form,
    cell,
    find,
    p,
    r,
    render,
    row,
    rows,
    sdt,
    spot,
    tbl,
    tc,
    texts,
    tr,
    value,
)

from ibndocs.office import places
from ibndocs.office.package import Package
from ibndocs.office.slots import DropSlot, Expression, RepeatSlot

DATA = '<f:form xmlns:f="urn:form"><f:name>{0}</f:name><f:note>vast</f:note><f:deep><f:a/></f:deep></f:form>'
NAMES = "xmlns:f='urn:form'"


def bound(path: str, store: str = STORE) -> str:
    return f'<w:dataBinding w:prefixMappings="{NAMES}" w:xpath="{path}" w:storeItemID="{store}"/>'


def control(tag: str, path: str, store: str = STORE) -> str:
    return f"<w:p>{sdt(tag, r('?'), bound(path, store))}</w:p>"


def data_of(filled: Package) -> str:
    return filled.part("customXml/item1.xml").decode().rpartition("?>\n")[2]


def test_the_data_behind_a_control_says_what_was_filled_in() -> None:
    form = build_form(control("a", "/f:form[1]/f:name[1]"), data=DATA.format("{{ oud }}"))
    filled = render(form, value(places.Control("a"), "x"), x="A & {{B}}")
    assert texts(body_of(filled)) == ["A & {{B}}"]
    assert find(body_of(filled), ".//w:dataBinding") is not None
    assert data_of(filled) == DATA.format("A &amp; {{B}}")


@pytest.mark.parametrize(("optional", "said"), [(False, "[nog in te vullen]"), (True, "")])
def test_a_missing_value_is_marked_in_the_data_too(optional: bool, said: str) -> None:
    form = build_form(control("a", "/f:form/f:name"), data=DATA.format("oud"))
    filled = render(form, value(places.Control("a"), "x", optional=optional), x=None)
    assert data_of(filled).replace("<f:name/>", "<f:name></f:name>") == DATA.format(said)


@pytest.mark.parametrize(
    ("path", "store"),
    [
        ("/f:form/f:name", "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"),
        ("/f:form/f:nobody", STORE),
        ("/f:form/f:deep", STORE),
        ("/f:form/@name", STORE),
        ("/g:form", STORE),
        ("///", STORE),
    ],
)
def test_a_binding_that_leads_nowhere_is_taken_away(path: str, store: str) -> None:
    form = build_form(control("a", path, store), data=DATA.format("oud"))
    filled = render(form, value(places.Control("a"), "x"), x="X")
    assert find(body_of(filled), ".//w:dataBinding") is None
    assert filled.part("customXml/item1.xml") == form.part("customXml/item1.xml")


def test_two_values_for_the_same_data_leave_one_bound() -> None:
    same = "/f:form/f:name"
    form = build_form(control("a", same) + control("a", same) + control("b", same), data=DATA.format("oud"))
    filled = render(form, value(places.Control("a"), "x"), value(places.Control("b"), "y"), x="X", y="Y")
    assert texts(body_of(filled)) == ["X", "X", "Y"]
    assert len(body_of(filled).findall(".//{*}dataBinding")) == 2
    assert data_of(filled) == DATA.format("X")


def test_what_repeats_or_may_be_left_out_is_not_bound() -> None:
    inner = control("naam", "/f:form/f:name")
    section = sdt("section", tr(tc(inner)), bound("/f:form/f:deep") + "<w15:repeatingSection/>")
    form = build_form(
        tbl(row("Naam"), section) + p("Los", "Kop1") + control("los", "/f:form/f:note"), data=DATA.format("oud")
    )
    slots = (
        rows(places.TableRows("Naam", 2), "m in members", (cell("m"),)),
        DropSlot(places.Section("Los"), Expression("kept.now", spot()), spot()),
        value(places.Control("los"), "kept.name"),
    )
    filled = render(form, *slots, members=["A", "B"], kept={"now": True, "name": "N"})
    assert texts(body_of(filled)) == ["Naam", "A", "B", "Los", "N"]
    assert find(body_of(filled), ".//w:dataBinding") is None
    assert data_of(filled) == DATA.format("oud")


def test_other_controls_with_the_same_data_say_the_same() -> None:
    form = build_form(
        control("a", "/d/a") + control("b", "/d/a") + sdt("c", p("?"), bound("/d/a") + "<w:date/>"),
        {"header1": control("kop", "/d/a")},
        data="<d><a/></d>",
    )
    filled = render(form, value(places.Control("a"), "x"), x="1 mei 2027")
    assert texts(body_of(filled)) == ["1 mei 2027", "1 mei 2027", "1/05/2027"]
    assert texts(body_of(filled, "word/header1.xml")) == ["1 mei 2027"]
    assert "<a>1 mei 2027</a>" in data_of(filled)
    assert len(body_of(filled).findall(".//{*}dataBinding")) == 3


def test_a_control_with_a_slot_of_its_own_is_no_mirror() -> None:
    form = build_form(control("a", "/d/a") + control("b", "/d/a"), data="<d><a/></d>")
    filled = render(form, value(places.Control("a"), "x"), value(places.Control("b"), "y"), x="X", y="Y")
    assert texts(body_of(filled)) == ["X", "Y"]


@pytest.mark.parametrize(
    ("path", "said"), [("/d/a/@x", '<a x="A &amp; B"/>'), ("/d/a/text()", '<a x="">A &amp; B</a>')]
)
def test_data_may_be_an_attribute_or_a_text(path: str, said: str) -> None:
    form = build_form(control("a", path), data='<d><a x=""></a></d>' if "@" in path else '<d><a x="">?</a></d>')
    assert said in data_of(render(form, value(places.Control("a"), "x"), x="A & B"))


def test_a_control_bound_to_a_property_of_the_document_changes_that() -> None:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc = "http://purl.org/dc/elements/1.1/"
    path = "/cp:coreProperties[1]/dc:title[1]"
    prefixes = f"xmlns:cp='{core}' xmlns:dc='{dc}'"
    binding = (
        f'<w:dataBinding w:prefixMappings="{prefixes}" w:xpath="{path}" '
        'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
    )
    form = build_form(sdt("titel", p("?"), binding))
    rels = form.part("_rels/.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
        b'core-properties" Target="docProps/core.xml"/></Relationships>',
    )
    properties = f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="{dc}"><dc:title>oud</dc:title></cp:coreProperties>'
    form = form.with_parts({"_rels/.rels": rels, "docProps/core.xml": properties.encode()})
    filled = render(form, value(places.Control("titel"), "x"), x="Nieuw & goed")
    assert texts(body_of(filled)) == ["Nieuw & goed"]
    assert b"<dc:title>Nieuw &amp; goed</dc:title>" in filled.part("docProps/core.xml")
    assert body_of(filled).find(".//{*}dataBinding") is not None


SECTION = '<w15:dataBinding w:xpath="/d/leden[1]/lid{0}" w:storeItemID="{1}"/><w15:repeatingSection/>'
ITEM = "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("index", ["", "[1]"])
@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["A & B", "C"], "<lid><naam>A &amp; B</naam><rol>vast</rol></lid><lid><naam>C</naam><rol>vast</rol></lid>"),
        ([], "<lid><naam>oud</naam><rol>vast</rol></lid>"),
    ],
)
def test_the_data_of_a_repeating_section_repeat_with_it(index: str, names: list[str], said: str) -> None:
    item = ITEM.format(sdt("naam", p("oud"), bound("/d/leden[1]/lid[1]/naam[1]")))
    form = build_form(
        sdt("leden", item * 2, SECTION.format(index, STORE)) + control("vast", "/d/x"),
        data="<d><leden><lid><naam>oud</naam><rol>vast</rol></lid><lid><naam>2</naam></lid></leden><x>?</x></d>",
    )
    slots = (
        RepeatSlot(places.Control("leden"), Expression("one in names", spot()), spot()),
        value(places.Control("naam"), "one"),
        value(places.Control("vast"), "x"),
    )
    filled = render(form, *slots, names=names, x="X")
    assert texts(body_of(filled)) == [*(names or ["oud"]), "X"]
    assert data_of(filled) == f"<d><leden>{said}</leden><x>X</x></d>"
    paths = [one.get(f"{{{W}}}xpath") for one in body_of(filled).iter("{*}dataBinding")]
    inner = [f"/d/leden[1]/lid[{number}]/naam[1]" for number in range(1, max(1, len(names)) + 1)]
    assert paths == ["/d/leden[1]/lid", *inner, "/d/x"]
