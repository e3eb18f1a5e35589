"""The tags of a PDF (ISO 32000-1, 14.7): those of a range of pages, written anew for a PDF of those pages alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import pikepdf

_KEPT = ("/A", "/Alt", "/ActualText", "/E", "/Lang", "/T")


@dataclass(frozen=True, slots=True)
class _Content:
    """What an element holds of a page: marked content by number, or an annotation by its place on the page."""

    page: int
    number: int
    is_annotation: bool = False


@dataclass(slots=True)
class _Element:
    """One structure element; one without content, such as an empty paragraph, has a page all the same."""

    kind: str
    source: pikepdf.Object
    page: int
    children: list[_Element | _Content]

    def pages(self) -> Iterator[int]:
        yield self.page
        for child in self.children:
            if isinstance(child, _Content):
                yield child.page
            else:
                yield from child.pages()


class Structure:
    """The tags of a joined document."""

    def __init__(self, blocks: list[_Element]) -> None:
        self._blocks = [(block, min(block.pages()), max(block.pages())) for block in blocks]

    @classmethod
    def read(cls, pdf: pikepdf.Pdf) -> Self:
        """The tags of `pdf`; a paragraph style that LibreOffice took for a tag becomes the tag it stands for."""
        reader = _Reader(pdf)
        blocks: list[_Element] = []
        for element in reader.read_children(pdf.Root.StructTreeRoot):
            if isinstance(element, _Element):
                documents = element.kind == "/Document"
                blocks += (
                    [child for child in element.children if isinstance(child, _Element)] if documents else [element]
                )
        return cls(blocks)

    def breaks_at(self, page: int) -> bool:
        """Whether no element goes on from before `page`."""
        return not any(first < page <= last for _, first, last in self._blocks)

    def between(self, begin: int, end: int) -> Iterator[_Element]:
        """The outermost elements on the pages from `begin` to before `end`."""
        return (block for block, page, _ in self._blocks if begin <= page < end)


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        import pikepdf

        self._array = pikepdf.Array
        root = pdf.Root.StructTreeRoot
        self._roles = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._notes = {
            note.objgen: (number, at)
            for number, page in enumerate(pdf.pages)
            for at, note in enumerate(page.get("/Annots", []))
        }

    def read_children(self, element: pikepdf.Object, page: int = 0) -> list[_Element | _Content]:
        kids = element.get("/K")
        if kids is None:
            return []
        found = (self._read(kid, page) for kid in (kids if isinstance(kids, self._array) else [kids]))
        return [child for child in found if child is not None]

    def _read(self, kid: object, page: int) -> _Element | _Content | None:
        import pikepdf

        if isinstance(kid, int):
            return _Content(page, kid)
        assert isinstance(kid, pikepdf.Object)
        if "/Pg" in kid:
            page = self._pages.get(kid.Pg.objgen, page)
        kind = str(kid.get("/Type", ""))
        if kind == "/MCR":
            return _Content(page, int(kid.MCID))
        if kind == "/OBJR":
            place = self._notes.get(kid.Obj.objgen)
            return _Content(place[0], place[1], is_annotation=True) if place else None
        tag = str(kid.get("/S", "/NonStruct"))
        return _Element(self._roles.get(tag, tag), kid, page, self.read_children(kid, page))


class TagWriter:
    """Gives tags to a PDF that has all its pages already."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        import pikepdf

        self._pdf = pdf
        self._shift = 0
        self._root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        self._document = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, P=self._root)
        )
        self._blocks: list[pikepdf.Object] = []
        self._contents: list[dict[int, pikepdf.Object]] = [{} for _ in pdf.pages]
        self._notes: list[pikepdf.Object] = []

    def add(self, structure: Structure, begin: int, end: int, *, at: int = 0) -> None:
        """Add the tags that `structure` has from page `begin` to before `end`, pages that stand here from `at` on."""
        self._shift = at - begin
        for element in structure.between(begin, end):
            self._blocks.append(self._write(element, self._document))

    def _write(self, element: _Element, parent: pikepdf.Object) -> pikepdf.Object:
        import pikepdf

        made = self._pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(element.kind), P=parent)
        )
        for key in _KEPT:
            if key in element.source:
                made[key] = _copy(element.source[key])
        kids: list[object] = []
        own = next((child.page for child in element.children if isinstance(child, _Content)), None)
        if own is not None:
            made.Pg = self._pdf.pages[own + self._shift].obj
        for child in element.children:
            kids.append(
                self._write_content(child, made, own) if isinstance(child, _Content) else self._write(child, made)
            )
        if kids:
            made.K = pikepdf.Array(kids)
        return made

    def _write_content(self, content: _Content, parent: pikepdf.Object, own: int | None) -> object:
        import pikepdf

        at = content.page + self._shift
        page = self._pdf.pages[at]
        if content.is_annotation:
            note = page.Annots[content.number]
            note.StructParent = len(self._pdf.pages) + len(self._notes)
            self._notes.append(parent)
            return pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=note, Pg=page.obj)
        self._contents[at][content.number] = parent
        if content.page == own:
            return content.number
        return pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page.obj, MCID=content.number)

    def finish(self) -> None:
        """Tie elements and pages together by the parent tree."""
        import pikepdf

        numbers: list[object] = []
        for at, (page, contents) in enumerate(zip(self._pdf.pages, self._contents, strict=True)):
            page.StructParents = at
            parents = [contents.get(number) for number in range(max(contents, default=-1) + 1)]
            numbers += [at, self._pdf.make_indirect(pikepdf.Array(parents))]
        for at, parent in enumerate(self._notes, start=len(self._pdf.pages)):
            numbers += [at, parent]
        self._document.K = pikepdf.Array(self._blocks)
        self._root.K = pikepdf.Array([self._document])
        self._root.ParentTree = self._pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))
        self._root.ParentTreeNextKey = len(self._pdf.pages) + len(self._notes)
        self._pdf.Root.StructTreeRoot = self._root


def _copy(value: object) -> object:
    """An attribute of an element without a link to the document it was in."""
    import pikepdf

    if isinstance(value, pikepdf.Dictionary):
        return pikepdf.Dictionary({key: _copy(item) for key, item in value.items()})
    if isinstance(value, pikepdf.Array):
        return pikepdf.Array([_copy(item) for item in value])
    return value
