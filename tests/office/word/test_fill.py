"""Filling blank Word forms: the value stands in its place, with the looks of the place, and the rest is as it was."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.office.word.slot_forms import (
    W,
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

from ibndocs.foundation.values import Euro, Markdown
from ibndocs.office import places

BOLD = "<w:b/>"
PROSE = Markdown("Eerste *zin*.\n\n- punt\n", path="narrative.visie")


def test_a_bookmark_holds_the_value_and_stays() -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="naam"/>{}<w:bookmarkEnd w:id="7"/>'
    form = build_form(f"<w:p>{r('Aan ', BOLD)}{mark.format(r('...', BOLD))}{r('!')}</w:p>")
    body = body_of(render(form, value(places.Bookmark("Naam"), "x"), x="Jan"))
    assert texts(body) == ["Aan Jan!"]
    assert [item.tag.rpartition("}")[2] for item in body[0]] == ["r", "bookmarkStart", "r", "bookmarkEnd", "r"]
    assert run_properties(body, "Jan") == ["b"]


def test_an_empty_bookmark_takes_the_looks_of_its_neighbour() -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="naam"/><w:bookmarkEnd w:id="7"/>'
    body = body_of(
        render(build_form(f"<w:p>{r('Aan ', BOLD)}{mark}</w:p>"), value(places.Bookmark("naam"), "x"), x="Jan")
    )
    assert texts(body) == ["Aan Jan"]
    assert run_properties(body, "Jan") == ["b"]


def test_legacy_fields_show_their_value() -> None:
    def field(name: str, kind: str, result: str) -> str:
        data = f'<w:ffData><w:name w:val="{name}"/><w:enabled/>{kind}</w:ffData>'
        return (
            f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    text = field("Tekst1", "<w:textInput/>", r("     ", BOLD))
    box = field("Vak1", '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>', "")
    form = build_form(f"<w:p>{r('Naam: ')}{text}</w:p><w:p>{box}{r(' akkoord')}</w:p>")
    slots = value(places.Bookmark("Tekst1"), "x"), value(places.CheckBox("akkoord"), "y")
    body = body_of(render(form, *slots, x="Jan", y=True))
    assert texts(body) == ["Naam: Jan", " akkoord"]
    assert run_properties(body, "Jan") == ["b"]
    assert find(body, ".//w:checkBox/w:checked[@w:val='1']") is not None
    assert len(list(body.iter(f"{{{W}}}fldChar"))) == 6


def test_words_of_the_form_are_replaced_over_the_borders_of_runs() -> None:
    form = build_form(f"<w:p>{r('Wij, [naam van ')}{r('de org', BOLD)}{r('anisatie], tekenen [naam].')}</w:p>")
    body = body_of(render(form, value(places.Placeholder("[naam van de organisatie]"), "x"), x="Bio nv"))
    assert texts(body) == ["Wij, Bio nv, tekenen [naam]."]


@pytest.mark.parametrize("missing", [None, "", "  "])
def test_a_missing_value_is_marked_and_never_blank(missing: str | None) -> None:
    form = build_form(tbl(tr(tc(p("Naam")), tc(p(mark=f'{BOLD}<w:lang w:val="nl-BE"/>')))))
    body = body_of(render(form, value(places.TableCell(1, "Naam"), "x"), x=missing))
    assert table_texts(body) == [["Naam", "[nog in te vullen]"]]
    assert run_properties(body, "[nog") == ["b", "highlight", "lang"]


@pytest.mark.parametrize("missing", [None, "", Markdown(" \n")])
def test_missing_prose_is_marked(missing: object) -> None:
    form = build_form(p("Visie", "Kop1") + p(style="Tekst"))
    body = body_of(render(form, value(places.Under("Visie"), "x", "markdown"), x=missing))
    assert texts(body) == ["Visie", "[nog in te vullen]"]
    assert run_properties(body, "[nog") == ["highlight"]


def test_zero_is_a_value() -> None:
    form = build_form(tbl(row("Bedrag", "")))
    body = body_of(render(form, value(places.TableCell(1, "Bedrag"), "x"), x=Euro(Decimal(0), 0)))
    assert table_texts(body) == [["Bedrag", "€\u00a00"]]


def test_an_optional_value_may_stay_blank() -> None:
    form = build_form(tbl(row("Nota", "")) + p("Visie", "Kop1") + p())
    body = body_of(
        render(
            form,
            value(places.TableCell(1, "Nota"), "x", optional=True),
            value(places.Under("Visie"), "x", "markdown", optional=True),
            x=None,
        )
    )
    assert texts(body) == ["Nota", "Visie"]


def test_what_looks_like_a_tag_in_the_form_comes_out_as_it_was() -> None:
    odd = ["{{ naam }}", "{% for x %}", "{# nota #}", "{_{ x }_}", "{%p if %}", "{{{ x }}}", "{{r x}}"]
    split = f"<w:p>{r('{')}{r('{ a }')}{r('}')}</w:p>"
    header = p("{{ kop }}")
    alias = '<w:p><w:sdt><w:sdtPr><w:alias w:val="{{ x }}"/></w:sdtPr><w:sdtContent/></w:sdt></w:p>'
    form = build_form("".join(map(p, odd)) + split + alias + tbl(row("Naam", "")), {"header1": header})
    filled = render(form, value(places.TableCell(1, "Naam"), "x"), x="{{ mijn naam }}")
    assert texts(body_of(filled)) == [*odd, "{{ a }}", "Naam", "{{ mijn naam }}"]
    assert texts(body_of(filled, "word/header1.xml")) == ["{{ kop }}"]
    assert find(body_of(filled), ".//w:alias[@w:val='{{ x }}']") is not None


def test_the_same_values_give_the_same_bytes() -> None:
    form = build_form(p("Visie", "Kop1") + p())
    slot = value(places.Under("Visie"), "x", "markdown")
    assert render(form, slot, x=PROSE).write() == render(form, slot, x=PROSE).write()


@pytest.mark.parametrize("around", ["{{[naam]}}", "{[naam]}", "{_[naam]_}", "{%[naam]%}", "{#[naam]#}", "}}[naam]{{"])
def test_braces_of_the_form_right_beside_a_place_stay(around: str) -> None:
    before, _, after = around.partition("[naam]")
    form = build_form(p(around) + f"<w:p>{r(before)}{sdt('a', r('?'))}{r(after)}</w:p>")
    slots = value(places.Blank("naam"), "x"), value(places.Control("a"), "x")
    filled = texts(body_of(render(form, *slots, x="{{ A }}")))
    assert filled == [f"{before}{{{{ A }}}}{after}"] * 2
