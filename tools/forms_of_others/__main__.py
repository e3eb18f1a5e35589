"""Writes the forms anew into `tests/forms_of_others`, and pins their slots to them."""

from __future__ import annotations

from pathlib import Path

from tools.forms.__main__ import pin
from tools.forms_of_others import begroting, projectsubsidie, samenwerking

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "forms_of_others"
MAKERS = {
    "begroting.xlsx": begroting.make,
    "projectsubsidie.docx": projectsubsidie.make,
    "samenwerking.docx": samenwerking.make,
}

if __name__ == "__main__":
    for name, make in MAKERS.items():
        form = FOLDER / name
        form.write_bytes(make())
        pin(form.with_suffix(".yaml"), form.read_bytes())
