"""What tags may call while a part is rendered: blocks and runs for values that are more than text, and ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from ibndocs.foundation.values import Markdown
from ibndocs.office.printing import print_value
from ibndocs.office.slot_values import TO_FILL_IN
from ibndocs.office.word.formatting import read_properties, write_run_properties
from ibndocs.office.word.frames import FRAME, Placed, place_picture
from ibndocs.office.word.manners import Shown
from ibndocs.office.word.resources import Additions
from ibndocs.office.word.richness import Image, Styled, draw_image, find_pictures_in, lay_over
from ibndocs.office.word.tagging import LONGEST_TAG
from ibndocs.office.word.writing import MISSING, Prose, write_text
from ibndocs.office.xmltext import escape

_YELLOW: Final = '<w:highlight w:val="yellow"/>'
FUNCTIONS = frozenset({"_p", "_r", "_next_id", "_name_bookmark", FRAME})


def make_functions(
    part: str, properties: Sequence[tuple[str, str]], additions: Additions
) -> dict[str, Callable[..., object]]:
    """The functions for one part of one document, by the names that `source` writes."""
    controls: set[int] = set()

    def write_blocks(value: object, number: int) -> Markup:
        of_paragraph, of_run = properties[number]
        if isinstance(value, Markup):
            return value
        if isinstance(value, Markdown):
            from ibndocs.office.word.markdown import render_markdown

            prose, resources = find_pictures_in(value, additions.ground.folder), additions.of(part)
            return Markup(render_markdown(prose, resources, paragraph_properties=of_paragraph, run_properties=of_run))
        if isinstance(value, Prose):
            return write_prose(value, number)
        if isinstance(value, Image | Styled):
            return Markup(f"<w:p>{of_paragraph}{write_runs(value, number)}</w:p>")
        text = print_value(value).replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n") if text else []
        return Markup("").join(Markup(f"<w:p>{of_paragraph}{_write_run(line, of_run)}</w:p>") for line in lines)

    def write_prose(prose: Prose, number: int) -> Markup:
        of_paragraph, of_run = properties[number]
        if prose.value is None:
            said = "" if prose.optional else _write_run(TO_FILL_IN, _highlight(of_run))
            return Markup(f"<w:p>{of_paragraph}{said}</w:p>")
        blocks = write_blocks(prose.value, number)
        path = prose.value.path if isinstance(prose.value, Markdown) else ""
        if not prose.number or not 0 < len(path) <= LONGEST_TAG:
            return blocks
        # A control may come often, its id only once.
        identity = "" if prose.number in controls else f'<w:id w:val="{prose.number}"/>'
        controls.add(prose.number)
        return Markup(
            f'<w:sdt><w:sdtPr><w:alias w:val="{escape(prose.alias)}"/><w:tag w:val="{escape(path)}"/>{identity}'
            f"</w:sdtPr><w:sdtContent>{blocks}</w:sdtContent></w:sdt>"
        )

    def write_runs(value: object, number: int) -> Markup:
        _, of_run = properties[number]
        if value is MISSING:
            return Markup(_write_run(TO_FILL_IN, _highlight(of_run)))
        if isinstance(value, Markup):
            return value
        if isinstance(value, Markdown):
            from ibndocs.office.word.markdown import render_inline

            prose = find_pictures_in(value, additions.ground.folder)
            return Markup(render_inline(prose, additions.of(part), run_properties=of_run))
        if isinstance(value, Image):
            return Markup(draw_image(value, additions.of(part), additions.ground.folder))
        if isinstance(value, Styled):
            return Markup(_write_run(value.text, lay_over(value, of_run)))
        return Markup(_write_run(print_value(value), of_run))

    def write_frame(shown: Shown, width: int, height: int, embed: str) -> Placed:
        return place_picture(shown, width, height, embed, additions.of(part))

    return {
        FRAME: write_frame,
        "_p": write_blocks,
        "_r": write_runs,
        "_next_id": additions.next_id,
        "_name_bookmark": additions.name_bookmark,
    }


@lru_cache(maxsize=256)
def _highlight(properties: str) -> str:
    """Run properties with a yellow highlight."""
    return write_run_properties({**read_properties(properties, "rPr"), "highlight": _YELLOW})


def _write_run(text: str, properties: str) -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{write_text(text)}</w:t></w:r>' if text else ""
