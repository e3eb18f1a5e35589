"""Writes `docs/waarden.md`: every name that slots and templates may use, with what the example prints for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ibndocs.documents.rendering import Views, lay_out
from ibndocs.dossier import load
from ibndocs.foundation.values import Markdown

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "waarden.md"
WIDTH = 60

HEAD = """# Namen voor slots en sjablonen

Deze namen kunt u gebruiken in een slotsbestand (`value: project.title`) en tussen accolades in een sjabloon
(`{{ project.title }}`). De lijst wordt gemaakt door `python -m tools.docs.values`; rechts staat wat het voorbeeld
`biorenov` er afdrukt. Een naam met `[…]` is een lijst: gebruik ze in een lus (`member in companies`), of met een
rangnummer vanaf 0.

Filters: `euro`, `procent`, `getal`, `datum`, `lijst` (a, b en c), `regels`, `ondernemingsnummer`, en die van Jinja.

"""


def walk(value: object, name: str) -> Iterator[tuple[str, str]]:
    """Each printable name below `value` with what it prints; of a list only the first item."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        if value:
            yield from walk(value[0], f"{name}[…]")
        else:
            yield f"{name}[…]", "(leeg)"
    else:
        kind = "Markdown: " if isinstance(value, Markdown) else ""
        yield name, kind + str(value)


def write_values() -> str:
    """The page."""
    loaded = load(ROOT / "examples" / "biorenov")
    documents = loaded.call.documents
    whole = next(entry for entry in documents if entry.phase == 2 and not entry.each)
    letter = next(entry for entry in documents if entry.phase == 2 and entry.each)
    _, _, common = next(lay_out(loaded.dossier, whole, Views(loaded.dossier)))
    _, _, letters = next(lay_out(loaded.dossier, letter, Views(loaded.dossier)))
    own = {key: letters[key] for key in letters if key not in common}
    parts = [("## In elk document", common), ("## Alleen in een intentiebrief", own)]
    lines = [HEAD]
    for title, view in parts:
        lines.append(f"{title}\n\n| naam | voorbeeld |\n|---|---|\n")
        lines += [f"| `{name}` | {show(text)} |\n" for name, text in walk(view, "")]
        lines.append("\n")
    return "".join(lines).rstrip() + "\n"


def show(text: str) -> str:
    """`text` on one line of a table."""
    line = " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"


if __name__ == "__main__":
    TARGET.write_text(write_values(), "utf-8")
