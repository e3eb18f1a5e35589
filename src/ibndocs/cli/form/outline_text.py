"""An outline for a person: the form as it reads, each place with what stands in it and its anchor.

A place looks as it does on paper: a line to write on, a box to tick, a list to choose from. Behind it stands what a
slots file says after `at:`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import click

from ibndocs.cli.language import Language
from ibndocs.foundation.findings import Text
from ibndocs.office.outline import Item, Kind, Outline

_LABEL_WIDTH = 56
_TEXT_WIDTH = 96
_SHOWN_CHOICES = 6
_COUNTED: dict[Kind, tuple[Text, Text]] = {
    Kind.HEADING: (Text("antwoord onder een kop", "answer"), Text("antwoorden onder een kop", "answers")),
    Kind.QUESTION: (Text("vraag", "question"), Text("vragen", "questions")),
    Kind.CELL: (Text("tabelcel", "table cell"), Text("tabelcellen", "table cells")),
    Kind.ROWS: (Text("herhaalbare rij", "repeatable row"), Text("herhaalbare rijen", "repeatable rows")),
    Kind.CONTROL: (Text("tekstvak", "text control"), Text("tekstvakken", "text controls")),
    Kind.CHECK_BOX: (Text("aankruisvakje", "check box"), Text("aankruisvakjes", "check boxes")),
    Kind.DROP_DOWN: (Text("keuzelijst", "drop-down"), Text("keuzelijsten", "drop-downs")),
    Kind.DATE: (Text("datum", "date"), Text("datums", "dates")),
    Kind.PICTURE: (Text("afbeelding", "picture"), Text("afbeeldingen", "pictures")),
    Kind.REPEATING: (Text("herhaalbaar blok", "repeating section"), Text("herhaalbare blokken", "repeating sections")),
    Kind.FIELD: (Text("formulierveld", "form field"), Text("formuliervelden", "form fields")),
    Kind.BOOKMARK: (Text("bladwijzer", "bookmark"), Text("bladwijzers", "bookmarks")),
    Kind.BLANK: (Text("invulplek", "blank"), Text("invulplekken", "blanks")),
    Kind.NAME: (Text("benoemde cel", "named cell"), Text("benoemde cellen", "named cells")),
    Kind.SHAPE: (Text("vorm", "shape"), Text("vormen", "shapes")),
    Kind.CHART: (Text("grafiek", "chart"), Text("grafieken", "charts")),
    Kind.NOTES: (Text("notitiepagina", "page of notes"), Text("notitiepagina's", "pages of notes")),
}
_TITLES = {Kind.HEADING, Kind.SHEET, Kind.SLIDE}
_MARKS = {Kind.INSTRUCTION: "({})", Kind.TABLE: "▦ {}", Kind.ROWS: "↻ {}", Kind.REPEATING: "↻ {}"}
_PARTS = {
    "header": Text("── koptekst", "── header"),
    "footer": Text("── voettekst", "── footer"),
    "footnote": Text("── voetnoten", "── footnotes"),
    "endnote": Text("── eindnoten", "── endnotes"),
}
_FACTS = {
    "protection": Text("beveiliging", "protection"),
    "macros": Text("macro's", "macros"),
    "strict": Text("Strict OOXML", "Strict OOXML"),
    "template": Text("sjabloon", "template"),
    "tracked changes": Text("bijgehouden wijzigingen", "tracked changes"),
    "comments": Text("opmerkingen", "comments"),
    "signatures": Text("handtekeningen", "signatures"),
    "permission ranges": Text("bewerkbare stukken", "editable ranges"),
    "text boxes": Text("tekstvakken", "text boxes"),
    "altChunk": Text("ingevoegde bestanden", "inserted files"),
    "embedded objects": Text("ingesloten objecten", "embedded objects"),
    "ActiveX controls": Text("ActiveX-velden", "ActiveX controls"),
    "lock": Text("vergrendeld", "locked"),
    "format": Text("vorm", "format"),
    "max length": Text("ten hoogste tekens", "at most characters"),
    "default": Text("standaard", "default"),
    "rows": Text("rijen", "rows"),
    "columns": Text("kolommen", "columns"),
    "header": Text("kop", "header"),
    "group": Text("rijen per item", "rows per item"),
    "merged": Text("samengevoegd", "merged"),
    "hidden": Text("verborgen", "hidden"),
    "protected": Text("beveiligd", "protected"),
    "validation": Text("validatie", "validation"),
    "formula": Text("formule", "formula"),
    "formulas": Text("formules", "formulas"),
    "prompt": Text("aanwijzing", "prompt"),
    "linked cell": Text("gekoppelde cel", "linked cell"),
    "print area": Text("afdrukbereik", "print area"),
    "external links": Text("koppelingen naar elders", "links to elsewhere"),
    "pivot tables": Text("draaitabellen", "pivot tables"),
    "slides": Text("dia's", "slides"),
}
"""Facts that are told; the others are in the JSON."""
_VALUES = {
    "forms": Text("alleen formuliervelden", "form fields only"),
    "readOnly": Text("alleen lezen", "read only"),
    "read-only": Text("alleen lezen", "read only"),
    "comments": Text("alleen opmerkingen", "comments only"),
    "trackedChanges": Text("alleen bijgehouden wijzigingen", "tracked changes only"),
    "password": Text("met wachtwoord", "with a password"),
    "sdtLocked": Text("kan niet weg", "cannot go"),
    "contentLocked": Text("inhoud staat vast", "content stands"),
    "sdtContentLocked": Text("inhoud staat vast, kan niet weg", "content stands, cannot go"),
    "hidden": Text("ja", "yes"),
    "veryHidden": Text("ook in het menu", "in the menu too"),
}


def write_text(outline: Outline, language: Language) -> str:
    """The outline as lines for the screen."""
    facts = _join_facts(outline.facts, language)
    head = [click.style(outline.file, bold=True) + f"  {outline.office.value}{f' · {facts}' if facts else ''}"]
    lines: list[str] = []
    part = ""
    for item in outline.items:
        if item.facts.get("part", "") != part:
            part = item.facts.get("part", "")
            lines += ["", click.style(_PARTS[part].in_language(language), bold=True)] if part in _PARTS else []
        lines += _write_item(item, language)
    return "\n".join([*head, "", *lines, "", summarize(outline, language)]) + "\n"


def keep_places(outline: Outline) -> Outline:
    """The outline with no more than its places and the headings, sheets and slides that they stand under."""
    titles = {title for item in outline.fillable() for title in item.where}
    kept = (item for item in outline.items if item.at or (item.kind in _TITLES and item.label in titles))
    return replace(outline, items=tuple(kept))


def summarize(outline: Outline, language: Language) -> str:
    """How many places there are, of which kinds: `87 plaatsen: 40 formuliervelden, 29 aankruisvakjes`."""
    counts = Counter(item.kind for item in outline.fillable())
    total = sum(counts.values())
    word = Text("plaats" if total == 1 else "plaatsen", "place" if total == 1 else "places").in_language(language)
    listed = ", ".join(f"{number} {_count_word(kind, number, language)}" for kind, number in counts.most_common())
    return f"{total} {word}" + (f": {listed}" if listed else "")


def _count_word(kind: Kind, number: int, language: Language) -> str:
    forms = _COUNTED.get(kind)
    return forms[number != 1].in_language(language) if forms else kind.value


def _write_item(item: Item, language: Language) -> Iterator[str]:
    indent = "  " * item.depth
    looks = _look(item)
    facts = _join_facts(item.facts, language)
    notes = click.style(f"  ({facts})", dim=True) if facts else ""
    if item.at is None:
        yield f"{indent}{_style(item, looks)}{notes}"
        return
    anchor = click.style(item.anchor_text, fg="cyan")
    gap = _LABEL_WIDTH - len(indent) - len(looks)
    if gap >= 0:
        yield f"{indent}{_style(item, looks)}{' ' * gap}  {anchor}{notes}"
    else:
        yield f"{indent}{_style(item, looks)}"
        yield f"{indent}{' ' * (_LABEL_WIDTH - len(indent))}  {anchor}{notes}"
    if item.choices:
        shown = " | ".join(item.choices[:_SHOWN_CHOICES])
        more = f" | … ({len(item.choices)})" if len(item.choices) > _SHOWN_CHOICES else ""
        yield click.style(f"{indent}    ▾ {shown}{more}", dim=True)


def _look(item: Item) -> str:
    """The item as it looks on paper."""
    label = _shorten(item.label, _TEXT_WIDTH)
    if item.kind in {Kind.HEADING, Kind.QUESTION}:
        label = f"{item.facts.get('number', '')} {label}".lstrip()
    if item.kind is Kind.CHECK_BOX:
        return f"[{'x' if item.facts.get('checked') == 'true' else ' '}] {label}"
    if item.kind in _MARKS:
        return _MARKS[item.kind].format(label or item.facts.get("number", "")).rstrip()
    end = "" if label.endswith((":", "?")) or not label else ":"
    if item.at is None:
        return f"{label}{end} {_shorten(item.text, _TEXT_WIDTH)}" if item.text else label
    content = f"‹{_shorten(item.text, 40)}›" if item.text.strip() else "____"
    return f"{label}{end} {content}".lstrip()


def _style(item: Item, looks: str) -> str:
    if item.kind in _TITLES:
        return click.style(looks, bold=True)
    if item.kind in {Kind.INSTRUCTION, Kind.TEXT, Kind.COMMENT}:
        return click.style(looks, dim=True)
    return looks


def _join_facts(facts: Mapping[str, str], language: Language) -> str:
    told: list[str] = []
    for key, value in facts.items():
        if key in _FACTS:
            word = _FACTS[key].in_language(language)
            shown = ", ".join(
                _VALUES[one].in_language(language) if one in _VALUES else one for one in value.split(", ")
            )
            told.append(word if value == "true" else f"{word}: {_shorten(shown, 60)}")
    return ", ".join(told)


def _shorten(text: str, length: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1]}…"
