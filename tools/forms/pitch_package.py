"""The deck as a package: every slide with its layout and charts, theme, master and properties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tools.forms.pitch_charts import Chart, chart_frame
from tools.forms.pitch_markup import NAMESPACES, SLIDE_NUMBER, Box, common_data, placeholder
from tools.forms.pitch_theme import write_layouts, write_master, write_presentation, write_theme
from tools.forms.word_parts import MADE_ON

from ibndocs.office.core_properties import CORE_PART, CORE_RELATIONSHIP, CORE_TYPE, write_core_properties
from ibndocs.office.package import Package

COVER, CONTENT, PANELLED = 1, 2, 3
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAIN = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


@dataclass
class Slide:
    """A slide being laid out; shapes are read in the order they are added."""

    layout: int
    _shapes: list[str] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    _number: int = 1

    def number(self) -> int:
        """A shape id of its own."""
        self._number += 1
        return self._number

    def add(self, markup: str) -> None:
        """Put a shape on top of the others."""
        self._shapes.append(markup)

    def add_chart(self, chart: Chart, name: str, description: str, box: Box) -> None:
        """Put a native chart on the slide."""
        self.charts.append(chart)
        self.add(chart_frame(self.number(), name, description, box, f"rId{1 + len(self.charts)}"))

    def open(self, title: str, kicker: str, *, title_kind: str = "title") -> None:
        """The title, and the rubric above it."""
        self.add(placeholder(self.number(), "Titel", title_kind, title))
        self.add(placeholder(self.number(), "Rubriek", "body", kicker, index=10))

    def close(self) -> str:
        """The slide; all but the cover have a footer and a number."""
        if self.layout != COVER:
            self.add(placeholder(self.number(), "Voettekst", "ftr", "Acroniem en oproep", index=20))
            self.add(placeholder(self.number(), "Dianummer", "sldNum", "", index=21, content=SLIDE_NUMBER))
        return (
            f"<p:sld {NAMESPACES}>{common_data(''.join(self._shapes))}"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )


@dataclass
class _Parts:
    """Parts, their content types and relationships while the package is put together."""

    texts: dict[str, bytes] = field(default_factory=dict)
    types: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, text: str, kind: str, relations: Sequence[tuple[str, str]] = ()) -> None:
        self.texts[name] = (_DECLARATION + text).encode()
        self.types.append((name, kind))
        if relations:
            folder, _, file = name.rpartition("/")
            self.texts[f"{folder}/_rels/{file}.rels"] = _relationships(relations)


def _relationships(targets: Sequence[tuple[str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    spaces = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{spaces}">{lines}</Relationships>'.encode()


def pack_deck(slides: Sequence[Slide], *, title: str, subject: str) -> bytes:
    """The file; the same slides give the same bytes."""
    parts = _Parts()
    layouts = write_layouts()
    main = [("slideMaster", "slideMasters/slideMaster1.xml")]
    main += [("slide", f"slides/slide{number}.xml") for number in range(1, len(slides) + 1)]
    main += [(name, f"{name}.xml") for name in ("presProps", "viewProps", "tableStyles")]
    main.append(("theme", "theme/theme1.xml"))
    parts.add(
        "ppt/presentation.xml",
        write_presentation(len(slides), "rId1", 2),
        f"{_PRESENTATION}.presentation.main+xml",
        main,
    )
    _add_settings(parts)
    under = [("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in range(1, len(layouts) + 1)]
    parts.add(
        "ppt/slideMasters/slideMaster1.xml",
        write_master(len(layouts)),
        f"{_PRESENTATION}.slideMaster+xml",
        [*under, ("theme", "../theme/theme1.xml")],
    )
    for number, layout in enumerate(layouts, start=1):
        name = f"ppt/slideLayouts/slideLayout{number}.xml"
        master = [("slideMaster", "../slideMasters/slideMaster1.xml")]
        parts.add(name, layout, f"{_PRESENTATION}.slideLayout+xml", master)
    _add_slides(parts, slides)
    properties = {"title": title, "subject": subject, "created": MADE_ON, "modified": MADE_ON}
    parts.texts[CORE_PART] = write_core_properties(None, properties)
    parts.types.append((CORE_PART, CORE_TYPE))
    parts.texts["_rels/.rels"] = _relationships(
        [
            ("officeDocument", "ppt/presentation.xml"),
            (CORE_RELATIONSHIP, CORE_PART),
            ("extended-properties", "docProps/app.xml"),
        ]
    )
    types = {"[Content_Types].xml": (_DECLARATION + _content_types(parts.types)).encode()}
    return Package([], title).write({**types, **parts.texts})


def _add_settings(parts: _Parts) -> None:
    parts.add("ppt/presProps.xml", f"<p:presentationPr {_MAIN}/>", f"{_PRESENTATION}.presProps+xml")
    parts.add("ppt/viewProps.xml", f"<p:viewPr {_MAIN}/>", f"{_PRESENTATION}.viewProps+xml")
    styles = f'<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{_STYLE}"/>'
    parts.add("ppt/tableStyles.xml", styles, f"{_PRESENTATION}.tableStyles+xml")
    parts.add("ppt/theme/theme1.xml", write_theme(), "application/vnd.openxmlformats-officedocument.theme+xml")
    extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    application = f'<Properties xmlns="{extended}"><Application>Microsoft Office PowerPoint</Application></Properties>'
    parts.add("docProps/app.xml", application, "application/vnd.openxmlformats-officedocument.extended-properties+xml")


def _add_slides(parts: _Parts, slides: Sequence[Slide]) -> None:
    charts = 0
    for number, slide in enumerate(slides, start=1):
        relations = [("slideLayout", f"../slideLayouts/slideLayout{slide.layout}.xml")]
        for chart in slide.charts:
            charts += 1
            relations.append(("chart", f"../charts/chart{charts}.xml"))
            workbook = f"Gegevens{charts}.xlsx"
            parts.add(
                f"ppt/charts/chart{charts}.xml",
                chart.write(),
                "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                [("package", f"../embeddings/{workbook}")],
            )
            parts.texts[f"ppt/embeddings/{workbook}"] = chart.workbook()
        parts.add(f"ppt/slides/slide{number}.xml", slide.close(), f"{_PRESENTATION}.slide+xml", relations)


def _content_types(types: Sequence[tuple[str, str]]) -> str:
    def lines() -> Iterator[str]:
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            "xlsx": _XLSX,
        }
        for extension, kind in defaults.items():
            yield f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for name, kind in types:
            yield f'<Override PartName="/{name}" ContentType="{kind}"/>'

    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(lines())}</Types>'
