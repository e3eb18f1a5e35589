"""The tag dialect, in every part of a Word file."""

from __future__ import annotations

import pytest
from tests.office.word.building import W, cell, lines, make_file, make_template, paragraph, render, rows, table

from ibndocs.foundation.values import Euro, Markdown
from ibndocs.office.package import CONTENT_TYPES, Package
from ibndocs.office.word.template import WordTemplate

PEOPLE = [{"name": "An", "tasks": ["plan", "doe"]}, {"name": "Bo", "tasks": []}]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Dag {{ name }}!"], "Dag Wereld!"),
        (["Dag {", "{ na", "me }", "}!"], "Dag Wereld!"),
        (["{{name}}{{ name }}"], "WereldWereld"),
        (["{% if yes %}ja{% else %}nee{% endif %}."], "ja."),
        (["{% if", " yes ", "%}j", "a{% endif", " %}."], "ja."),
        (["{% for i in [1, 2] %}{{ i }};{% endfor %}"], "1;2;"),
        (["a{# geen tekst #}b"], "ab"),
        (["{_{ name }_} {_% if %_}"], "{{ name }} {% if %}"),
        (["{% raw %}{{ name }}{% endraw %}"], "{{ name }}"),
        (["{{ “kop” ~ ‘staart’ }}"], "kopstaart"),
        (["{{ yes and “foto’s” }}"], "foto’s"),
        (["{{ 'a < b & c > \"d\"' }}"], 'a < b & c > "d"'),
        (["{{ {'a': {'b': 1}}['a']['b'] }}"], "1"),
        (["{{r name }}{%r if yes %} en {%r endif %}meer"], "Wereld en meer"),
        (["a  {%- if yes -%}  b  {%- endif -%}  c"], "abc"),
        (["{{ name|upper }} {{ 'x\\ny' }}"], "WERELD x\ny"),
        (["{% set x = 3 %}{{ x }}"], "3"),
        (["{% set x %}<{{ name }}>{% endset %}{{ x }}"], "<Wereld>"),
        (["{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m('<a>') }}"], "[<a>]"),
        (["{{ '<a>'|e }} {{ '&' ~ '<b>' }}"], "<a> &<b>"),
        (["gewone { haakjes } en {a: 1}"], "gewone { haakjes } en {a: 1}"),
        (["los }} en %} en #}"], "los }} en %} en #}"),
        (["{{p }} {{ p }}"], "pee pee"),
    ],
)
def test_tags_in_a_line(texts: list[str], expected: str) -> None:
    assert lines(render(paragraph(*texts), {"name": "Wereld", "yes": True, "p": "pee"})) == [expected]


def test_a_tag_may_be_spread_over_all_that_word_puts_in_between() -> None:
    body = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Dag {</w:t></w:r><w:proofErr '
        'w:type="spellStart"/><w:r><w:t>{</w:t></w:r><w:bookmarkStart w:id="3" w:name="x"/><w:hyperlink r:id="r1">'
        '<w:r><w:t>na</w:t></w:r></w:hyperlink><w:proofErr w:type="spellEnd"/><w:bookmarkEnd w:id="3"/>'
        '<w:r><w:t>me</w:t><w:br/><w:t>|upper </w:t></w:r><w:ins w:id="4"><w:r><w:t>}}!</w:t></w:r></w:ins></w:p>'
    )
    made = render(body, {"name": "An"})
    assert lines(made) == ["Dag AN!"]
    assert [item.getparent().find(f"{W}rPr/{W}b") is not None for item in made.xml("word/document.xml").iter(f"{W}t")]  # type: ignore[union-attr]
    assert len(list(made.xml("word/document.xml").iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))) == 2


def test_a_tag_may_be_spread_over_paragraphs() -> None:
    made = render(paragraph("Dag {{ name") + paragraph("|upper }}!") + paragraph("einde"), {"name": "An"})
    assert lines(made) == ["Dag AN!", "einde"]


def test_paragraph_tags_take_their_paragraph_away() -> None:
    body = "".join(
        paragraph(text)
        for text in (
            "voor",
            "{%p for p in people %}",
            "- {{ p.name }}",
            "{%p if p.tasks %}",
            "{{ p.tasks|lijst }}",
            "{%p else %}",
            "niets",
            "{%p endif %}",
            "{%p endfor %}",
            "{#p weg #}",
            "na",
        )
    )
    assert lines(render(body, {"people": PEOPLE})) == ["voor", "- An", "plan en doe", "- Bo", "niets", "na"]


