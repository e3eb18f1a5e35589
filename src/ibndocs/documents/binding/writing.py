"""A draft as the text of a slots file, with what a person should look at as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ibndocs.documents.binding.drafting import Bound, Column, Draft
from ibndocs.documents.binding.matching import SURE, Match
from ibndocs.documents.binding.offers import Sort
from ibndocs.office.outline import Item, Kind
from ibndocs.office.places import Blank, Bookmark, Control, Field, Office, Placeholder, Under

if TYPE_CHECKING:
    from ibndocs.documents.binding.carrying import Carried

_PLAIN = re.compile(r"[A-Za-z_][\w.]*")
_SHOWN = 90
_NEAR = 30
_MARKUP = {Office.WORD: ", as: markdown", Office.SLIDES: ", as: markdown", Office.SHEETS: ""}
_SCHEMA = "# yaml-language-server: $schema={}"
_HEAD = (
    "# Ontwerp van ibndocs form bind: kijk elke lijn na. Achter een lijn staat hoe zeker ze is, en wat daarna kwam.",
    "# De namen die u mag gebruiken staan in docs/waarden.md; ibndocs form check zegt wat niet klopt.",
)


def write_slots(draft: Draft, form: str, schema: str) -> str:
    """The text of the slots file.

    Args:
        draft: What goes where.
        form: The file name of the form.
        schema: Where an editor finds the schema of a slots file.
    """
    lines = [_SCHEMA.format(schema), *_HEAD, f"form: {write_scalar(form)}"]
    lines += [f'sha256: "{draft.outline.sha256}"', "properties:"]
    lines += ['  title: document.title ~ " " ~ project.acronym', "  creator: applicant.name"]
    lines += ["slots:" if draft.bound else "slots: []"]
    where: tuple[str, ...] | None = None
    for bound in draft.bound:
        if bound.item.where != where:
            where = bound.item.where
            lines += ["", f"  # ---- {' > '.join(where)}"] if where else [""]
        lines += _write_bound(bound, draft.outline.office)
    lines += _list_asked(draft)
    lines += _list_unused(draft)
    return "\n".join(_clean(line) for line in lines) + "\n"


def write_carried(carried: Carried, old: str, form: str, sha256: str) -> str:
    """The text of an old slots file for a new form: its head, what fits, what moved, what is gone, what came.

    Args:
        carried: What became of the old slots.
        old: The text of the old file.
        form: The file name of the new form.
        sha256: Of the new form.
    """
    head = old.partition("\nslots:")[0]
    head = re.sub(r"(?m)^form:.*$", lambda _: f"form: {write_scalar(form)}", head, count=1)
    head = re.sub(r"(?m)^sha256:.*$", lambda _: f'sha256: "{sha256}"', head, count=1)
    lines = [head, "slots:" if carried.kept or carried.moved else "slots: []", *carried.kept]
    if carried.moved:
        lines += ["", f"  # ---- verplaatst of anders genoemd: kijk na ({len(carried.moved)})"]
        for block, was in carried.moved:
            lines += [f"  # was {was}", block]
    draft = carried.draft
    if draft is not None and draft.bound:
        lines += ["", f"  # ---- nieuw in dit formulier: kijk na ({len(draft.bound)})"]
        lines += [line for bound in draft.bound for line in _write_bound(bound, draft.outline.office)]
    if draft is not None:
        lines += _list_asked(draft)
    if carried.gone:
        lines += ["", f"# Niet meer in het formulier ({len(carried.gone)}):"]
        lines += [f"# {line}" for block in carried.gone for line in block.splitlines()]
    return "\n".join(lines) + "\n"


def write_scalar(text: str) -> str:
    """An expression or a name as YAML: bare when that is safe, else in double quotes."""
    plain = _PLAIN.fullmatch(text) and text not in {"true", "false", "null"}
    return text if plain else json.dumps(text, ensure_ascii=False)


def _write_bound(bound: Bound, office: Office) -> Iterator[str]:
    place = bound.item.anchor_text
    if bound.match.offer.sort is Sort.LIST:
        yield f"  - at: {place}{_remark(bound)}"
        yield f"    each: {write_scalar(bound.match.value)}"
        lines = sorted({column.line for column in bound.columns})
        if len(lines) > 1:
            yield f"    repeat_also: {len(lines) - 1}"
            yield "    cells:"
            for line in lines:
                yield f"      - {_write_cells(tuple(one for one in bound.columns if one.line == line))}"
        else:
            yield f"    cells: {_write_cells(bound.columns)}"
        yield '    empty: "–"'
        for column in bound.columns:
            if not column.value:
                yield f"    # kolom “{_short(column.header)}”: de beschrijving heeft hier geen waarde voor"
            elif column.score < SURE:
                yield f"    # kolom “{_short(column.header)}” → {column.value} ({column.score:.0f} %)"
        return
    if bound.match.offer.sort is Sort.PART:
        yield f"  - at: {place}{_remark(bound)}"
        yield f"    each: {write_scalar(bound.match.value)}"
        return
    if bound.match.offer.sort is Sort.CHART:
        yield f"  - at: {place}{_remark(bound)}"
        yield f"    categories: {write_scalar(bound.match.value)}"
        pairs = ((write_scalar(name), write_scalar(values)) for name, values, _ in bound.match.offer.series)
        yield f"    series: [{', '.join(f'{{name: {name}, values: {values}}}' for name, values in pairs)}]"
        return
    if bound.item.kind is Kind.FORMULA:
        yield f"  - {{at: {place}, expect: {write_scalar(bound.match.value)}}}{_remark(bound)}"
        return
    value = write_scalar(bound.match.value)
    prose = bound.match.offer.sort is Sort.PROSE and not bound.match.offer.plain and _takes_prose(bound.item)
    markup = ", as: bullets" if bound.match.bullets else _MARKUP[office] if prose else ""
    yield f"  - {{at: {place}, value: {value}{markup}}}{_remark(bound)}"


def _takes_prose(item: Item) -> bool:
    """Whether paragraphs fit in a place: not in a line, nor in a field."""
    if isinstance(item.at, Control):
        return "rich" in item.facts.get("type", "")
    return not isinstance(item.at, Blank | Bookmark | Field | Placeholder)


def _write_cells(columns: tuple[Column, ...]) -> str:
    if any(column.key for column in columns):
        return (
            "{" + ", ".join(f"{column.key}: {write_scalar(column.value)}" for column in columns if column.value) + "}"
        )
    return "[" + ", ".join(map(_write_cell, columns)) + "]"


def _write_cell(column: Column) -> str:
    if not column.value:
        return "null"
    value = write_scalar(column.value)
    return f"{{value: {value}, as: markdown}}" if column.markdown else value


def _remark(bound: Bound) -> str:
    doubt = "NAKIJKEN, " if bound.match.score < SURE else ""
    label = "" if isinstance(bound.item.at, Under) else f"“{_short(_read_label(bound.item), 40)}” "
    after = bound.after
    then = f"; dan {after.value} ({after.percent})" if after and after.score >= _NEAR else ""
    return f"  # {label}{doubt}{bound.match.percent}{then}"


def _read_label(item: Item) -> str:
    """By which words a person knows a place; a shape on a slide by its text rather than by the name it was given."""
    return item.text or item.label if item.kind is Kind.SHAPE else item.facts.get("title") or item.label


def _list_asked(draft: Draft) -> Iterator[str]:
    if not draft.asked:
        return
    yield ""
    yield f"# Het formulier vraagt, de beschrijving heeft geen antwoord ({len(draft.asked)}):"
    for item, nearest in draft.asked:
        yield f"#  - {{at: {item.anchor_text}, value: }}  # {_say(item)}{_nearest(nearest)}"


def _say(item: Item) -> str:
    return f"{item.kind.value} “{_short(_read_label(item))}”"


def _nearest(match: Match | None) -> str:
    return f"; dichtstbij {match.value} ({match.percent})" if match is not None and match.score >= _NEAR else ""


def _list_unused(draft: Draft) -> Iterator[str]:
    if not draft.unused:
        return
    yield ""
    yield f"# De beschrijving heeft, het formulier vraagt niet ({len(draft.unused)}):"
    for offer in draft.unused:
        yield f"#  {offer.root}  # {_short(offer.labels[0])}"


def _short(text: str, length: int = _SHOWN) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def _clean(line: str) -> str:
    return "".join(character for character in line if character == "\t" or character >= " ").rstrip()
