"""A template of a stranger reaches nothing but its values, ends, and stays within its memory."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from tests.office.word.building import lines, make_file, paragraph, render

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office import budget
from ibndocs.office.expressions import TemplateFault, compile_expression
from ibndocs.office.word import marks

VALUES = {"x": [1], "d": date(2026, 1, 1), "company": {"name": "An"}, "text": "tekst"}


def refusal(text: str) -> str:
    """The id of the first finding about a template with this text."""
    with pytest.raises(FaultyInput) as caught:
        render(paragraph(text), VALUES)
    finding = caught.value.findings[0]
    assert finding.message.nl.startswith("word/document.xml, “")
    return finding.id


ENDLESS = [
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% macro m(n) %}{% if n %}{{ m(n-1) ~ m(n-1) }}{% endif %}{% endmacro %}{% if m(60)|length %}{% endif %}",
    "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% for a in [1, 2] recursive %}{% if loop.depth < 90 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}",
    "{% for i in range(99999) %}{% if range(99999)|sort|length %}{% endif %}{% endfor %}",
    "{% set l = range(99999)|list %}{% for i in range(99999) %}{% if -1 in l %}{% endif %}{% endfor %}",
    "{% set l = range(9999)|list %}{% for i in range(99999) %}{% if l == range(9999)|list %}{% endif %}{% endfor %}",
    "{% set l = range(99999)|list %}{% for i in range(99999) %}{% if l.count(1) %}{% endif %}{% endfor %}",
    "{% for i in range(99999) %}{{ 'x' * 100000 }}{% endfor %}",
    "{% for i in range(99999) %}" + "y" * 3000 + "{% endfor %}",
    "{% set t = 'x' * 1000000 %}{% for i in range(999) %}{% set u = t[1:] %}{% endfor %}",
    "{% set t = 'x' * 1000000 %}{% for i in range(999) %}{% set u = t[::-1] %}{% endfor %}",
    "{% set l = range(99999)|list %}{% for i in range(999) %}{% set u = l[:] %}{% endfor %}",
]
IMMENSE = [
    "{{ 'a' * 10**9 }}",
    "{{ 10**9 * 'a' }}",
    "{{ [0] * 10**9 }}",
    "{{ 2**99999 }}",
    "{{ 7**3000 * 7**3000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%*d' % (10**9, 1) }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ '{:{}}'.format(1, 10**9) }}",
    "{{ '{0:>{1}}'.format('a', 999999999) }}",
    "{{ 'a'|center(10**9) }}",
    "{{ 'a'|center(width=10**9) }}",
    "{{ 'a\\n'|indent(10**9) }}",
    "{{ ('a\\n' * 100000)|indent(1000) }}",
    "{{ 'a'.ljust(10**9) }}",
    "{{ 'a'.zfill(10**9) }}",
    "{{ '\\t'.expandtabs(10**9) }}",
    "{{ ('a' * 1000000).replace('a', 'b' * 1000000) }}",
    "{{ ('a' * 1000000)|replace('', 'b' * 1000000) }}",
    "{{ ('a' * 100000)|join('b' * 100000) }}",
    "{{ ('b' * 100000).join('a' * 100000) }}",
    "{{ [1]|batch(10**9, 'x')|list }}",
    "{{ [1]|slice(10**9)|list }}",
    "{{ [[1]]|sum(start=[]) }}",
    "{{ ('a ' * 100000)|wordwrap(1, wrapstring='x' * 100000) }}",
    "{{ ('a' * 1000000)|wordwrap(1) }}",
    "{{ ('a' * 1000000)|wordwrap(width=10) }}",
    "{{ ('[' * 100000)|markdown }}",
    "{{ 'a'.translate({97: 'b' * 1000000}) }}",
    "{{ d.strftime('%999999999d') }}",
    "{{ range(99999)|map('center', 10**9)|join }}",
    "{{ range(99999)|map('string')|map('center', 1000)|join }}",
    *(
        "{% set ns = namespace(s=" + start + ") %}{% for i in range(99) %}" + step + "{% endfor %}{{ ns.s|string }}"
        for start, step in (
            ("'ab'", "{% set ns.s = ns.s ~ ns.s %}"),
            ("'ab'", "{% set ns.s = ns.s + ns.s %}"),
            ("'ab'", "{% set t %}{{ ns.s }}{{ ns.s }}{% endset %}{% set ns.s = t %}"),
            ("[1]", "{% set ns.s = ns.s + ns.s %}"),
            ("[1]", "{% set ns.s = [ns.s, ns.s] %}"),
            ("[1]", "{% set ns.s = (ns.s, ns.s) %}"),
            ("[1]", "{% set ns.s = {'a': ns.s, 'b': ns.s} %}"),
            ("[1]", "{% set ns.s = dict(a=ns.s, b=ns.s) %}"),
            ("[1]", "{% set ns.s = namespace(a=ns.s, b=ns.s) %}"),
        )
    ),
]
NESTED = [
    "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
    "{{ " + "-" * 3000 + "1 }}",
    "{{ " + "not " * 1900 + "1 }}",
    "{{ 1" + "+1" * 3900 + " }}",
    "{{ x" + "[0]" * 2500 + " }}",
    "{{ text" + "|upper" * 1200 + " }}",
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
    "{% if 1 %}" * 150 + "{% endif %}" * 150,
]
REACHING = [
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ [1]|map(attribute='__class__')|first }}",
    "{{ '{0.__class__}'.format('') }}",
    "{{ '{x.__class__}'.format_map({'x': 1}) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__.__globals__.os }}",
    "{{ namespace.__init__ }}",
    "{{ self.__class__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ _p.__globals__ }}",
    "{{ _next_id.__self__ }}",
    "{{ dict.__subclasses__() }}",
    "{{ d.__reduce__() }}",
    "{{ x.append(2) }}",
    "{{ x.sort() }}",
    "{{ company.update({'name': ''}) }}",
    "{{ lipsum(n=1000000) }}",
    "{% import 'os' as os %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'x' %}",
    "{% from 'x' import y %}",
]


@pytest.mark.parametrize("text", ENDLESS)
def test_a_template_that_goes_on_and_on_is_stopped(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "BUDGET", 1_000_000)
    assert refusal(text) == "TPL11"


@pytest.mark.parametrize("text", IMMENSE)
def test_what_would_be_immense_is_never_made(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "BUDGET", 10_000_000)
    assert refusal(text) == "TPL11"


@pytest.mark.parametrize("text", NESTED, ids=[text[:20] for text in NESTED])
def test_a_tag_that_nests_too_deep_is_a_fault_of_the_template(text: str) -> None:
    assert refusal(text) == "TPL11"


@pytest.mark.parametrize("text", REACHING)
def test_a_template_reaches_nothing_but_its_values(text: str) -> None:
    assert refusal(text) in ("TPL05", "TPL06", "TPL08")
    assert VALUES["x"] == [1]
    assert VALUES["company"] == {"name": "An"}


@pytest.mark.parametrize(
    "source", ["'a' * 10**9", "'%999999999d' % 1", "1" + "+1" * 5000, "[x] * 10**9", "range(10**9)"]
)
def test_an_expression_of_a_slots_file_is_bounded_too(source: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        compile_expression(source, "slots.yaml")(VALUES)
    assert caught.value.finding.id in ("TPL09", "TPL11")


def test_a_long_document_is_within_the_budget() -> None:
    body = paragraph("{%p for n in numbers %}") + paragraph("{{ n }}" + "tekst " * 40) + paragraph("{%p endfor %}")
    assert len(lines(render(body, {"numbers": range(20_000)}))) == 20_000


def test_the_worst_of_them_ends_within_a_small_memory() -> None:
    """In a process of its own, with the real budget; the system would kill it beyond 400 MB or 60 s of work."""
    resource = pytest.importorskip("resource")
    script = (
        "import resource, sys, json\n"
        "resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (60, 60))\n"
        "from ibndocs.foundation.findings import FaultyInput\n"
        "from ibndocs.office.package import Package\n"
        "from ibndocs.office.word.template import WordTemplate\n"
        "for line in sys.stdin:\n"
        "    try:\n"
        "        WordTemplate.compile(Package.read(bytes.fromhex(line))).render({})\n"
        "    except FaultyInput as fault:\n"
        "        print(fault.findings[0].id)\n"
    )
    assert resource
    worst = [ENDLESS[1], ENDLESS[3], ENDLESS[-1], "{{ 'a' * 10**9 }}", IMMENSE[-1], IMMENSE[-9]]
    files = "\n".join(make_file(paragraph(text)).hex() for text in worst)
    done = subprocess.run([sys.executable, "-c", script], input=files, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["TPL11"] * len(worst), done.stderr


@pytest.mark.parametrize("tag", ["{{ x }}", "{% if x %}", "{# x #}"])
def test_more_tags_than_any_document_has_are_refused_before_they_are_compiled(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "MAX_TAGS", 50)
    assert refusal(tag * 51) == "TPL11"
    render(paragraph("{{ text }}" * 50), VALUES)


@pytest.mark.parametrize("opening", ["{{ ", "{{", "{% ", "{#", "{{ { { }}", "{% raw %}"])
def test_thousands_of_broken_tags_are_read_in_no_time(opening: str) -> None:
    """Each opening would be looked for its end to the end of the text: minutes, without a limit."""
    with pytest.raises(FaultyInput):
        render(paragraph(opening * 5000))
