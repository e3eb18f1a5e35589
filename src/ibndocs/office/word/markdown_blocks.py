"""Markdown blocks as Word paragraphs and tables, in the style of the place where they come to stand.

Lists get real numbering, a fresh one each; their indents are written on the paragraphs, so that they hold in any
form. It keeps what belongs to a place once (a page break before it, the section that ends in it) once.

Source: ECMA-376-1, 17.3.1 (paragraphs), 17.9 (numbering); CommonMark 0.31, 4 and 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ibndocs.foundation.markdown_tokens import count_items
from ibndocs.office.word.formatting import Properties, amend, read_attribute, write_paragraph_properties
from ibndocs.office.word.markdown_inline import BOLD, CODE, ITALIC, InlineWriter, write_run
from ibndocs.office.word.markdown_tables import Table
from ibndocs.office.xmltext import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from ibndocs.office.word.resources import Resources

STEP: Final = 425
"""Indent of a level of a list or quote: 0.75 cm in twentieths of a point."""
MAX_INDENT: Final = 10 * STEP
"""Deeper levels stay here, so that some width is left to read in."""
LAST_LEVEL: Final = 8
"""Word's deepest level of numbering, from 0."""
LAST_HEADING: Final = 9
MAX_START: Final = 32_767
"""The highest number at which Word starts a list."""

_DIGIT: Final = 120
_GAP_AFTER_TABLE: Final = 120
_SHADE: Final = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
_RULE: Final = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
_QUOTE_BAR: Final = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="A6A6A6"/></w:pBdr>'
_CODE_SIZE: Final = {"sz": '<w:sz w:val="18"/>', "szCs": '<w:szCs w:val="18"/>'}
_STRETCHING: Final = ("both", "distribute")
"""Alignments that pull a line that ends in a typed break apart over the whole width."""
_ONCE: Final = frozenset({"pageBreakBefore", "sectPr", "pPrChange", "outlineLvl"})
"""Properties of the place itself, which its paragraphs must not repeat."""


@dataclass
class _Paragraph:
    properties: dict[str, str]
    runs: str

    def __str__(self) -> str:
        return f"<w:p>{write_paragraph_properties(self.properties)}{self.runs}</w:p>"


@dataclass
class _Container:
    """A list or a quote around what is being written.

    Attributes:
        indent: Room it takes on the left: a step, or what the markers of the list need.
        ordered: True or False for a list, None for a quote.
        level: Of a list, from 0.
        numbering: Id of its numbering; None when its numbers are too high for Word and are typed out.
        marker: What the next paragraph begins with; None when the item has begun.
    """

    indent: int = STEP
    ordered: bool | None = None
    level: int = 0
    numbering: int | None = None
    marker: str | None = None


