"""No word of any prose is lost, and what comes out is XML that Word reads."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.effort import count_calls
from tests.libreoffice import to_pdf
from tests.office.word.prose import DECLARED, TABLE, W, build, make_png, open_resources, texts

from ibndocs.foundation.values import Markdown
from ibndocs.office.word.markdown import render_inline, render_markdown
from ibndocs.office.xmltext import clean

MARKDOWN = st.text(
    st.one_of(st.sampled_from("ab1é \n\t#*_-+>|`~!()<>=\\:.\"'/[]{}^$%@;"), st.characters(codec="utf-8")), max_size=120
)


def strip_syntax(source: str) -> str:
    """`source` without the letters and digits that are syntax: they name or number, and are not read.

    Numbers of list items, the language of a code block, addresses and titles of links, labels, entities, the names of
    paired tags.
    """
    source = re.sub(r"[\x0b\x0c\r]+", "\n", source)
    source = re.sub(r"(\d)([.)])", r"\1 \2", clean(source))
    source = re.sub("`{3,}", "``", re.sub("~{3,}", "~~", source))
    return re.sub(r"(?i)</?(sub|sup|u|br)", "<", re.sub(r"\](?=[(:\[])", "] ", source)).replace("&", "& ")


def letters_and_gaps(text: str) -> tuple[str, set[int]]:
    """The letters and digits of `text`, and where white space stands between them."""
    letters = ""
    gaps = set()
    for piece in text.split():
        gaps.add(len(letters))
        letters += "".join(sign for sign in piece if sign.isalnum())
    return letters, gaps - {0, len(letters)}


@settings(max_examples=400, deadline=None)
@given(MARKDOWN.map(strip_syntax))
def test_every_word_comes_out_in_order_and_apart(source: str) -> None:
    resources, _ = open_resources()
    for xml in (
        render_markdown(Markdown(source), resources),
        f"<w:p>{render_inline(Markdown(source), resources)}</w:p>",
    ):
        root = etree.fromstring(f"<w:body {DECLARED}>{xml}</w:body>")
        letters, gaps = letters_and_gaps("\n".join(texts(root)))
        expected, apart = letters_and_gaps(source)
        assert letters == expected
        assert apart <= gaps


PREFIXES = [
    "", "- ", "* ", "1. ", "1) ", "7. ", "> ", "# ", "###", "    ", "  ", "\t", "| ", "|---|---|\n", "---\n", "```\n",
    "~~~\n", "**", "_", "~~", "`", "[^1]: ", "<div>\n", "<!-- ", "\n", "\\\n", "===\n",
]  # fmt: skip
STRUCTURE = st.lists(
    st.tuples(
        st.lists(st.sampled_from(PREFIXES), max_size=4).map("".join),
        st.text("xyzé", min_size=1, max_size=4),
        st.sampled_from([" ", "\n", "\n\n", " | ", "**", "_ ", "`", "  \n", "-->\n"]),
    ),
    max_size=14,
)


@settings(max_examples=400, deadline=None)
@given(STRUCTURE)
def test_no_structure_swallows_a_word(pieces: list[tuple[str, str, str]]) -> None:
    # One word behind a fence is the name of a language: no fence gets one here.
    source = re.sub(r"(`{3,}|~{3,})(?=[^\n`~])", r"\1\n", "".join(map("".join, pieces)))
    resources, _ = open_resources()
    blocks = render_markdown(Markdown(source), resources)
    line = render_inline(Markdown(source), resources)
    for xml in (blocks, f"<w:p>{line}</w:p>"):
        root = etree.fromstring(f"<w:body {DECLARED}>{xml}</w:body>")
        # Letters only: a number may be that of an item, a `div` is not among the words.
        assert re.findall("[xyzé]", "".join(texts(root))) == re.findall("[xyzé]", source)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(st.characters(), max_size=80), MARKDOWN))
def test_any_text_gives_xml(source: str) -> None:
    resources, _ = open_resources()
    blocks = etree.fromstring(f"<w:body {DECLARED}>{render_markdown(Markdown(source), resources)}</w:body>")
    assert len(blocks) == 0 or blocks[-1].tag == f"{{{W}}}p"
    etree.fromstring(f"<w:p {DECLARED}>{render_inline(Markdown(source), resources)}</w:p>")


def test_a_document_reads_the_same_in_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(make_png(100, 40))
    source = f"# Kop\n\nTekst met **vet**.\n\n3. drie\n   - streep\n4. vier\n\n> citaat\n\n{TABLE}\n![x](x.png)\n"
    path = tmp_path / "proef.docx"
    path.write_bytes(build(source, folder=tmp_path))
    pdf = to_pdf(path, tmp_path)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    assert lines[:6] == ["Kop", "Tekst met vet.", "3. drie", "◦ streep", "4. vier", "citaat"]
    assert lines[6:8] == ["Post Uitleg Bedrag", "Loon Een vrij lange uitleg van deze post € 1.000"]


def test_paragraphs_cost_in_proportion_to_their_number() -> None:
    def cost(paragraphs: int) -> int:
        resources, _ = open_resources()
        source = "\n\n".join(
            f"Alinea {number} met **vet**, *cursief* en een [link](https://voorbeeld.be/{number}) erin, "
            "en dan nog wat gewone woorden om er een echte alinea van te maken."
            for number in range(paragraphs)
        )
        return count_calls(lambda: render_markdown(Markdown(source), resources))

    cost(1)  # what is prepared once
    assert cost(100) < 4.5 * cost(25)
