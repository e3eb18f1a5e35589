"""Templates as Word and other programs really write them: docxtpl and ours print the same text, or ours is right."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import docx
import pytest
from docxtpl import DocxTemplate
from tests.office.word.building import W, cell, lines, make_file, paragraph, read_text, render, rows, table

from ibndocs.office.package import Package
from ibndocs.office.word.template import WordTemplate

VALUES = {
    "name": "An",
    "html": "a <b> & c",
    "yes": True,
    "no": False,
    "n": 3,
    "f": 1.5,
    "lines": "een\ttab\nregel",
    "people": [
        {"name": "An", "tags": ["a", "b"], "colour": "FF0000", "items": [1, 2]},
        {"name": "Bo", "tags": [], "colour": "00FF00", "items": [3]},
    ],
    "columns": ["p", "q", "r"],
    "empty": [],
    "pair": {"k": "v"},
    "nothing": None,
}
P = paragraph
BOLD = "<w:rPr><w:b/></w:rPr>"
LIST_ITEM = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
BOX = f"<w:txbxContent>{P('{{ name }}')}</w:txbxContent>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def line(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


CASES = {
    "breaks and tabs in a value": P("{{ lines }}"),
    "filters": P("{{ people|map(attribute='name')|join(', ') }} {{ 'x'|center(5) }} {{ 'a b'|title }}"),
    "tests": P("{% if n is odd and name is string and 'p' in columns %}ja{% endif %}"),
    "methods": P("{{ name.upper() }} {{ 'a,b'.split(',')|length }} {{ name[0] }} {{ '{:,.0f}'.format(1234567) }}"),
    "formats": P("{{ '%.2f'|format(f) }} {{ f|int }} {{ 7 // 2 }} {{ 2 ** 3 }} {{ n - 1 }}{{ n-1 }}"),
    "lists": P("{{ [1,2]|sum }}{{ columns|first }}{{ columns|last }}{{ columns|reverse|join }}{{ columns|length }}"),
    "groups": P("{% for k, l in people|groupby('colour') %}{{ k }}:{{ l|length }} {% endfor %}"),
    "selections": P("{{ people|selectattr('name', 'equalto', 'An')|list|length }}"),
    "batches": P("{% for b in columns|batch(2) %}{{ b|join('+') }};{% endfor %}"),
    "cycle": P("{% for c in columns %}{{ loop.cycle('a', 'b') }}{{ loop.index0 }}{% endfor %}"),
    "namespace": P("{% set s = namespace(t=0) %}{% for i in [1, 2] %}{% set s.t = s.t + i %}{% endfor %}{{ s.t }}"),
    "with": P("{% with a = 3 %}{{ a }}{% endwith %}"),
    "set of a block": P("{% set x %}aa{{ n }}{% endset %}{{ x }}"),
    "macro and call": P("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}x{% endcall %}"),
    "macro of a paragraph": P("{%p macro m(a, b=2) %}") + P("{{ a }}{{ b }}") + P("{%p endmacro %}") + P("{{p m(1) }}"),
    "pairs": P("{% for k, v in pair.items() %}{{ k }}={{ v }}{% endfor %}"),
    "keys that are methods": P("{{ people[0]['items']|length }}"),
    "for else": P("{% for p in empty %}x{% else %}leeg{% endfor %}"),
    "for if": P("{% for p in people if p.tags %}{{ p.name }}{% endfor %}"),
    "if without else": P("{{ 'ja' if yes }}{{ 'nee' if no }}{{ nothing or '-' }}"),
    "defaults": P("{{ zzz|default('d') }}{{ 'ja' if zzz is defined else 'nee' }}{{ nothing|default('x', true) }}"),
    "literals": P("{{ [1, 2][0] }}{{ {'a': {'b': 1}}['a']['b'] }}{{ '50%' }}"),
    "escaping filters": P("{{ html|e }} {{ html|escape }} {{ name|safe }}"),
    "comments": P("a{# x {{ y }} #}b{#- z -#}c") + P("{#p niets #}") + table(("a", "{#tc x #}"), ("{#tr x #}", "")),
    "literal braces": P("{_{ a }_} {_% b %_} {{ name }}"),
    "raw": P("{% raw %}{{ x }}{% endraw %}"),
    "elif of paragraphs": P("{%p if no %}") + P("a") + P("{%p elif n == 3 %}") + P("b") + P("{%p endif %}"),
    "list items": P("{%p for c in columns %}") + P("{{ c }}", properties=LIST_ITEM) + P("{%p endfor %}"),
    "blocks without a scope": P("{% for c in columns %}") + P("{{ c }}") + P("{% endfor %}"),
    "paragraphs in a cell": table((cell("{%p for p in people %}", "{{ p.name }}", "{%p endfor %}"), "x")),
    "cells by condition": table(("{%tc if yes %}", "a", "{%tc else %}", "b", "{%tc endif %}", "c")),
    "rows in rows": table(
        ("{%tr for p in people %}", ""),
        ("{{ p.name }}", ""),
        ("{%tr for i in p['items'] %}", ""),
        ("", "{{ i }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    ),
    "a table in a cell": table((cell(table(("{%tr for c in columns %}",), ("{{ c }}",), ("{%tr endfor %}",)), P("")),)),
    "a table by condition": P("{%p if no %}") + table(("a",)) + P("{%p endif %}") + P("z"),
    "a table for each": P("{%p for c in columns %}") + table(("{{ c }}",)) + P("") + P("{%p endfor %}"),
    "a colour by row": table(
        ("{%tr for p in people %}",),
        ("{% cellbg p.colour %}{% if p.tags %}{{ p.name }}{% endif %}",),
        ("{%tr endfor %}",),
    ),
    "merged across": table(
        ("{%tc for c in columns %}", "{% hm %}kop", "{%tc endfor %}"),
        ("{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"),
    ),
    "dashes over paragraphs": "".join(
        map(P, ("Huis ", "{%- if no -%}", " stad", "{%- else -%}", " land", "{%- endif -%}", " en"))
    ),
    "dashes over line breaks": (
        "<w:p><w:r><w:t>a </w:t><w:br/><w:t>{%- if yes -%}</w:t><w:br/><w:t> b</w:t><w:br/>"
        "<w:t>{%- endif -%}</w:t><w:br/><w:t> c</w:t></w:r></w:p>"
    ),
    "runs by condition": line(run("a "), run("{%r if yes %}", BOLD), run("vet", BOLD), run("{%r endif %}"), run(" b")),
    "a block over runs": line(run("{% if yes %}", BOLD), run("a"), run("{% else %}b{% endif %}", BOLD)),
    "proofing marks": (
        '<w:p><w:r><w:t>{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> na</w:t></w:r>'
        '<w:r><w:lastRenderedPageBreak/><w:t>me }</w:t></w:r><w:proofErr w:type="spellEnd"/>'
        "<w:r><w:t>}</w:t></w:r></w:p>"
    ),
    "a tag over a line break": "<w:p><w:r><w:t>{{ name</w:t><w:br/><w:t>|upper }}</w:t></w:r></w:p>",
    "a tag with a tab": "<w:p><w:r><w:t>{{</w:t><w:tab/><w:t>name }}</w:t></w:r></w:p>",
    "hard spaces": P("{{\u00a0name\u00a0}} {%\u00a0if yes\u00a0%}x{%\u00a0endif %}"),
    "no spaces": P("{{name}}{%if yes%}x{%endif%}"),
    "curly quotes": P("{{ pair[‘k’] }} {{ pair[“k”] }}"),
    "in a link": line(run("zie "), f'<w:hyperlink w:anchor="a">{run("{{ name }}")}</w:hyperlink>'),
    "in a control": f'<w:sdt><w:sdtPr/><w:sdtContent>{P("{{ name }}")}</w:sdtContent></w:sdt>',
    "in both copies of a text box": line(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{BOX}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{BOX}"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ),
}  # fmt: skip


def read(data: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return [read_text(item) for item in body.iter(f"{W}p")]


@pytest.mark.parametrize("body", CASES.values(), ids=CASES.keys())
def test_gives_the_text_that_docxtpl_gives(body: str) -> None:
    source = make_file(body)
    theirs = DocxTemplate(io.BytesIO(source))
    theirs.render(VALUES, autoescape=True)
    saved = io.BytesIO()
    theirs.save(saved)
    ours = WordTemplate.compile(Package.read(source)).render(VALUES)
    assert read(ours) == read(saved.getvalue())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (P("{%p set k = n % 2 %}") + P("{{ k }}"), ["1"]),
        (P("{%p set q = {'a': 1} %}") + P("{{ q.a }}"), ["1"]),
        (P("{%p\u00a0if yes %}") + P("x") + P("{%p\u00a0endif %}"), ["x"]),
        (P("{{ 'a & b' }}"), ["a & b"]),
        (P("{{ html|safe }}"), ["a <b> & c"]),
        (line(run("a "), run("{{r name }}", BOLD)), ["a An"]),
        (P("{{p html }}"), ["a <b> & c"]),
        (P("{{ f }} {{ yes }}"), ["1,5 ja"]),
        (line('<w:del w:id="1"><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del>', run("{{ name }}")), ["An"]),
    ],
)
def test_is_right_where_docxtpl_fails_or_loses_text(body: str, expected: list[str]) -> None:
    assert lines(render(body, VALUES)) == expected


def test_a_value_may_begin_paragraphs_and_pages() -> None:
    centred = '<w:pPr><w:jc w:val="center"/><w:sectPr/></w:pPr>'
    body = f"<w:p>{centred}{run('[{{ x }}]', BOLD)}{run('.')}</w:p>" + table(("{{ x }}",))
    made = render(body, {"x": "een\atwee & \fdrie"})
    assert lines(made) == ["[een", "twee & ", "\n", "drie].", "een", "twee & ", "\n", "drie"]
    first, second, page, third, *_ = made.xml("word/document.xml").iter(f"{W}p")
    assert [item.find(f".//{W}b") is not None for item in (first, second, third)] == [True] * 3
    assert [item.find(f".//{W}jc") is not None for item in (first, second, third)] == [True] * 3
    assert [item.find(f".//{W}sectPr") is not None for item in (first, second, third)] == [False, False, True]
    assert page.find(f".//{W}br").get(f"{W}type") == "page"  # type: ignore[union-attr]
    linked = line(f'<w:hyperlink w:anchor="a">{run("{{ x }}")}</w:hyperlink>')
    assert lines(render(linked, {"x": "een\atwee"})) == ["een\ntwee"]
    assert rows(render(table(("{{ x }}",)), {"x": "a\ab"})) == [["a|b"]]


def test_tags_work_in_every_part_and_property() -> None:
    kinds = ("header", "footer", "footnotes", "endnotes", "comments")
    note = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
    parts = {
        kind: f'<w:{note[kind]} w:id="2">{P("{{ html }}")}</w:{note[kind]}>' if kind in note else P("{{ html }}")
        for kind in kinds
    }
    made = render(P("{{ html }}"), VALUES, parts)
    for part in ("document", *kinds):
        assert lines(made, f"word/{part}.xml") == ["a <b> & c"], part
    spaces = 'xmlns:vt="urn:vt" xmlns="urn:x"'
    with_properties = Package.read(make_file("")).with_parts(
        {
            "docProps/custom.xml": f"<Properties {spaces}><property name='p'><vt:lpwstr>{{{{ html }}}}</vt:lpwstr>"
            "</property></Properties>".encode(),
            "docProps/app.xml": f"<Properties {spaces}><Company>{{{{ name }}}}</Company></Properties>".encode(),
            "_rels/.rels": Package.read(make_file("")).part("_rels/.rels").replace(
                b"</Relationships>",
                b'<Relationship Id="r8" Type="http://x/custom-properties" Target="docProps/custom.xml"/>'
                b'<Relationship Id="r9" Type="http://x/extended-properties" Target="docProps/app.xml"/>'
                b"</Relationships>",
            ),
        }
    )  # fmt: skip
    filled = Package.read(WordTemplate.compile(with_properties).render(VALUES))
    assert "".join(map(str, filled.xml("docProps/custom.xml").itertext())) == "a <b> & c"
    assert "".join(map(str, filled.xml("docProps/app.xml").itertext())) == "An"
