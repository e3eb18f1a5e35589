"""Reads the text of a form from top to bottom: headings, questions, instructions, and the places between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from lxml import etree

from ibndocs.office.labels import Unresolved
from ibndocs.office.outline import Kind
from ibndocs.office.places import Place
from ibndocs.office.word.answers import open_answer
from ibndocs.office.word.beside import words_near
from ibndocs.office.word.bookmarks import find_bookmark
from ibndocs.office.word.boxes import ListedBox
from ibndocs.office.word.controls import open_control
from ibndocs.office.word.fields import field_label, open_field
from ibndocs.office.word.form import Form
from ibndocs.office.word.glyphs import is_ticked
from ibndocs.office.word.inspection.anchors import Anchors
from ibndocs.office.word.inspection.controls import content_of, read_control, read_field, result_of
from ibndocs.office.word.inspection.looks import Looks
from ibndocs.office.word.inspection.notes import Notes
from ibndocs.office.word.inspection.numbers import Numbers
from ibndocs.office.word.inspection.paragraphs import Find, Sort, find_places
from ibndocs.office.word.inspection.protection import Protection
from ibndocs.office.word.inspection.signs import Sign, ends_here, has_room, read_signs
from ibndocs.office.word.inspection.tables import TableReader
from ibndocs.office.word.sections import is_item
from ibndocs.office.word.targets import Blocks, Gap, Stretch, Target, Tick
from ibndocs.office.word.tree import attribute, child, is_a, names, text_of, value_at

_KINDS = {Sign.HEADING: Kind.HEADING, Sign.QUESTION: Kind.QUESTION, Sign.INSTRUCTION: Kind.INSTRUCTION}
_WORDS = frozenset((Sign.INSTRUCTION, Sign.TEXT, Sign.LINE, Sign.PLACES))
_SENTENCE = 60
"""A line with places in it and more text than this is told as a text too."""


class Reader:
    """Collects the items of one form; one part after the other."""

    def __init__(self, form: Form, protection: Protection) -> None:
        self.form = form
        self.anchors = Anchors(form)
        self.looks = Looks(form.package)
        self.numbers = Numbers(form)
        self.notes = Notes(protection)
        self._taken: set[etree._Element] = set()

    # -- blocks

    def read_part(self, name: str, containers: Iterable[etree._Element]) -> None:
        """Read a part: the body (""), `header`, `footer`, `footnotes`, `endnotes`."""
        self.notes.turn_to(name)
        for container in containers:
            self.read_blocks(list(flatten(container)), in_cell=False)

    def read_comments(self, comments: Iterable[etree._Element]) -> None:
        """Read what people noted in the margin."""
        self.notes.turn_to("")
        for comment in comments:
            words = " ".join(text_of(comment).split())
            self.notes.add(Kind.COMMENT, attribute(comment, "author") or "", text=words)

    def read_blocks(self, blocks: Sequence[etree._Element], *, in_cell: bool) -> None:
        """Read paragraphs, tables and controls that follow each other."""
        signs = read_signs(self.form, self.looks, self.numbers, blocks, in_cell=in_cell)
        asking = zip(blocks, signs, strict=True)
        questions = frozenset(block for block, sign in asking if sign in {Sign.HEADING, Sign.QUESTION})
        for index, (block, sign) in enumerate(zip(blocks, signs, strict=True)):
            if sign in {Sign.HEADING, Sign.QUESTION}:
                self._read_question(blocks, signs, index, questions, in_cell=in_cell)
            elif sign is Sign.TABLE:
                self._read_table(block)
            elif sign is Sign.CONTROL:
                self._read_block_control(block, in_cell=in_cell)
            elif is_a(block, "altChunk"):
                self.notes.add(Kind.TEXT, f"altChunk {self._name_inserted_file(block)}".rstrip())
            elif is_a(block, "p"):
                self._read_line(block, sign)

    def _read_table(self, table: etree._Element) -> None:
        if table not in self._taken:
            self.notes.forget_boxes()
            TableReader(self, self.anchors.grid(table)).read()

    def _read_block_control(self, sdt: etree._Element, *, in_cell: bool) -> None:
        if sdt in self._taken:
            return
        inner = list(flatten(child(sdt, "sdtContent")))
        holds_more = next(sdt.iterdescendants(*names("sdt", "tbl")), None) is not None
        holds_more = holds_more or any(begin in self.anchors.boxes for begin in sdt.iter(*names("fldChar")))
        self.add_control(sdt)
        if holds_more and sdt not in self.anchors.boxes:
            self.notes.deeper(1)
            self.read_blocks(inner, in_cell=in_cell)
            self.notes.deeper(-1)

    def _name_inserted_file(self, chunk: etree._Element) -> str:
        package = self.form.package
        files = {one.id: one.target.rpartition("/")[2] for one in package.relationships(package.main_part)}
        return next((files[str(value)] for value in chunk.attrib.values() if str(value) in files), "")

    def _read_line(self, paragraph: etree._Element, sign: Sign) -> None:
        if paragraph in self._taken:
            return
        found = find_places(self.form, self.anchors, paragraph)
        text = " ".join(text_of(paragraph).split())
        is_sentence = (
            len(text) - sum(len(one.words) + (len(one.blank.content) if one.blank else 0) for one in found) > _SENTENCE
        )
        if sign in _WORDS and (not found or is_sentence):
            self.notes.add(_KINDS.get(sign, Kind.TEXT), text)
        elif found and found[0].box is not None and found[0].words not in ("", found[0].box.words):
            self.notes.add(Kind.TEXT, found[0].words)
        self._add_places(found)

    # -- questions

    def _read_question(
        self,
        blocks: Sequence[etree._Element],
        signs: Sequence[Sign],
        index: int,
        questions: frozenset[etree._Element],
        *,
        in_cell: bool,
    ) -> None:
        block, sign = blocks[index], signs[index]
        label = " ".join(text_of(block).split())
        level = self.form.outline.level(block) if sign is Sign.HEADING else None
        if level is not None and not in_cell:
            self.notes.leave(level)
        found = find_places(self.form, self.anchors, block)
        if found and sign is Sign.QUESTION and not label.endswith("?"):
            self._read_line(block, Sign.TEXT)
            return
        at: Place | None = None
        room: Sequence[etree._Element] = ()
        if self._waits(blocks, signs, index) and not found:
            at, room = self._open(block, label, questions, in_cell=in_cell)
        number = self.numbers.of(block)
        text = " ".join("".join(map(text_of, room)).split())
        facts = {"number": number} if number else {}
        # The room may be locked or free to edit where the question is not.
        self.notes.add(_KINDS[sign], label, at, text, element=next(iter(room), block), facts=facts)
        if level is not None and not in_cell:
            self.notes.enter(level, label)
        self.notes.deeper(1)
        self._add_places(found)
        self.notes.deeper(-1)

    def _waits(self, blocks: Sequence[etree._Element], signs: Sequence[Sign], index: int) -> bool:
        """Whether a heading or question waits for an answer of its own."""
        if signs[index] is Sign.QUESTION:
            return has_room(blocks, signs, index) or ends_here(signs, index)
        after = index + 1
        while after < len(signs) and signs[after] in {Sign.INSTRUCTION, Sign.BLANK}:
            after += 1
        if after == len(signs):
            return True
        if signs[after] is Sign.HEADING:
            level = self.form.outline.level
            return (level(blocks[after]) or 0) <= (level(blocks[index]) or 0)
        # An empty line between a heading and its first question or table is spacing, unless something was asked.
        asked = Sign.INSTRUCTION in signs[index:after] and signs[after - 1] is Sign.BLANK
        return signs[after] in {Sign.TABLE, Sign.CONTROL} and (asked or has_room(blocks, signs, after - 1))

    def _open(
        self, block: etree._Element, label: str, questions: frozenset[etree._Element], *, in_cell: bool
    ) -> tuple[Place | None, Sequence[etree._Element]]:
        """The anchor of the room below a question and what is there; none when it belongs to something else."""
        at = self.anchors.under(block, label)
        try:
            target = open_answer(self.form, block, questions - {block}) if at is not None else None
        except Unresolved:
            return None, ()
        if not isinstance(target, Blocks | Stretch | Tick | Gap):
            return None, ()
        control = _control_of(target)
        if control is not None:
            if value_at(control, "sdtPr", "tag") or value_at(control, "sdtPr", "alias"):
                return None, ()
            self._taken.update((control, *control.iterancestors(*names("p"))))
        if isinstance(target, Gap):
            return (None, ()) if in_cell else (at, ())
        home = target.home if is_a(target.home, "tc") else next(target.home.iterancestors(*names("tc")), None)
        own = next(block.iterancestors(*names("tc")), None)
        if home is not own and (in_cell or home is None):
            return None, ()
        if home is not None and home is not own:
            self._taken.update(home.iterancestors(*names("tbl")))
        self._taken.update(element for element in target.claims if is_a(element, "p"))
        return at, target.claims

    # -- places in a line

    def _add_places(self, found: Sequence[Find]) -> None:
        for one in found:
            if one.sort is Sort.CONTROL:
                self.add_control(one.element, one.words)
            elif one.sort is Sort.FIELD:
                self.add_field(one.element)
            elif one.box is not None:
                self.add_box(one.box)
            elif one.blank is not None:
                content = one.blank.content
                self.notes.add(
                    Kind.BLANK, one.words or content, self.anchors.blank(one.blank), content, element=one.element
                )
            elif one.sort is Sort.BOOKMARK:
                self._add_bookmark(one)
            else:
                self.notes.deeper(1)
                self.read_blocks(list(flatten(one.element)), in_cell=False)
                self.notes.deeper(-1)

    def is_open(self, sdt: etree._Element) -> bool:
        """Whether a content control can be filled."""
        try:
            open_control(sdt)
        except Unresolved:
            return False
        return True

    def add_control(self, sdt: etree._Element, words: str = "", at: Place | None = None) -> None:
        """Note a content control; one that holds others, or that is there for layout only, has no anchor."""
        if sdt in self._taken:
            return
        kind, choices, facts = read_control(sdt)
        if sdt in self.anchors.boxes:
            for box in self.anchors.boxes[sdt]:
                self.add_box(box)
            return
        if kind is Kind.REPEATING:
            self._add_repeating(sdt, facts)
            return
        is_open = self.is_open(sdt)
        if is_open and at is None:
            at = self.anchors.control(sdt)
        if not is_open and not facts.keys() & {"tag", "title"} and kind is Kind.CONTROL:
            return
        label = words or facts.get("title") or self._words_around(sdt) or facts.get("tag") or ""
        text = "" if kind is Kind.CHECK_BOX else content_of(sdt) if is_open else ""
        self.notes.add(kind, label, at if is_open else None, text, element=sdt, choices=choices, facts=facts)

    def _words_around(self, sdt: etree._Element) -> str:
        """The words above a control or in the cell beside it; a whole paragraph is no label."""
        paragraph = next(chain(sdt.iterancestors(*names("p")), sdt.iter(*names("p"))), None)
        words = words_near(self.form, paragraph) if paragraph is not None else ""
        return words if len(words) <= _SENTENCE else ""

    def _add_repeating(self, sdt: etree._Element, facts: dict[str, str]) -> None:
        """Note a repeating section; its items need no line of their own."""
        if is_item(sdt):
            return
        label = facts.get("title") or facts.get("tag") or ""
        self.notes.add(Kind.REPEATING, label, self.anchors.control(sdt), element=sdt, facts=facts)

    def add_field(self, begin: etree._Element, words: str = "") -> None:
        """Note a form field; in a cell by itself it goes by `words`, the names of its row and column."""
        kind, choices, facts = read_field(begin)
        label = field_label(self.form, begin)
        at = self.anchors.field(begin, label) if _is_field_open(begin) else None
        self.notes.add(
            kind,
            words or label or facts.get("name", ""),
            at,
            result_of(begin),
            element=begin,
            choices=choices,
            facts=facts,
        )

    def add_box(self, box: ListedBox, label: str = "", at: Place | None = None) -> None:
        """Note a check box; in a cell by itself it goes by the names of its row and column."""
        facts: dict[str, str] = {}
        if is_a(box.element, "sdt"):
            facts = read_control(box.element)[2]
        elif is_a(box.element, "fldChar"):
            facts = read_field(box.element)[2]
        elif is_ticked(box.element, box.offset):
            facts = {"checked": "true"}
        self.notes.told_boxes.add(box.words)
        label = label or box.words or facts.get("title") or facts.get("name", "")
        self.notes.add(Kind.CHECK_BOX, label, at or self.anchors.check_box(box), element=box.element, facts=facts)

    def _add_bookmark(self, one: Find) -> None:
        at = self.anchors.bookmark(one.element)
        if at is None:
            return
        try:
            target = find_bookmark(self.form, at)
        except Unresolved:
            target = None
        text = " ".join("".join(text_of(element) for element in target.claims).split()) if target is not None else ""
        holds_place = target is None or any(
            next(element.iter(*names("sdt", "fldChar")), None) is not None for element in target.claims
        )
        self.notes.add(Kind.BOOKMARK, one.words or at.bookmark, None if holds_place else at, text, element=one.element)


def flatten(container: etree._Element | None) -> Iterator[etree._Element]:
    """The paragraphs, tables, controls and inserted files in a container, without tables of contents."""
    for block in container if container is not None else ():
        if is_a(block, "p", "tbl", "altChunk"):
            yield block
        elif is_a(block, "sdt"):
            part = child(block, "sdtPr", "docPartObj")
            if part is None:
                yield block
            elif "contents" not in (value_at(part, "docPartGallery") or "").casefold():
                yield from flatten(child(block, "sdtContent"))
        elif is_a(block, "customXml", "ins", "moveTo", "smartTag"):
            yield from flatten(block)


def _control_of(target: Target) -> etree._Element | None:
    if isinstance(target, Stretch | Blocks):
        return target.control
    return target.box if isinstance(target, Tick) and is_a(target.box, "sdt") else None


def _is_field_open(begin: etree._Element) -> bool:
    try:
        open_field(begin)
    except Unresolved:
        return False
    return True
