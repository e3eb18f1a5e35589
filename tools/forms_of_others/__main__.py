"""Writes the forms anew into `tests/forms_of_others`."""

from __future__ import annotations

from pathlib import Path

from tools.forms_of_others import projectsubsidie, samenwerking

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "forms_of_others"
MAKERS = {"projectsubsidie.docx": projectsubsidie.make, "samenwerking.docx": samenwerking.make}

if __name__ == "__main__":
    for name, make in MAKERS.items():
        (FOLDER / name).write_bytes(make())
