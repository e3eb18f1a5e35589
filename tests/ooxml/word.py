"""What Word trips over: cells without a paragraph, ragged tables, lost styles and lists, doubled identifiers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element
from tests.ooxml.parts import Parts, attr, check_order, child, local, repeated, visible
from tests.ooxml.word_order import WORD_ORDERS

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STORIES = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments", "glossaryDocument")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_BLOCKS = {"p", "tbl", "sdt", "altChunk", "customXml"}
_BLOCK_PARENTS = {
    "body", "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent", "sdtContent", "customXml",
    "docPartBody"
}  # fmt: skip
_PARENTS = {
    "t": {"r"},
    "r": {
        "p", "hyperlink", "ins", "del", "moveFrom", "moveTo", "smartTag", "sdtContent", "customXml", "fldSimple", "rt",
        "rubyBase", "dir", "bdo"
    },
    "p": _BLOCK_PARENTS,
    "tbl": _BLOCK_PARENTS,
}  # fmt: skip
_STYLE_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes", "commentReference": "comments"}


def check_document(parts: Parts) -> Iterator[str]:
    """Check a Word document, part by part and as a whole."""
    main = parts.main or ""
    stories = {name: root for name, root in parts.trees.items() if local(root) in _STORIES and _is_word(root)}
    for name, root in parts.trees.items():
        if _is_word(root):
            for parent, order in WORD_ORDERS.items():
                yield from check_order(name, root, parent, order, root.tag[1:].partition("}")[0])
    for name, root in stories.items():
        # A glossary has styles and lists of its own.
        owner = next((part for part in (name, main) if parts.targets(part, "styles")), main)
        if not name.startswith("word/glossary/") or owner != main:
            yield from _check_styles(parts, owner, name, root)
            yield from _check_lists(parts, owner, name, root)
        yield from _check_structure(name, root)
        yield from _check_tables(name, root)
        yield from _check_ids(name, root)
        yield from _check_text(name, root)
        for reference, kind in _NOTES.items():
            known = {attr(note, "id") for note in (_notes(parts, main, kind))}
            for element in visible(root, reference):
                if attr(element, "id") not in known:
                    yield f"{name}: {reference} {attr(element, 'id')} has no text"
    bodies = [root for name, root in stories.items() if not name.startswith("word/glossary/")]
    controls = [attr(child(item, "id"), "val") for root in bodies for item in visible(root, "sdtPr")]
    for identifier in repeated(identifier for identifier in controls if identifier):
        yield f"content control id {identifier} twice"
    yield from _check_numbering(parts, main)


def _is_word(root: _Element) -> bool:
    return isinstance(root.tag, str) and root.tag[1:].partition("}")[0] in (_STRICT, _TRANSITIONAL)


def _notes(parts: Parts, main: str, kind: str) -> list[_Element]:
    root = parts.tree(main, kind)
    return list(root) if root is not None else []


def _check_styles(parts: Parts, owner: str, name: str, root: _Element) -> Iterator[str]:
    styles = parts.tree(owner, "styles")
    known = {(attr(s, "type"), attr(s, "styleId")) for s in (styles if styles is not None else ())}
    used = {(local(item), attr(item, "val")) for item in root.iter(*(f"{{*}}{tag}" for tag in _STYLE_KINDS))}
    for tag, style in sorted(used):
        if (_STYLE_KINDS[tag], style) not in known:
            yield f"{name}: {_STYLE_KINDS[tag]} style {style} does not exist"


def _check_lists(parts: Parts, owner: str, name: str, root: _Element) -> Iterator[str]:
    numbering = parts.tree(owner, "numbering")
    known = {attr(n, "numId") for n in (numbering if numbering is not None else ()) if local(n) == "num"}
    for identifier in sorted({attr(item, "val") for item in root.iter("{*}numId")} - known - {"0"}):
        yield f"{name}: list {identifier} does not exist"


def _check_numbering(parts: Parts, main: str) -> Iterator[str]:
    numbering = parts.tree(main, "numbering")
    if numbering is None:
        return
    abstract = [attr(item, "abstractNumId") for item in numbering if local(item) == "abstractNum"]
    numbers = [item for item in numbering if local(item) == "num"]
    for identifier in repeated(abstract):
        yield f"numbering: abstract list {identifier} twice"
    for identifier in repeated(attr(item, "numId") for item in numbers):
        yield f"numbering: list {identifier} twice"
    for item in numbers:
        if attr(child(item, "abstractNumId"), "val") not in abstract:
            yield f"numbering: list {attr(item, 'numId')} has no abstract list"


def _check_structure(name: str, root: _Element) -> Iterator[str]:
    """Paragraphs, runs and text where they may stand, and something in everything that must hold something."""
    for element in root.iter(*(f"{{*}}{kind}" for kind in _PARENTS)):
        parent = element.getparent()
        if parent is None or not _is_word(element) or not _is_word(parent):
            continue
        kind = local(element)
        if local(parent) not in _PARENTS[kind]:
            yield f"{name}: {kind} directly in {local(parent)}"
        if kind in ("p", "r") and any(local(item) == f"{kind}Pr" for item in list(element)[1:]):
            yield f"{name}: {kind}Pr is not the first in its {kind}"
    for element in root.iter("{*}hdr", "{*}ftr", "{*}footnote", "{*}endnote", "{*}txbxContent"):
        if _is_word(element) and not any(local(item) in _BLOCKS for item in element):
            yield f"{name}: {local(element)} without a paragraph"
    body = child(root, "body")
    if body is not None and any(local(item) == "sectPr" for item in list(body)[:-1]):
        yield f"{name}: sectPr is not the last in the body"
    for control in root.iter("{*}sdt"):
        if child(control, "sdtContent") is None:
            yield f"{name}: content control without content"


def _check_tables(name: str, root: _Element) -> Iterator[str]:
    for table in root.iter("{*}tbl"):
        if not _is_word(table):
            continue
        grid = child(table, "tblGrid")
        if child(table, "tblPr") is None or grid is None:
            yield f"{name}: table without properties or grid"
        rows = list(_inside(table, "tr"))
        if not rows:
            yield f"{name}: table without rows"
        for number, row in enumerate(rows, start=1):
            cells = list(_inside(row, "tc"))
            if not cells:
                yield f"{name}: row {number} of a table without cells"
            width = sum(_number(child(cell, "tcPr", "gridSpan"), 1) for cell in cells)
            width += sum(_number(child(row, "trPr", edge), 0) for edge in ("gridBefore", "gridAfter"))
            if grid is not None and width != len(grid.findall("{*}gridCol")):
                yield f"{name}: a row of {width} columns in a table of {len(grid.findall('{*}gridCol'))}"
            for cell in cells:
                if not _ends_in_paragraph(cell):
                    yield f"{name}: a cell in row {number} does not end with a paragraph"


def _number(element: _Element | None, default: int) -> int:
    return int(attr(element, "val", str(default)))


def _inside(parent: _Element, kind: str) -> Iterator[_Element]:
    for item in parent:
        if local(item) == kind:
            yield item
        elif local(item) in ("sdt", "sdtContent", "customXml", "ins", "del"):
            yield from _inside(item, kind)


def _ends_in_paragraph(cell: _Element) -> bool:
    blocks = [item for item in cell if local(item) in ("p", "tbl", "sdt", "sdtContent", "customXml", "altChunk")]
    if not blocks:
        return False
    last = blocks[-1]
    return local(last) == "p" or (local(last) in ("sdt", "sdtContent", "customXml") and _ends_in_paragraph(last))


def _check_ids(name: str, root: _Element) -> Iterator[str]:
    starts = list(visible(root, "bookmarkStart"))
    for identifier in repeated(attr(item, "id") for item in starts):
        yield f"{name}: bookmark id {identifier} twice"
    for bookmark in repeated(attr(item, "name").casefold() for item in starts):
        yield f"{name}: bookmark {bookmark} twice"
    ends = {attr(item, "id") for item in visible(root, "bookmarkEnd")}
    for item in starts:
        if attr(item, "id") not in ends:
            yield f"{name}: bookmark {attr(item, 'name')} has no end"
    for identifier in sorted(ends - {attr(item, "id") for item in starts}):
        yield f"{name}: bookmark end {identifier} has no start"
    for identifier in repeated(attr(item, "id") for item in visible(root, "docPr")):
        yield f"{name}: drawing id {identifier} twice"
    depth = 0
    for mark in visible(root, "fldChar"):
        depth += {"begin": 1, "end": -1}.get(attr(mark, "fldCharType"), 0)
        if depth < 0:
            break
    if depth:
        yield f"{name}: fields that do not begin and end in pairs"


def _check_text(name: str, root: _Element) -> Iterator[str]:
    for element in root.iter("{*}t", "{*}delText", "{*}instrText"):
        text = element.text or ""
        if not _is_word(element):
            continue
        if text != text.strip(" ") and element.get(_PRESERVE) != "preserve":
            yield f"{name}: outer spaces of {text!r} are lost without xml:space"
        if "\n" in text or "\t" in text:
            yield f"{name}: a line break or tab as a character in {text!r}"
