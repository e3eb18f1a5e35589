"""Letters per second on one core: ours against docxtpl, same template, same companies, texts compared.

docxtpl is used at its best: the template loaded anew per letter, as its API demands, rendered and saved to memory.
"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from docxtpl import DocxTemplate

from ibndocs.documents.rendering import Views, lay_out
from ibndocs.dossier import load
from ibndocs.office.package import Package
from ibndocs.office.text import convert
from ibndocs.office.word.template import WordTemplate

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "biorenov"
ROUNDS = 3
TEMPLATE = "{{ project.acronym }}: {{ company.name }}, {{ company.address }} ({{ company.enterprise_number }})"


def make_template(path: Path) -> bytes:
    """A one-page letter that both can render: no tag of ours alone."""
    from docx import Document

    document = Document()
    document.add_heading("Intentiebrief", 1)
    document.add_paragraph(TEMPLATE)
    document.add_paragraph("{%p for sentence in letter.declarations %}")
    document.add_paragraph("{{ sentence }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p if letter.role %}")
    document.add_paragraph("Rol: {{ letter.role }}")
    document.add_paragraph("{%p endif %}")
    table = document.add_table(4, 3)
    table.rows[0].cells[0].text = "Jaar"
    table.rows[1].cells[0].text = "{%tr for line in letter.amounts %}"
    for cell, tag in zip(table.rows[2].cells, ("line.year", "line.membership", "line.total"), strict=True):
        cell.text = "{{ " + tag + " }}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    document.add_paragraph("{{ letter.place }}, {{ letter.date }}: {{ letter.signatory }}, {{ letter.function }}")
    document.save(str(path))
    return path.read_bytes()


def main() -> None:
    loaded = load(EXAMPLE)
    entry = next(entry for entry in loaded.call.documents if entry.each == "companies")
    views = [values for _, _, values in lay_out(loaded.dossier, entry, Views(loaded.dossier))]
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letter.docx"
        data = make_template(path)
        template = WordTemplate.compile(Package.read(data, name="letter.docx"))

        def ours(values: Mapping[str, object]) -> bytes:
            return template.render(values)

        def theirs(values: Mapping[str, object]) -> bytes:
            document = DocxTemplate(path)
            document.render(values, autoescape=True)
            target = io.BytesIO()
            document.save(target)
            return target.getvalue()

        differing = sum(words(ours(values)) != words(theirs(values)) for values in views)
        rates: dict[str, list[float]] = {"ibndocs": [], "docxtpl": []}
        for _ in range(ROUNDS):
            rates["ibndocs"].append(measure(ours, views * 10))
            rates["docxtpl"].append(measure(theirs, views))
    for name, rounds in rates.items():
        print(f"{name:10}{statistics.median(rounds):10.0f} letters/s")
    ratio = statistics.median(rates["ibndocs"]) / statistics.median(rates["docxtpl"])
    print(f"ratio     {ratio:10.0f}   texts that differ: {differing} of {len(views)}")


def words(data: bytes) -> str:
    """The text of a letter, properties aside."""
    return convert(data, name="letter.docx").partition("\n\n")[2]


def measure(render: Callable[[Mapping[str, object]], bytes], views: list[dict[str, object]]) -> float:
    """Letters per second."""
    start = time.perf_counter()
    for values in views:
        render(values)
    return len(views) / (time.perf_counter() - start)
