"""A picture put in a placeholder for one: it fills the frame as PowerPoint does it, what sticks out cut off evenly.

ECMA-376 part 1, 19.3.1.37 (pic) and 20.1.8.55 (srcRect: what is cut off, in thousandths of a percent).
"""

from __future__ import annotations

from lxml import etree

from ibndocs.office.picture import Picture
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.inheritance import Inheritance
from ibndocs.office.slides.markup import NAMESPACES, q
from ibndocs.office.slides.shapes import Shape

_WHOLE = 100_000
_PICTURE = """
<p:pic xmlns:p="{p}" xmlns:a="{a}" xmlns:r="{r}"><p:nvPicPr><p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/>
</p:cNvPicPr></p:nvPicPr><p:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></p:blipFill></p:pic>
"""


def place_picture(deck: Deck, part: str, shape: Shape, picture: Picture) -> None:
    """Put `picture` in a placeholder of the slide `part`, in the place of what it holds."""
    media = deck.free_name(f"ppt/media/picture{{}}.{picture.extension}")
    deck.add(media, picture.data, f"image/{picture.extension}")
    identifier = deck.relate(part, "image", media)
    cut = _cut(picture, Inheritance(deck, part), shape)
    element = shape.element if shape.element.tag == q("p:pic") else _become_picture(shape.element)
    fill = element.find(q("p:blipFill"))
    assert fill is not None, "a picture has a fill"
    for old in fill.findall(q("a:srcRect")):
        fill.remove(old)
    blip = fill.find(q("a:blip"))
    assert blip is not None, "and that a picture"
    for extension in list(blip):  # such as the same picture as SVG, which would be shown instead
        blip.remove(extension)
    blip.set(q("r:embed"), identifier)
    if cut:
        blip.addnext(etree.Element(q("a:srcRect"), cut))


def _cut(picture: Picture, inheritance: Inheritance, shape: Shape) -> dict[str, str]:
    """What to cut off on two sides so that the proportions stay; nothing when nobody says how large the frame is."""
    box = inheritance.box(shape)
    if box is None or not box.height or not box.width:
        return {}
    ratio = (picture.width / picture.dpi[0]) / (picture.height / picture.dpi[1]) / (box.width / box.height)
    share = round(_WHOLE * (1 - min(ratio, 1 / ratio)) / 2)
    sides = ("l", "r") if ratio > 1 else ("t", "b")
    return dict.fromkeys(sides, str(share)) if share else {}


def _become_picture(empty: etree._Element) -> etree._Element:
    """An empty placeholder as a picture, in the same place and with the same name."""
    made = etree.fromstring(_PICTURE.format(**NAMESPACES).replace("\n", ""))
    names, looks = made[0], empty.find(q("p:spPr"))
    own = empty.find(q("p:nvSpPr"))
    assert own is not None, "a shape has properties"
    for tag, index in (("p:cNvPr", 0), ("p:nvPr", 2)):
        found = own.find(q(tag))
        names.insert(index, etree.Element(q(tag)) if found is None else found)
    made.append(etree.Element(q("p:spPr")) if looks is None else looks)
    parent = empty.getparent()
    assert parent is not None, "a shape stands on a slide"
    parent.replace(empty, made)
    return made
