"""The shared base of all Word forms: a builder that lays out cover, contents, questions and tables.

A form is made by calls in reading order and ends in `build()`. Question numbers, titles and hints come from
`call.toml`; a question is a heading, its hint, and an empty paragraph below it for the answer (slot `under`).
The contents list is a real field whose entries are links without page numbers: a number that nobody updated
would send the reader to a wrong page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tools.forms import markup
from tools.forms.markup import ACCENT, NAMESPACES, WHITE, control, paragraph, run, shade
from tools.forms.word_parts import pack
from tools.forms.word_styles import write_styles
from tools.forms.word_table import Cell, Column, Row, blank_row, label, write_table

from ibndocs.call.pack import Call, load_call

__all__ = ["YEARS", "Cell", "Column", "Row", "WordForm", "blank_row", "label"]

CALL = "ibn-2025"
YEARS = ("Jaar 1", "Jaar 2", "Jaar 3")
PAGE = (11906, 16838)
MARGIN = 1247
TEXT_WIDTH = PAGE[0] - 2 * MARGIN
LANDSCAPE_WIDTH = PAGE[1] - 2 * MARGIN
_COLUMN_SPACE = 454


@dataclass
class WordForm:
    """A Word form being laid out.

    Attributes:
        title: What the document is called, on the cover and in the header.
        phase: The phase whose question numbers are printed.
        kicker: The line above the title on the cover; by default the title of the call and the phase.
    """

    title: str
    phase: int
    kicker: str = ""
    call: Call = field(default_factory=lambda: load_call(CALL))
    _body: list[str] = field(default_factory=list)
    _entries: list[tuple[int, str, str]] = field(default_factory=list)
    _contents_at: int | None = None
    _number: int = 100
    _tables: int = 0
    _sections: int = 0
    _width: int = TEXT_WIDTH

    # ------------------------------------------------------------------ front

    def cover(self, facts: Sequence[tuple[str, str]], *, subtitle: str = "acroniem", motto: str = "titel") -> None:
        """A cover: a band with the title and two controls, a table of facts (label, tag), the notice; a new page."""
        kicker = self.kicker or f"{self.call.call.title}  ·  Fase {self.phase}"
        white = f'<w:color w:val="{WHITE}"/>'
        band = (
            paragraph(run(kicker), "Oproep", '<w:spacing w:before="500" w:after="160"/>')
            + paragraph(run(self.title), "Title")
            + paragraph(self.control(subtitle, white), "Acroniem", '<w:spacing w:before="480" w:after="60"/>')
            + paragraph(self.control(motto, white), "Subtitle", '<w:spacing w:before="0" w:after="500"/>')
        )
        self._body.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="510" w:type="dxa"/><w:right w:w="510" w:type="dxa"/></w:tblCellMar>'
            '<w:tblCaption w:val="Titelblok"/><w:tblDescription w:val="Oproep, naam van het document en project"/>'
            f'</w:tblPr><w:tblGrid><w:gridCol w:w="{TEXT_WIDTH}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>'
            f'<w:trHeight w:val="7400" w:hRule="atLeast"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{TEXT_WIDTH}" '
            f'w:type="dxa"/>{shade(ACCENT)}<w:vAlign w:val="center"/></w:tcPr>{band}</w:tc></w:tr></w:tbl>'
        )
        self._body.append(paragraph(properties='<w:spacing w:before="360" w:after="0"/>'))
        rows = [Row([label(name), Cell(content=self.control(tag))], "field") for name, tag in facts]
        columns = [Column("Gegeven", 30), Column("Antwoord", 70)]
        self._body.append(write_table("Voorblad", columns, rows, width=TEXT_WIDTH, header=False))
        self._body.append(paragraph(properties='<w:spacing w:before="240" w:after="0"/>'))
        self.instruct(f"{self._notice()}. Dit formulier is afgeleid van de {self.call.call.guideline} van "
                      f"{self.call.call.agency}; het officiële sjabloon van de oproep gaat altijd voor.")  # fmt: skip

    def contents(self) -> None:
        """The contents list on pages of its own; its entries are the headings of level 1 and 2.

        One column: LibreOffice does not lay a contents list in columns.
        """
        self._section()
        self._body.append(paragraph(run("Inhoud"), "TOCHeading"))
        self._contents_at = len(self._body)
        self._body.append("")
        self._section()

    # ------------------------------------------------------------------ text

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """A real heading; levels 1 and 2 come in the contents list."""
        properties = "<w:pageBreakBefore/>" if new_page else ""
        content = run(text)
        if level <= 2:
            name = f"_Toc{len(self._entries) + 1:08d}"
            content = markup.bookmark(content, name, self._next())
            self._entries.append((level, text, name))
        self._body.append(paragraph(content, f"Heading{level}", properties))

    def question(self, identifier: str, level: int = 2) -> None:
        """A question of `call.toml`: numbered heading, hint with its place in the guideline, room for the answer."""
        question = self.call.question_by_id[identifier]
        number = question.numbers[f"phase{self.phase}"]
        self.heading(f"{number} {question.title}", level)
        self.hint(f"{question.hint} ({self.call.cite(question.section)})")
        self.answer()

    def section(self, identifier: str, level: int = 2) -> None:
        """The numbered heading of a table that answers a criterion (`labels.section` of `call.toml`)."""
        labels = self.call.labels
        self.heading(f"{labels[f'section_phase{self.phase}'][identifier]} {labels['section'][identifier]}", level)

    def hint(self, text: str) -> None:
        """What the form asks, in grey italics."""
        self._body.append(paragraph(run(text), "Toelichting"))

    def instruct(self, text: str) -> None:
        """An instruction in a tinted box."""
        self._body.append(paragraph(run(text), "Instructie"))

    def text(self, text: str, style: str = "", *, keep: bool = False) -> None:
        """A paragraph of the form's own text; `keep` holds it on the page of what follows."""
        self._body.append(paragraph(run(text), style, "<w:keepNext/><w:keepLines/>" if keep else ""))

    def answer(self) -> None:
        """An empty paragraph for an answer."""
        self._body.append(paragraph())

    def raw_control(self, tag: str, style: str) -> None:
        """A paragraph that is one control: the heading of a part that repeats."""
        self._body.append(paragraph(self.control(tag), style))

    def raw(self, xml: str) -> None:
        """Blocks that the builder has no word for."""
        self._body.append(xml)

    # ------------------------------------------------------------------ tables

    def table(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Row] | None = None,
        *,
        description: str = "",
        header: bool = True,
        caption: bool = True,
        upright: bool = False,
        together: bool = False,
    ) -> None:
        """A table below its caption; without `rows` one blank row, to be repeated.

        `upright` rules its columns; `together` keeps its rows on one page as far as they fit there.
        """
        if caption:
            self._tables += 1
            numbered = run("Tabel ") + markup.field("SEQ Tabel \\* ARABIC", str(self._tables)) + run(f" – {name}")
            self._body.append(paragraph(numbered, "Caption"))
        written = [blank_row(columns)] if rows is None else rows
        if together:
            written = [*(replace(row, keep=True) for row in written[:-1]), written[-1]]
        self._body.append(
            write_table(
                name, columns, written, width=self._width, description=description, header=header, upright=upright
            )
        )

    def facts(self, name: str, labels: Sequence[str], *, description: str = "", share: float = 32) -> None:
        """A table of labels with an empty cell right of each; slots name the cell by its label."""
        columns = [Column("Gegeven", share), Column("Antwoord", 100 - share)]
        rows = [Row([label(text), ""], "field") for text in labels]
        self.table(name, columns, rows, description=description, header=False, together=True)

    def gap(self) -> None:
        """Keeps two tables apart and ends a section without taking room."""
        self._body.append(paragraph(style="Tussenruimte"))

    def small_gap(self) -> None:
        """Some room between two tables without captions."""
        self._body.append(paragraph(style="Tussenruimte", properties='<w:spacing w:before="160" w:after="0"/>'))

    # ------------------------------------------------------------------ pages

    def landscape(self) -> None:
        """Turns the pages from here on."""
        self._section()
        self._width = LANDSCAPE_WIDTH

    def portrait(self) -> None:
        """Turns the pages back."""
        self._section()
        self._width = TEXT_WIDTH

    def page_break(self) -> None:
        """What follows starts on a new page."""
        self._body.append(paragraph('<w:r><w:br w:type="page"/></w:r>', "Tussenruimte"))

    def _section(self) -> None:
        """Ends the section here; it began on a new page."""
        self._body.append(paragraph("", "Tussenruimte", self._section_properties(first=not self._sections)))
        self._sections += 1

    def _section_properties(self, *, first: bool = False) -> str:
        wide = self._width == LANDSCAPE_WIDTH
        width, height = reversed(PAGE) if wide else PAGE
        turned = ' w:orient="landscape"' if wide else ""
        head, foot = ("header2", "footer2") if wide else ("header1", "footer1")
        references = f'<w:headerReference w:type="default" r:id="{head}"/>'
        references += f'<w:footerReference w:type="default" r:id="{foot}"/>'
        if first:
            references += '<w:headerReference w:type="first" r:id="header3"/>'
            references += '<w:footerReference w:type="first" r:id="footer3"/>'
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f'<w:pgMar w:top="1304" w:right="{MARGIN}" w:bottom="1191" w:left="{MARGIN}" w:header="624" '
            f'w:footer="567" w:gutter="0"/><w:cols w:space="{_COLUMN_SPACE}"/>'
            f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
        )

    # ------------------------------------------------------------------ the file

    def build(self) -> bytes:
        """The finished form."""
        if self._contents_at is not None:
            self._body[self._contents_at] = self._write_contents()
        document = f"<w:document {NAMESPACES}><w:body>{''.join(self._body)}"
        stories = {
            "header1": self._header(TEXT_WIDTH), "footer1": self._footer(TEXT_WIDTH),
            "header2": self._header(LANDSCAPE_WIDTH), "footer2": self._footer(LANDSCAPE_WIDTH),
            "header3": self._story("hdr", ""), "footer3": self._story("ftr", ""),
        }  # fmt: skip
        document += f"{self._section_properties(first=not self._sections)}</w:body></w:document>"
        used = {name: story for name, story in stories.items() if f'r:id="{name}"' in document}
        return pack(document, write_styles(), used, title=f"{self.title} – {self.call.call.title}",
                    subject=self._notice(), keywords=f"{self.call.call.id}, {self.call.call.agency}")  # fmt: skip

    def _write_contents(self) -> str:
        lines = []
        for index, (level, text, name) in enumerate(self._entries):
            number, _, words = text.partition(" ")
            shown = f"{number}\t{words}" if level == 2 else text
            link = f'<w:hyperlink w:anchor="{name}" w:history="1">{run(shown)}</w:hyperlink>'
            begin = end = ""
            if index == 0:
                begin = (
                    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
                    'TOC \\o "1-2" \\h \\z \\n </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                )
            if index == len(self._entries) - 1:
                end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            lines.append(paragraph(begin + link + end, f"TOC{level}"))
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{self._next()}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>"
        )

    def _header(self, width: int) -> str:
        right = self.control("acroniem") + run(f"  ·  {self.title}")
        return self._story("hdr", paragraph(run(self._notice() + "\t") + right, "Header", _right_tab(width)))

    def _footer(self, width: int) -> str:
        left = run("Versie ") + self.control("versie") + run("  ·  ") + self.control("datum")
        right = run("\tpagina ") + markup.field("PAGE", "1") + run(" van ") + markup.field("NUMPAGES", "1")
        return self._story("ftr", paragraph(left + right, "Footer", _right_tab(width)))

    @staticmethod
    def _story(tag: str, content: str) -> str:
        return f"<w:{tag} {NAMESPACES}>{content or paragraph(style='Tussenruimte')}</w:{tag}>"

    def _notice(self) -> str:
        return f"{self.call.call.notice} – stand-in"

    def control(self, tag: str, properties: str = "") -> str:
        """A content control within a line, with an id of its own."""
        return control(tag, self._next(), properties=properties)

    def _next(self) -> int:
        self._number += 1
        return self._number


def _right_tab(width: int) -> str:
    if width == TEXT_WIDTH:
        return ""
    return f'<w:tabs><w:tab w:val="clear" w:pos="{TEXT_WIDTH}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
