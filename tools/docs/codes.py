"""Writes `docs/meldingen.md` and `docs/messages.md`: every code of a finding that is no clause and no rule."""

from __future__ import annotations

from pathlib import Path

from ibndocs.foundation.codes import read_codes

ROOT = Path(__file__).resolve().parents[2]
HEADS: dict[str, tuple[str, str]] = {
    "meldingen.md": (
        "nl",
        """# Codes van meldingen

[English](messages.md)

Elke melding draagt een code. Die van de eisen van de oproep staan in [regels.md](regels.md); hieronder staan alle andere.
`ibndocs explain CODE` zegt wat een code betekent; de melding zelf zegt waar, wat er gevonden is en wat u kunt doen. Deze
bladzijde wordt gemaakt door `python -m tools.docs.codes`.

""",
    ),
    "messages.md": (
        "en",
        """# Codes of messages

[Nederlands](meldingen.md)

Every message bears a code. Those of the clauses of the call are in [rules.md](rules.md); below are all others.
`ibndocs explain CODE` says what a code means; the message itself says where, what was found and what you can do. This page
is made by `python -m tools.docs.codes`.

""",
    ),
}


def write_page(name: str) -> str:
    """The text of one of the pages."""
    language, head = HEADS[name]
    column = "betekenis" if language == "nl" else "meaning"
    parts = []
    for family in read_codes():
        rows = "".join(f"| `{code}` | {text.in_language(language)} |\n" for code, text in family.codes.items())
        parts.append(f"## {family.title.in_language(language)}\n\n| code | {column} |\n|---|---|\n{rows}")
    return head + "\n".join(parts)


def main() -> None:
    """Write both pages."""
    for name in HEADS:
        (ROOT / "docs" / name).write_text(write_page(name), "utf-8")


if __name__ == "__main__":
    main()
