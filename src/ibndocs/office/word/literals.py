"""The form's own braces: what looks like a tag in a form's text is text, and comes out as it was."""

from __future__ import annotations

import re

from lxml import etree

from ibndocs.office.word.tree import is_a, names

_OPENS = re.compile(r"\{(?=[{%#]|_[{%]|_?$)|[}%](?=_\})")
"""A brace that opens a tag, or at the end of a text, where a tag may come to stand after it."""


def protect_braces(root: etree._Element) -> bool:
    """Put each brace that would begin a tag in a tag that prints it; tells whether there was one.

    Must run before any tag is written. Text is read over the borders of runs, as tags are.
    """
    found = False
    for paragraph in root.iter(*names("p")):
        found |= _protect_texts([text for text in paragraph.iter(*names("t")) if _paragraph_of(text) is paragraph])
    for element in root.iter("*"):
        for key, value in element.attrib.items():
            if _OPENS.search(str(value)):
                element.set(key, protect_text(str(value)))
                found = True
        if element.text and not is_a(element, "t") and _OPENS.search(element.text):
            element.text = protect_text(element.text)
            found = True
    return found


def _paragraph_of(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(*names("p")), None)


def _protect_texts(texts: list[etree._Element]) -> bool:
    whole = "".join(text.text or "" for text in texts)
    places = {found.start() for found in _OPENS.finditer(whole)}
    end = 0
    for text in texts:
        start, end = end, end + len(text.text or "")
        places.update(start + found.start() for found in _OPENS.finditer(text.text or ""))
    if not places:
        return False
    position = 0
    for text in texts:
        plain = text.text or ""
        offsets = range(position, position + len(plain))
        if not places.isdisjoint(offsets):
            text.text = "".join(
                _print(character) if offset in places else character
                for offset, character in zip(offsets, plain, strict=True)
            )
        position += len(plain)
    return True


def protect_text(text: str) -> str:
    """`text` such that it comes out of the template engine as it is."""
    return _OPENS.sub(lambda found: _print(found[0]), text)


def _print(character: str) -> str:
    return f'{{{{ "{character}" }}}}'
