"""Inline Markdown as WordprocessingML runs: emphasis, code, links, pictures, line breaks.

A link needs an address that a browser or mail program opens; any other address is printed behind its text. What a
person typed as HTML prints as typed, but for `<br>`.

Source: ECMA-376-1, 17.3.2 (runs), 17.16.22 (hyperlink).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from ibndocs.foundation.prose import flatten_inline, is_line_break
from ibndocs.office.picture import EMU_PER_TWIP, draw, find_picture
from ibndocs.office.word.formatting import NOTHING, TEXT_WIDTH, Properties, write_run_properties
from ibndocs.office.xmltext import clean, escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from ibndocs.office.word.resources import Resources

MONOSPACE: Final = "Courier New"
MAX_ADDRESS: Final = 2_000
"""Word refuses a hyperlink of more than 2083 characters."""

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MARKS: Final[dict[str, Properties]] = {
    "strong": {"b": "<w:b/>", "bCs": "<w:bCs/>"},
    "em": {"i": "<w:i/>", "iCs": "<w:iCs/>"},
    "s": {"strike": "<w:strike/>"},
    "u": {"u": '<w:u w:val="single"/>'},
    "sub": {"vertAlign": '<w:vertAlign w:val="subscript"/>'},
    "sup": {"vertAlign": '<w:vertAlign w:val="superscript"/>'},
}
_BLUE_UNDERLINED: Final = {"color": '<w:color w:val="0563C1"/>', "u": '<w:u w:val="single"/>'}
_BREAKS: Final = re.compile(r"([\t\n])")
_BREAK_XML: Final = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_HOST: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?", re.IGNORECASE)
_MAILBOX: Final = re.compile(r"[^@\s<>()\[\],;:\"\\/?#]+@[^@\s<>()\[\],;:\"\\/?#]+")
_SAFE_IN_ADDRESS: Final = "!#$%&'()*+,/:;=?@~"

BOLD: Final = _MARKS["strong"]
ITALIC: Final = _MARKS["em"]
CODE: Final[Properties] = {
    "rFonts": f'<w:rFonts w:ascii="{MONOSPACE}" w:hAnsi="{MONOSPACE}" w:eastAsia="{MONOSPACE}" w:cs="{MONOSPACE}"/>',
    "noProof": "<w:noProof/>",
}


def write_run(text: str, properties: Properties) -> str:
    """Text as one run; its tabs and new lines become Word's own."""
    if not text:
        return ""
    pieces = [
        _BREAK_XML.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _BREAKS.split(clean(text))
        if piece
    ]
    return f"<w:r>{write_run_properties(properties)}{''.join(pieces)}</w:r>" if pieces else ""


