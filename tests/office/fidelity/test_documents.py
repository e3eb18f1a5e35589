"""What is told of a Word form and of what somebody made of it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from hypothesis import given
from hypothesis import strategies as st
from tests.office.word.building import cell, make_file, paragraph, table

from ibndocs.foundation.findings import Spot
from ibndocs.office.fidelity import Change, Fidelity, prove, verify
from ibndocs.office.fidelity.word_text import HOLE, find_answers
from ibndocs.office.package import Package
from ibndocs.office.places import Blank, TableRows
from ibndocs.office.slots import Expression, Fill, RowsSlot, ValueSlot
from ibndocs.office.word.fill import WordForm

SEQUENCE = '<w:fldSimple w:instr="SEQ Tabel"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
HEAD = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
CONTROL = (
    '<w:p><w:r><w:t xml:space="preserve">Adres: </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="adres"/><w:showingPlcHdr/>'
    "</w:sdtPr><w:sdtContent><w:r><w:t>Klik hier</w:t></w:r></w:sdtContent></w:sdt></w:p>"
)
FIELD = (
    '<w:p><w:r><w:t xml:space="preserve">Plaats </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
    '<w:name w:val="plaats"/><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>     </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
BODY = (
    paragraph("Aanvraag")
    + paragraph("1 Waarom dit netwerk?", properties=HEAD)
    + paragraph("Leg uit in hoogstens tien regels.")
    + paragraph("")
    + paragraph("2 Wie doet mee?", properties=HEAD)
    + paragraph("Naam: ____________ Functie: ............")
    + CONTROL
    + FIELD
    + table(("Onderneming", "Gemeente"), ("", ""), ("Totaal", ""))
    + paragraph("3 Besluit", properties=HEAD)
)
FORM = Package.read(make_file(BODY, {"header": paragraph("Dienst Oproepen")}), name="formulier.docx")


def fill(change: Callable[[str], str], header: str = "Dienst Oproepen") -> Package:
    """The form with its body changed as text."""
    changed = change(BODY)
    return Package.read(make_file(changed, {"header": paragraph(header)}), name="ingevuld.docx")


def told(report: Fidelity) -> list[tuple[Change, str, str]]:
    return [(one.change, one.before, one.after) for one in report.differences]


def in_place(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


ANSWERED = [
    ("een antwoord onder de vraag", in_place(paragraph(""), paragraph("Omdat het moet.") + paragraph("Echt."))),
    ("een antwoord op een lijn", in_place("____________", "Jan Peeters")),
    ("een antwoord op puntjes", in_place("............", "voorzitter")),
    (
        "een besturingselement",
        in_place(
            "<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik hier", "</w:sdtPr><w:sdtContent><w:r><w:t>Dok 1"
        ),
    ),
    ("een formulierveld", in_place("<w:t>     </w:t>", "<w:t>Gent</w:t>")),
    ("een lege cel", in_place(cell("") + cell(""), cell("Bouw nv") + cell(""))),
    ("een tabel die groeit", in_place("<w:tr>" + cell("") * 2 + "</w:tr>", ("<w:tr>" + cell("A") * 2 + "</w:tr>") * 4)),
    ("een antwoord achter de laatste vraag", lambda text: text + paragraph("Wij besluiten.")),
]


@pytest.mark.parametrize(("change"), [change for _, change in ANSWERED], ids=[name for name, _ in ANSWERED])
def test_an_answer_where_the_form_leaves_room_is_no_difference(change: Callable[[str], str]) -> None:
    report = verify(FORM, fill(change))
    assert told(report) == []
    assert report.answered >= 1
    assert "ongewijzigd buiten" in report.summarise().nl


ALTERED = [
    ("Waarom dit netwerk?", "Waarom dit grote netwerk?", Change.ALTERED),
    ("Leg uit in hoogstens tien regels.", "Leg uit in hoogstens vijftig regels.", Change.ALTERED),
    ("Naam: ____", "Namen: Jan", Change.ALTERED),
    ("Onderneming", "Ondernemingen", Change.ALTERED),
    ("Totaal", "Som", Change.ALTERED),
]


@pytest.mark.parametrize(("old", "new", "change"), ALTERED)
def test_another_word_in_a_text_of_the_form_is_a_difference(old: str, new: str, change: Change) -> None:
    (difference,) = verify(FORM, fill(in_place(old, new))).differences
    assert difference.change is change


def test_a_question_that_went_is_told_with_its_words() -> None:
    question = paragraph("2 Wie doet mee?", properties=HEAD)
    assert told(verify(FORM, fill(in_place(question, "")))) == [(Change.REMOVED, "2 Wie doet mee?", "")]


def test_a_question_that_moved_is_told_as_moved() -> None:
    question = paragraph("3 Besluit", properties=HEAD)
    report = verify(FORM, fill(lambda text: question + text.replace(question, "")))
    assert [(change, before) for change, before, _ in told(report)] == [(Change.MOVED, "3 Besluit")]


def test_a_question_that_a_person_added_is_a_difference() -> None:
    added = paragraph("4 Eigen vraag", properties=HEAD)
    assert told(verify(FORM, fill(lambda text: text + added))) == [(Change.ADDED, "", "4 Eigen vraag")]


def test_a_header_of_a_table_a_row_and_a_table_that_went_are_differences() -> None:
    row = "<w:tr>" + cell("Totaal") + cell("") + "</w:tr>"
    assert told(verify(FORM, fill(in_place(row, "")))) == [(Change.REMOVED, "Totaal", "")]
    whole = table(("Onderneming", "Gemeente"), ("", ""), ("Totaal", ""))
    assert [change for change, _, _ in told(verify(FORM, fill(in_place(whole, ""))))] == [Change.REMOVED]


def test_the_header_of_the_page_counts_too() -> None:
    form = Package.read(_with_header("Dienst Oproepen"))
    assert told(verify(form, Package.read(_with_header("Onze firma")))) != []


def test_a_header_that_hangs_at_another_kind_of_page_is_still_there() -> None:
    """As LibreOffice does: a header of first pages comes back as that of all pages of a section."""
    form, filled = docx.Document(), docx.Document()
    for document, first in ((form, True), (filled, False)):
        section = document.sections[0]
        section.different_first_page_header_footer = first
        header = section.first_page_header if first else section.header
        header.paragraphs[0].text = "Dienst Oproepen"
        document.add_heading("Vraag")
    assert told(verify(Package.read(save(form)), Package.read(save(filled)))) == []


def _with_header(text: str) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = text
    document.add_heading("Vraag")
    return save(document)


def save(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_page_turned_on_its_side_is_a_difference() -> None:
    document = docx.Document()
    document.add_heading("Vraag")
    form = Package.read(save(document))
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE,
        section.page_height,
        section.page_width,
    )
    (difference,) = verify(form, Package.read(save(document))).differences
    assert "secties" in difference.place.nl


def test_the_questions_without_an_answer_are_named() -> None:
    empty = verify(FORM, FORM).empty
    assert {"1 Waarom dit netwerk?", "3 Besluit"} <= set(empty)
    assert any("Totaal" in place for place in empty)
    answered = verify(FORM, fill(ANSWERED[0][1]))
    assert "1 Waarom dit netwerk?" not in answered.empty
    assert "3 Besluit" in answered.empty


def test_the_blanks_fields_and_controls_without_an_answer_are_named_by_their_words() -> None:
    under = "2 Wie doet mee?"
    empty = verify(FORM, FORM).empty
    assert empty[:3] == [f"{under}, “Naam: … Functie:”", f"{under}, “Adres:”", f"{under}, “Plaats”"]
    assert under not in empty
    answered = verify(FORM, fill(in_place("____________", "Jan Peeters"))).empty
    assert f"{under}, “Functie”" in answered
    assert not any("Naam" in place for place in answered)


def test_a_field_on_a_line_of_its_own_in_a_cell_goes_by_the_line_above() -> None:
    field = FIELD.replace('<w:r><w:t xml:space="preserve">Plaats </w:t></w:r>', "")
    body = f"<w:tbl><w:tr><w:tc>{paragraph('Gemeente')}{field}</w:tc></w:tr></w:tbl>" + paragraph("")
    form = Package.read(make_file(body), name="formulier.docx")
    assert [place.rpartition(", ")[2] for place in verify(form, form).empty] == ["“Gemeente”"]
    filled = Package.read(make_file(body.replace("     ", "Gent")), name="ingevuld.docx")
    assert verify(form, filled).empty == []


def test_a_column_that_came_is_told_once_and_as_such() -> None:
    form = Package.read(make_file(table(("Grootte", "Aantal"), ("", ""), ("Totaal", ""))), name="formulier.docx")
    wider = make_file(table(("Grootte", "Aantal", "Nota"), ("", "", ""), ("Totaal", "", "")))
    report = verify(form, Package.read(wider, name="ingevuld.docx"))
    assert told(report) == [(Change.ALTERED, "2", "3")]
    assert report.differences[0].place.nl == "tabel “Grootte | Aantal”, aantal kolommen"


def test_a_row_that_a_slot_fills_but_the_form_names_may_not_go() -> None:
    rows = [("Bedrag", "Jaar 1"), ("Begroting", ""), ("Steun", "")]
    form = Package.read(make_file(table(*rows)), name="formulier.docx")
    spot = Spot("slots.yaml", 1, 1)
    each = Expression("year in [1]", spot)
    slot = RowsSlot(TableRows(1, 2), each, ((None, Fill(Expression("year", spot))),), spot)
    gone = Package.read(make_file(table(rows[0], rows[2])), name="ingevuld.docx")
    assert told(verify(form, gone, (slot,))) == [(Change.REMOVED, "Begroting", "")]


def test_what_word_computes_is_told_as_dots() -> None:
    caption = paragraph("Tabel ", " Leden").replace("</w:r><w:r>", f"</w:r>{SEQUENCE}<w:r>", 1)
    form = Package.read(make_file(caption + paragraph("Slot")), name="formulier.docx")
    gone = Package.read(make_file(paragraph("Slot")), name="ingevuld.docx")
    assert told(verify(form, gone)) == [(Change.REMOVED, "Tabel … Leden", "")]


def test_a_picture_in_an_altered_text_is_told_by_a_sign() -> None:
    line = paragraph("Naam van de dienst").replace("<w:r>", "<w:r><w:pict/></w:r><w:r>", 1)
    form = Package.read(make_file(line), name="formulier.docx")
    filled = Package.read(make_file(line.replace("dienst", "diensten")), name="ingevuld.docx")
    assert told(verify(form, filled)) == [(Change.ALTERED, "▣Naam van de dienst", "▣Naam van de diensten")]


@pytest.mark.parametrize("count", [1, 2])
def test_each_answer_in_a_line_counts_once(count: int) -> None:
    lines = [paragraph("Naam: ________"), paragraph("Functie: ________"), paragraph("")]
    form = Package.read(make_file("".join(lines)), name="formulier.docx")
    filled = [line.replace("________", "Jan") for line in lines[:count]] + lines[count:]
    assert verify(form, Package.read(make_file("".join(filled)), name="ingevuld.docx")).answered == count


def test_what_word_writes_anew_makes_no_difference() -> None:
    """Split runs, revision numbers, proofing marks, last page breaks, a bookmark: as Word saves a file."""

    split = (
        'Leg</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="001"><w:rPr><w:lang w:val="nl-BE"/></w:rPr>'
        '<w:lastRenderedPageBreak/><w:t xml:space="preserve"> uit in '
    )
    mark = 'Aan</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:t>vraag<'

    def rewrite(text: str) -> str:
        text = re.sub(r"<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">', text)
        return text.replace("Leg uit in ", split).replace("Aanvraag<", mark)

    report = verify(FORM, fill(rewrite))
    assert told(report) == []
    assert report.answered == 0


def test_a_proof_allows_nothing_but_what_the_slots_fill() -> None:
    report = prove(FORM, fill(in_place("____________", "Jan Peeters")), ())
    assert [change for change, _, _ in told(report)] == [Change.ALTERED]


def test_a_proof_sees_a_change_of_layout_alone() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t"
    changed = fill(in_place('<w:r><w:t xml:space="preserve">Leg uit', f'{bold} xml:space="preserve">Leg uit'))
    assert [one.place.nl for one in prove(FORM, changed, ()).differences] == [
        "opmaak in “Leg uit in hoogstens tien regels.”"
    ]
    assert told(verify(FORM, changed)) == []


def box_twice(new: str, old: str) -> Package:
    """A text box with its old-fashioned copy."""
    boxes = [f"<w:txbxContent>{paragraph(f'Naam: {words}')}</w:txbxContent>" for words in (new, old)]
    twice = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{boxes[0]}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{boxes[1]}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    return Package.read(make_file(twice), name="formulier.docx")


def test_a_blank_in_a_text_box_and_in_its_copy_is_filled_and_proved() -> None:
    form = box_twice("........", "........")
    spot = Spot("slots.yaml", 1, 1)
    slots = (ValueSlot(Blank("Naam"), Expression("'An'", spot), spot),)
    filled = WordForm.compile(form, slots).fill({})
    assert told(prove(form, Package.read(filled.data), slots)) == []
    assert told(prove(form, box_twice("An", "Bo"), slots)) == [(Change.ALTERED, "Naam: ........", "Naam: Bo")]


BOXES = paragraph("☐ ja ☐ nee") + (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="kmo"/><w:checkBox><w:default w:val="0"/>'
    "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>kmo</w:t></w:r></w:p>'
)


@pytest.mark.parametrize(
    ("old", "new"), [("☐ nee", "☒ nee"), ('<w:default w:val="0"/>', '<w:default w:val="0"/><w:checked w:val="1"/>')]
)
def test_a_box_that_was_ticked_is_an_answer_but_no_place_of_a_slot(old: str, new: str) -> None:
    form, ticked = (Package.read(make_file(text)) for text in (BOXES, BOXES.replace(old, new)))
    report = verify(form, ticked)
    assert told(report) == []
    assert report.answered == 1
    assert [one.change for one in prove(form, ticked, ()).differences if "aankruisvak" in one.place.nl] == [
        Change.ALTERED
    ]


@given(st.lists(st.sampled_from(["Naam", "en", "datum:", "x"]), min_size=1, max_size=5), st.data())
def test_answers_are_read_back_from_the_holes(words: list[str], data: st.DataObject) -> None:
    answers = [data.draw(st.text(alphabet="QRST", max_size=6)) for _ in words]
    form = " ".join(f"{word} {HOLE}" for word in words)
    filled = " ".join(" ".join(f"{word} {answer}" for word, answer in zip(words, answers, strict=True)).split())
    found = find_answers(form, filled)
    assert found is not None
    assert "".join(found).replace(" ", "") != "" or not "".join(answers)
