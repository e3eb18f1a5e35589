"""Runs one Python program on request: `python peer_python.py NAME FOLDER`, then `run COUNT` lines on standard input.

Every program is used at its best: what may be kept between letters is kept. It answers with JSON: `seconds` for `run`,
`peak` (bytes of memory at most) and nothing else when it ends. The first letters are written for comparison.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Render = Callable[[dict[str, Any]], bytes]


def open_ibndocs(template: bytes) -> Render:
    from ibndocs.office.package import Package
    from ibndocs.office.word.template import WordTemplate

    return WordTemplate.compile(Package.read(template, name="letter.docx")).render


def open_docxtpl(template: bytes) -> Render:
    """Its API wants the template loaded anew for every letter."""
    from docxtpl import DocxTemplate

    def render(values: dict[str, Any]) -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(values, autoescape=True)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return render


def open_mailmerge(template: bytes) -> Render:
    """It knows no condition that leaves out a paragraph: the line is given whole, or empty."""
    from mailmerge import MailMerge

    def render(values: dict[str, Any]) -> bytes:
        flat = {key: value for key, value in values.items() if isinstance(value, str)}
        flat["role_line"] = f"Rol: {values['role']}" if values["role"] else ""
        with MailMerge(io.BytesIO(template)) as document:
            document.merge(**flat)
            document.merge_rows("year", values["lines"])
            target = io.BytesIO()
            document.write(target)
        return target.getvalue()

    return render


OPENERS = {"ibndocs": open_ibndocs, "docxtpl": open_docxtpl, "docx-mailmerge2": open_mailmerge}


def main(name: str, folder: Path) -> None:
    render = OPENERS[name]((folder / f"{name}.docx").read_bytes())
    letters = json.loads((folder / "letters.json").read_text("utf-8"))
    (folder / name).mkdir(exist_ok=True)
    for number, values in enumerate(letters[:4]):
        (folder / name / f"{number}.docx").write_bytes(render(values))
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        count = int(line.split()[1])
        start = time.perf_counter()
        for number in range(count):
            render(letters[number % len(letters)])
        print(json.dumps({"seconds": time.perf_counter() - start}), flush=True)
    print(json.dumps({"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
