"""What markup needs beside its own XML: it is there, once, and the rest of the file is as it was."""

from __future__ import annotations

import posixpath
from collections import Counter

import pytest
from lxml import etree
from tests.office.word.building import OFFICE, WORD_TYPE, W, cell, make_file, paragraph, render, table

from ibndocs.foundation.values import Markdown
from ibndocs.office.package import CONTENT_TYPES, Package
from ibndocs.office.word.resources import Additions, Ground
from ibndocs.office.word.template import WordTemplate

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="X2"><w:name w:val="Kop 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="Opsomming van ons"/></w:style>'
    '<w:style w:type="table" w:styleId="TG"><w:name w:val="Table Grid"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Eigen"/><w:aliases w:val="Citaat,Q"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"/></w:abstractNum>'
    '<w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num><w:numIdMacAtCleanup w:val="1"/>'
)


def additions_to(data: bytes) -> Additions:
    """An empty document of a file."""
    return Additions(Ground(Package.read(data), ("word/document.xml",)))


def test_styles_are_found_by_their_name_in_either_language() -> None:
    styles = additions_to(make_file("", {"styles": STYLES})).of("word/document.xml").styles
    assert styles.heading(1) == "Kop1"
    assert styles.heading(2) == "X2"
    assert styles.heading(3) is None
    assert styles.find("List Bullet") == "ListBullet"
    assert styles.find("tabelraster") == "TG"
    assert styles.find("Quote") == "C"
    assert styles.find("Hyperlink") is None
    assert additions_to(make_file("")).of("word/document.xml").styles.find("Quote") is None


@pytest.mark.parametrize("numbering", [None, NUMBERING, "", '<w:abstractNum w:abstractNumId="0"/>'])
def test_lists_get_a_numbering_of_their_own(numbering: str | None) -> None:
    data = make_file("", {} if numbering is None else {"numbering": numbering})
    added = additions_to(data)
    resources = added.of("word/document.xml")
    bullets, first, second = (
        resources.numbering(ordered=False),
        resources.numbering(ordered=True),
        resources.numbering(ordered=True, start=5),
    )
    assert bullets == resources.numbering(ordered=False)
    made = Package.read(Package.read(data).write(added.changes()))
    tree = made.xml("word/numbering.xml")
    order = [item.tag[len(W) :] for item in tree]
    assert order == sorted(order)  # abstractNum, num, numIdMacAtCleanup, as the schema wants it
    numbers = {item.get(f"{W}numId"): item for item in tree.iter(f"{W}num")}
    definitions = {item.get(f"{W}abstractNumId"): item for item in tree.iter(f"{W}abstractNum")}
    assert len(numbers) == len(list(tree.iter(f"{W}num")))
    assert len(definitions) == len(list(tree.iter(f"{W}abstractNum")))

    def formats(number: int) -> list[str | None]:
        definition = numbers[str(number)].find(f"{W}abstractNumId")
        assert definition is not None
        return [item.get(f"{W}val") for item in definitions[definition.get(f"{W}val")].iter(f"{W}numFmt")]

    assert formats(bullets) == ["bullet"] * 9
    assert formats(first)[:2] == ["decimal", "lowerLetter"]
    starts = [item.get(f"{W}val") for item in numbers[str(second)].iter(f"{W}startOverride")]
    assert starts == ["5"] * 9
    assert made.content_type("word/numbering.xml") == f"{WORD_TYPE}.numbering+xml"
    assert Counter(item.type for item in made.relationships("word/document.xml"))[f"{OFFICE}/numbering"] == 1


def test_links_and_pictures_get_relationships_of_their_part() -> None:
    data = make_file("", {"header": paragraph("x"), "styles": ""})
    added = additions_to(data)
    header = added.of("word/header.xml")
    link = header.hyperlink("https://voorbeeld.be/?a=1&b=2")
    assert link == header.hyperlink("https://voorbeeld.be/?a=1&b=2")
    picture = header.picture(b"\x89PNG...", "png")
    same = added.of("word/document.xml").picture(b"\x89PNG...", "png")
    made = Package.read(Package.read(data).write(added.changes()))
    by_id = {item.id: item for item in made.relationships("word/header.xml")}
    assert by_id[link].target == "https://voorbeeld.be/?a=1&b=2"
    assert by_id[link].external
    target = made.resolve("word/header.xml", by_id[picture].target)
    assert made.part(target) == b"\x89PNG..."
    assert made.content_type(target) == "image/png"
    in_document = {item.id: item for item in made.relationships("word/document.xml")}
    assert made.resolve("word/document.xml", in_document[same].target) == target
    assert len(in_document) == len(made.relationships("word/document.xml")) == 3


def test_a_document_without_additions_changes_nothing() -> None:
    added = additions_to(make_file(""))
    assert added.of("word/document.xml").next_id() == 1
    assert added.changes() == {}


def test_ids_are_free() -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="3" w:name="a"/><w:bookmarkEnd w:id="3"/><w:r><w:drawing>'
        '<wp:docPr id="5" name="x"/></w:drawing></w:r></w:p>'
        '<w:sdt><w:sdtPr><w:id w:val="6"/></w:sdtPr><w:sdtContent/></w:sdt>'
        '<w:sdt><w:sdtPr><w:id w:val="-2000000000"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    resources = additions_to(make_file(body)).of("word/document.xml")
    assert [resources.next_id(), resources.next_id()] == [7, 8]


