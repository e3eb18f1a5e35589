"""Page numbers in a contents list."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.office.word.building import make_file, paragraph

from ibndocs.office.package import Package
from ibndocs.office.word.contents import find_contents, number_contents
from ibndocs.office.word.tree import attribute, names, text_of

BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\n '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
SECTION = '<w:sectPr><w:pgSz w:w="10000" w:h="16838"/><w:pgMar w:left="1000" w:right="500" w:gutter="100"/></w:sectPr>'

RESTARTED = SECTION.replace("</", '<w:pgNumType w:start="7"/></')


def link(anchor: str, text: str) -> str:
    return f'<w:hyperlink w:anchor="{anchor}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>'


def entry(content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="TOC1"/><w:spacing w:after="20"/></w:pPr>{content}</w:p>'


LIST = entry(BEGIN + link("_Toc1", "Eerste")) + entry(link("_Toc2", "Tweede") + END)
BEHIND = paragraph("Tekst", properties=f"<w:pPr>{SECTION}</w:pPr>") + f"<w:p>{link('_Toc1', 'elders')}</w:p>"


def number(data: bytes, **pages: int) -> bytes:
    numbered = number_contents(Package.read(data, name="a.docx"), pages)
    assert numbered is not None
    return numbered


def root_of(data: bytes) -> etree._Element:
    package = Package.read(data, name="a.docx")
    return package.xml(package.main_part)


def test_every_entry_gets_its_page_behind_a_tab_at_the_edge_of_the_text() -> None:
    root = root_of(number(make_file(LIST + BEHIND), _Toc1=3, _Toc2=12))
    assert [text_of(item) for item in list(root.iter(*names("p")))[:2]] == ["Eerste 3", "Tweede 12"]
    tabs = [item for item in root.iter(*names("tab")) if attribute(item, "pos")]
    assert [(attribute(tab, "val"), attribute(tab, "leader"), attribute(tab, "pos")) for tab in tabs] == [
        ("right", "dot", "8400")
    ] * 2
    first = next(root.iter(*names("pPr")))
    assert [etree.QName(item).localname for item in first] == ["pStyle", "tabs", "spacing"]


def test_word_keeps_the_numbers_and_has_nothing_to_ask() -> None:
    xml = etree.tostring(root_of(number(make_file(LIST), _Toc1=3)), encoding="unicode")
    assert "\\n" not in xml
    assert ' TOC \\o "1-2" \\h \\z ' in xml
    assert "PAGEREF _Toc1 \\h" in xml
    assert "dirty" not in xml
    assert "updateFields" not in xml


def test_numbering_again_renews_the_numbers_and_adds_nothing() -> None:
    once = number(make_file(LIST), _Toc1=3, _Toc2=4)
    assert number(once, _Toc1=3, _Toc2=4) == once
    again = root_of(number(once, _Toc1=5, _Toc2=6))
    assert [text_of(item) for item in list(again.iter(*names("p")))[:2]] == ["Eerste 5", "Tweede 6"]
    assert len(list(again.iter(*names("tab")))) == 4


def test_a_link_outside_the_list_and_an_unknown_page_stay_as_they_are() -> None:
    root = root_of(number(make_file(LIST + BEHIND), _Toc1=3))
    texts = [text_of(item) for item in root.iter(*names("p"))]
    assert texts == ["Eerste 3", "Tweede", "Tekst", "elders"]


@pytest.mark.parametrize(
    "body",
    [
        paragraph("Geen lijst"),
        f"{LIST}<w:p><w:pPr>{RESTARTED}</w:pPr></w:p>",
    ],
    ids=["none", "pages that do not count from one"],
)
def test_there_is_no_list_to_number(body: str) -> None:
    assert find_contents(root_of(make_file(body))) is None
    assert number_contents(Package.read(make_file(body), name="a.docx"), {"_Toc1": 1}) is None
