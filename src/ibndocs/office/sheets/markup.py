"""Small things said of any XML element here, whatever its namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def local_name(element: etree._Element | None) -> str:
    """The name of an element without its namespace; "" for a comment or none."""
    if element is None or not isinstance(element.tag, str):
        return ""
    return element.tag.rpartition("}")[2]


def set_attribute(element: etree._Element, name: str, value: str) -> bool:
    """Set an attribute; tells whether that changed it."""
    changed = element.get(name) != value
    if changed:
        element.set(name, value)
    return changed


def set_text(element: etree._Element, text: str) -> bool:
    """Set the text of an element; tells whether that changed it."""
    changed = (element.text or "") != text
    if changed:
        element.text = text
    return changed


def real(text: str | None, default: float) -> float:
    """`text` as a number; `default` when it is none."""
    try:
        return float(text) if text else default
    except ValueError:
        return default
