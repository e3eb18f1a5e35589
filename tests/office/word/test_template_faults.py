"""Every fault of a template, at once, with its place and its tag."""

from __future__ import annotations

import pytest
from tests.office.word.building import cell, make_template, paragraph, render, table

from ibndocs.foundation.findings import FaultyInput, Finding


def faults_of(body: str, values: dict[str, object] | None = None, **parts: str) -> list[Finding]:
    """The findings of a template that fails, by compiling or by rendering it."""
    with pytest.raises(FaultyInput) as caught:
        render(body, values or {}, parts)
    return list(caught.value.findings)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("Dag {{ name", "TPL01", "{{ name: wordt nergens gesloten"),
        ("{{ name name }}", "TPL02", "is niet te lezen: hier hoort het einde van de tag te staan, niet “name”"),
        ("{{ }}", "TPL02", "{{ }}: is niet te lezen: voor het einde van de tag ontbreekt een waarde"),
        ("{{ f(x }}", "TPL02", "{{ f(x }}: is niet te lezen: een haakje wordt niet gesloten"),
        ("{{ 'x }}", "TPL02", "{{ 'x }}: is niet te lezen: een aanhalingsteken wordt niet gesloten"),
        ("{{ x. }}", "TPL02", "{{ x. }}: is niet te lezen: achter de punt ontbreekt een naam"),
        ("{{ x && y }}", "TPL02", "{{ x && y }}: is niet te lezen: “&” kan hier niet staan"),
        ("{% iff x %}", "TPL02", "{% iff x %}: kent geen “iff”"),
        ("{% if %}{% endif %}", "TPL02", "{% if %}: is niet te lezen"),
        ("{% cellbg x %}", "TPL07", "{% cellbg x %}: staat niet in een tabelcel"),
        ("{% if x %}", "TPL03", "{% if x %}: wordt nergens gesloten"),
        ("{% endif %}", "TPL03", "{% endif %}: sluit geen {% if %}"),
        ("{% else %}", "TPL03", "{% else %}: hoort bij geen {% if %}"),
        ("{% if x %}{% for y in x %}{% endif %}", "TPL03", "{% endif %}: sluit terwijl {% for y in x %}"),
        ("{%tr if x %}", "TPL07", "{%tr if x %}: staat niet in een tabelrij"),
        ("{% include 'x' %}", "TPL08", "{% include 'x' %}: kan niet in een sjabloon"),
        ("{{ x|eurro }}", "TPL08", "{{ x|eurro }}: kent geen “eurro”"),
        ("{{ name }}", "TPL05", "{{ name }}: name is onbekend"),
        ("{{ x.y }}", "TPL05", "{{ x.y }}: y bestaat niet"),
        ("{{ none }}", "TPL06", "{{ none }}: heeft geen waarde"),
        ("{{ x }}", "TPL06", "{{ x }}: is een groep van waarden en kan niet gedrukt worden"),
        ("{% if '5' > 3 %}{% endif %}", "TPL09", "rekent met of vergelijkt tekst en een getal, en dat kan niet"),
        ("{{ '5' + 3 }}", "TPL09", "rekent met of vergelijkt tekst en een getal"),
        ("{{ none - 3 }}", "TPL09", "rekent met of vergelijkt niets en een getal"),
        ("{{ ('x' * 1000000)|datum }}", "TPL09", "x…” is geen datum"),
        ("{{ 1/0 }}", "TPL09", "{{ 1/0 }}: kan niet berekend worden"),
        ("{{ ''.__class__.__mro__ }}", "TPL08", "{{ ''.__class__.__mro__ }}: mag niet in een sjabloon"),
        ("{% for a in 3 %}{% endfor %}", "TPL09", "{% for a in 3 %}: kan niet berekend worden"),
    ],
)
def test_tells_the_fault_with_its_tag(text: str, code: str, said: str) -> None:
    (finding,) = faults_of(paragraph(text), {"x": {"a": 1}})
    assert finding.id == code
    assert said in finding.message.nl
    assert finding.message.nl.startswith("word/document.xml, “")
    assert str(finding.spot) == "sjabloon.docx"


def test_tells_the_cure_of_common_slips_of_the_pen() -> None:
    (finding,) = faults_of(paragraph("{% if x = 1 %}{% endif %}"), {"x": 1})
    assert finding.fix is not None
    assert finding.fix.nl == "schrijf == om te vergelijken"


def test_tells_the_place_in_tables_text_boxes_and_other_parts() -> None:
    inner = f"<w:txbxContent>{paragraph('{{ vier }}')}</w:txbxContent>"
    box = f"<w:p><w:r><w:pict><v:textbox>{inner}</v:textbox></w:pict></w:r></w:p>"
    body = (
        table(("a",), ("b",))
        + table(("a", "b"), ("c", cell("x", "Naam: {{ een }}")))
        + table((cell(table(("{{ drie }}",)), paragraph("")),))
        + box
    )
    found = {item.message.nl for item in faults_of(body, header=paragraph("Dossier {{ twee }}"))}
    assert found == {
        "word/document.xml, tabel 2, rij 2, cel 2, “Naam: {{ een }}”: {{ een }}: een is onbekend",
        "word/header.xml, “Dossier {{ twee }}”: {{ twee }}: twee is onbekend",
        "word/document.xml, tabel 3, rij 1, cel 1, tabel 4, rij 1, cel 1, “{{ drie }}”: {{ drie }}: drie is onbekend",
        "word/document.xml, tekstvak, “{{ vier }}”: {{ vier }}: vier is onbekend",
    }


