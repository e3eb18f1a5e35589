"""What stands in other parts and points at rows that moved."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from tests.office.sheets.forms import MAIN, attributes, cell, fill, find_cell, formula, make_form, rows, texts
from tests.office.sheets.personnel import PEOPLE, SLOTS, make_cost_model, make_view

from ibndocs.office.package import Package
from ibndocs.office.sheets.reader import read_values

X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
LIST = rows("Blad!3", "x in xs", {"A": "x"})


@pytest.fixture(scope="module")
def three() -> Package:
    filled, _ = fill(make_cost_model(), SLOTS, **make_view(3, 2))
    return filled


def change_part(form: Package, part: str, *edits: tuple[str, str]) -> Package:
    """A form with something of its part's XML written otherwise."""
    text = form.part(part).decode()
    for old, new in edits:
        assert old in text, f"{old} does not stand in {part}: {text}"
        text = text.replace(old, new)
    return form.with_parts({part: text.encode()})


def plain_form(cells: Mapping[str, object] | None = None) -> Package:
    """One sheet `Blad` with row 3 to repeat and a total in row 5."""

    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        for address, content in {"A3": 1, "B3": "=A3*2", "B5": "=SUM(B3:B4)", **(cells or {})}.items():
            sheet.write(address, content)

    return make_form(build)


def test_charts_follow_and_carry_the_new_numbers(three: Package) -> None:
    assert texts(three, "xl/charts/chart1.xml", "f") == [
        f"'{PEOPLE}'!$E$7",
        f"'{PEOPLE}'!$A$8:$A$10",
        f"'{PEOPLE}'!$E$8:$E$10",
        f"'{PEOPLE}'!$A$8",
        f"'{PEOPLE}'!$B$8:$D$8",
        f"'{PEOPLE}'!$E$12:$E$14",
    ]
    values = read_values(three)[PEOPLE]
    carried = texts(three, "xl/charts/chart1.xml", "v")
    lines = [f"{column}{row}" for column in "AE" for row in (8, 9, 10)]
    shown = ["E7", *lines, "A8", "B8", "C8", "D8", "totaal", "E12", "E13", "E14"]
    assert carried == [str(values.get(address, address)) for address in shown]
    counts = [count.get("val") for count in three.xml("xl/charts/chart1.xml").iter("{*}ptCount")]
    assert counts == ["1", "3", "3", "1", "3", "3"]


def test_drawings_and_their_links_follow(three: Package) -> None:
    drawing = "xl/drawings/drawing1.xml"
    before = [int(row) for row in texts(make_cost_model(), drawing, "row")]
    assert [int(row) for row in texts(three, drawing, "row")] == [row + 2 for row in before]
    links = [shape.get("textlink") for shape in three.xml(drawing).iter("{*}sp")]
    assert links == [f"'{PEOPLE}'!$E$12"]


def test_comments_and_their_boxes_follow(three: Package) -> None:
    (comment,) = three.xml("xl/comments1.xml").iter(f"{MAIN}comment")
    assert comment.get("ref") == "D16"
    box = three.part("xl/drawings/vmlDrawing1.vml").decode()
    assert "<x:Row>15</x:Row>" in box
    before = make_cost_model().part("xl/drawings/vmlDrawing1.vml").decode()
    old, new = (re.findall(r"<x:Anchor>([^<]*)", text)[0].split(",") for text in (before, box))
    assert [int(b) - int(a) for a, b in zip(old, new, strict=True)] == [0, 0, 2, 0, 0, 0, 2, 0]


def test_boxes_that_are_no_xml_stay_and_are_told() -> None:
    form = make_cost_model()
    part = "xl/drawings/vmlDrawing1.vml"
    form = form.with_parts({part: form.part(part).replace(b"</xml>", b"<br></xml>")})
    filled, findings = fill(form, SLOTS, **make_view(3, 2))
    assert [found.id for found in findings] == ["XLS06"]
    assert part in findings[0].message.nl
    assert filled.part(part) == form.part(part)
    assert fill(form, SLOTS, **make_view(1, 1))[1] == []


