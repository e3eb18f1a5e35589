"""Text on its way into XML: what XML 1.0 cannot hold is dropped, what means something to XML is escaped.

Source: XML 1.0, production [2] Char. A carriage return is left alone by `clean`: a parser would turn it into
a new line, so `escape` writes it as a reference.
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("[&<>\"'\r]")
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;", "\r": "&#13;"}


def clean(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("", text)


def escape(text: str) -> str:
    """`text` cleaned and escaped for element content and for attribute values."""
    text = _FORBIDDEN.sub("", text)
    return _SPECIAL.sub(lambda found: _REFERENCES[found[0]], text) if _SPECIAL.search(text) else text


def find_forbidden(text: str) -> list[tuple[int, str]]:
    """The places (from 0) and names (`U+000B`) of the characters that `clean` drops."""
    return [(found.start(), f"U+{ord(found[0]):04X}") for found in _FORBIDDEN.finditer(text)]
