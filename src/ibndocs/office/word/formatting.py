"""Paragraph and run properties as parts that can be laid over each other and written in the order Word demands.

A place in a form has properties of its own (style, spacing, language); markup adds to them. Both are a mapping
from the name of a property to its XML. Properties this program knows nothing of pass through untouched.

Source: ECMA-376-1, 17.3.1.26 (pPr), 17.3.2.28 (rPr), 17.3.1.12 (ind), 17.3.1.33 (spacing).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

Properties = Mapping[str, str]
"""Name of a property (`pStyle`; with its prefix when that is not `w`) to its XML."""

NOTHING: Properties = MappingProxyType({})

TEXT_WIDTH = 9_070
"""The width of the text of a page, 16 cm, in twentieths of a point."""

_PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RUN_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
_PARAGRAPH_RANK = {name: rank for rank, name in enumerate(_PARAGRAPH_ORDER.split())}
_RUN_RANK = {name: rank for rank, name in enumerate(_RUN_ORDER.split())}

_PREFIX = re.compile(r"[<\s]/?([A-Za-z_][\w.-]*):[A-Za-z_]")
_DECLARATION = re.compile(r"\sxmlns(?::[\w.-]+)?=(\"[^\"]*\"|'[^']*')")
_ATTRIBUTE = re.compile(r"\s([\w.-]+:[\w.-]+)=\"([^\"]*)\"")


@lru_cache(maxsize=1024)
def read_properties(xml: str, tag: str) -> Properties:
    """The children of the `tag` (`pPr` or `rPr`) in `xml`, which may be the whole element or its inner XML.

    Raises:
        lxml.etree.XMLSyntaxError: `xml` is not well-formed.
    """
    if not xml.strip():
        return NOTHING
    from lxml import etree

    # A fragment leans on the namespaces of its part: any prefix will do, as long as it comes back as it was.
    bare = _DECLARATION.sub("", xml)
    prefixes = " ".join(f'xmlns:{name}="urn:{name}"' for name in sorted(set(_PREFIX.findall(bare))))
    root = etree.fromstring(f"<fragment {prefixes}>{bare}</fragment>")
    if len(root) == 1 and root[0].tag == f"{{urn:w}}{tag}":
        root = root[0]
    properties: dict[str, str] = {}
    for child in root.iterchildren("*"):
        name = etree.QName(child).localname
        key = name if child.prefix == "w" else f"{child.prefix}:{name}"
        properties[key] = _DECLARATION.sub("", etree.tostring(child, encoding="unicode", with_tail=False))
    return MappingProxyType(properties)


def write_paragraph_properties(properties: Properties) -> str:
    """A `w:pPr` with `properties` in schema order, or nothing when there are none."""
    return _write("w:pPr", properties, _PARAGRAPH_RANK, _PARAGRAPH_RANK["rPr"] - 0.5)


def write_run_properties(properties: Properties) -> str:
    """A `w:rPr` with `properties` in schema order, or nothing when there are none."""
    return _write("w:rPr", properties, _RUN_RANK, len(_RUN_RANK))


def _write(tag: str, properties: Properties, ranks: Mapping[str, int], unknown: float) -> str:
    if not properties:
        return ""
    names = sorted(properties, key=lambda name: ranks.get(name, unknown))
    return f"<{tag}>{''.join(properties[name] for name in names)}</{tag}>"


def read_attribute(xml: str | None, *names: str) -> str | None:
    """The value of the first of `names` (`left`) that the property `xml` has."""
    attributes = dict(_ATTRIBUTE.findall(xml or ""))
    return next((attributes[f"w:{name}"] for name in names if f"w:{name}" in attributes), None)


def amend(tag: str, xml: str | None, **changes: int | str | None) -> str:
    """The property `tag` with the attributes of `xml` and `changes` over them; None takes one away."""
    attributes: dict[str, int | str | None] = dict(_ATTRIBUTE.findall(xml or ""))
    attributes |= {f"w:{name}": value for name, value in changes.items()}
    written = "".join(f' {name}="{value}"' for name, value in attributes.items() if value is not None)
    return f"<w:{tag}{written}/>"
