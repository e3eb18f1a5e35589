"""The head of a short Word form: a band at the top of the first page instead of a cover and a contents list."""

from __future__ import annotations

from tools.forms.markup import ACCENT, WHITE, paragraph, run, shade
from tools.forms.word_base import TEXT_WIDTH, WordForm

_WHITE = f'<w:color w:val="{WHITE}"/>'


def add_masthead(form: WordForm, instruction: str) -> None:
    """A band with the call, the title and the project, and below it what the form is and asks.

    Args:
        form: The form; nothing may stand in it yet.
        instruction: How to fill it in, after the notice that it is no official form.
    """
    call = form.call.call
    band = (
        paragraph(run(form.kicker or call.title), "Oproep", '<w:spacing w:before="260" w:after="60"/>')
        + paragraph(run(form.title, '<w:sz w:val="48"/><w:szCs w:val="48"/>'), "Title")
        + paragraph(
            form.control("acroniem", f'<w:b/><w:bCs/>{_WHITE}<w:sz w:val="26"/><w:szCs w:val="26"/>')
            + run("  ·  ", '<w:sz w:val="24"/><w:szCs w:val="24"/>')
            + form.control("titel", f'{_WHITE}<w:sz w:val="24"/><w:szCs w:val="24"/>'),
            "Subtitle",
            '<w:spacing w:before="120" w:after="280"/>',
        )
    )
    form.raw(
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="340" w:type="dxa"/><w:right w:w="340" w:type="dxa"/></w:tblCellMar>'
        '<w:tblCaption w:val="Titelblok"/><w:tblDescription w:val="Oproep, naam van het document en project"/>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{TEXT_WIDTH}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{TEXT_WIDTH}" w:type="dxa"/>{shade(ACCENT)}<w:vAlign w:val="center"/></w:tcPr>'
        f"{band}</w:tc></w:tr></w:tbl>"
    )
    form.gap()
    form.instruct(
        f"{call.notice} – stand-in, afgeleid van de {call.guideline} van {call.agency}; het officiële sjabloon van de "
        f"oproep gaat altijd voor. {instruction}"
    )