def read_address(address: str) -> str | None:
    """`address` as Word can store it behind a hyperlink, or None when it is no whole http(s) or mailto address."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
        if parts.scheme in ("http", "https"):
            ascii_host = host.encode("idna").decode("ascii") if not host.isascii() else host
            if not _HOST.fullmatch(ascii_host) or parts.username is not None:
                return None
            netloc = ascii_host + (f":{parts.port}" if parts.port is not None else "")
            address = parts._replace(netloc=netloc).geturl()
        elif parts.scheme != "mailto" or not _MAILBOX.fullmatch(parts.path):
            return None
    except ValueError:  # a port that is no number, a host that is no name
        return None
    encoded = quote(re.sub("%(?![0-9A-Fa-f]{2})", "%25", clean(address)), safe=_SAFE_IN_ADDRESS)
    return encoded if len(encoded) <= MAX_ADDRESS else None


@dataclass
class _Link:
    """A link being written.

    Attributes:
        address: As typed.
        target: As Word stores it; None when it is printed instead.
        title: What shows when a reader points at it.
        automatic: Whether its text is its address (`<https://...>`), which is not made into a link.
        pieces: The runs so far.
        seen: Their text.
    """

    address: str
    target: str | None
    title: str
    automatic: bool
    pieces: list[str] = field(default_factory=list)
    seen: str = ""


class InlineWriter:
    """Writes the inline tokens of one rendering; remembers nothing between two paragraphs."""

    def __init__(self, resources: Resources, folder: str | None) -> None:
        self._resources = resources
        self._folder = folder

    def write(self, tokens: Sequence[Token], base: Properties = NOTHING, width: int = TEXT_WIDTH) -> str:
        """The runs of `tokens`, each with `base` under its own formatting; pictures no wider than `width`."""
        return _Writing(self._resources, self._folder, base, width).write(tokens)


class _Writing:
    """The writing of one paragraph."""

    def __init__(self, resources: Resources, folder: str | None, base: Properties, width: int) -> None:
        self._resources = resources
        self._folder = folder
        self._base = base
        self._width = width
        self._marks: list[str] = []
        self._link: _Link | None = None
        self._pieces: list[str] = []
        self._text = ""

    def write(self, tokens: Sequence[Token]) -> str:
        for token in tokens:
            mark, _, change = token.type.rpartition("_")
            if token.type == "softbreak":
                self._text += " "
            elif is_line_break(token):
                self._text += "\n"
            elif token.type == "code_inline":
                self._flush()
                self._put(write_run(token.content, {**self._properties(), **CODE}), token.content)
            elif token.type == "image":
                self._write_picture(token)
            elif token.type == "link_open":
                self._open_link(token)
            elif token.type == "link_close":
                self._close_link()
            elif change in ("open", "close"):
                self._flush()
                # By name: typed tags may close in another order than they opened in.
                (self._marks.append if change == "open" else self._marks.remove)(mark)
            else:
                self._text += token.content.replace("\n", " ")
        self._flush()
        return "".join(self._pieces)

    def _properties(self) -> Properties:
        properties = dict(self._base)
        for mark in self._marks:
            properties |= _MARKS.get(mark, NOTHING)
        if self._link is not None and self._link.target is not None:
            style = self._resources.styles.find("Hyperlink")
            properties |= {"rStyle": f'<w:rStyle w:val="{escape(style)}"/>'} if style else _BLUE_UNDERLINED
        return properties

    def _flush(self) -> None:
        if self._text:
            text, self._text = self._text, ""
            self._put(write_run(text, self._properties()), text)

    def _put(self, xml: str, seen: str) -> None:
        if self._link is None:
            self._pieces.append(xml)
        else:
            self._link.pieces.append(xml)
            self._link.seen += seen

    def _open_link(self, token: Token) -> None:
        self._flush()
        address = str(token.attrGet("href") or "")
        automatic = token.info == "auto"
        target = None if automatic else read_address(address)
        self._link = _Link(address, target, str(token.attrGet("title") or ""), automatic)

    def _close_link(self) -> None:
        link = self._link
        if link is None:
            return
        if not link.seen.strip() and not self._text.strip() and "<w:drawing>" not in "".join(link.pieces):
            self._text += link.address
        self._flush()
        self._link = None
        runs = "".join(link.pieces)
        if link.target is None:
            self._pieces.append(runs)
            known = link.automatic or link.address in ("", link.seen)
            behind = ", ".join(filter(None, ("" if known else link.address, link.title)))
            self._text += f" ({behind})" if behind else ""
            return
        relationship = escape(self._resources.hyperlink(link.target))
        tooltip = f' w:tooltip="{escape(link.title)}"' if link.title else ""
        self._pieces.append(
            f'<w:hyperlink xmlns:r="{_RELATIONSHIPS}" r:id="{relationship}"{tooltip} w:history="1">{runs}</w:hyperlink>'
        )

    def _write_picture(self, token: Token) -> None:
        name = str(token.attrGet("src") or "")
        picture = find_picture(self._folder, name)
        if picture is None:
            self._text += f"[afbeelding ontbreekt: {name}]"
            return
        self._flush()
        drawing = draw(
            escape(self._resources.picture(picture.data, picture.extension)),
            self._resources.next_id(),
            description=flatten_inline(token.children or (), addresses=False),
            title=str(token.attrGet("title") or ""),
            size=picture.extent(self._width * EMU_PER_TWIP),
        )
        self._put(f"<w:r>{drawing}</w:r>", "")
