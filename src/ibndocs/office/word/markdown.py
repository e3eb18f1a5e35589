"""Markdown prose as WordprocessingML: blocks for a place of its own, runs within a paragraph.

The prefixes `w` must be bound where the XML comes to stand; all others are bound in it. Two namespaces of the
transitional kind are written; a Strict document is to be opened as transitional first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ibndocs.office.word.formatting import TEXT_WIDTH, read_properties

if TYPE_CHECKING:
    from ibndocs.foundation.values import Markdown
    from ibndocs.office.word.resources import Resources

HEADING_OFFSET = 2
"""`#` in prose becomes `heading 3`: the form's questions are headings of level 1 and 2."""


def render_markdown(
    source: Markdown,
    resources: Resources,
    *,
    paragraph_properties: str = "",
    run_properties: str = "",
    heading_offset: int = HEADING_OFFSET,
    text_width: int = TEXT_WIDTH,
) -> str:
    """Block XML (`w:p`, `w:tbl`) of `source`; empty when it holds no text, else it ends in a `w:p`.

    Args:
        source: The prose and the folder of its pictures.
        resources: Takes in hyperlinks, pictures and numberings of the part that is written.
        paragraph_properties: The `w:pPr` of the paragraph at the place, whole or its inner XML.
        run_properties: The `w:rPr` of the text at the place, whole or its inner XML.
        heading_offset: Levels that a heading goes down.
        text_width: Room for text at the place (a page, a cell) in twentieths of a point; bounds tables and pictures.
    """
    from ibndocs.foundation.markdown_tokens import parse_markdown
    from ibndocs.office.word.markdown_blocks import BlockWriter

    place = read_properties(paragraph_properties, "pPr")
    run = read_properties(run_properties, "rPr")
    writer = BlockWriter(resources, source.folder, place, run, heading_offset=heading_offset, text_width=text_width)
    return writer.write(parse_markdown(source.text))


def render_inline(
    source: Markdown, resources: Resources, *, run_properties: str = "", text_width: int = TEXT_WIDTH
) -> str:
    """Runs (and hyperlinks) of `source` within one paragraph; a block begins on a new line of it.

    List items begin with a bullet or their number, the cells of a table stand on a line.
    """
    from ibndocs.foundation.prose import split_lines
    from ibndocs.office.word.markdown_inline import InlineWriter, write_run

    run = read_properties(run_properties, "rPr")
    inline = InlineWriter(resources, source.folder)
    lines = (
        write_run(line.marker, run) + inline.write(line.tokens, run, text_width) for line in split_lines(source.text)
    )
    return write_run("\n", run).join(lines)