def test_row_tags_repeat_rows() -> None:
    body = table(
        ("Naam", "Taken"),
        ("{%tr for p in people %}", ""),
        ("{{ p.name }}", "{{ p.tasks|length }}"),
        ("{%tr endfor %}", ""),
        ("{#tr weg #}", ""),
        ("Som", "2"),
    )
    assert rows(render(body, {"people": PEOPLE})) == [["Naam", "Taken"], ["An", "2"], ["Bo", "0"], ["Som", "2"]]


def test_cell_tags_repeat_cells() -> None:
    body = table(("{%tc for p in people %}", "{{ p.name }}", "{%tc endfor %}", "slot"))
    assert rows(render(body, {"people": PEOPLE})) == [["An", "Bo", "slot"]]


def test_the_grid_of_a_table_fits_its_cells() -> None:
    loop = ("{%tc for p in people %}", cell("{{ p }}", table(("x",)), paragraph("")), "{%tc endfor %}")
    made = render(table(loop, ("a", "b", "c")), {"people": "abcdef"})
    outer, *inner = made.xml("word/document.xml").iter(f"{W}tblGrid")
    widths = [int(item.get(f"{W}w", "")) for item in outer]
    assert widths == [500] * 6
    assert [len(item) for item in inner] == [1] * 6
    narrow = render(table(loop, loop), {"people": "ab"}).xml("word/document.xml")
    assert [item.get(f"{W}w") for item in next(narrow.iter(f"{W}tblGrid"))] == ["1500", "1500"]
    across = table(("{%tc for p in people %}", "{% hm %}kop", "{%tc endfor %}"), loop)
    spanned = render(across, {"people": "abcd"}).xml("word/document.xml")
    assert len(next(spanned.iter(f"{W}tblGrid"))) == 4


def test_a_table_without_rows_and_a_row_without_cells_go() -> None:
    body = paragraph("a") + table(("{%tr for p in [] %}",), ("{{ p }}",), ("{%tr endfor %}",)) + paragraph("b")
    made = render(body)
    assert lines(made) == ["a", "b"]
    assert made.xml("word/document.xml").find(f".//{W}tbl") is None
    empty = ("{%tc for p in [] %}", "x", "{%tc endfor %}")
    assert rows(render(table(empty, ("blijft",)))) == [["blijft"]]
    loop = ("{%tr for p in [] %}",), empty, ("{%tr endfor %}",)
    assert render(table(*loop)).xml("word/document.xml").find(f".//{W}tbl") is None


def test_a_table_in_a_cell_may_go_too() -> None:
    inner = table(("{%tr for p in [] %}",), ("{{ p }}",), ("{%tr endfor %}",))
    made = render(table((cell(inner, paragraph("")),)))
    assert rows(made) == [[""]]


@pytest.mark.parametrize("tag", ["{{p text }}", "{%p if text %}{%p endif %}"])
def test_a_cell_keeps_a_last_paragraph(tag: str) -> None:
    made = render(table((cell(tag), cell("x"))), {"text": ""})
    cells = list(made.xml("word/document.xml").iter(f"{W}tc"))
    assert [item[-1].tag for item in cells] == [f"{W}p", f"{W}p"]
    assert rows(made) == [["", "x"]]


def test_a_cell_with_a_list_of_paragraphs_gets_none_too_many() -> None:
    body = table((cell("{%p for p in people %}", "{{ p.name }}", "{%p endfor %}"),))
    assert rows(render(body, {"people": PEOPLE})) == [["An|Bo"]]
    assert rows(render(body, {"people": []})) == [[""]]


def test_a_header_keeps_a_paragraph() -> None:
    made = render(
        paragraph("x"), {"yes": False}, {"header": "".join(map(paragraph, ("{%p if yes %}", "a", "{%p endif %}")))}
    )
    assert lines(made, "word/header.xml") == [""]


def test_text_in_place_of_a_paragraph_keeps_its_looks() -> None:
    properties = '<w:pPr><w:pStyle w:val="Kop1"/></w:pPr>'
    body = f"<w:p>{properties}<w:r><w:rPr><w:b/></w:rPr><w:t>{{{{p text }}}}</w:t></w:r></w:p>"
    made = render(body, {"text": "een\n\ntwee <drie>"})
    assert lines(made) == ["een", "", "twee <drie>"]
    for item in made.xml("word/document.xml").iter(f"{W}p"):
        assert item.find(f"{W}pPr/{W}pStyle") is not None
        assert all(run.find(f"{W}rPr/{W}b") is not None for run in item.iter(f"{W}r"))