def test_a_table_grows_and_its_formulas_hold() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        columns = [
            {"header": "bedrag", "total_function": "sum"},
            {"header": "dubbel", "formula": "=Kosten[[#This Row],[bedrag]]*2"},
        ]
        sheet.add_table("A2:B4", {"name": "Kosten", "columns": columns, "total_row": True, "data": [[1]]})
        sheet.write_formula("A4", "=SUBTOTAL(109,Kosten[bedrag])")
        sheet.write_formula("B4", "=SUBTOTAL(109,Kosten[dubbel])")
        sheet.write_formula("D1", "=SUM(Kosten[dubbel])")

    filled, findings = fill(make_form(build), [LIST], xs=[1, 2, 3])
    assert findings == []
    table = filled.xml("xl/tables/table1.xml")
    assert table.get("ref") == "A2:B6"
    assert [found.get("ref") for found in table.iter(f"{MAIN}autoFilter")] == ["A2:B5"]
    values = read_values(filled)["Blad"]
    assert (values["A6"], values["B6"], values["D1"]) == (6, 12, 12)
    assert formula(filled, "D1") == "SUM(Kosten[dubbel])"


def test_shared_formulas_are_written_out_where_they_change() -> None:
    form = plain_form({"C3": 1, "C4": 2, "C5": 3, "C6": 4})
    form = change_part(
        form,
        "xl/worksheets/sheet1.xml",
        ('<c r="C3"><v>1</v></c>', '<c r="C3"><f t="shared" ref="C3:C6" si="0">A3+$A$3+B$5</f><v>0</v></c>'),
        ('<c r="C4"><v>2</v></c>', '<c r="C4"><f t="shared" si="0"/><v>0</v></c>'),
        ('<c r="C5"><v>3</v></c>', '<c r="C5"><f t="shared" si="0"/><v>0</v></c>'),
        ('<c r="C6"><v>4</v></c>', '<c r="C6"><f t="shared" si="0"/><v>0</v></c>'),
    )
    kept, _ = fill(form, [LIST], xs=[5])
    assert attributes(kept, "f", "t").count("shared") == 4
    filled, _ = fill(form, [LIST], xs=[5, 6, 7])
    assert "shared" not in attributes(filled, "f", "t")
    assert [formula(filled, f"C{row}") for row in range(3, 9)] == [
        *("A3+$A$3+B$7", "A4+$A$3+B$7", "A5+$A$3+B$7", "A6+$A$3+B$7", "A7+$A$3+B$7", "A8+$A$3+B$7")
    ]
    assert read_values(filled)["Blad"]["C5"] == 7 + 5 + 36


def test_an_array_formula_of_several_rows_that_is_hit_is_told() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write("A3", 1)
        sheet.write_array_formula("C2:C5", "{=A2:A5*2}")
        sheet.write_array_formula("D7:D8", "{=A3:A4*3}")

    filled, findings = fill(make_form(build), [LIST], xs=[1, 2, 3])
    assert [(found.id, str(found.spot)) for found in findings] == [("XLS02", "kostenmodel.xlsx:Blad!C2")]
    found = {f.get("ref", ""): f.text for f in filled.xml("xl/worksheets/sheet1.xml").iter(f"{MAIN}f")}
    assert found == {"C2:C7": "A2:A7*2", "D9:D10": "A3:A6*3"}


@pytest.mark.parametrize("source", ['=INDIRECT("B5")', "=SUM(Blad:Ander!B5)"])
def test_a_formula_that_cannot_follow_is_told(source: str) -> None:
    def build(workbook: Any) -> None:
        workbook.add_worksheet("Blad").write("B5", 1)
        workbook.add_worksheet("Ander").write_formula("A1", source)

    form = make_form(build)
    filled, findings = fill(form, [LIST], xs=[1, 2, 3])
    told = [str(found.spot) for found in findings if found.id == "XLS04"]
    assert told == ["kostenmodel.xlsx:Ander!A1"]
    assert formula(filled, "A1", 2) == source[1:]
    assert "XLS04" not in [found.id for found in fill(form, [LIST], xs=[1])[1]]


