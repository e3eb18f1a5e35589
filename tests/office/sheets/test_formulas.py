import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.office.sheets.formulas import Kind, copy_formula, functions_in, points_elsewhere, rewrite, tokenize
from ibndocs.office.sheets.references import MAX_ROW, column_letters, column_number, quote_sheet, unquote_sheet


def references(formula: str) -> list[str]:
    return [token.text for token in tokenize(formula) if token.kind is Kind.REFERENCE]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(E8:E9)*$B$2", ["E8:E9", "$B$2"]),
        ("'Blad ''1'''!$A$1:B2+Kosten!C5", ["'Blad ''1'''!$A$1:B2", "Kosten!C5"]),
        ("SUM(A:A)+SUM($C:$D)+SUM(3:4)+SUM($7:$8)", ["A:A", "$C:$D", "3:4", "$7:$8"]),
        ('"A1"&"say ""B2"""&C3', ["C3"]),
        ("LOG10(100)+ATAN2(A1,1)", ["A1"]),
        ("Tabel1[[#This Row],[A1]]+Tabel1[bedrag]+[@[B2]]", []),
        ("Jaar2026+naam_A1+A1.b+ZZZ1+A1048577", []),
        ("1E5+2.5E-3*D4", ["D4"]),
        ("#REF!+#REF!A1+#N/A+#DIV/0!", ["#REF!A1"]),
        ("A1#+@B2+C3%", ["A1", "B2", "C3"]),
        ("{1,2;3,4}*A1:A2 A2:B2", ["A1:A2", "A2:B2"]),
        ("A1:INDEX(B:B,3)", ["A1", "B:B"]),
        ("Blad1!naam+[2]!Naam+Überblick!A1", ["Überblick!A1"]),
        ("Sheet1!A1:Sheet1!B2", ["Sheet1!A1:Sheet1!B2"]),
        ("SUM(Jan:Mrt!A1,'[1]Ander blad'!A1)", ["Jan:Mrt!A1", "'[1]Ander blad'!A1"]),
        ("_xlfn.XLOOKUP(A1,B:B,C:C)", ["A1", "B:B", "C:C"]),
    ],
)
def test_it_finds_the_references_and_nothing_else(formula: str, expected: list[str]) -> None:
    assert references(formula) == expected
    assert "".join(token.text for token in tokenize(formula)) == formula


def test_what_is_fixed_stays_when_a_formula_is_copied() -> None:
    assert copy_formula("A1+$A1+A$1+$A$1", down=2, right=1) == "B3+$A3+B$1+$A$1"
    assert copy_formula("SUM(Kosten!A1:B2,3:3,C:C)", down=1, right=1) == "SUM(Kosten!B2:C3,4:4,D:D)"


def test_a_copy_beyond_the_sheet_loses_its_reference() -> None:
    assert copy_formula("A1+B9", down=-1) == "#REF!+B8"
    assert copy_formula(f"A{MAX_ROW}", down=1) == "#REF!"


def test_it_knows_the_functions_of_a_formula() -> None:
    assert functions_in('_xlfn.XLOOKUP(1,A:A,B:B)+sum(1)&"INDIRECT(A1)"') == {"XLOOKUP", "SUM"}


@pytest.mark.parametrize(
    ("formula", "elsewhere"),
    [("[1]Blad!A1", True), ("'[1]B d'!A1+1", True), ("[2]!Naam", True), ("Tabel1[a]!A1", False), ("Tabel1[a]", False)],
)
def test_it_sees_when_another_workbook_is_asked(formula: str, elsewhere: bool) -> None:
    assert points_elsewhere(formula) is elsewhere


corners = st.builds(
    lambda a, c, b, r: f"{a}{column_letters(c)}{b}{r}",
    st.sampled_from(["", "$"]),
    st.integers(1, 16_384),
    st.sampled_from(["", "$"]),
    st.integers(1, MAX_ROW),
)
sheets = st.sampled_from(["", "Kosten!", "'Jaar 1'!", "'O''Neill (x)'!", "Überzicht_2!"])
areas = st.builds(lambda s, a, b: f"{s}{a}" + (f":{b}" if b else ""), sheets, corners, st.one_of(st.none(), corners))
plain = st.sampled_from(
    ['"A1:B2"', '"""A1"""', "Tabel1[[#Data],[A1]]", "naam", "LOG10(7)", "#DIV/0!", "1.5E3", "TRUE", "{1,2;3}", "[@B2]"]
)
formulas = st.lists(st.one_of(areas, plain), min_size=1, max_size=6).flatmap(
    lambda parts: st.builds(
        lambda marks: "".join(a + b for a, b in zip(parts, [*marks, ""], strict=True)),
        st.lists(
            st.sampled_from(["+", "-", "*", "/", "&", "=", "<>", ",", "^ "]),
            min_size=len(parts) - 1,
            max_size=len(parts) - 1,
        ),
    )
)


@given(st.text())
def test_no_text_is_lost_in_tokens(text: str) -> None:
    assert "".join(token.text for token in tokenize(text)) == text


@given(formulas)
def test_a_formula_that_is_not_changed_is_the_same(formula: str) -> None:
    assert rewrite(formula, lambda reference: reference) == formula
    for token in tokenize(formula):
        if token.reference is not None:
            assert str(token.reference) == token.text


@given(formulas, st.integers(0, 1000), st.integers(0, 100))
def test_a_copy_copied_back_is_the_same(formula: str, down: int, right: int) -> None:
    copied = copy_formula(formula, down=down, right=right)
    if "#REF!" not in copied:
        assert copy_formula(copied, down=-down, right=-right) == formula


@given(formulas, st.integers(-50, 50), st.integers(-50, 50))
def test_only_references_change_in_a_copy(formula: str, down: int, right: int) -> None:
    copied = copy_formula(formula, down=down, right=right)
    if "#REF!" not in copied:
        before = [token.text for token in tokenize(formula) if token.reference is None]
        assert [token.text for token in tokenize(copied) if token.reference is None] == before


@given(st.integers(1, 16_384))
def test_column_letters_go_there_and_back(number: int) -> None:
    assert column_number(column_letters(number)) == number


@given(st.text(st.characters(exclude_characters="[]:*?/\\!", exclude_categories=["C"]), min_size=1, max_size=31))
def test_any_sheet_name_is_read_back_from_a_formula(name: str) -> None:
    if name[0] == "'" or name[-1] == "'":
        return
    (token,) = tokenize(f"{quote_sheet(name)}!A1")
    assert token.reference is not None
    assert token.reference.sheet == name
    assert unquote_sheet(quote_sheet(name)) == name
