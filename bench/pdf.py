"""Letters to PDF: ours against one LibreOffice call on the same 300 files, in the same run, every file counted.

Both start from a fresh profile. The letters are those of the example `medverpakking`, each of a company with a name of
its own; every tenth has a motivation that takes it to a second page. The table goes to `results/pdf.md`.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pikepdf

from ibndocs.documents.forms import open_form
from ibndocs.documents.rendering import Views, lay_out
from ibndocs.dossier import load
from ibndocs.foundation.values import Markdown
from ibndocs.office.pdf import Document, print_documents
from ibndocs.office.pdf.printing import count_cores
from ibndocs.office.pdf.program import require_office

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results" / "pdf.md"
LETTERS = 300
ROUNDS = 3
SAMPLE = 20
LONG = "\n\n".join(["Wij doen mee omdat het netwerk ons verder brengt, met mensen en middelen. " * 6] * 6)


def make_letters() -> list[Document]:
    """The letters, in memory."""
    loaded = load(ROOT / "examples" / "medverpakking")
    entry = next(entry for entry in loaded.call.documents if entry.each == "companies")
    form = open_form(entry, loaded.call, final=True)
    views = [values for _, _, values in lay_out(loaded.dossier, entry, Views(loaded.dossier))]
    made = []
    for number in range(LETTERS):
        values = dict(views[number % len(views)])
        company, letter = values["company"], values["letter"]
        assert isinstance(company, Mapping)
        assert isinstance(letter, Mapping)
        values["company"] = {**company, "name": f"{company['name']} {number}"}
        if number % 10 == 9:
            values["letter"] = {**letter, "motivation": Markdown(LONG, None, "")}
        made.append(Document(f"{number:03d}.docx", form.fill(values).data))
    return made


def convert_in_one_call(letters: list[Document]) -> tuple[float, dict[str, bytes]]:
    """Seconds, and what came back, of one call of LibreOffice with all the files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for letter in letters:
            assert isinstance(letter.source, bytes)
            files.append(folder / letter.name)
            files[-1].write_bytes(letter.source)
        profile = (folder / "profile").as_uri()
        command = [str(require_office()), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        start = time.perf_counter()
        subprocess.run([*command, "--outdir", str(folder / "out"), *map(str, files)], check=True, capture_output=True)
        seconds = time.perf_counter() - start
        return seconds, {path.stem: path.read_bytes() for path in (folder / "out").glob("*.pdf")}


def convert_ours(letters: list[Document], jobs: int) -> tuple[float, dict[str, bytes]]:
    start = time.perf_counter()
    printed = list(print_documents(letters, jobs=jobs))
    return time.perf_counter() - start, {Path(item.document.name).stem: item.data for item in printed if item.data}


def count_pages(pdfs: Mapping[str, bytes]) -> int:
    total = 0
    for data in pdfs.values():
        with pikepdf.open(io.BytesIO(data)) as pdf:
            total += len(pdf.pages)
    return total


def read_words(pdf: bytes) -> list[str]:
    """Every word with its place on its page."""
    text = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return [line for line in text.decode(errors="replace").splitlines() if "<word" in line or "<page" in line]


def main() -> None:
    letters = make_letters()
    cores = count_cores()
    ways = {"one LibreOffice call": 0, "ibndocs, 1 process": 1, f"ibndocs, {cores} processes": cores}
    rates: dict[str, list[float]] = {way: [] for way in ways}
    made: dict[str, dict[str, bytes]] = {}
    for _ in range(ROUNDS):
        for way, jobs in ways.items():
            seconds, made[way] = convert_ours(letters, jobs) if jobs else convert_in_one_call(letters)
            rates[way].append(len(made[way]) / seconds)
    theirs, ours = made["one LibreOffice call"], made[f"ibndocs, {cores} processes"]
    sample = sorted(theirs)[:: max(1, len(theirs) // SAMPLE)]
    same = sum(read_words(theirs[name]) == read_words(ours[name]) for name in sample)
    base = statistics.median(rates["one LibreOffice call"])
    lines = [
        f"# {LETTERS} letters to PDF",
        "",
        "`python -m bench pdf`: medians of "
        f"{ROUNDS} interleaved rounds on {cores} cores; PDFs that came back, per second.",
        "",
        "| way | PDFs | pages | PDFs/s | times one call |",
        "|---|--:|--:|--:|--:|",
    ]
    for way in ways:
        rate = statistics.median(rates[way])
        lines.append(f"| {way} | {len(made[way])} | {count_pages(made[way])} | {rate:.1f} | {rate / base:.1f} |")
    lines += ["", f"Every word on the same place of the same page: {same} of {len(sample)} letters compared."]
    text = "\n".join(lines) + "\n"
    print(text)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text, encoding="utf-8")
