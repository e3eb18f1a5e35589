"""Filling table cells: found by their labels, merged cells as a reader sees them."""

from __future__ import annotations

from decimal import Decimal

from tests.office.word.slot_forms import (
    body_of,
    build_form,
    find,
    p,
    r,
    render,
    row,
    run_properties,
    sdt,
    table_texts,
    tbl,
    tc,
    texts,
    tr,
    value,
)

from ibndocs.foundation.values import Euro
from ibndocs.office import places

PLACEHOLDER = "<w:showingPlcHdr/>"
BOLD = "<w:b/>"


def test_a_cell_is_found_by_the_labels_of_its_row_and_column() -> None:
    table = tbl(row("Kosten", "Jaar 1", "Jaar 2"), row("1. Personeel:", "", ""), row("Overhead", "", ""))
    form = build_form(p("Begroting", "Kop1") + table)
    filled = render(
        form,
        value(places.TableCell("Begroting", "personeel", "jaar 2"), "a"),
        value(places.TableCell("Kosten", "Overhead"), "b"),
        value(places.TableCell(1, 3, 3), "c"),
        a=Euro(Decimal(1200), 0),
        b="b",
        c=0,
    )
    assert table_texts(body_of(filled)) == [
        ["Kosten", "Jaar 1", "Jaar 2"],
        ["1. Personeel:", "", "€\u00a01.200"],
        ["Overhead", "b", "0"],
    ]


def test_an_empty_cell_lends_the_looks_of_its_paragraph_mark() -> None:
    form = build_form(tbl(tr(tc(p("Naam")), tc(p(mark=f'{BOLD}<w:ins w:id="1" w:author="x"/>', style="Kop2")))))
    body = body_of(render(form, value(places.TableCell(1, "Naam"), "x"), x="Jan"))
    assert run_properties(body, "Jan") == ["b"]
    assert find(body, ".//w:tc[2]/w:p/w:pPr/w:pStyle[@w:val='Kop2']") is not None


def test_merged_cells_are_one_cell_of_the_grid() -> None:
    span = '<w:gridSpan w:val="2"/>'
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc(p("Rubriek")), tc(p("Budget"), span), tc(p("Nota"))),
        tr(tc(p("Loon"), start), tc(p(), span), tc(p(), start)),
        tr(tc(p(), goes_on), tc(), tc(), tc(p(), goes_on)),
    )
    filled = render(
        build_form(table),
        value(places.TableCell(1, "Loon", "Budget"), "a"),
        value(places.TableCell(1, 3, 3), "b"),
        value(places.TableCell(1, 3, "Nota"), "c"),
        a="A",
        b="B",
        c="C",
    )
    assert table_texts(body_of(filled)) == [
        ["Rubriek", "Budget", "Nota"],
        ["Loon", "A", "C"],
        ["", "", "B", ""],
    ]


def test_a_nested_table_is_found_by_its_own_words() -> None:
    inner = tbl(row("Straat", ""), row("Plaats", ""))
    form = build_form(tbl(tr(tc(p("Adres")), tc(inner + p()))) + tbl(row("Naam", "")))
    filled = render(
        form,
        value(places.TableCell("Straat", "Plaats"), "a"),
        value(places.TableCell(2, "Naam"), "b"),
        a="Gent",
        b="Jan",
    )
    assert texts(body_of(filled)) == ["Adres", "Straat", "Plaats", "Gent", "Naam", "Jan"]


def test_a_cell_with_one_control_is_filled_in_that_control() -> None:
    form = build_form(tbl(tr(tc(p("Naam")), tc(f"<w:p>{sdt('n', r('Klik hier'), PLACEHOLDER)}</w:p>"))))
    body = body_of(render(form, value(places.TableCell(1, "Naam"), "x"), x="Jan"))
    assert table_texts(body) == [["Naam", "Jan"]]
    assert find(body, ".//w:tc[2]/w:p/w:sdt/w:sdtContent/w:r") is not None


def test_a_table_is_known_by_its_title_its_caption_or_the_line_above() -> None:
    titled = tbl(row("a", ""), properties='<w:tblCaption w:val="Leden"/>')
    captioned = p("Tabel 2: Partners", "Bijschrift") + tbl(row("a", ""))
    below = p("Hieronder de kosten:") + tbl(row("a", ""))
    filled = render(
        build_form(titled + captioned + below),
        value(places.TableCell("Leden", "a"), "1"),
        value(places.TableCell("Tabel 2", "a"), "2"),
        value(places.TableCell("hieronder de kosten", "a"), "3"),
    )
    assert texts(body_of(filled)) == ["a", "1", "Tabel 2: Partners", "a", "2", "Hieronder de kosten:", "a", "3"]
