"""Small Word forms for the tests of slots, built from raw XML so that each shows one difficulty and nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from lxml import etree

from ibndocs.foundation.findings import FaultyInput, Spot
from ibndocs.office.package import Package
from ibndocs.office.places import Place
from ibndocs.office.slots import Expression, Fill, Markup, RowsSlot, Slot, ValueSlot
from ibndocs.office.word.fill import WordForm

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
SPACES = (
    f'xmlns:w="{W}" xmlns:w14="{W14}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _style(number: str, name: str, inside: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{number}"><w:name w:val="{name}"/>{inside}</w:style>'


STYLES = f"<w:styles {SPACES}>" + "".join(
    (
        _style("Kop1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        _style("Kop2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        _style("Vraag", "Vraag", '<w:basedOn w:val="Kop2"/>'),
        _style("Inhopg1", "toc 1"),
        _style("Bijschrift", "caption"),
        "</w:styles>",
    )
)


def p(text: str = "", style: str = "", run: str = "", mark: str = "") -> str:
    """A paragraph with its style, run properties and the properties of its mark."""
    own = (f'<w:pStyle w:val="{style}"/>' if style else "") + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    properties = f"<w:pPr>{own}</w:pPr>" if own else ""
    return f"<w:p>{properties}{r(text, run) if text else ''}</w:p>"


def r(text: str, properties: str = "") -> str:
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def sdt(tag: str, content: str, extra: str = "") -> str:
    properties = f'<w:sdtPr><w:alias w:val="Titel van {tag}"/><w:tag w:val="{tag}"/>{extra}</w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tc(content: str = "<w:p/>", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def row(*texts: str) -> str:
    """A row of plain cells."""
    return tr(*(tc(p(text)) for text in texts))


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


STORE = "{5D7BA57F-1E52-4637-9F82-2D4025768D4F}"
"""The id of the XML that controls may be bound to."""


def build_form(body: str, extra: Mapping[str, str] | None = None, data: str = "") -> Package:
    """A form with this body; `extra` holds the content of `header1` or `footer1`, `data` the XML of controls."""
    extra = extra or {}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{re.sub("[0-9]", "", name)}+xml"/>'
        for name in extra
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/{re.sub("[0-9]", "", name)}" Target="{name}.xml"/>'
        for number, name in enumerate(extra, 2)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{TYPES}.styles+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONSHIPS}/styles" Target="styles.xml"/>{links}</Relationships>',
    }
    for name, content in extra.items():
        root = "hdr" if name.startswith("header") else "ftr"
        parts[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{content}</w:{root}>"
    if data:
        custom = f"{RELATIONSHIPS}/customXml"
        rels = "word/_rels/document.xml.rels"
        link = f'<Relationship Id="rId9" Type="{custom}" Target="../customXml/item1.xml"/></Relationships>'
        parts[rels] = parts[rels].replace("</Relationships>", link)
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            "<Override", '<Default Extension="xml" ContentType="application/xml"/><Override', 1
        )
        parts["customXml/item1.xml"] = data
        parts["customXml/itemProps1.xml"] = (
            '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
            f'ds:itemID="{STORE}"/>'
        )
        parts["customXml/_rels/item1.xml.rels"] = (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{custom}Props" '
            'Target="itemProps1.xml"/></Relationships>'
        )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return Package.read(file.getvalue(), name="form.docx")


def spot(line: int = 1) -> Spot:
    return Spot("slots/form.yaml", line, 1)


def value(
    at: Place, source: str, markup: Markup = "text", *, optional: bool = False, replace: bool = False, line: int = 1
) -> ValueSlot:
    return ValueSlot(at, Expression(source, spot(line)), spot(line), markup, optional, replace)


def cell(source: str, markup: Markup = "text", *, optional: bool = False, colour: str = "") -> Fill:
    return Fill(Expression(source, spot()), markup, optional, Expression(colour, spot()) if colour else None)


def rows(at: Place, each: str, *cells: tuple[Fill | None, ...], empty: str | None = None) -> RowsSlot:
    return RowsSlot(at, Expression(each, spot()), cells, spot(), empty)


def render(form: Package, *slots: Slot, keep_controls: bool = True, **values: object) -> Package:
    """The filled form."""
    return Package.read(WordForm.compile(form, slots, keep_controls=keep_controls).render(values))


def body_of(filled: Package, part: str = "word/document.xml") -> etree._Element:
    """The body, or the root of another part."""
    root = filled.xml(part)
    body = root.find(f"{{{W}}}body")
    return body if body is not None else root


def texts(element: etree._Element) -> list[str]:
    """The text of each paragraph that has some, breaks as new lines."""
    found: list[str] = []
    for paragraph in element.iter(f"{{{W}}}p"):
        pieces = (
            "\n" if item.tag == f"{{{W}}}br" else item.text or "" for item in paragraph.iter(f"{{{W}}}t", f"{{{W}}}br")
        )
        found.append("".join(pieces))
    return [text for text in found if text]


def table_texts(element: etree._Element) -> list[list[str]]:
    """The text of each cell of each row of the first table."""
    table = next(element.iter(f"{{{W}}}tbl"))
    return [["|".join(texts(cell)) for cell in tr.iter(f"{{{W}}}tc")] for tr in table.iter(f"{{{W}}}tr")]


def find(element: etree._Element, path: str) -> etree._Element | None:
    """What stands at a path of `w:` and `w14:` names."""
    return element.find(path, {"w": W, "w14": W14})


def run_properties(element: etree._Element, text: str) -> list[str]:
    """The local names of the properties of the run that holds `text`."""
    for run in element.iter(f"{{{W}}}r"):
        if text in "".join(item.text or "" for item in run.iter(f"{{{W}}}t")):
            own = find(run, "w:rPr")
            return [etree.QName(item).localname for item in own] if own is not None else []
    raise AssertionError(f"no run holds {text!r}")


def faults(form: Package, *slots: Slot) -> FaultyInput:
    """The faults of slots that cannot be filled."""
    try:
        WordForm.compile(form, slots)
    except FaultyInput as faulty:
        return faulty
    raise AssertionError("the form was compiled")
