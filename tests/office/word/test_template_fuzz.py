"""Whatever stands in a template, it gives a sound document or findings: never another exception, never broken XML."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.office.word.building import make_file, paragraph, table
from tests.ooxml import find_faults

from ibndocs.foundation.findings import FaultyInput, Spot
from ibndocs.office.package import Package
from ibndocs.office.word.part import FaultyTemplate
from ibndocs.office.word.template import WordTemplate, check_requests

VALUES = {"a": "een & <twee>", "b": [1, 2], "c": {"d": "x\ny\a\fz"}, "n": 3, "e": []}
TAGS = """
{{ a }}¦{{ c.d }}¦{{ b }}¦{{ n|euro }}¦{{ zzz }}¦{{ x.y }}¦{{p a }}¦{{r a }}¦{{p c.d|markdown }}¦{{ a|styled(bold=1) }}
{% if a %}¦{% elif n %}¦{% else %}¦{% endif %}¦{% for x in b %}¦{% endfor %}¦{{ x }}¦{{ loop.index }}
{%p if a %}¦{%p else %}¦{%p endif %}¦{%p for x in b %}¦{%p endfor %}¦{%tr for x in b %}¦{%tr endfor %}
{%tc for x in b %}¦{%tc endfor %}¦{%r if a %}¦{%r endif %}¦{%- if a -%}¦{%- endif -%}¦{% set q = a %}¦{{ q }}
{% macro m(z) %}¦{% endmacro %}¦{{ m(a) }}¦{% raw %}¦{% endraw %}¦{# x #}¦{#p x #}¦{_{¦}_}¦{% cellbg 'FF0000' %}
{% vm %}¦{% hm %}¦{% colspan n %}¦{{¦}}¦{%¦%}¦{¦}¦ ¦'¦"¦“¦tekst¦{{ a|zzz }}¦{% zzz %}¦{{ a.b.c }}¦{{ b[7] }}
"""
PIECES = st.sampled_from([tag for line in TAGS.splitlines() for tag in line.split("¦") if tag])
LINES = st.lists(st.lists(PIECES, max_size=4), max_size=7)


@settings(max_examples=300, deadline=None)
@given(LINES, LINES)
def test_any_mix_of_tags_gives_a_document_or_findings(before: list[list[str]], cells: list[list[str]]) -> None:
    body = "".join(paragraph(*line) for line in before)
    if cells:
        body += table(*(("".join(line), "b") for line in cells))
    try:
        template = WordTemplate.compile(Package.read(make_file(body, {"header": paragraph(*(before or [[""]])[0])})))
    except FaultyTemplate as fault:
        check_requests(fault.requests, [VALUES], Spot("sjabloon.docx"))
        return
    template.check_values([VALUES])
    try:
        made = Package.read(template.render(VALUES))
    except FaultyInput:
        return
    # Rows of unequal length are the template's own: it asked for more columns than it has.
    assert [fault for fault in find_faults(made.write()) if "columns in a table" not in fault] == []