def test_a_loop_does_not_repeat_ids() -> None:
    inner = (
        '<w:p w14:paraId="00000001" w14:textId="77777777"><w:bookmarkStart w:id="3" w:name="plaats"/><w:r><w:t>'
        '{{ x }}</w:t></w:r><w:bookmarkEnd w:id="3"/><w:r><w:drawing><wp:docPr id="5" name="x" descr="{{ x }}"/>'
        '</w:drawing></w:r><w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent/></w:sdt></w:p>'
    )
    tree = render(paragraph("{%p for x in 'abc' %}") + inner + paragraph("{%p endfor %}")).xml("word/document.xml")
    assert [item.get("descr") for item in tree.iter("{*}docPr")] == ["a", "b", "c"]
    starts = [item.get(f"{W}id") for item in tree.iter(f"{W}bookmarkStart")]
    assert starts == [item.get(f"{W}id") for item in tree.iter(f"{W}bookmarkEnd")]
    assert [item.get(f"{W}name") for item in tree.iter(f"{W}bookmarkStart")] == ["plaats", "plaats_2", "plaats_3"]
    ids = starts + [item.get("id") for item in tree.iter("{*}docPr")]
    assert len(set(ids)) == 6
    assert list(tree.iter(f"{W}id")) == []
    assert not any("paraId" in str(key) for item in tree.iter(f"{W}p") for key in item.attrib)


def test_ids_outside_loops_stay() -> None:
    drawing = '<w:drawing><wp:docPr id="5" name="x"/></w:drawing>'
    body = f'<w:p w14:paraId="00000001"><w:r><w:t>{{{{ x }}}}</w:t>{drawing}</w:r></w:p>'
    tree = render(body, {"x": 1}).xml("word/document.xml")
    assert [item.get("id") for item in tree.iter("{*}docPr")] == ["5"]
    assert len([key for item in tree.iter(f"{W}p") for key in item.attrib]) == 1


def test_prose_comes_with_all_it_needs() -> None:
    prose = Markdown("Eerste [koppeling](https://voorbeeld.be).\n\n1. een\n2. twee\n\n- punt")
    style = '<w:pPr><w:pStyle w:val="Antwoord"/></w:pPr>'
    body = paragraph("{{p prose }}", properties=style) + table((cell("{{p prose }}"), cell("{{r inline }}")))
    made = render(
        body, {"prose": prose, "inline": Markdown("**vet** en *schuin*")}, {"header": paragraph("{{p prose }}")}
    )
    for part in ("word/document.xml", "word/header.xml"):
        targets = {item.id: item.target for item in made.relationships(part)}
        links = [item.get(f"{{{OFFICE}}}id") for item in made.xml(part).iter(f"{W}hyperlink")]
        assert links
        assert {targets[str(link)] for link in links} == {"https://voorbeeld.be"}
    numbers = {item.get(f"{W}numId") for item in made.xml("word/numbering.xml").iter(f"{W}num")}
    used = {item.get(f"{W}val") for item in made.xml("word/document.xml").iter(f"{W}numId")}
    assert used
    assert used < numbers
    first = next(made.xml("word/document.xml").iter(f"{W}pStyle"))
    assert first.get(f"{W}val") == "Antwoord"
    assert any(item.find(f"{W}rPr/{W}b") is not None for item in made.xml("word/document.xml").iter(f"{W}r"))


def test_properties_are_set_and_the_rest_of_them_stays() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Oud</dc:title><dc:creator>{{ x }}</dc:creator>'
        "<cp:category>blijft</cp:category></cp:coreProperties>"
    )
    template = WordTemplate.compile(Package.read(_with_core(core)))
    made = Package.read(template.render({"x": "A & B"}, {"title": "<Nieuw>", "created": "2027-01-01T00:00:00Z"}))
    assert _properties(made) == {
        "title": "<Nieuw>",
        "creator": "A & B",
        "category": "blijft",
        "created": "2027-01-01T00:00:00Z",
    }


@pytest.mark.parametrize("core", [None, "<cp:coreProperties {}/>"])
def test_properties_may_be_new(core: str | None) -> None:
    name = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    data = make_file(paragraph("{{ x }}")) if core is None else _with_core(core.format(name))
    template = WordTemplate.compile(Package.read(data))
    for title in ("Een & <1>", "Twee ibn-seam-title;"):
        made = Package.read(template.render({"x": 1}, {"title": title, "subject": "S"}))
        assert _properties(made) == {"title": title, "subject": "S"}


def _with_core(core: str) -> bytes:
    package = Package.read(make_file(paragraph("{{ x }}")))
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    types = package.part(CONTENT_TYPES).replace(
        b"</Types>", f'<Override PartName="/docProps/core.xml" ContentType="{kind}"/></Types>'.encode()
    )
    relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rels = package.part("_rels/.rels").replace(
        b"</Rel", f'<Relationship Id="rId2" Type="{relation}" Target="docProps/core.xml"/></Rel'.encode()
    )
    return package.write({CONTENT_TYPES: types, "_rels/.rels": rels, "docProps/core.xml": core.encode()})


def _properties(package: Package) -> dict[str, str | None]:
    (relation,) = [item for item in package.relationships() if item.type.endswith("/core-properties")]
    part = package.resolve("", relation.target)
    assert package.content_type(part).endswith("core-properties+xml")
    assert posixpath.basename(part) == "core.xml"
    return {etree.QName(item).localname: item.text for item in package.xml(part)}
