"""What Word insists on and a template may leave out: a cell ends in a paragraph, a table has rows, a row has cells.

Where that depends on the values, a note for the finished text is left in the tree as a processing instruction;
`settle_endings` acts on the notes and takes them away.
"""

from __future__ import annotations

import re

from lxml import etree

from ibndocs.office.word.columns import note_columns, settle_columns
from ibndocs.office.word.marks import Marks
from ibndocs.office.word.splitting import split_at_notes
from ibndocs.office.word.tree import child, is_a, names

_CONTAINERS = ("tc", "txbxContent", "footnote", "endnote", "comment", "hdr", "ftr")
_RANGE = re.compile(r".*\}(?:bookmark|commentRange|moveFromRange|moveToRange|perm|customXml\w*Range)(?:Start|End)$")
_NOTE = re.compile(r"<\?ibn-\w+ \?>")
_EMPTY_ROW = re.compile(
    r"<w:tr(?: [^>]*)?>(?:<w:tblPrEx>(?:(?!</w:tblPrEx>).)*</w:tblPrEx>)?"
    r"(?:<w:trPr>(?:(?!</w:trPr>).)*</w:trPr>)?<\?ibn-row \?></w:tr>",
    re.DOTALL,
)
_EMPTY_TABLE = re.compile(
    r"<w:tbl(?: [^>]*)?>\s*(?:<w:tblPr>(?:(?!</w:tblPr>).)*</w:tblPr>|<w:tblPr/>)?\s*"
    r"(?:<w:tblGrid>(?:(?!</w:tblGrid>).)*</w:tblGrid>|<w:tblGrid/>)?\s*"
    r"(?:<\?ibn-columns \?>)?<\?ibn-table \?></w:tbl>",
    re.DOTALL,
)
_END = "<?ibn-end ?>"
_ENDS_WELL = re.compile(r"(?:</w:p>|<w:p(?: [^>]*)?/>)(?:</w:sdtContent></w:sdt>|<w:\w+(?:Start|End)\b[^>]*/>|\s)*$")
_TAIL = 2000
"""How much of the text before a note is looked at: more than the longest run of range marks."""


def note_endings(root: etree._Element, marks: Marks) -> None:
    """Leave notes where only the finished text will tell whether something is missing."""
    note_columns(root, marks)
    for row in root.iter(*names("tr")):
        if _may_be_empty(row, "tc", marks):
            row.append(etree.ProcessingInstruction("ibn-row"))
    for table in root.iter(*names("tbl")):
        if _may_be_empty(table, "tr", marks):
            table.append(etree.ProcessingInstruction("ibn-table"))
    for container in root.iter(*names(*_CONTAINERS)):
        if not _ends_in_paragraph(container):
            container.append(etree.ProcessingInstruction("ibn-end"))


def _may_be_empty(element: etree._Element, name: str, marks: Marks) -> bool:
    """Whether each child `name` stands in a block, and at least one mark stands between them."""
    depth = marks.count_depth(element.text)
    marked = bool(marks.find(element.text))
    for item in element:
        if depth == 0 and (is_a(item, name) or is_a(item, "sdt", "customXml", "ins")):
            return False
        marked = marked or bool(marks.find(item.tail))
        depth += marks.count_depth(item.tail)
    return marked


def _ends_in_paragraph(container: etree._Element) -> bool:
    for item in reversed(container):
        if (item.tail or "").strip():
            return False
        if is_a(item, "p"):
            return True
        if is_a(item, "sdt"):
            content = child(item, "sdtContent")
            return content is not None and _ends_in_paragraph(content)
        if not (isinstance(item.tag, str) and _RANGE.match(item.tag)):
            return not is_a(item, "tbl", "tcPr")
    return not (container.text or "").strip()


def settle_endings(xml: str) -> str:
    """`xml` with what its notes ask: empty rows and tables gone, paragraphs put where one must stand."""
    if "<?ibn-" not in xml:
        return xml
    xml = _EMPTY_ROW.sub("", split_at_notes(xml))
    xml = settle_columns(_EMPTY_TABLE.sub("", xml))
    pieces = xml.split(_END)
    for number, piece in enumerate(pieces[:-1]):
        if not piece.endswith("</w:p>") and not _ENDS_WELL.search(piece[-_TAIL:]):
            pieces[number] = piece + "<w:p/>"
    return _NOTE.sub("", "".join(pieces))
