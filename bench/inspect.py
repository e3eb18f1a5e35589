"""Looking at large forms: 691 tables with 3,941 check boxes, one table of 7,437 merged cells; and finding it all again.

The first is shaped as a catalogue of controls with the same table and the same boxes for each; the second as one
table that carries a whole form, its labels merged over columns and rows.
"""

from __future__ import annotations

import io
import time
import zipfile
from hashlib import sha256

from ibndocs.foundation.findings import Spot
from ibndocs.office.inspection import inspect_form
from ibndocs.office.outline import Outline
from ibndocs.office.package import Package
from ibndocs.office.slots import Expression, ValueSlot
from ibndocs.office.word.anchors import find_questions, find_targets
from ibndocs.office.word.form import Form

TABLES, BOXES = 691, 3941
MERGED = 7437
_COLUMNS = 6
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def main() -> None:
    print(f"{'':12}{'inspect s':>11}{'find s':>9}{'places':>9}{'of':>3}")
    for name, make in (("check boxes", make_catalogue), ("merged", make_grid)):
        data = make()
        start = time.perf_counter()
        outline = inspect_form(data, name=f"{name}.docx")
        seen = time.perf_counter()
        found = find_again(data, outline)
        end = time.perf_counter()
        places = len(list(outline.fillable()))
        print(f"{name:12}{seen - start:11.2f}{end - seen:9.2f}{found:9}{places:9}   {sha256(data).hexdigest()[:8]}")


def find_again(data: bytes, outline: Outline) -> int:
    """How many different places the anchors of an outline lead to."""
    form = Form(Package.read(data, name="form.docx"))
    expression = Expression("'x'", Spot("slots.yaml", 1, 1))
    slots = [ValueSlot(item.at, expression, expression.spot) for item in outline.fillable() if item.at is not None]
    questions = find_questions(form, slots)
    targets = [target for slot in slots for target in find_targets(form, slot, questions)]
    return len({id(element) for target in targets for element in target.claims})


def make_catalogue() -> bytes:
    """A form of 691 tables that ask the same of as many controls."""
    rest, blocks = BOXES, []
    for number in range(TABLES):
        count = min(6, rest - 5 * (TABLES - number - 1))
        rest -= count
        boxes = "".join(_box(f"Keuze {order}", f"Check{order}") for order in range(count))
        rows = (_row(_cell(f"Maatregel {number}", span=2)), _row(_cell("Rol:"), _cell("")), _row(_cell(boxes, span=2)))
        blocks.append(f"{_paragraph(f'Maatregel {number}')}<w:tbl>{''.join(rows)}</w:tbl>")
    return _file("".join(blocks))


def make_grid() -> bytes:
    """A form in one table: each third row goes on below merged labels, each label covers two columns."""
    rows, merged, number = [], 0, 0
    while merged < MERGED:
        cells = []
        for column in range(_COLUMNS):
            is_label = column % 2 == 0
            lower = is_label and number % 3 == 1
            text = f"Vraag {number} {column}" if is_label and not lower else ""
            cells.append(_cell(text, span=2, merge="continue" if lower else "restart" if is_label else ""))
            merged += 1
        rows.append(_row(*cells))
        number += 1
    return _file(f"<w:tbl>{''.join(rows)}</w:tbl>")


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if text else "<w:p/>"


def _cell(inside: str, *, span: int = 1, merge: str = "") -> str:
    vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    content = inside if inside.startswith("<") else _paragraph(inside)
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{vertical}</w:tcPr>{content}</w:tc>'


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _box(words: str, name: str) -> str:
    data = f'<w:ffData><w:name w:val="{name}"/><w:checkBox><w:sizeAuto/></w:checkBox></w:ffData>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    return f'<w:p>{begin}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> {words}</w:t></w:r></w:p>'


def _file(body: str) -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{relation}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()
