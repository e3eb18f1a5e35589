"""The numbers that Word counts by itself, as a reader of the page sees them."""

from __future__ import annotations

from tests.office.word.inspecting import look_at
from tests.office.word.slot_forms import RELATIONSHIPS, SPACES, build_form, p

from ibndocs.office.outline import Kind, Outline


def level(number: int, text: str, written: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{written}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


CHAPTERS = level(0, "%1.", more='<w:pStyle w:val="Kop1"/>') + level(1, "%1.%2", more='<w:pStyle w:val="Kop2"/>')
LETTERS = level(0, "%1)", "upperLetter") + level(1, "(%2)", "lowerRoman")
BULLETS = level(0, "•", "bullet")
NUMBERING = (
    f"<w:numbering {SPACES}>"
    f'<w:abstractNum w:abstractNumId="0">{CHAPTERS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{LETTERS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{BULLETS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    "</w:numbering>"
)


def look(body: str) -> Outline:
    """The outline of a form with these lists."""
    form = build_form(body)
    rels = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rId98" Type="{RELATIONSHIPS}/numbering" Target="numbering.xml"/></Relationships>'
    return look_at(
        form.with_parts(
            {
                "word/numbering.xml": NUMBERING.encode(),
                rels: form.part(rels).replace(b"</Relationships>", link.encode()),
            }
        )
    )


def listed(text: str, number: int, depth: int = 0, style: str = "") -> str:
    """A paragraph in a list."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{own}{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_headings_bear_the_numbers_of_their_chapters() -> None:
    outline = look(
        listed("Visie", 1, 0, "Kop1")
        + listed("Doel", 1, 1, "Kop2")
        + listed("Markt", 1, 1, "Kop2")
        + listed("Plan", 1, 0, "Kop1")
        + listed("Fasen", 1, 1, "Kop2")
    )
    numbers = [(item.facts["number"], item.label) for item in outline.items]
    assert numbers == [("1", "Visie"), ("1.1", "Doel"), ("1.2", "Markt"), ("2", "Plan"), ("2.1", "Fasen")]


def test_a_list_goes_on_after_other_text_and_starts_anew_where_it_says_so() -> None:
    outline = look(
        listed("Wie?", 2)
        + p()
        + p("Tussen.")
        + listed("Wat?", 2)
        + p()
        + listed("Hoe?", 2, 1)
        + p()
        + listed("Wie?", 4)
    )
    questions = [item.facts["number"] for item in outline.items if item.kind is Kind.QUESTION]
    assert questions == ["A", "B", "i", "A"]


def test_a_numbered_line_with_room_below_is_a_question_and_a_bullet_is_not() -> None:
    outline = look(listed("Motivering", 2) + p() + p() + listed("Een punt", 3) + p() + p())
    assert [(item.kind, item.label) for item in outline.items] == [
        (Kind.QUESTION, "Motivering"),
        (Kind.TEXT, "Een punt"),
    ]