def test_tells_all_faults_of_reading_at_once() -> None:
    body = (
        paragraph("{{ a b }}")
        + paragraph("{% if %}{% endif %}")
        + paragraph("{{ x|y }}{% endfor %}")
        + paragraph("{{ c")
    )
    assert [item.id for item in faults_of(body, header=paragraph("{{ d e }}"))].count("TPL02") == 3
    assert {item.id for item in faults_of(body)} == {"TPL01", "TPL02", "TPL03", "TPL08"}


def test_tells_all_faults_of_values_at_once() -> None:
    body = "".join(
        map(
            paragraph,
            (
                "{{ nam }} {{ name.first }}",
                "{%p for x in persons %}",
                "{{ x }}",
                "{%p endfor %}",
                "{{ amount|euro }} {{ nothing }} {{ 'x'|datum }}",
                "{% if missing %}a{% endif %} {{ missing|default('-') }} {{ missing + 1 }} {{ missing[0].x }}",
                "{{ {gone: 1}|length }} {% if 'a' in gone2 or gone3 == 1 %}{% endif %}",
                "{{ name }}",
            ),
        )
    )
    found = faults_of(body, {"name": "An", "person": [], "amount": "veel", "nothing": None})
    assert {(item.id, item.message.en.partition("”: ")[2], item.fix.en if item.fix else "") for item in found} == {
        ("TPL05", "{% if missing %}: missing is unknown", ""),
        ("TPL05", "{%p for x in persons %}: persons is unknown", "did you mean person?"),
        ("TPL05", "{{ missing + 1 }}: missing is unknown", ""),
        ("TPL05", "{{ missing[0].x }}: missing is unknown", ""),
        ("TPL05", "{{ nam }}: nam is unknown", "did you mean name?"),
        ("TPL05", "{{ name.first }}: first does not exist", ""),
        ("TPL05", "{{ {gone: 1}|length }}: gone is unknown", ""),
        ("TPL05", "{% if 'a' in gone2 or gone3 == 1 %}: gone2 is unknown", ""),
        ("TPL06", "{{ nothing }}: has no value", 'write … or "" where it may stay empty'),
        ("TPL09", "{{ 'x'|datum }}: “x” is no date", ""),
        ("TPL09", "{{ amount|euro }}: “veel” is not a number", "write for example 1250,50 or 1.250,50"),
    }
    assert len(found) == 11


def test_a_block_must_end_where_it_began() -> None:
    body = paragraph("{% if x %}a") + table(("b{% endif %}",))
    (finding,) = faults_of(body, {"x": 1})
    assert finding.id == "TPL04"
    assert "{% endif %}: hoort bij {% if x %}" in finding.message.nl
    assert "rij 1, cel 1" in finding.message.nl
    link = '<w:hyperlink r:id="r"><w:r><w:t>{% endif %}</w:t></w:r></w:hyperlink>'
    crossing = f"<w:p><w:r><w:t>{{% if x %}}</w:t></w:r>{link}</w:p>"
    assert [item.id for item in faults_of(crossing, {"x": 1})] == ["TPL04"]


def test_a_block_may_leave_out_the_border_between_two_paragraphs() -> None:
    body = paragraph("een{% if x %} twee") + paragraph("drie{% endif %} vier")
    assert [item.id for item in make_template(body).check(["x"])] == []
    render(body, {"x": False})


def test_unknown_names_are_told_before_there_are_values() -> None:
    template = make_template(
        paragraph("{{ projct.title }} {{ project.title }} {% for a in project.x %}{{ a }}{{ loop.index }}{% endfor %}")
        + paragraph("{{p prjoect }}")
    )
    found = template.check(["project", "applicant"])
    assert [(item.id, item.message.nl.partition(": ")[2], item.fix and item.fix.nl) for item in found] == [
        ("TPL05", "{{ projct.title }}: projct is onbekend", "bedoelde u project?"),
        ("TPL05", "{{p prjoect }}: prjoect is onbekend", "bedoelde u project?"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("{% cellbg x %}", "rood", "“rood” is geen kleur van zes hexcijfers"),
        ("{% cellbg %}", "", "heeft een waarde nodig"),
        ("{% colspan x %}", 0, "“0” is geen aantal kolommen"),
        ("{{tc x }}", "tekst", "is tekst en kan geen rij of cel vervangen"),
    ],
)
def test_cell_commands_want_sound_values(text: str, value: object, said: str) -> None:
    (finding,) = faults_of(table((text, "b")), {"x": value})
    assert said in finding.message.nl


def test_a_failing_document_leaves_the_template_whole() -> None:
    template = make_template(paragraph("{{ x }}"))
    with pytest.raises(FaultyInput):
        template.render({})
    assert template.render({"x": 1})
