"""Text is data: whatever a value holds comes out as text, and the document stays sound."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.office.word.building import lines, make_template, paragraph, rows, table

from ibndocs.office.package import Package
from ibndocs.office.xmltext import clean

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[])) | st.text(
    alphabet="{}%#<>&;'\"\\ \t\n\r]ax_-\ue000\ue001"
)
HOSTILE = (
    "{{ secret }}",
    "{% for x in y %}",
    "{# weg #}",
    "{_{ x }_}",
    "</w:t></w:r></w:p><w:p>",
    "<![CDATA[x]]>",
    "]]>",
    "&amp; &lt; &#0; &bestaat-niet;",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "<?ibn-end ?><?ibn-row ?>",
    "\x00\x01\x02\x03\x04\x0b\x1f",
    "\ud800\udfff\ufffe\uffff",
    "\ue0000\ue001",
    "%s %(x)s {0} {x.__class__}",
    "a\r\nb\rc\nd\te",
    "  voor en na  ",
    "\u202e omgekeerd \u200b onzichtbaar",
    "𝒳 🦄 é ﷽",
)

LINE = make_template(paragraph("[{{ x }}]", "{% if x %}{% endif %}"))
EVERYWHERE = make_template(
    paragraph("{{p x }}")
    + paragraph("{{r x }}")
    + paragraph("{{ x ~ x }}{{ x|e }}{% set y %}{{ x }}{% endset %}{{ y }}")
    + table(("{%tr for x in [x] %}",), ("{{ x }}",), ("{%tr endfor %}",)),
    {"header": paragraph("{{ x }}")},
)


def as_printed(text: str) -> str:
    """What a reader of the XML gets: line ends are new lines."""
    return clean(text).replace("\r\n", "\n").replace("\r", "\n")


def without_breaks(text: str) -> str:
    """`text` without what begins a paragraph or a page, which has tests of its own."""
    return text.replace("\a", "").replace("\f", "")


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT.map(without_breaks))
def test_any_text_comes_out_as_it_was(text: str) -> None:
    assert lines(Package.read(LINE.render({"x": text}))) == [f"[{as_printed(text)}]"]


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT.map(without_breaks))
def test_any_text_comes_out_as_it_was_wherever_it_stands(text: str) -> None:
    made = Package.read(EVERYWHERE.render({"x": text}))
    printed = as_printed(text)
    assert lines(made, "word/header.xml") == [printed]
    assert rows(made) == [[printed]]
    *blocks, run, line, _cell = lines(made)
    assert "\n".join(blocks) == printed
    assert run == printed
    assert line == as_printed(text + text) + printed * 2


def test_hostile_values_are_text() -> None:
    for value in HOSTILE:
        assert lines(Package.read(LINE.render({"x": value}))) == [f"[{as_printed(value)}]"]


def test_white_space_is_kept() -> None:
    tree = Package.read(LINE.render({"x": "  a  "})).xml("word/document.xml")
    kept = [item.get("{http://www.w3.org/XML/1998/namespace}space") for item in tree.iter("{*}t")]
    assert kept == ["preserve", "preserve"]


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_the_text_of_a_template_is_no_code(text: str) -> None:
    """Braces that are no tags, and whatever else a form holds, come out as typed."""
    body = clean(text).replace("{", "(").replace("}", ")").replace("\r", "").replace("\n", "").replace("\t", "")
    made = make_template(paragraph(body + "{{ x }}" + body)).render({"x": "-"})
    assert lines(Package.read(made)) == [body + "-" + body]
