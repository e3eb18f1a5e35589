"""A cost model in small: an overview, a sheet of people and a sheet of costs, each with a row that repeats."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.office.sheets.forms import cell, make_form, rows

from ibndocs.foundation.values import Euro, Number
from ibndocs.office.package import Package
from ibndocs.office.slots import Slot

PEOPLE = "Personeel & co"
_P = f"'{PEOPLE}'!"

SLOTS: list[Slot] = [
    cell("Overzicht!B1", "title"),
    rows(
        f"{PEOPLE}!8",
        "person in people",
        {"A": "person.name", "B": "person.wage", "C": "person.fte", "D": "person.months"},
        empty="Geen.",
    ),
    rows("Kosten!5", "cost in costs", {"A": "cost.what", "C": "cost.amount"}),
    rows("Kosten!10", "cost in other", {"A": "loop.index ~ '. ' ~ cost.what", "C": "cost.amount"}),
]


def make_view(people: int, costs: int, other: int = 1) -> dict[str, object]:
    """As many people and costs as asked."""
    names = ["An", "Bo", "Cé"]
    return {
        "title": "Netwerk",
        "people": [
            {
                "name": names[index % 3],
                "wage": Euro(Decimal("5000.10") + index),
                "fte": Number(Decimal("0.5")),
                "months": 12,
            }
            for index in range(people)
        ],
        "costs": [{"what": f"kost {index}", "amount": Euro(Decimal(100 + index))} for index in range(costs)],
        "other": [{"what": f"ander {index}", "amount": Euro(Decimal(7 * index))} for index in range(other)],
    }


def make_cost_model() -> Package:
    """The blank form."""
    return make_form(_build)


def _build(workbook: Any) -> None:
    overview, people, costs = (workbook.add_worksheet(name) for name in ("Overzicht", PEOPLE, "Kosten"))
    yellow = workbook.add_format({"bold": True, "bg_color": "#FFEE00"})
    _build_overview(overview)
    _build_people(workbook, people, yellow)
    _build_costs(costs)
    workbook.define_name("totaal_personeel", f"={_P}$E$8:$E$8")
    workbook.define_name("onderaan", f"={_P}$E$11")
    workbook.define_name("eerste", f"={_P}$E$8")


def _build_overview(sheet: Any) -> None:
    sheet.write("A1", "Titel")
    for address, formula in {
        "C3": f"={_P}E10*2",
        "C4": f"=SUM({_P}E8:E8)",
        "C5": "=SUM(totaal_personeel)+onderaan*0",
        "C6": "=Kosten!C6+Kosten!C11",
        "C7": f'=SUMIF({_P}$A$8:$A$9,"An",{_P}$E$8:$E$9)',
        "C8": f"=COUNTA({_P}A8:A8)",
        "C9": f'=IFERROR(INDEX({_P}E8:E9,MATCH("Bo",{_P}A8:A9,0)),"niet gevonden")',
        "C10": '=TEXT(C4,"0.00")&" euro"',
        "C11": "=C4>1000",
        "C12": f"=SUMPRODUCT({_P}B8:B8,{_P}C8:C8)",
    }.items():
        sheet.write_formula(address, formula)


def _build_people(workbook: Any, sheet: Any, yellow: Any) -> None:
    sheet.write("B2", 0.4)
    sheet.write_row("A7", ["Naam", "Loon", "FTE", "Maanden", "Totaal", "Aandeel", "Lopend"])
    sheet.set_row(7, 30, yellow)
    sheet.write_row("A8", ["voorbeeld", 1, 1, 12])
    for address, formula in {
        "E8": "=B8*C8*D8",
        "F8": "=IF(SUM(E$8:E$8)=0,0,E8/SUM(E$8:E$8))",
        "G8": "=SUM(E$8:E8)",
        "K8": "=Overzicht!$C$4+Kosten!C5+$B$2+$E$12",
        "E10": "=SUM(E8:E9)",
        "E11": "=SUM(E8:E8)",
        "E12": "=ROUND(E10*$B$2,2)",
    }.items():
        sheet.write_formula(address, formula)
    sheet.write_array_formula("L8:L8", "{=SUM(B8:D8*2)}")
    sheet.merge_range("H8:I8", "samen")
    sheet.merge_range("M8:M9", "hoog")
    sheet.merge_range("A14:C15", "onder")
    sheet.data_validation("C8", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1})
    sheet.data_validation("D8", {"validate": "custom", "value": "=SUM(B8:C8)<D$2+$E$10"})
    sheet.data_validation("A8:A9", {"validate": "list", "source": "=Kosten!$A$5:$A$6", "show_error": False})
    sheet.conditional_format("E8", {"type": "cell", "criteria": ">", "value": 100, "format": yellow})
    rule = {"type": "formula", "criteria": "=$E8>SUM($B8:$C8)+$E$10", "format": yellow}
    sheet.conditional_format("A8:F8", rule)
    sheet.conditional_format("A16:F17", {"type": "data_bar", "data_bar_2010": True})
    sheet.print_area("A1:I15")
    sheet.repeat_rows(6)
    sheet.autofilter("A7:F10")
    sheet.write_url("A16", f"internal:{_P}A10")
    sheet.write_comment("D14", "let op")
    sheet.set_h_pagebreaks([8, 12])
    sheet.add_sparkline("J8", {"range": f"{_P}B8:D8"})
    sheet.insert_textbox("B18", "kader", {"textlink": f"={_P}$E$10"})
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": f"={_P}$E$7",
            "categories": f"={_P}$A$8:$A$8",
            "values": f"={_P}$E$8",
        }
    )
    chart.add_series({"name": f"={_P}$A$8", "values": f"={_P}$B$8:$D$8"})
    chart.add_series({"name": "totaal", "values": f"={_P}$E$10:$E$12"})
    sheet.insert_chart("B20", chart)


def _build_costs(sheet: Any) -> None:
    sheet.write("A5", "x")
    sheet.write("C5", 0)
    sheet.write_formula("D5", f"=C5/({_P}E11+1)")
    sheet.write_formula("C6", "=SUM(C5:C5)")
    sheet.write("A10", "y")
    sheet.write("C10", 0)
    sheet.write_formula("C11", "=SUM(C10:C10)")
    sheet.write_formula("C12", "=SUM(C5:C11)/2")
    sheet.write_formula("C13", "=C6+C11")
