"""Form controls put into a workbook the way Excel writes them: a VML drawing, a `ctrlProp` part, a control on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ibndocs.office.package import Package, relationships_part
from ibndocs.office.relations import add_relationships, add_types

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_BEFORE_LEGACY = ("</headerFooter>", "<pageSetup", "<pageMargins")


@dataclass(frozen=True, slots=True)
class Control:
    """A check box, or a drop-down list when it has `entries`; `row` counts from 1, `link` and `entries` are formulas."""

    caption: str
    row: int
    link: str
    entries: str = ""


def add_controls(package: Package, sheet: str, controls: Sequence[Control]) -> Package:
    """The workbook with `controls` in column A of the sheet part `sheet`."""
    vml = "xl/drawings/vmlDrawing9.vml"
    parts: dict[str, bytes] = {vml: _draw(controls).encode()}
    related = [{"Id": "rIdVml", "Type": f"{_R}/vmlDrawing", "Target": "../drawings/vmlDrawing9.vml"}]
    types = {}
    for number, control in enumerate(controls, start=1):
        part = f"xl/ctrlProps/ctrlProp{number}.xml"
        parts[part] = _describe(control).encode()
        related.append(
            {"Id": f"rIdBox{number}", "Type": f"{_R}/ctrlProp", "Target": f"../ctrlProps/ctrlProp{number}.xml"}
        )
        types[part] = "application/vnd.ms-excel.controlproperties+xml"
    parts[relationships_part(sheet)] = add_relationships(package, sheet, related)
    declared = add_types(package, (), types).decode()
    vml_type = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
    at = declared.index("<Default")
    parts["[Content_Types].xml"] = (declared[:at] + vml_type + declared[at:]).encode()
    parts[sheet] = _place(package.part(sheet).decode(), controls).encode()
    return package.with_parts(parts)


def _place(sheet: str, controls: Sequence[Control]) -> str:
    listed = "".join(
        f'<mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="{2048 + number}" r:id="rIdBox{number}" name="{_name(control, number)}">'
        f'<controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1">'
        f"<from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{control.row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></from>"
        f"<to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{control.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></to>"
        f"</anchor></controlPr></control></mc:Choice></mc:AlternateContent>"
        for number, control in enumerate(controls, start=1)
    )
    spaces = f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14="{_X14}" xmlns:xdr="{_DRAWING}"'
    placed = (
        f'<legacyDrawing r:id="rIdVml"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="x14"><controls>{listed}</controls></mc:Choice></mc:AlternateContent>'
    )
    sheet = sheet.replace("<worksheet ", f"<worksheet {spaces} ", 1)
    for ending in ("<tableParts", "<extLst", "</worksheet>"):
        if ending in sheet:
            return sheet.replace(ending, placed + ending, 1)
    raise AssertionError("a sheet ends")


def _name(control: Control, number: int) -> str:
    return f"{'Drop Down' if control.entries else 'Check Box'} {number}"


def _describe(control: Control) -> str:
    if control.entries:
        kind = f'objectType="Drop" dropStyle="combo" dx="16" fmlaLink="{control.link}" fmlaRange="{control.entries}" noThreeD="1" sel="0" val="0"'
    else:
        kind = f'objectType="CheckBox" fmlaLink="{control.link}" lockText="1" noThreeD="1"'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<formControlPr xmlns="{_X14}" {kind}/>'


def _draw(controls: Sequence[Control]) -> str:
    shapes = "".join(_draw_one(control, number) for number, control in enumerate(controls, start=1))
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="2"/></o:shapelayout>'
        '<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
        '<v:path shadowok="f" o:extrusionok="f" strokeok="f" fillok="f" o:connecttype="rect"/><o:lock v:ext="edit" shapetype="t"/></v:shapetype>'
        f"{shapes}</xml>"
    )


def _draw_one(control: Control, number: int) -> str:
    anchor = f"0, 4, {control.row - 1}, 2, 1, 0, {control.row}, 0"
    if control.entries:
        words = ""
        data = (
            f'<x:ClientData ObjectType="Drop"><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:PrintObject>False</x:PrintObject><x:AutoLine>False</x:AutoLine>'
            f"<x:FmlaRange>{control.entries}</x:FmlaRange><x:FmlaLink>{control.link}</x:FmlaLink><x:Val>0</x:Val><x:Min>0</x:Min><x:Max>1</x:Max><x:Inc>1</x:Inc>"
            f"<x:Page>8</x:Page><x:Dx>16</x:Dx><x:Sel>0</x:Sel><x:NoThreeD2/><x:SelType>Single</x:SelType><x:LCT>Normal</x:LCT><x:DropStyle>Combo</x:DropStyle><x:DropLines>8</x:DropLines></x:ClientData>"
        )
    else:
        words = f'<v:textbox style="mso-direction-alt:auto" o:singleclick="f"><div style="text-align:left"><font face="Segoe UI" size="160" color="#000000">{control.caption}</font></div></v:textbox>'
        data = (
            f'<x:ClientData ObjectType="Checkbox"><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:AutoLine>False</x:AutoLine>'
            f"<x:TextVAlign>Center</x:TextVAlign><x:FmlaLink>{control.link}</x:FmlaLink><x:NoThreeD/></x:ClientData>"
        )
    return (
        f'<v:shape id="_x0000_s{2048 + number}" type="#_x0000_t201" style="position:absolute;margin-left:3pt;width:220pt;height:16pt;z-index:{number};mso-wrap-style:tight" filled="f" fillcolor="window [65]" stroked="f" strokecolor="windowText [64]" o:insetmode="auto">'
        f"{words}{data}</v:shape>"
    )
