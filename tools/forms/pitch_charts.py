"""Native charts of the deck: columns and bars without grid or value axis, every value labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tools.forms.markup import attribute
from tools.forms.pitch_markup import Box, Look, fill
from tools.forms.pitch_theme import GREEN, INK, WHITE

from ibndocs.office.slides.chart_data import Block, ChartData, Series
from ibndocs.office.slides.new_workbook import make_workbook

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_BLOCK = Block("Gegevens")
THOUSANDS = "#,##0,"
"""Whole thousands: the value stays in euro, so that the workbook behind the chart agrees with the budget."""
COUNTS = "#,##0"


@dataclass(frozen=True)
class Plot:
    """One series: its name, its sample values, its colour and that of its labels."""

    name: str
    values: Sequence[int]
    colour: str = GREEN
    label: str = INK


@dataclass(frozen=True)
class Chart:
    """A chart as it is drawn, with sample values.

    Attributes:
        categories: The sample categories.
        plots: The series.
        bars: Lies down, the first category on top.
        stacked: Series on top of each other, with their labels inside.
        gap: Between columns, as a percentage of their width.
        size: Of labels, in points.
        number: The number format of the labels.
        points: A colour for every column of a single series, where they differ.
    """

    categories: Sequence[str]
    plots: Sequence[Plot]
    bars: bool = False
    stacked: bool = False
    gap: int = 55
    size: float = 14
    number: str = COUNTS
    points: Sequence[str] = ()

    def write(self) -> str:
        """The chart part."""
        kind = "bar" if self.bars else "col"
        grouping, overlap = ("stacked", 100) if self.stacked else ("clustered", 0)
        series = "".join(self._series(index, plot) for index, plot in enumerate(self.plots))
        legend = self._legend() if len(self.plots) > 1 else ""
        return (
            f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="nl-BE"/><c:roundedCorners val="0"/>'
            '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
            f'<c:barChart><c:barDir val="{kind}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
            f'<c:gapWidth val="{self.gap}"/><c:overlap val="{overlap}"/><c:axId val="1001"/><c:axId val="1002"/>'
            f"</c:barChart>{self._axes()}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>{legend}"
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
            f"{_text(Look(self.size))}"
            '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
        )

    def workbook(self) -> bytes:
        """The workbook with the sample values."""
        series = tuple(Series(plot.name, tuple(Decimal(value) for value in plot.values)) for plot in self.plots)
        return make_workbook(_BLOCK, ChartData(tuple(self.categories), series), [self.number] * len(self.plots))

    def _series(self, index: int, plot: Plot) -> str:
        count = len(self.categories)
        position = "ctr" if self.stacked else "outEnd"
        look = Look(self.size, plot.label, bold=not self.stacked)
        edge = f'<a:ln w="9525">{fill(WHITE)}</a:ln>' if self.stacked else "<a:ln><a:noFill/></a:ln>"
        points = "".join(
            f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"<c:spPr>{fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:dPt>"
            for at, colour in enumerate(self.points)
        )
        return (
            f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>{_BLOCK.names_at(index)}</c:f>'
            f"{_cache('str', [plot.name])}</c:strRef></c:tx><c:spPr>{fill(plot.colour)}{edge}</c:spPr>"
            f'<c:invertIfNegative val="0"/>{points}'
            f'<c:dLbls><c:numFmt formatCode="{attribute(self.number)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln>'
            f'<a:noFill/></a:ln></c:spPr>{_text(look)}<c:dLblPos val="{position}"/><c:showLegendKey val="0"/>'
            '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
            '<c:showBubbleSize val="0"/></c:dLbls>'
            f"<c:cat><c:strRef><c:f>{_BLOCK.categories_at(count)}</c:f>{_cache('str', self.categories)}</c:strRef>"
            f"</c:cat><c:val><c:numRef><c:f>{_BLOCK.values_at(index, count)}</c:f>"
            f"{_cache('num', [str(value) for value in plot.values], self.number)}</c:numRef></c:val></c:ser>"
        )

    def _axes(self) -> str:
        order = "maxMin" if self.bars else "minMax"
        sides = ("l", "t") if self.bars else ("b", "l")
        common = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        return (
            f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
            f'<c:delete val="0"/><c:axPos val="{sides[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/>{common}'
            '<c:tickLblPos val="low"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
            f'{_text(Look(self.size))}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
            '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
            f'<c:delete val="1"/><c:axPos val="{sides[1]}"/><c:numFmt formatCode="General" sourceLinked="0"/>{common}'
            '<c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/>'
            '<c:crossBetween val="between"/></c:valAx>'
        )

    def _legend(self) -> str:
        return f'<c:legend><c:legendPos val="r"/><c:overlay val="0"/>{_text(Look(self.size))}</c:legend>'


def _cache(kind: str, texts: Sequence[str], number: str = "") -> str:
    code = f"<c:formatCode>{attribute(number)}</c:formatCode>" if number else ""
    points = "".join(f'<c:pt idx="{i}"><c:v>{attribute(text)}</c:v></c:pt>' for i, text in enumerate(texts))
    return f'<c:{kind}Cache>{code}<c:ptCount val="{len(texts)}"/>{points}</c:{kind}Cache>'


def _text(look: Look) -> str:
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{look.run_properties('a:defRPr')}</a:pPr>"
        '<a:endParaRPr lang="nl-BE"/></a:p></c:txPr>'
    )


def chart_frame(number: int, name: str, description: str, box: Box, relationship: str) -> str:
    """The frame on the slide that shows a chart part, with words for who does not see it."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{attribute(name)}" '
        f'descr="{attribute(description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{box.write('p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{relationship}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
