"""Charts: the numbers in the chart part and in its workbook are the same, and those that were asked."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.table import Table
from pptx.enum.dml import MSO_THEME_COLOR
from tests.office.slides.decks import CHARTS, compile_form, fill, make_deck, named, open_deck, save
from tests.ooxml import assert_sound

from ibndocs.foundation.findings import FaultyInput
from ibndocs.foundation.values import Euro
from ibndocs.office.slides.chart_data import Area, Block

FORM = make_deck()
YEARS = ["2026", "2027 & verder", "<2028>", "2029", "2030"]


def chart_slots(name: str, series: int) -> str:
    listed = ", ".join(f'{{name: "\'Reeks {n}\'", values: "values[{n}]"}}' for n in range(series))
    return f"- at: {{slide: 3, chart: {name}}}\n  categories: years\n  series: [{listed}]"


def fill_chart(name: str, years: Sequence[str], values: Sequence[Sequence[object]], folder: Path) -> bytes:
    data = fill(FORM, chart_slots(name, len(values)), {"years": years, "values": values}, folder)
    assert_sound(data, form=FORM)
    return data


def chart_of(data: bytes, name: str) -> Any:
    return named(open_deck(data).slides[2], name).chart


def grid_of(chart: Any) -> list[list[object]]:
    """What "Edit data" shows."""
    data = chart.part.chart_workbook.xlsx_part.blob
    assert_sound(data)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet: Any = book["Sheet1"]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def references_of(chart: Any) -> list[str]:
    return [element.text for element in chart._chartSpace.iter("{*}f")]


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("categories", [1, 3, 5])
def test_chart_and_workbook_show_the_same_numbers(name: str, categories: int, tmp_path: Path) -> None:
    years = YEARS[:categories]
    values = [[10 * n + index + 0.5 for index in range(categories)] for n in range(2)]
    chart = chart_of(fill_chart(name, years, values, tmp_path), name)
    assert list(chart.plots[0].categories) == years
    assert [(series.name, list(series.values)) for series in chart.series] == [
        ("Reeks 0", values[0]),
        ("Reeks 1", values[1]),
    ]
    rows = [row for row in grid_of(chart) if any(cell is not None for cell in row)]
    assert rows[0][1:3] == ["Reeks 0", "Reeks 1"]
    assert [row[:3] for row in rows[1:]] == [[year, *pair] for year, *pair in zip(years, *values, strict=True)]
    last = categories + 1
    end = f":$A${last}" if categories > 1 else ""
    assert references_of(chart)[:2] == ["Sheet1!$B$1", f"Sheet1!$A$2{end}"]


@pytest.mark.parametrize("count", [1, 2, 4, 8])
def test_the_number_of_series_may_differ(count: int, tmp_path: Path) -> None:
    values = [[n, n, n] for n in range(count)]
    chart = chart_of(fill_chart("Kolommen", YEARS[:3], values, tmp_path), "Kolommen")
    assert [series.name for series in chart.series] == [f"Reeks {n}" for n in range(count)]
    order = [element.get("val") for element in chart._chartSpace.iter("{*}ser") for element in element.iter("{*}idx")]
    assert len(set(order)) == len(order)
    assert grid_of(chart)[0][1 : count + 1] == [f"Reeks {n}" for n in range(count)]
    assert all(cell is None for cell in grid_of(chart)[0][count + 1 :])


def test_a_new_series_takes_the_next_colour_of_the_theme(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    series = named(deck.slides[2], "Kolommen").chart.plots[0].series[1]
    series.format.fill.solid()
    series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_2
    values = {"years": YEARS[:1], "values": [[1]] * 4}
    chart = chart_of(fill(save(deck), chart_slots("Kolommen", 4), values, tmp_path), "Kolommen")
    colours = [one.format.fill.fore_color.theme_color for one in list(chart.series)[1:]]
    assert colours == [MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3, MSO_THEME_COLOR.ACCENT_4]


def test_points_with_a_colour_of_their_own_come_and_go(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    series = named(deck.slides[2], "Taart").chart.plots[0].series[0]
    for index, accent in enumerate((MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3)):
        series.points[index].format.fill.solid()
        series.points[index].format.fill.fore_color.theme_color = accent
    for count in (2, 5):
        values = {"years": YEARS[:count], "values": [[1] * count]}
        chart = chart_of(fill(save(deck), chart_slots("Taart", 1), values, tmp_path), "Taart")
        points = list(chart._chartSpace.iter("{*}dPt"))
        accents = [next(point.iter("{*}schemeClr")).get("val") for point in points]
        assert accents == [f"accent{number + 1}" for number in range(count)]


def test_a_label_with_typed_words_goes(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    points = named(deck.slides[2], "Kolommen").chart.plots[0].series[0].points
    points[0].data_label.text_frame.text = "ooit 12 %"
    values = {"years": YEARS[:3], "values": [[1, 2, 3]] * 2}
    data = fill(save(deck), chart_slots("Kolommen", 2), values, tmp_path)
    assert b"ooit" not in chart_of(data, "Kolommen").part.blob


def test_a_gap_is_no_zero(tmp_path: Path) -> None:
    chart = chart_of(fill_chart("Lijn", YEARS[:3], [[1, None, 3]], tmp_path), "Lijn")
    assert next(iter(chart.series)).values == (1.0, None, 3.0)
    assert [row[1] for row in grid_of(chart)] == ["Reeks 0", 1, None, 3]


def test_money_keeps_its_cents_and_its_format(tmp_path: Path) -> None:
    amounts = [Euro(Decimal("216000.10")), Decimal("0.30"), 1e21]
    data = fill_chart("Staven", YEARS[:3], [amounts], tmp_path)
    chart = chart_of(data, "Staven")
    written = [element.text for element in chart._chartSpace.find(".//{*}numCache").iter("{*}v")]
    assert written == ["216000.1", "0.3", "1000000000000000000000"]
    assert chart._chartSpace.find(".//{*}formatCode").text == "#,##0"


def test_the_workbook_is_edited_not_replaced(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    part = named(deck.slides[2], "Kolommen").chart.part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(part.blob))
    sheet: Any = book["Sheet1"]
    sheet.column_dimensions["A"].width = 33
    sheet["B2"].number_format = "0.000"
    sheet["F9"] = "van het formulier"
    book.create_sheet("Toelichting")["A1"] = "blijft"
    table = Table(displayName="Data", ref="A1:C4")
    sheet["A1"] = "Jaar"
    sheet.add_table(table)
    buffer = io.BytesIO()
    book.save(buffer)
    part._blob = buffer.getvalue()
    values = {"years": YEARS[:2], "values": [[1, 2]] * 3}
    chart = chart_of(fill(save(deck), chart_slots("Kolommen", 3), values, tmp_path), "Kolommen")
    data = chart.part.chart_workbook.xlsx_part.blob
    assert_sound(data)
    edited = openpyxl.load_workbook(io.BytesIO(data))
    sheet = edited["Sheet1"]
    assert edited["Toelichting"]["A1"].value == "blijft"
    assert (sheet["F9"].value, sheet.column_dimensions["A"].width) == ("van het formulier", 33)
    assert (sheet["B2"].number_format, sheet["A4"].value, sheet["C4"].value) == ("0.000", None, None)
    assert sheet.tables["Data"].ref == "A1:D3"
    assert [column.name for column in sheet.tables["Data"].tableColumns] == ["Jaar", "Reeks 0", "Reeks 1", "Reeks 2"]


@pytest.mark.parametrize("damage", ["no relationship", "not a workbook"])
def test_a_chart_without_a_usable_workbook_gets_one(damage: str, tmp_path: Path) -> None:
    deck = open_deck(FORM)
    chart = named(deck.slides[2], "Ring").chart
    if damage == "no relationship":
        external = chart._chartSpace.find("{*}externalData")
        chart._chartSpace.remove(external)
    else:
        chart.part.chart_workbook.xlsx_part._blob = b"no zip"
    form = save(deck)
    data = fill(form, chart_slots("Ring", 1), {"years": YEARS[:2], "values": [[1, 2.5]]}, tmp_path)
    assert_sound(data)
    filled = chart_of(data, "Ring")
    assert grid_of(filled) == [[None, "Reeks 0"], ["2026", 1], ["2027 & verder", 2.5]]


@pytest.mark.parametrize(
    ("years", "values"), [(["a", "b"], [1]), (["a"], ["1"]), (["a"], [True]), (["a"], [float("nan")]), ("ab", [1, 2])]
)
def test_what_is_no_data_is_a_fault(years: object, values: object, tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match="TPL09"):
        fill(FORM, chart_slots("Lijn", 1), {"years": years, "values": [values]}, tmp_path)


def test_a_chart_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as caught:
        compile_form(FORM, chart_slots("Kolomen", 1), tmp_path)
    (finding,) = caught.value.findings
    assert finding.id == "SLT32"
    assert finding.fix is not None
    assert "Kolommen" in finding.fix.en


def test_a_sheet_name_is_quoted_where_it_must() -> None:
    assert Block("Blad1").values_at(0, 3) == "Blad1!$B$2:$B$4"
    assert Block("Mijn 'data'", 3, 27).names_at(0) == "'Mijn ''data'''!$AB$3"
    assert Area.read("'Mijn ''data'''!$AB$3:$AC$9") == Area("Mijn 'data'", 28, 3, 29, 9)
    assert Area.read("Tabel[kolom]") is None
