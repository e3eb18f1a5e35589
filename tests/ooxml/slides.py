"""What PowerPoint trips over: doubled identifiers, ragged tables, text out of order, charts that do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element
from tests.ooxml.parts import Parts, attr, check_order, child, local, repeated, visible

_DRAWINGML = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
_FILL = "noFill/solidFill/gradFill/blipFill/pattFill/grpFill"
_LINES = "lnSpc spcBef spcAft"
_BULLET = "buClrTx/buClr buSzTx/buSzPct/buSzPts buFontTx/buFont buNone/buAutoNum/buChar/buBlip"
_ORDERS = {
    "txBody": "bodyPr lstStyle p",
    "p": "pPr r/br/fld/m/AlternateContent endParaRPr",
    "pPr": f"{_LINES} {_BULLET} tabLst defRPr extLst",
    "rPr": (
        f"ln {_FILL} effectLst/effectDag highlight uLnTx/uLn uFillTx/uFill latin ea cs sym hlinkClick hlinkMouseOver "
        "rtl extLst"
    ),
    "tbl": "tblPr tblGrid tr",
    "tc": "txBody tcPr extLst",
    "tcPr": f"lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D {_FILL} headers extLst",
}
_SMALLEST_SLIDE_ID, _SMALLEST_MASTER_ID = 256, 2**31


def check_presentation(parts: Parts) -> Iterator[str]:
    """Check a presentation: its lists of slides and masters, each slide, its drawings and its charts."""
    main = parts.main or ""
    root = parts.trees[main]
    slides = list(root.iter("{*}sldId"))
    numbers = [attr(item, "id") for item in slides if "sldIdLst" in local(item.getparent())]
    for number in repeated(_plain_id(item) for item in slides if local(item.getparent()) == "sldIdLst"):
        yield f"slide id {number} twice"
    listed = [item for item in slides if local(item.getparent()) == "sldIdLst"]
    if any(int(_plain_id(item)) < _SMALLEST_SLIDE_ID for item in listed):
        yield f"slide ids below {_SMALLEST_SLIDE_ID}: {numbers}"
    masters = [item for tree in parts.trees.values() for item in tree.iter("{*}sldMasterId", "{*}sldLayoutId")]
    for number in repeated(_plain_id(item) for item in masters if _plain_id(item)):
        yield f"master or layout id {number} twice"
    if any(int(_plain_id(item) or _SMALLEST_MASTER_ID) < _SMALLEST_MASTER_ID for item in masters):
        yield f"master or layout ids below {_SMALLEST_MASTER_ID}"
    if len(listed) != len(set(parts.targets(main, "slide"))):
        yield f"{len(listed)} slides in the list, {len(set(parts.targets(main, 'slide')))} in the relationships"
    for name, tree in parts.trees.items():
        if local(tree) in ("sld", "notes", "sldLayout", "sldMaster", "notesMaster"):
            yield from check_drawing(name, tree)
        if local(tree) == "sld" and len(parts.targets(name, "slideLayout")) != 1:
            yield f"{name}: not one layout"
        if local(tree) == "notes" and len(parts.targets(name, "slide")) != 1:
            yield f"{name}: notes of not one slide"
    yield from check_charts(parts)


def _plain_id(item: _Element) -> str:
    """The attribute `id` without namespace, beside which `r:id` stands."""
    return str(item.get("id", ""))


def check_drawing(name: str, root: _Element) -> Iterator[str]:
    """Check the shapes, text and tables of one part."""
    for number in repeated(attr(item, "id") for item in visible(root, "cNvPr")):
        yield f"{name}: shape id {number} twice"
    for namespace in _DRAWINGML:
        for parent, order in _ORDERS.items():
            yield from check_order(name, root, parent, order, namespace)
    for body in root.iter("{*}txBody"):
        if child(body, "bodyPr") is None or child(body, "p") is None:
            yield f"{name}: text body without bodyPr or paragraph"
    for table in root.iter("{*}tbl"):
        width = len(table.findall("{*}tblGrid/{*}gridCol"))
        rows = table.findall("{*}tr")
        if not rows:
            yield f"{name}: table without rows"
        for row in rows:
            cells = row.findall("{*}tc")
            if len(cells) != width:
                yield f"{name}: a row of {len(cells)} cells in a table of {width} columns"


def check_charts(parts: Parts) -> Iterator[str]:
    """Check the series and the cached values of every chart."""
    for name, root in parts.trees.items():
        if local(root) != "chartSpace":
            continue
        for mark in ("idx", "order"):
            series = (item for item in root.iter("{*}ser"))
            for number in repeated(attr(child(item, mark), "val") for item in series):
                yield f"{name}: series {mark} {number} twice"
        for cache in root.iter("{*}numCache", "{*}strCache", "{*}lvl", "{*}numLit", "{*}strLit"):
            indexes = [int(attr(point, "idx", "-1")) for point in cache if local(point) == "pt"]
            count = attr(child(cache, "ptCount"), "val")
            if indexes != sorted(set(indexes)) or (count and indexes and indexes[-1] >= int(count)):
                yield f"{name}: points {indexes[:12]} in a {local(cache)} of {count}"
        for value in root.iter("{*}numCache"):
            for point in value.iter("{*}v"):
                if not _is_number(point.text or ""):
                    yield f"{name}: {point.text!r} among the numbers"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return text.startswith("#")
    return True
