"""What is drafted for a form whose words are known, and for one about another matter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from tests.office.word.building import make_file, paragraph, table
from tests.projects import the_call

from ibndocs.documents.binding.matching import find_year, fit_columns, without_year
from ibndocs.documents.binding.offers import Sort, read_offers
from ibndocs.documents.binding.proposing import Proposal, propose_slots
from ibndocs.documents.binding.wording import Wording
from ibndocs.foundation.datafiles import find_data
from ibndocs.office.slots import RowsSlot, SlotsFile, ValueSlot, read_slots

HEAD = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
_CERTAIN = 90
ENTRY = next(entry for entry in the_call().documents if entry.id == "vooraanmelding")
FORM = (
    table(("Naam van de organisatie", ""), ("KBO-nummer", ""), ("Titel van het voorstel", ""), ("Schoenmaat", ""))
    + paragraph("1. Beschrijf het voortraject", properties=HEAD)
    + paragraph("")
    + paragraph("2. Lievelingskleur van de voorzitter", properties=HEAD)
    + paragraph("")
    + paragraph("3. Partners", properties=HEAD)
    + table(("Organisatie", "Rol", "Gemeente"), ("", "", ""))
    + paragraph("4. Kosten", properties=HEAD)
    + table(("", "Jaar 1", "Jaar 2", "Totaal"), ("Personeelskosten", "", "", ""))
)


def propose(folder: Path, body: str = FORM, *, old: Path | None = None) -> tuple[Proposal, SlotsFile]:
    form = folder / "formulier.docx"
    form.write_bytes(make_file(body))
    proposal = propose_slots(form, ENTRY, the_call(), old=old)
    path = folder / "formulier.slots.yaml"
    path.write_text(proposal.text, "utf-8")
    return proposal, read_slots(path)


def values(slots: SlotsFile) -> dict[str, str]:
    return {str(slot.at): slot.value.source for slot in slots.slots if isinstance(slot, ValueSlot)}


def test_labels_are_bound_by_their_words_and_synonyms(tmp_path: Path) -> None:
    _, slots = propose(tmp_path)
    bound = values(slots)
    assert [value for at, value in bound.items() if "row='Naam van" in at] == ["applicant.name"]
    assert [value for at, value in bound.items() if "KBO" in at] == ["applicant.enterprise_number"]
    assert [value for at, value in bound.items() if "voorstel" in at] == ["project.title"]
    assert [value for at, value in bound.items() if "voortraject" in at] == ["answers.preparation"]


def test_a_table_with_rows_gets_a_list_with_its_columns(tmp_path: Path) -> None:
    _, slots = propose(tmp_path)
    (rows,) = [slot for slot in slots.slots if isinstance(slot, RowsSlot)]
    assert rows.each.source == "partner in partners"
    filled = [fill.value.source for fill in rows.cells[0] if fill is not None and fill.value is not None]
    assert filled == ["partner.name", "partner.role", "partner.municipality"]


def test_amounts_go_to_the_column_of_their_year(tmp_path: Path) -> None:
    _, slots = propose(tmp_path)
    amounts = [value for value in values(slots).values() if value.startswith("budget")]
    assert amounts == ["budget.personnel.years[0]", "budget.personnel.years[1]", "budget.personnel.total"]


def test_what_nobody_can_answer_is_listed_on_both_sides(tmp_path: Path) -> None:
    proposal, _ = propose(tmp_path)
    asked, _, unused = proposal.text.partition("# De beschrijving heeft, het formulier vraagt niet")
    assert "# Het formulier vraagt, de beschrijving heeft geen antwoord (2)" in asked
    assert "Schoenmaat" in asked.rpartition("# Het formulier vraagt")[2]
    assert "Lievelingskleur" in asked.rpartition("# Het formulier vraagt")[2]
    assert "answers.problem" in unused


def test_each_line_says_how_sure_it_is(tmp_path: Path) -> None:
    lines = [line for line in propose(tmp_path)[0].text.splitlines() if line.startswith("  - {at")]
    assert lines
    assert all("%" in line.partition("#")[2] for line in lines)


def test_a_form_about_another_matter_binds_little_and_is_told(tmp_path: Path) -> None:
    body = "".join(table((word, "")) for word in ("Schoenmaat", "Paspoort", "Bloedgroep", "Visum", "Bagage", "Stoel"))
    assert propose(tmp_path, body)[0].is_elsewhere


def test_text_of_the_form_cannot_break_the_slots_file(tmp_path: Path) -> None:
    body = table(('Naam: "x" # {{ y }} }', ""), ("- {at: {under: z}}", ""), ("Titel\tvan het 'project' 🎉", ""))
    propose(tmp_path, body)


def test_a_new_version_keeps_what_fits_and_shows_what_moved_went_and_came(tmp_path: Path) -> None:
    propose(tmp_path)
    old = tmp_path / "oud.yaml"
    text = (tmp_path / "formulier.slots.yaml").read_text("utf-8")
    old.write_text(text.replace("applicant.name}", "applicant.name ~ '!'}"), "utf-8")
    went = paragraph("1. Beschrijf het voortraject", properties=HEAD) + paragraph("")
    came = paragraph("3. Opportuniteiten", properties=HEAD) + paragraph("")
    partners = paragraph("3. Partners", properties=HEAD)
    body = FORM.replace("KBO-nummer", "Ondernemingsnummer").replace(went, "").replace(partners, came + partners)
    new, slots = propose(tmp_path, body, old=old)
    assert new.carried is not None
    assert "applicant.name ~ '!'" in new.text
    assert ["KBO-nummer" in was for _, was in new.carried.moved] == [True]
    assert len(new.carried.gone) == 1
    assert "# Niet meer in het formulier (1)" in new.text
    assert "answers.opportunity" in new.text
    assert "answers.preparation" not in values(slots).values()


@pytest.mark.parametrize(
    ("document", "least"),
    [("voorbespreking", 0.9), ("vooraanmelding", 0.9), ("aanvraag", 0.85), ("cofinancieringsplan", 0.5)],
)
def test_the_stand_ins_are_bound_as_a_person_did(document: str, least: float) -> None:
    """Of the single values that the hand-written slots place, so many get a value of the same name."""
    entry = next(entry for entry in the_call().documents if entry.id == document)
    pack = find_data("templates") / "ibn-2025"
    by_hand = values(read_slots(pack / "slots" / f"{document}.yaml"))
    draft = {
        str(bound.item.at).replace(", nth=1", ", nth=None"): bound.match.value
        for bound in propose_slots(pack / "forms" / entry.form, entry, the_call()).draft.bound
    }
    wanted = {at: value for at, value in by_hand.items() if "." in value}
    right = [at for at, value in wanted.items() if at in draft and share_a_name(value, draft[at])]
    assert len(right) >= least * len(wanted)


@pytest.mark.parametrize("document", ["voorbespreking", "vooraanmelding", "aanvraag", "cofinancieringsplan"])
def test_of_the_lines_that_say_to_be_sure_nearly_all_are_right(document: str) -> None:
    entry = next(entry for entry in the_call().documents if entry.id == document)
    pack = find_data("templates") / "ibn-2025"
    by_hand = values(read_slots(pack / "slots" / f"{document}.yaml"))
    bound = propose_slots(pack / "forms" / entry.form, entry, the_call()).draft.bound
    sure = {
        str(one.item.at).replace(", nth=1", ", nth=None"): one.match for one in bound if one.match.score >= _CERTAIN
    }
    told = {at: match.value for at, match in sure.items() if "." in by_hand.get(at, "")}
    right = [at for at, value in told.items() if share_a_name(by_hand[at], value)]
    assert len(told) > len(by_hand) / 3
    assert len(right) >= 0.95 * len(told)


def share_a_name(value: str, other: str) -> bool:
    names = [set(re.findall(r"[a-z_]+(?:\.[a-z_0-9]+)+", text)) for text in (value, other)]
    return bool(names[0] & names[1])


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_percentage_and_the_same_either_way_round_for_equal_texts(left: str, right: str) -> None:
    wording = Wording([["onderneming", "bedrijf"]], ["naam van de onderneming"])
    assert 0 <= wording.compare(left, right) <= 100
    assert wording.compare(left, left) in (0, 100)


@pytest.mark.parametrize(
    ("text", "year", "rest"),
    [
        ("Jaar 2", 2, "Jaar 2"),
        ("Kosten J1", 1, "Kosten"),
        ("2e projectjaar", 2, "2e projectjaar"),
        ("Totaal", None, "Totaal"),
    ],
)
def test_a_year_is_read_from_the_words_above_a_column(text: str, year: int | None, rest: str) -> None:
    assert find_year(text) == year
    assert without_year(text) == rest


def test_the_last_row_of_a_table_gets_the_sum_of_the_column(tmp_path: Path) -> None:
    body = paragraph("Team", properties=HEAD) + table(
        ("Naam", "VTE jaar 1", "VTE jaar 2"), ("", "", ""), ("Totaal", "", "")
    )
    _, slots = propose(tmp_path, body)
    assert list(values(slots).values()) == ["fte.per_year[0]", "fte.per_year[1]"]


@pytest.mark.parametrize("header", ["Aandeel", "% van het totaal"])
def test_a_column_of_shares_gets_no_amounts(tmp_path: Path, header: str) -> None:
    body = table(("", "Totaal", header), ("Gevraagde steun", "", ""), ("Cash", "", ""))
    _, slots = propose(tmp_path, body)
    told = list(values(slots).values())
    assert "budget.aid.total" in told
    assert "cofinancing.cash_share" in told
    assert told.count("budget.aid.total") == told.count("cofinancing.cash.total") == 1


@pytest.mark.parametrize("number", ["1.", "2.3", "B.1", "C2", "a)", "4.1.2"])
def test_the_number_of_a_heading_says_nothing(number: str) -> None:
    wording = Wording([])
    assert wording.compare(f"{number} Draagvlak", "Draagvlak") == 100


def test_two_columns_that_a_word_fits_share_what_there_is() -> None:
    offers = read_offers(the_call(), 1)
    packages = next(offer for offer in offers.of(Sort.LIST) if offer.value == "package in packages")
    fitted = [value for value, _ in fit_columns(["WP", "Titel", "Trekker"], packages, offers)]
    assert fitted == ["package.id", "package.title", "package.lead"]


def test_the_words_for_a_signed_letter_are_those_of_the_phase() -> None:
    for phase in (1, 2):
        companies = next(offer for offer in read_offers(the_call(), phase).of(Sort.LIST) if "companies" in offer.value)
        assert [value for value in companies.columns if "signed" in value] == [f"company.signed_phase{phase}"]


def test_of_formulas_with_the_same_words_only_those_are_expected_whose_name_tells_them_apart(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    for line in (["Post", "Jaar 1", "Jaar 1"], ["Huur", 1, 2], ["Totaal", "=SUM(B2:B2)", "=SUM(C2:C2)"]):
        sheet.append(line)
    book.defined_names["werkingskosten_jaar1"] = DefinedName("werkingskosten_jaar1", attr_text=f"'{sheet.title}'!$C$3")
    form = tmp_path / "kosten.xlsx"
    book.save(form)
    entry = next(entry for entry in the_call().documents if entry.id == "kostenmodel")
    lines = [line for line in propose_slots(form, entry, the_call()).text.splitlines() if "expect:" in line]
    assert [("C3" in line, "budget.operating_total.years[0]" in line) for line in lines] == [(True, True)]
