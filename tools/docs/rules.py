"""Writes the rule reference, `docs/regels.md` in Dutch and `docs/rules.md` in English, from the rules themselves."""

from __future__ import annotations

from pathlib import Path

from ibndocs.call import load_call
from ibndocs.rules.reference import write_reference

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {"regels.md": "nl", "rules.md": "en"}


def write_pages() -> dict[str, str]:
    """The text of each page, by file name."""
    call = load_call("ibn-2025")
    return {name: write_reference(call, language) for name, language in PAGES.items()}


if __name__ == "__main__":
    for name, text in write_pages().items():
        (DOCS / name).write_text(text, "utf-8")
