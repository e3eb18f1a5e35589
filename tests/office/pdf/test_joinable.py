"""What may be joined, and what never is: anything that a reader would see differ."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document as WordFile
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from tests.office.pdf.letters import add_field, make_letter

from ibndocs.office.package import Package
from ibndocs.office.pdf.fields import find_fields
from ibndocs.office.pdf.joinable import Letter, read_letter
from ibndocs.office.pdf.joining import join_letters
from ibndocs.office.word.tree import attribute, names, text_of


def read(data: bytes) -> Letter | None:
    return read_letter(Package.read(data, name="brief.docx"))


def joinable(data: bytes) -> Letter:
    letter = read(data)
    assert letter is not None
    return letter


def changed(change: Callable[[Any], object]) -> bytes:
    document = WordFile(io.BytesIO(make_letter("Aa nv")))
    change(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def add_to_body(xml: str) -> Callable[[Any], object]:
    return lambda document: document.paragraphs[0]._p.append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def restart_pages(document: Any) -> None:
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "5")
    document.sections[0]._sectPr.append(number)


def number_headings(document: Any) -> None:
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>'))


REFUSED: dict[str, Callable[[Any], object]] = {
    "a caption that counts": lambda document: add_field(document.paragraphs[0], "SEQ Tabel"),
    "the title as a field": lambda document: add_field(document.paragraphs[0], "TITLE"),
    "a reference": lambda document: add_field(document.paragraphs[0], "REF plaats"),
    "the page count in the text": lambda document: add_field(document.paragraphs[0], "NUMPAGES"),
    "a field within a field": lambda document: add_field(document.sections[0].footer.paragraphs[0], "= 2 + 1"),
    "a note": add_to_body('<w:r><w:footnoteReference w:id="2"/></w:r>'),
    "a link within": add_to_body('<w:hyperlink w:anchor="daar"><w:r><w:t>daar</w:t></w:r></w:hyperlink>'),
    "a revision": add_to_body('<w:ins w:id="9"><w:r><w:t>nieuw</w:t></w:r></w:ins>'),
    "a control bound to data": add_to_body("<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent/></w:sdt>"),
    "pages that do not count from one": restart_pages,
    "numbered headings": number_headings,
    "a table at the very end": lambda document: document.element.body.remove(document.paragraphs[-1]._p),
}


@pytest.mark.parametrize("why", REFUSED)
def test_it_is_converted_by_itself_when_it_has(why: str) -> None:
    assert read(make_letter("Aa nv")) is not None
    assert read(changed(REFUSED[why])) is None


def test_a_bookmark_that_word_leaves_at_the_end_does_not_keep_a_letter_apart() -> None:
    marks = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    body = parse_xml(f"<w:body {nsdecls('w')}>{marks}</w:body>")
    left = changed(lambda document: [document.element.body[-1].addprevious(mark) for mark in list(body)])
    letters = [joinable(left), joinable(left)]
    assert b"_GoBack" not in join_letters(letters)
    assert letters[0].likeness == joinable(make_letter("Bb")).likeness


def test_letters_of_another_template_are_not_alike() -> None:
    other = changed(lambda document: setattr(document.styles["Normal"].font, "name", "Arial"))
    assert joinable(other).likeness != joinable(make_letter("Aa nv")).likeness
    assert joinable(make_letter("Bb nv", paragraphs=9)).likeness == joinable(make_letter("Aa nv")).likeness


def test_every_letter_gets_a_section_lists_and_a_page_count_of_its_own() -> None:
    letters = [joinable(make_letter(name)) for name in ("Aa nv", "Bb bv", "Cc vzw")]
    package = Package.read(join_letters(letters), name="joined.docx")
    root = package.xml(package.main_part)
    starts = [attribute(number, "start") for number in root.iter(*names("pgNumType"))]
    assert starts == ["1", "1", "1"]
    marks = [attribute(mark, "name") for mark in root.iter(*names("bookmarkStart"))]
    assert marks == ["ibnBegin0", "ibnEnd0", "ibnBegin1", "ibnEnd1", "ibnBegin2", "ibnEnd2"]
    styles = {attribute(style, "val") or "" for style in root.iter(*names("pStyle"))}
    assert {name for name in styles if "ListNumber" in name} == {f"ListNumber-ibn{number}" for number in range(3)}
    footers = [part for part in package.parts if b"PAGEREF ibnEnd" in package.part(part)]
    assert len(footers) == 3
    assert not any(b"NUMPAGES" in package.part(part) for part in package.parts if part.startswith("word/story"))


def test_a_page_count_that_is_known_becomes_text() -> None:
    letters = [joinable(make_letter(name)) for name in ("Aa nv", "Bb bv")]
    package = Package.read(join_letters(letters, [12, 3]), name="joined.docx")
    stories = [part for part in package.parts if part.startswith("word/story")]
    footers = [package.xml(part) for part in stories if b"pagina" in package.part(part)]
    assert sorted(text_of(footer).strip() for footer in footers) == ["pagina 1 van 12", "pagina 1 van 3"]
    assert [field.name for footer in footers for field in find_fields(footer)] == ["PAGE", "PAGE"]


@pytest.mark.parametrize("shown", ["<w:r><w:t>1</w:t></w:r>", ""], ids=["with a result", "without"])
@pytest.mark.parametrize("simple", [True, False])
def test_a_field_becomes_text_in_its_place(shown: str, simple: bool) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = f'<w:fldSimple w:instr="NUMPAGES">{shown}</w:fldSimple>'
    if not simple:
        asked = "<w:r><w:instrText> NUM</w:instrText></w:r><w:r><w:instrText>PAGES </w:instrText></w:r>"
        field = mark("begin") + asked + mark("separate") + shown + mark("end")
    story = etree.fromstring(f"<w:p {nsdecls('w')}><w:r><w:t>van </w:t></w:r>{field}<w:r><w:t> blz.</w:t></w:r></w:p>")
    (found,) = find_fields(story)
    assert found.is_plain_count
    found.become_text("7")
    assert text_of(story) == "van 7 blz."
    assert list(find_fields(story)) == []


def test_no_relation_of_a_joined_document_leads_nowhere() -> None:
    letters = [joinable(make_letter(name)) for name in ("Aa nv", "Bb bvba")]
    package = Package.read(join_letters(letters), name="joined.docx")
    identifiers = set()
    for part in [package.main_part, *(part for part in package.parts if part.startswith("word/story"))]:
        for item in package.relationships(part):
            identifiers.add(item.id)
            assert item.external or package.resolve(part, item.target) in package, item
            if not item.external:
                assert package.content_type(package.resolve(part, item.target))
    xml = etree.tostring(package.xml(package.main_part), encoding="unicode")
    used = set(re.findall(r'r:(?:id|embed)="([^"]+)"', xml))
    assert used <= identifiers
    assert len(used) == 2 * 3  # a header, a footer and a picture each
