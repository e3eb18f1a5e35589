"""Templates made for docxtpl give the same text here, where docxtpl is right."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docxtpl import DocxTemplate

from ibndocs.office.package import Package
from ibndocs.office.word.template import WordTemplate

VALUES = {
    "name": "An & Co <nv>",
    "yes": True,
    "no": False,
    "n": 3,
    "people": [
        {"name": "An", "role": "voorzitter", "tags": ["a", "b"], "colour": "FF0000"},
        {"name": "Bo", "role": "lid", "tags": [], "colour": "00FF00"},
        {"name": "Cé", "role": "lid", "tags": ["c"], "colour": "0000FF"},
    ],
    "columns": ["x", "y", "z"],
}


def _write_lines(*texts: str) -> Callable[[Document], None]:
    def write(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return write


def _write_table(*texts: tuple[str, ...]) -> Callable[[Document], None]:
    def write(document: Document) -> None:
        made = document.add_table(len(texts), len(texts[0]))
        for row, line in zip(made.rows, texts, strict=True):
            for one, text in zip(row.cells, line, strict=True):
                one.text = text

    return write


def _write_runs(document: Document) -> None:
    line = document.add_paragraph("Dag ")
    for text in ("{", "{ na", "me|up", "per }", "}", ", {% if ", "yes %}j", "a{% endi", "f %}!"):
        line.add_run(text).bold = len(text) % 2 == 0


def _write_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "Kop {{ name }}"
    document.sections[0].footer.paragraphs[0].text = "{% for p in people %}{{ p.name }} {% endfor %}"
    document.add_paragraph("{{ n }}")


CASES = {
    "values": _write_lines("Dag {{ name }}", "{{ n * 2 }} {{name}}{{ people[0].name }}", "{{ people|length }}"),
    "runs": _write_runs,
    "inline blocks": _write_lines(
        "{% if yes %}ja{% else %}nee{% endif %}, {% if no %}a{% elif n == 3 %}b{% endif %}",
        "{% for p in people %}{{ p.name }}{% if not loop.last %}, {% endif %}{% endfor %}",
    ),
    "paragraphs": _write_lines(
        "{%p for p in people %}",
        "{{ p.name }}:",
        "{%p for t in p.tags %}",
        "- {{ t }}",
        "{%p endfor %}",
        "{%p if p.role == 'lid' %}",
        "lid",
        "{%p else %}",
        "niet",
        "{%p endif %}",
        "{%p endfor %}",
        "einde",
    ),
    "runs by tag": _write_lines("a{%r if yes %}b{%r endif %}c{%r if no %}d{%r endif %}e"),
    "comments": _write_lines("a{# weg #}b", "{#p weg #}", "c"),
    "dashes": _write_lines("een ", "{%- if yes -%}", "twee", "{%- else -%}", "drie", "{%- endif -%}", " vier", "vijf"),
    "dashes that leave out": _write_lines("een ", "{%- if no -%}", "twee", "{%- endif -%}", " drie"),
    "escapes": _write_lines("{_{ name }_} en {_% if x %_}"),
    "set": _write_lines("{%p set k = n + 1 %}", "{{ k }}{% set j = 2 %}{{ j }}"),
    "curly quotes": _write_lines("{{ “a” ~ ‘b’ }} {% if name == “x” %}y{% endif %}"),
    "blocks over paragraphs": _write_lines(
        "{% if yes %}een", "twee{% endif %} drie", "{% if no %}vier", "vijf{% endif %}"
    ),
    "rows": _write_table(
        ("Naam", "Rol"), ("{%tr for p in people %}", ""), ("{{ p.name }}", "{{ p.role }}"), ("{%tr endfor %}", "")
    ),
    "rows by condition": _write_table(
        ("{%tr if no %}", ""), ("a", "b"), ("{%tr else %}", ""), ("c", "d"), ("{%tr endif %}", "")
    ),
    "cells": _write_table(
        ("Naam", "{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"),
        ("x", "{%tc for c in columns %}", "{{ loop.index }}", "{%tc endfor %}"),
    ),
    "colours": _write_table(
        ("{%tr for p in people %}", ""), ("{% cellbg p.colour %}{{ p.name }}", "x"), ("{%tr endfor %}", "")
    ),
    "spans": _write_table(("{% colspan 2 %}breed",), ("{{ n }}",)),
    "merged down": _write_table(
        ("{%tr for p in people %}", ""), ("{% vm %}groep", "{{ p.name }}"), ("{%tr endfor %}", "")
    ),
    "headers": _write_header,
}


def read(document: Document) -> list[str]:
    """All text of a document, as python-docx sees it, with the shading and spans of cells."""
    found = [item.text for item in document.paragraphs]
    for made in document.tables:
        for row in made.rows:
            found += [item.text for item in row.cells]
        found += [str(item) for item in made._tbl.xpath(".//w:shd/@w:fill | .//w:gridSpan/@w:val | .//w:vMerge/@w:val")]
    section = document.sections[0]
    return found + [item.text for part in (section.header, section.footer) for item in part.paragraphs]


@pytest.mark.parametrize("write", CASES.values(), ids=CASES.keys())
def test_gives_the_text_that_docxtpl_gives(write: Callable[[Document], None]) -> None:
    document = docx.Document()
    write(document)
    source = io.BytesIO()
    document.save(source)
    theirs = DocxTemplate(io.BytesIO(source.getvalue()))
    theirs.render(VALUES, autoescape=True)
    saved = io.BytesIO()
    theirs.save(saved)
    ours = WordTemplate.compile(Package.read(source.getvalue())).render(VALUES)
    assert read(docx.Document(io.BytesIO(ours))) == read(docx.Document(io.BytesIO(saved.getvalue())))
