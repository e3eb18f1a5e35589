"""Compares a Word form with a filled file: its body, text boxes, headers, footers, notes, sections and protection."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.fidelity.report import Change, Fidelity
from ibndocs.office.fidelity.word_blocks import StoryReader
from ibndocs.office.fidelity.word_comparison import Comparison
from ibndocs.office.fidelity.word_text import FLAT, GUESSED, Places
from ibndocs.office.fidelity.word_ticks import compare_ticks
from ibndocs.office.package import Package
from ibndocs.office.slots import Slot
from ibndocs.office.word.form import Form
from ibndocs.office.word.styles import related_part
from ibndocs.office.word.tree import attribute, child, is_a, names

_EDGES = {
    "headerReference": Text("koptekst", "header"),
    "footerReference": Text("voettekst", "footer"),
}
_NOTES = {"footnotes": Text("voetnoten", "footnotes"), "endnotes": Text("eindnoten", "endnotes")}


def compare_documents(form: Package, filled: Package, slots: Sequence[Slot], report: Fidelity, *, exact: bool) -> None:
    """Compare two documents.

    Args:
        form: The blank form.
        filled: The filled file.
        slots: What was filled where, when that is known.
        report: Where differences and answers are noted.
        exact: Only the places of `slots` may differ, and mark-up counts; otherwise a person may have filled in
            whatever looks like a place, in Word.
    """
    pair = _Pair(Form(form), Form(filled), slots, exact=exact)
    pair.compare(_body(pair.form.main), _body(pair.filled.main), Text("", ""), report, asks=True)
    _compare_edges(pair, report)
    _compare_notes(pair, report)
    _compare_sections(pair.form, pair.filled, report)
    _compare_protection(form, filled, report)


class _Pair:
    """A form and a filled file, ready to be compared part by part."""

    def __init__(self, form: Form, filled: Form, slots: Sequence[Slot], *, exact: bool) -> None:
        self.form = form
        self.filled = filled
        self.exact = exact
        self._places = find_places(form, slots, known=exact)
        self.asker = StoryReader(form.outline, self._places)
        self.answerer = StoryReader(filled.outline, FLAT)

    def compare(
        self, form: etree._Element, filled: etree._Element, place: Text, report: Fidelity, *, asks: bool = False
    ) -> None:
        """Compare two stories with the text boxes that stand in them."""
        comparison = Comparison(report, self.exact)
        comparison.compare(self.asker.read(form), self.answerer.read(filled), place, asks=asks)
        compare_ticks(form, filled, self._places, report)
        boxes, filled_boxes = self.asker.boxes(form), self.answerer.boxes(filled)
        if len(boxes) > len(filled_boxes):
            where = Text("tekstvakken", "text boxes")
            report.differ(Change.REMOVED, where, f"{len(boxes)}", f"{len(filled_boxes)}")
        for number, (box, filled_box) in enumerate(zip(boxes, filled_boxes, strict=False), 1):
            comparison.compare(box, filled_box, Text(f"tekstvak {number}", f"text box {number}"))
        if self.exact:
            self._compare_twins(form, filled, {box.shown for box in filled_boxes}, report)

    def _compare_twins(
        self, form: etree._Element, filled: etree._Element, said: Collection[str], report: Fidelity
    ) -> None:
        """The old-fashioned copy of a text box is as it was, or says what a text box now says."""
        pairs = zip(*(self.answerer.boxes(root, twins=True) for root in (form, filled)), strict=False)
        for number, (twin, other) in enumerate(pairs, 1):
            if other.shown != twin.shown and other.shown not in said:
                where = Text(f"kopie van tekstvak {number}", f"copy of text box {number}")
                report.differ(Change.ALTERED, where, twin.shown, other.shown)


def find_places(form: Form, slots: Sequence[Slot], *, known: bool) -> Places:
    """Where the slots let answers come; those that cannot be found were told when the form was filled."""
    from ibndocs.office.labels import Unresolved
    from ibndocs.office.word.anchors import find_mirrors, find_questions, find_targets, spare_what_is_taken
    from ibndocs.office.word.targets import Gap, Region, Repeat, Target, Tick

    if not slots:
        return FLAT if known else GUESSED
    replaced: set[etree._Element] = set()
    after: set[etree._Element] = set()
    rows: set[etree._Element] = set()
    free: set[etree._Element] = set()
    questions = find_questions(form, slots)
    found: list[tuple[Slot, tuple[Target, ...]]] = []
    for slot in slots:
        with suppress(Unresolved):
            found.append((slot, find_targets(form, slot, questions)))
    found = spare_what_is_taken(found)
    mirrors = [(slot, (target,)) for slot, target in find_mirrors(form, found)]
    for _, targets in (*found, *mirrors):
        for target in targets:
            if isinstance(target, Region):
                free.update((*target.blocks, *target.others))
            elif isinstance(target, Repeat):
                rows.update((*target.extent, *(row.tr for group in target.spare for row in group)))
                replaced.update(target.claims)
            elif isinstance(target, Gap):
                after.add(target.after)
            else:
                replaced.update(target.claims)
                # A control around a cell is not met when the cell is read.
                replaced.update(
                    p for claim in target.claims for tc in claim.iter(*names("tc")) for p in tc.iter(*names("p"))
                )
                after.update(target.exact)
    ticks = {box for row in rows for box in row.iter(*names("sdt", "fldChar", "t"))}
    ticks.update(target.box for _, targets in (*found, *mirrors) for target in targets if isinstance(target, Tick))
    return Places(known, replaced, after, ticks | replaced, rows, free)


def _body(root: etree._Element) -> etree._Element:
    body = child(root, "body")
    return root if body is None else body


def _compare_edges(pair: _Pair, report: Fidelity) -> None:
    """Compare headers and footers, each once; another program may hang them at another section or kind of page."""
    others = list(_edges(pair.filled))
    seen: set[str] = set()
    for key, place, part in _edges(pair.form):
        if part in seen:
            continue
        seen.add(part)
        root = _root_of(pair.form, part)
        alike = [other for at, _, other in others if at == key]
        if not pair.exact:
            alike += [other for at, _, other in others if at[1] == key[1] and at != key]
        tries = []
        for other in dict.fromkeys(alike):
            tried = Fidelity()
            pair.compare(root, _root_of(pair.filled, other), place, tried)
            tries.append(tried)
            if tried.holds:
                break
        told = next((one for one in tries if one.holds), tries[0] if tries else None)
        if told is not None:
            report.take(told)
        elif pair.exact or pair.asker.read(root).fixed:
            report.differ(Change.REMOVED, place)


def _root_of(form: Form, part: str) -> etree._Element:
    root = form.parts.get(part)
    return form.package.xml(part) if root is None else root


def _edges(form: Form) -> Iterator[tuple[tuple[int, str, str], Text, str]]:
    main = form.package.main_part
    targets = {one.id: form.package.resolve(main, one.target) for one in form.package.relationships(main)}
    for number, section in enumerate(form.main.iter(*names("sectPr"))):
        for reference in section:
            local = etree.QName(reference).localname if isinstance(reference.tag, str) else ""
            identifier = next((str(value) for key, value in reference.items() if str(key).endswith("}id")), "")
            if local in _EDGES and targets.get(identifier) in form.package:
                kind = attribute(reference, "type") or "default"
                word = _EDGES[local]
                place = Text(f"{word.nl} {number + 1}", f"{word.en} {number + 1}")
                yield (number, local, kind), place, targets[identifier]


def _compare_notes(pair: _Pair, report: Fidelity) -> None:
    for kind, place in _NOTES.items():
        part, other = related_part(pair.form.package, kind), related_part(pair.filled.package, kind)
        if part is None:
            continue
        notes = [note for note in _read_notes(pair.form, part) if len(note)]
        others = list(_read_notes(pair.filled, other)) if other else []
        if len(notes) > len(others):
            report.differ(Change.REMOVED, place, f"{len(notes)}", f"{len(others)}")
        # A note that an answer adds comes among those of the form; each of theirs must still be there.
        texts = {pair.answerer.read(note).shown for note in others}
        for note in notes:
            text = pair.asker.read(note).shown
            if text not in texts:
                report.differ(Change.ALTERED, place, text)


def _read_notes(form: Form, part: str) -> Iterator[etree._Element]:
    return (
        note
        for note in _root_of(form, part)
        if is_a(note, "footnote", "endnote") and attribute(note, "type") in (None, "normal")
    )


def _compare_sections(form: Form, filled: Form, report: Fidelity) -> None:
    before, after = list(_sections(form)), list(_sections(filled))
    if before != after:
        place = Text("secties en bladspiegel", "sections and page layout")
        shown = [" ; ".join(" ".join(filter(None, map(str, one))) for one in sections) for sections in (before, after)]
        report.differ(Change.ALTERED, place, *shown)


def _sections(form: Form) -> Iterator[tuple[str, ...]]:
    for section in form.main.iter(*names("sectPr")):
        size = child(section, "pgSz")
        columns = child(section, "cols")
        values = [attribute(size, key) if size is not None else None for key in ("w", "h", "orient")]
        number = attribute(columns, "num") if columns is not None else None
        yield tuple(value or "" for value in (*values, "" if number == "1" else number))


def _compare_protection(form: Package, filled: Package, report: Fidelity) -> None:
    before, after = _protection(form), _protection(filled)
    if before != after:
        report.differ(Change.ALTERED, Text("beveiliging", "protection"), before or "geen", after or "geen")


def _protection(package: Package) -> str:
    part = related_part(package, "settings")
    found = child(package.xml(part), "documentProtection") if part else None
    if found is None or attribute(found, "enforcement") in {None, "0", "false", "off"}:
        return ""
    return attribute(found, "edit") or ""
