"""The letter of intent: a template with typed tags, one page where the text allows.

The letter comes from the company, so it carries the company's name at its head and no mark of ours. What the call
asks stands in it item by item (5.2.1): name, contact, address in Flanders, enterprise number, three declarations; what
strengthens it (motivation, amounts, role) appears where the description has it.
"""

from __future__ import annotations

from tools.forms import markup
from tools.forms.markup import ACCENT, GREY, NAMESPACES, edge, no_edge, paragraph, run
from tools.forms.word_base import MARGIN, PAGE, TEXT_WIDTH
from tools.forms.word_parts import pack
from tools.forms.word_styles import write_styles
from tools.forms.word_table import Cell, Column, Kind, Row, label, write_table

FILE = "letters/intentiebrief.docx"
OPEN_DATE = "…………………… 20…"
"""Room to write the date by hand on a letter that is not signed yet."""
_OPEN = "{{ letter.date or '" + OPEN_DATE + "' }}"
_TIGHT = '<w:spacing w:before="0" w:after="0"/>'


def _tight(text: str, properties: str = "") -> str:
    return paragraph(run(text, properties), properties=_TIGHT)


def _tag(text: str) -> str:
    """A paragraph that holds a paragraph tag only; it leaves nothing behind."""
    return paragraph(run(text))


def _title(text: str) -> str:
    """A small heading within the letter."""
    look = f'<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>'
    return paragraph(run(text, look), properties='<w:keepNext/><w:spacing w:before="200" w:after="60"/>')


def _head() -> str:
    """The sender: name large, address and number below, a rule in the accent colour."""
    rule = f"<w:pBdr>{edge('bottom', ACCENT, 12, 6)}</w:pBdr>"
    name = f'<w:b/><w:bCs/><w:color w:val="{ACCENT}"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
    small = f'<w:color w:val="{GREY}"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
    return paragraph(run("{{ company.name }}", name), properties=_TIGHT) + paragraph(
        run("{{ company.address }}  ·  ondernemingsnummer {{ company.enterprise_number }}", small),
        properties=f'{rule}<w:spacing w:before="0" w:after="200"/>',
    )


def _address() -> str:
    """To whom, and where and when it is written."""
    right = '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>'
    return (
        _tight("Aan {{ call.agency }}, {{ call.fund }}")
        + paragraph(
            run("p/a {{ applicant.name }}, {{ applicant.address }}\t{{ letter.place }}, " + _OPEN),
            properties=f'{right}<w:spacing w:before="0" w:after="200"/>',
        )
        + paragraph(run("{{ letter.subject }}", "<w:b/><w:bCs/>"), properties='<w:spacing w:before="0" w:after="120"/>')
    )


def _identity() -> str:
    rows = [
        ("Onderneming", "{{ company.name }}"),
        ("Ondernemingsnummer", "{{ company.enterprise_number }}"),
        ("Vestiging in Vlaanderen", "{{ company.address }}"),
        (
            "Contactpersoon",
            "{{ [company.contact.name, company.contact.function, company.contact.email, company.contact.phone]"
            " | select | join(', ') }}",
        ),
    ]
    cells = [Row([label(name), Cell(content=run(value))], "field") for name, value in rows]
    return write_table(
        "Onderneming", [Column("Gegeven", 28), Column("Antwoord", 72)], cells, width=TEXT_WIDTH, header=False
    )


def _declarations() -> str:
    return (
        _title("Verklaring")
        + _tag("{%p for sentence in letter.declarations %}")
        + paragraph(run("{{ sentence }}"), "ListNumber", '<w:spacing w:before="0" w:after="40"/>')
        + _tag("{%p endfor %}")
    )


def _amounts() -> str:
    """What the company promises to pay, a column per project year."""
    years = [Column(f"{{{{ letter.amounts[{year}].year }}}}", 18, "right") for year in range(3)]
    columns = [Column("Financieel engagement", 28), *years, Column("Samen", 18, "right")]

    def row(name: str, key: str, total: str, kind: Kind = "body") -> Row:
        cells = [Cell(f"{{{{ letter.amounts[{year}].{key} }}}}") for year in range(3)]
        return Row([label(name), *cells, Cell(f"{{{{ {total} }}}}")], kind)

    rows = [
        row("Lidgeld", "membership", "letter.membership_total"),
        Row(["{%tr if letter.has_sponsoring %}", "", "", "", ""]),
        row("Sponsoring", "sponsoring", "letter.sponsoring_total"),
        row("Totaal", "total", "letter.total", "total"),
        Row(["{%tr endif %}", "", "", "", ""]),
    ]
    return write_table("Financieel engagement", columns, rows, width=TEXT_WIDTH)


def _promises() -> str:
    """What strengthens the letter: motivation, role, amounts."""
    return (
        _tag("{%p if letter.motivation %}")
        + _title("Waarom wij deelnemen")
        + _tag("{{p letter.motivation }}")
        + _tag("{%p endif %}")
        + _tag("{%p if letter.role %}")
        + _title("Onze rol")
        + paragraph(run("{{ letter.role }}"))
        + _tag("{%p endif %}")
        + _tag("{%p if letter.amounts %}")
        + paragraph(properties=_TIGHT)
        + _amounts()
        + _tag("{%p endif %}")
    )


def _signature() -> str:
    """Place for name, function, date and signature; never split from each other."""
    half = TEXT_WIDTH // 2
    small = f'<w:color w:val="{GREY}"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
    keep = '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="0"/>'

    def cell(width: int, content: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'

    left = paragraph(run("Voor {{ company.name }}", "<w:b/><w:bCs/>"), properties=keep)
    left += paragraph(run("{{ letter.signatory }}"), properties=keep)
    left += paragraph(run("{{ letter.function }}", small), properties=keep)
    right = paragraph(run("Handtekening", small), properties=keep)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = f"<w:tblBorders>{''.join(no_edge(side) for side in sides)}</w:tblBorders>"
    return (
        paragraph(properties='<w:keepNext/><w:spacing w:before="0" w:after="120"/>')
        + f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>{line}<w:tblLayout w:type="fixed"/>'
        '<w:tblCaption w:val="Ondertekening"/><w:tblDescription w:val="Naam, functie en handtekening"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="1250" w:hRule="atLeast"/></w:trPr>'
        f"{cell(half, left)}{cell(half, right)}</w:tr></w:tbl>" + paragraph(style="Tussenruimte")
    )


def _footer() -> str:
    text = run("Intentiebrief {{ project.acronym }}  ·  {{ company.name }}\tpagina ")
    pages = markup.field("PAGE", "1") + run(" van ") + markup.field("NUMPAGES", "1")
    return f"<w:ftr {NAMESPACES}>{paragraph(text + pages, 'Footer')}</w:ftr>"


def make() -> bytes:
    """The letter template."""
    width, height = PAGE
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="1000" w:right="{MARGIN}" w:bottom="1000" '
        f'w:left="{MARGIN}" w:header="600" w:footer="500" w:gutter="0"/></w:sectPr>'
    )
    body = _head() + _address() + _identity() + _declarations() + _promises() + _signature()
    document = f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
    return pack(
        document, write_styles(), {"footer1": _footer()}, title="Intentiebrief", subject="Sjabloon", keywords="ibn-2025"
    )
