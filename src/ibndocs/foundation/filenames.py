"""File names made of people's names: safe on every file system, and readable."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 60
_APART = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "&": " en ", "+": " plus "})


def make_slug(name: str) -> str:
    """`name` in lower-case ASCII letters, digits and dashes: `Café & Zn. bv` gives `cafe-en-zn-bv`.

    A name without any such letter gives `naamloos`; a long one is cut at a dash.
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(_APART)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > MAX_LENGTH:
        slug = slug[: MAX_LENGTH + 1].rsplit("-", 1)[0][:MAX_LENGTH]
    return slug or "naamloos"


def name_letter(number: int, company: str) -> str:
    """`007-houtwerk-demeester`; the number makes it unique, and safe where a bare name is reserved (`con`)."""
    return f"{number:03d}-{make_slug(company)}"