class BlockWriter:
    """Writes the blocks of one rendering."""

    def __init__(
        self,
        resources: Resources,
        folder: str | None,
        place: Properties,
        run: Properties,
        *,
        heading_offset: int,
        text_width: int,
    ) -> None:
        self._resources = resources
        self._inline = InlineWriter(resources, folder)
        self._place = {name: xml for name, xml in place.items() if name not in _ONCE}
        self._once = place
        self._run = run
        self._offset = heading_offset
        self._width = text_width
        self._blocks: list[_Paragraph | str] = []
        self._containers: list[_Container] = []
        self._heading: int | None = None
        self._tight = False
        self._table: Table | None = None

    def write(self, tokens: Sequence[Token]) -> str:
        """The XML of all blocks; ends in a paragraph unless there are none."""
        for number, token in enumerate(tokens):
            if self._table is not None and token.type != "table_close":
                self._table.read(token)
            else:
                self._read(token, tokens, number)
        if self._blocks:
            self._finish()
        return "".join(map(str, self._blocks))

    def _read(self, token: Token, tokens: Sequence[Token], number: int) -> None:
        match token.type:
            case "paragraph_open":
                self._tight = token.hidden
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = None
            case "inline":
                self._write_text(token)
            case "fence" | "code_block":
                self._write_code(token)
            case "hr":
                self._add({**self._layout(), "pBdr": _RULE}, "")
            case "table_open":
                self._table = Table()
            case "table_close":
                self._write_table()
            case _:
                self._enter_or_leave(token, tokens, number)

    def _enter_or_leave(self, token: Token, tokens: Sequence[Token], number: int) -> None:
        match token.type:
            case "blockquote_open":
                self._begin_item()
                self._containers.append(_Container())
            case "bullet_list_open" | "ordered_list_open":
                self._begin_item()
                self._containers.append(self._open_list(token, tokens, number))
            case "list_item_open":
                self._containers[-1].marker = f"{token.info}{token.markup}\t"
            case "list_item_close":
                self._begin_item()
            case "blockquote_close" | "bullet_list_close" | "ordered_list_close":
                self._containers.pop()
                if not self._containers:
                    self._part_from_next()

    def _open_list(self, token: Token, tokens: Sequence[Token], number: int) -> _Container:
        level = min(sum(around.ordered is not None for around in self._containers), LAST_LEVEL)
        if token.type == "bullet_list_open":
            return _Container(ordered=False, level=level, numbering=self._resources.numbering(ordered=False))
        start = int(token.attrs.get("start", 1))
        last = start + count_items(tokens, number) - 1
        numbering = self._resources.numbering(ordered=True, start=start) if last <= MAX_START else None
        indent = max(STEP, (len(str(last)) + 2) * _DIGIT)
        return _Container(indent, ordered=True, level=level, numbering=numbering)

    def _begin_item(self) -> None:
        """Write the marker of an item that begins with no paragraph, so that its number is not lost."""
        if self._containers and self._containers[-1].marker is not None:
            self._add(self._layout(), "")

    def _part_from_next(self) -> None:
        """Let the last paragraph of a tight list keep its distance from what follows."""
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, _Paragraph) and "contextualSpacing" not in self._place:
            last.properties.pop("contextualSpacing", None)

    def _write_text(self, token: Token) -> None:
        children = token.children or []
        if self._heading is not None:
            self._write_heading(self._heading, children)
            return
        properties = self._layout()
        if self._tight:
            properties["contextualSpacing"] = "<w:contextualSpacing/>"
        runs = self._inline.write(children, self._run, self._width - self._indent())
        if "<w:br/>" in runs and read_attribute(properties.get("jc"), "val") in _STRETCHING:
            properties["jc"] = '<w:jc w:val="left"/>'
        has_picture = "<w:drawing>" in runs
        if has_picture:  # an exact line height would cut it off
            properties["spacing"] = amend("spacing", properties.get("spacing"), line=240, lineRule="auto")
        caption = str(children[0].attrGet("title") or "") if has_picture and len(children) == 1 else ""
        if caption:
            properties["keepNext"] = "<w:keepNext/>"
        self._add(properties, runs)
        if caption:
            self._write_caption(caption)

    def _write_heading(self, depth: int, children: Sequence[Token]) -> None:
        level = min(max(depth + self._offset, 1), LAST_HEADING)
        style = self._resources.styles.heading(level)
        layout = self._layout()
        if style is None:
            layout |= {"keepNext": "<w:keepNext/>", "outlineLvl": f'<w:outlineLvl w:val="{level - 1}"/>'}
            self._add(layout, self._inline.write(children, {**self._run, **BOLD}))
            return
        properties = {"pStyle": _style(style)}
        if self._containers:
            properties |= {name: layout[name] for name in ("numPr", "ind") if name in layout}
        self._add(properties, self._inline.write(children))

    def _write_caption(self, caption: str) -> None:
        style = self._resources.styles.find("Caption")
        layout = self._layout()
        if style is None:
            self._add(layout, write_run(caption, {**self._run, **ITALIC}))
        else:
            properties = {"pStyle": _style(style)} | ({"ind": layout["ind"]} if self._containers else {})
            self._add(properties, write_run(caption, {}))

    def _write_code(self, token: Token) -> None:
        properties = self._layout() | {"shd": _SHADE, "jc": '<w:jc w:val="left"/>'}
        self._add(properties, write_run(token.content.rstrip("\n"), {**self._run, **CODE, **_CODE_SIZE}))

    def _write_table(self) -> None:
        table, self._table = self._table, None
        if table is None:
            return
        self._begin_item()
        if self._blocks and isinstance(self._blocks[-1], str):
            self._add_empty()  # Word joins two tables that touch
        styles = self._resources.styles
        style = styles.find("Table Grid")
        shade = not styles.shades_header(style)
        self._blocks.append(
            table.write(
                self._inline,
                self._place,
                self._run,
                style=style,
                shade=shade,
                width=self._width,
                indent=self._indent(),
            )
        )

    def _add(self, properties: dict[str, str], runs: str) -> None:
        """Add a paragraph; the first one of a list item takes its marker."""
        innermost = self._containers[-1] if self._containers else None
        if innermost is not None and innermost.marker is not None:
            if innermost.numbering is None:
                runs = write_run(innermost.marker, self._run) + runs
            innermost.marker = None
        spacing = properties.get("spacing")
        if self._blocks and isinstance(self._blocks[-1], str) and not read_attribute(spacing, "before"):
            properties["spacing"] = amend("spacing", spacing, before=_GAP_AFTER_TABLE)
        self._blocks.append(_Paragraph(properties, runs))

    def _add_empty(self) -> None:
        properties = {name: xml for name, xml in self._place.items() if name not in ("numPr", "pBdr")}
        self._blocks.append(_Paragraph(properties, ""))

    def _indent(self) -> int:
        """Room that the lists and quotes around this point take on the left."""
        return min(sum(container.indent for container in self._containers), MAX_INDENT, self._width // 2)

    def _layout(self) -> dict[str, str]:
        """The properties of a paragraph at this point: the place's own, set in by the lists and quotes around it."""
        properties = dict(self._place)
        if not self._containers:
            return properties
        innermost = self._containers[-1]
        base = int(read_attribute(self._place.get("ind"), "left", "start") or 0)
        left = base + self._indent()
        hanging = None
        properties.pop("numPr", None)
        if innermost.marker is not None:
            hanging = innermost.indent
            if innermost.numbering is not None:
                properties["numPr"] = (
                    f'<w:numPr><w:ilvl w:val="{innermost.level}"/><w:numId w:val="{innermost.numbering}"/></w:numPr>'
                )
        elif innermost.ordered is None:
            style = self._resources.styles.find("Quote")
            properties |= {"pStyle": _style(style)} if style else {"pBdr": _QUOTE_BAR}
        properties["ind"] = amend(
            "ind", self._place.get("ind"), left=left, start=None, firstLine=None, firstLineChars=None,
            leftChars=None, startChars=None, hangingChars=None, hanging=hanging,
        )  # fmt: skip
        return properties

    def _finish(self) -> None:
        """Put what belongs to the place once where it belongs, and end in a paragraph."""
        if isinstance(self._blocks[-1], str):
            self._add_empty()
        first, last = self._blocks[0], self._blocks[-1]
        if "pageBreakBefore" in self._once:
            if isinstance(first, str):
                self._add_empty()
                first = self._blocks.pop()
                self._blocks.insert(0, first)
            if isinstance(first, _Paragraph):
                first.properties["pageBreakBefore"] = self._once["pageBreakBefore"]
        if "sectPr" in self._once and isinstance(last, _Paragraph):
            last.properties["sectPr"] = self._once["sectPr"]


def _style(identifier: str) -> str:
    return f'<w:pStyle w:val="{escape(identifier)}"/>'
