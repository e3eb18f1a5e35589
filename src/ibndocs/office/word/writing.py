r"""How a value is written in a Word part: as text of a run, in an attribute, as a colour; always safe.

Text is data: what XML cannot hold is dropped, what means something to XML is escaped, a new line becomes a break and
a tab a tab, `\a` a new paragraph and `\f` a new page, and braces stay braces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from jinja2 import pass_context
from markupsafe import Markup

from ibndocs.foundation.findings import Text
from ibndocs.office.budget import STEP, BoundedContext
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.printing import print_value
from ibndocs.office.word.richness import RICH_FILTERS
from ibndocs.office.word.splitting import PAGE, PARAGRAPH
from ibndocs.office.xmltext import clean, escape

MISSING: Final = object()
"""An answer that a form asks for and that is not there."""
BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})|(auto)")


def write_text(text: str) -> str:
    """`text` as the content of a `w:t`; it may leave that text and begin another in the same run."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # Whatever needs more than that is not printable; this asks far less than looking for each of it.
    return text if text.isprintable() else _write_controls(text)


def _write_controls(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\n", BREAK).replace("\t", TAB)
    return clean(text.replace("\a", PARAGRAPH).replace("\f", PAGE))


@pass_context
def write_value(context: BoundedContext, value: object) -> str:
    """A value as the content of a `w:t`, for Jinja; done most often of all, so `spend` is written out here."""
    if type(value) is str:
        text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if not text.isprintable():
            text = _write_controls(text)
    else:
        text = value if isinstance(value, Markup) else write_text(print_value(value))
    context.left -= len(text) + STEP
    if context.left < 0:
        context.spend(0)
    return text


def write_markup(value: object) -> Markup:
    """A value as the content of a `w:t`."""
    if isinstance(value, Markup):
        return value
    return Markup(write_text(value if type(value) is str else print_value(value)))


def write_plain(value: object) -> Markup:
    """A value where no break can stand: in an attribute or a field code."""
    text = print_value(value).replace("\r\n", "\n").replace("\r", "\n")
    return Markup(escape(text).replace("\n", "&#10;").replace("\t", "&#9;"))


def write_colour(value: object) -> Markup:
    """A colour as six hex digits; a number sign before them is allowed."""
    found = _COLOUR.fullmatch(print_value(value).strip())
    if found is None:
        text = Text(
            nl=f"“{print_value(value)}” is geen kleur van zes hexcijfers",
            en=f"“{print_value(value)}” is no colour of six hex digits",
        )
        raise ExpressionFault("TPL06", text)
    return Markup(found[1].upper() if found[1] else found[2])


def write_span(value: object) -> Markup:
    """A number of columns, 1 or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        shown = print_value(value)
        raise ExpressionFault(
            "TPL06", Text(nl=f"“{shown}” is geen aantal kolommen", en=f"“{shown}” is no number of columns")
        )
    return Markup(value)


def require_markup(value: object) -> Markup:
    """What a macro made, for `{{tr }}` and `{{tc }}`; text cannot stand in the place of a row or cell."""
    if isinstance(value, Markup):
        return value
    text = Text(nl="is tekst en kan geen rij of cel vervangen", en="is text and cannot replace a row or cell")
    raise ExpressionFault("TPL07", text, Text(nl="gebruik {{ }}", en="use {{ }}"))


def answer(value: object) -> object:
    """The text of a value in a place of a form; `MISSING` when it has no words."""
    if value is None or not str(value).strip():
        return MISSING
    return value if isinstance(value, Markup) else print_value(value)


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown in a place of a form, or None when it has no words.

    Attributes:
        optional: Whether the place may stay blank.
        alias: What Word shows above the control around it.
        number: The id of that control; 0 for none.
    """

    value: object
    optional: bool
    alias: str
    number: int


def prose(value: object, *, optional: bool, alias: str = "", number: int = 0) -> Prose:
    """What is printed as paragraphs in a place of a form."""
    return Prose(None if value is None or not str(value).strip() else value, optional, alias, number)


WRITERS = {
    **RICH_FILTERS,
    "_plain": write_plain,
    "_colour": write_colour,
    "_span": write_span,
    "_markup": require_markup,
    "_answer": answer,
    "_prose": prose,
    "_optional": lambda value: "" if value is None else value if isinstance(value, Markup) else print_value(value),
    "e": write_markup,
    "escape": write_markup,
    "forceescape": lambda value: write_markup(str(value)),
    "safe": lambda value: value,
}
"""Filters by which the engine has values written; Jinja's own escaping would let control characters through.

Templates made for docxtpl hold `safe`; here no text is ever markup, so it changes nothing.
"""