def test_the_end_of_a_section_survives_a_paragraph_tag() -> None:
    section = '<w:pPr><w:sectPr><w:pgSz w:w="5000" w:h="5000"/></w:sectPr></w:pPr>'
    for tag in ("{{p text }}", "{%p if text %}", "{#p x #}"):
        body = paragraph(tag, properties=section) + (paragraph("{%p endif %}") if "if" in tag else "")
        made = render(body, {"text": ""})
        assert len(made.xml("word/document.xml").findall(f".//{W}p/{W}pPr/{W}sectPr/{W}pgSz")) == 1


def test_half_a_bookmark_in_a_paragraph_that_goes_is_kept() -> None:
    start, end = '<w:bookmarkStart w:id="7" w:name="b"/>', '<w:bookmarkEnd w:id="7"/>'
    body = (
        f"<w:p>{start}<w:r><w:t>{{%p if yes %}}</w:t></w:r></w:p>"
        + paragraph("x")
        + f"<w:p>{end}<w:r><w:t>{{%p endif %}}</w:t></w:r></w:p>"
    )
    tree = render(body, {"yes": False}).xml("word/document.xml")
    assert [item.get(f"{W}id") for item in tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")] == ["7", "7"]


def test_text_beside_a_scoped_tag_goes_with_a_warning() -> None:
    template = make_template(paragraph("let op {%p if yes %} {{ x }}") + paragraph("{%p endif %}"))
    (warning,) = template.warnings
    assert warning.id == "TPL10"
    assert "“let op {{ x }}” naast {%p if yes %} valt weg" in warning.message.nl
    assert "word/document.xml" in warning.message.en


def test_dashes_join_paragraphs() -> None:
    body = "".join(
        map(
            paragraph,
            ("De som is ", "{%- if paid -%}", "betaald", "{%- else -%}", "open", "{%- endif -%}", " nu.", "Slot"),
        )
    )
    assert lines(render(body, {"paid": True})) == ["De som is betaald nu.", "Slot"]
    assert lines(render(body, {"paid": False})) == ["De som is open nu.", "Slot"]


def test_cell_commands() -> None:
    shaded = (
        '<w:tcPr><w:tcW w:w="1" w:type="dxa"/><w:shd w:val="clear" w:fill="112233"/><w:vAlign w:val="top"/></w:tcPr>'
    )
    body = table(
        (
            cell("{% cellbg colour %}a", properties=shaded),
            cell("b{% colspan n %}"),
            cell("c{% cellbg '' %}", properties=""),
        )
    )
    tree = render(body, {"colour": "#aabbcc", "n": 2}).xml("word/document.xml")
    first, second, third = tree.iter(f"{W}tc")
    assert [item.tag[len(W) :] for item in first[0]] == ["tcW", "shd", "vAlign"]
    assert first[0][1].get(f"{W}fill") == "AABBCC"
    assert second.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val") == "2"  # type: ignore[union-attr]
    assert len(third[0]) == 0
    kept = render(body, {"colour": "", "n": 1}).xml("word/document.xml")
    assert next(kept.iter(f"{W}shd")).get(f"{W}fill") == "112233"


def test_vertical_and_horizontal_merges() -> None:
    down = table(("{%tr for p in people %}", ""), ("{% vm %}team", "{{ p.name }}"), ("{%tr endfor %}", ""))
    made = render(down, {"people": PEOPLE})
    assert rows(made) == [["team", "An"], ["", "Bo"]]
    tree = made.xml("word/document.xml")
    assert [item.get(f"{W}val") for item in tree.iter(f"{W}vMerge")] == ["restart", "continue"]
    across = table(("{%tc for p in people %}", "{% hm %}kop", "{%tc endfor %}"))
    made = render(across, {"people": PEOPLE})
    assert rows(made) == [["kop"]]
    assert next(made.xml("word/document.xml").iter(f"{W}gridSpan")).get(f"{W}val") == "2"


@pytest.mark.parametrize("kind", ["header", "footer", "comments", "footnotes", "endnotes"])
def test_every_part_with_text_is_rendered(kind: str) -> None:
    inner = paragraph("noot {{ n", "ame }}")
    content = inner if kind in ("header", "footer") else f'<w:{kind[:-1]} w:id="1">{inner}</w:{kind[:-1]}>'
    assert lines(render(paragraph("x"), {"name": "A&B"}, {kind: content}), f"word/{kind}.xml") == ["noot A&B"]


def test_text_boxes_are_rendered_in_both_forms() -> None:
    inside = paragraph("{%p if yes %}") + paragraph("{{ na", "me }}") + paragraph("{%p endif %}")
    inner = f"<w:txbxContent>{inside}</w:txbxContent>"
    box = (
        '<w:p><w:r><w:t>voor {{ name }}</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> na</w:t></w:r></w:p>"
    )
    made = render(box, {"name": "An", "yes": True})
    assert lines(made)[1:] == ["An", "An"]
    assert lines(render(box, {"name": "An", "yes": False}))[1:] == ["", ""]


def test_tags_in_attributes_and_fields() -> None:
    body = (
        '<w:p><w:r><w:drawing><wp:docPr id="1" name="n" descr="Logo {{ name }}{% if no %}!{% endif %}"/>'
        "</w:drawing></w:r>"
        '<w:r><w:instrText>HYPERLINK "{{ url }}"</w:instrText></w:r></w:p>'
    )
    tree = render(body, {"name": 'A "B"\n<C>', "url": "https://a.be/?x=1&y=2", "no": False}).xml("word/document.xml")
    assert next(tree.iter("{*}docPr")).get("descr") == 'Logo A "B"\n<C>'
    assert next(tree.iter(f"{W}instrText")).text == 'HYPERLINK "https://a.be/?x=1&y=2"'


def test_values_print_themselves() -> None:
    from decimal import Decimal

    body = paragraph("{{ e }} {{ n }} {{ b }} {{ m }} {{ 12|euro }}")
    made = render(body, {"e": Euro(Decimal(216000), 0), "n": 2.5, "b": True, "m": Markdown("**vet**")})
    assert lines(made) == ["€\u00a0216.000 2,5 ja vet €\u00a012"]


def test_a_word_template_becomes_a_document() -> None:
    types = Package.read(make_file(paragraph("{{ x }}"))).part(CONTENT_TYPES)
    template = types.replace(b"document.main", b"template.main")
    package = Package.read(make_file(paragraph("{{ x }}"), extra={CONTENT_TYPES: template}))
    made = Package.read(WordTemplate.compile(package).render({"x": 1}))
    assert made.content_type("word/document.xml").endswith("document.main+xml")


def test_a_control_shows_what_is_rendered_in_it() -> None:
    bound = '<w:sdtPr><w:id w:val="1"/><w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr>'
    body = "".join(
        f"<w:sdt>{bound}<w:sdtContent>{paragraph(text)}</w:sdtContent></w:sdt>" for text in ("{{ x }}", "vast")
    )
    first, second = render(body, {"x": 1}).xml("word/document.xml").iter(f"{W}sdtPr")
    assert [item.tag[len(W) :] for item in first] == ["id"]
    assert len(second) == 3


def test_parts_without_tags_stay_as_they_are() -> None:
    source = Package.read(make_file(paragraph("{{ x }}"), {"header": paragraph("vast")}))
    made = render(paragraph("{{ x }}"), {"x": 1}, {"header": paragraph("vast")})
    assert made.part("word/header.xml") == source.part("word/header.xml")
    assert made.parts[0] == source.parts[0] == "[Content_Types].xml"
    assert sorted(made.parts) == sorted(source.parts)


def test_what_all_documents_share_stands_before_what_differs() -> None:
    one, other = (make_template(paragraph("{{ x }}")).render({"x": text}) for text in ("aa", "bb"))
    shared = one.index(b"PK\x03\x04", one.index(b"word/document.xml") - 40)
    assert one[:shared] == other[:shared]
    assert Package.read(one, name="een.docx").parts[-1] == "word/document.xml"


def test_the_same_values_give_the_same_bytes() -> None:
    template = make_template(paragraph("{{ x }}") + paragraph("{{p m }}"))
    values = {"x": "é", "m": Markdown("- a\n- b\n\n[c](https://voorbeeld.be)")}
    assert template.render(values, {"title": "T"}) == template.render(values, {"title": "T"})