def test_validations_and_formats_of_newer_excel_follow() -> None:
    extension = (
        f'<extLst><ext xmlns:x14="{X14}" uri="u"><x14:dataValidations xmlns:xm="{XM}" count="1">'
        '<x14:dataValidation type="list"><x14:formula1><xm:f>Blad!$B$5:$B$6</xm:f></x14:formula1>'
        "<xm:sqref>A3 C1:C4</xm:sqref></x14:dataValidation></x14:dataValidations>"
        f'<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="{XM}">'
        '<x14:cfRule type="expression" id="{1}"><xm:f>SUM($A3:$B3)&gt;$B$5</xm:f></x14:cfRule>'
        "<xm:sqref>A3:B3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )
    form = change_part(plain_form(), "xl/worksheets/sheet1.xml", ("</worksheet>", f"{extension}</worksheet>"))
    filled, _ = fill(form, [LIST], xs=[1, 2, 3])
    part = "xl/worksheets/sheet1.xml"
    assert texts(filled, part, "sqref") == ["A3:A5 C1:C6", "A3:B5"]
    assert texts(filled, part, "f")[-2:] == ["Blad!$B$7:$B$8", "SUM($A3:$B3)>$B$7"]


def test_controls_views_and_scenarios_follow() -> None:
    extra = (
        '<scenarios><scenario name="s"><inputCells r="B5" val="1"/></scenario></scenarios>'
        '<protectedRanges><protectedRange sqref="A3" name="p"/></protectedRanges>'
        '<controls><control shapeId="1" name="k"><controlPr linkedCell="Blad!$B$5" listFillRange="$A$3:$A$4">'
        "<anchor><from><row>4</row></from><to><row>6</row></to></anchor></controlPr></control></controls>"
    )
    form = change_part(
        plain_form(),
        "xl/worksheets/sheet1.xml",
        ("</worksheet>", f"{extra}</worksheet>"),
        (
            '<sheetView tabSelected="1" workbookViewId="0"/>',
            '<sheetView workbookViewId="0"><selection activeCell="B5" sqref="B5:B6"/></sheetView>',
        ),
    )
    filled, _ = fill(form, [LIST], xs=[1, 2, 3])
    assert attributes(filled, "inputCells", "r") == ["B7"]
    assert attributes(filled, "protectedRange", "sqref") == ["A3:A5"]
    assert attributes(filled, "controlPr", "linkedCell") == ["Blad!$B$7"]
    assert attributes(filled, "controlPr", "listFillRange") == ["$A$3:$A$6"]
    assert texts(filled, "xl/worksheets/sheet1.xml", "row")[-2:] == ["6", "8"]
    assert attributes(filled, "selection", "activeCell") == ["B7"]
    assert attributes(filled, "selection", "sqref") == ["B7:B8"]


def test_the_chain_of_calculation_goes_when_formulas_move() -> None:
    form = plain_form()
    rels, types = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"'
        ' Target="calcChain.xml"/>'
    )
    override = (
        '<Override PartName="/xl/calcChain.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>'
    )
    form = change_part(form, rels, ("</Relationships>", f"{relation}</Relationships>"))
    form = change_part(form, types, ("</Types>", f"{override}</Types>"))
    chain = f'<calcChain xmlns="{MAIN[1:-1]}"><c r="B3" i="1"/><c r="B5" i="1"/></calcChain>'.encode()
    form = form.with_parts({"xl/calcChain.xml": chain})
    kept, _ = fill(form, [LIST], xs=[1])
    assert "xl/calcChain.xml" in kept
    moved, _ = fill(form, [LIST], xs=[1, 2])
    assert "xl/calcChain.xml" not in moved
    assert b"calcChain" not in moved.part(rels)
    assert b"calcChain" not in moved.part(types)


def test_the_source_of_a_pivot_table_grows() -> None:
    form = plain_form()
    cache = "xl/pivotCache/pivotCacheDefinition1.xml"
    relation = (
        '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>'
    )
    form = change_part(form, "xl/_rels/workbook.xml.rels", ("</Relationships>", f"{relation}</Relationships>"))
    source = '<worksheetSource ref="A2:B3" sheet="Blad"/>'
    definition = (
        f'<pivotCacheDefinition xmlns="{MAIN[1:-1]}"><cacheSource>{source}</cacheSource></pivotCacheDefinition>'
    )
    filled, _ = fill(form.with_parts({cache: definition.encode()}), [LIST], xs=[1, 2, 3])
    assert [found.get("ref") for found in filled.xml(cache).iter(f"{MAIN}worksheetSource")] == ["A2:B5"]


def test_a_strict_workbook_is_filled_too() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    changes: dict[str, bytes | None] = {}
    form = plain_form()
    for part in form.parts:
        data = form.part(part).replace(MAIN[1:-1].encode(), strict.encode())
        changes[part] = data.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", office.encode()
        )
    filled, findings = fill(form.with_parts(changes), [LIST, cell("Blad!D9", "'t'")], xs=[1, 2, 3])
    assert findings == []
    values = read_values(filled)["Blad"]
    assert values["D11"] == "t"
    assert values["B7"] == 12
    root = filled.xml("xl/worksheets/sheet1.xml")
    assert {element.tag.split("}")[0][1:] for element in root.iter()} == {strict}


def test_find_cell_is_unique_after_moves(three: Package) -> None:
    for number in (1, 2, 3):
        for address in attributes(three, "c", "r", number):
            find_cell(three, address, number)
