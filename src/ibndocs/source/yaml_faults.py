"""What libyaml objects to, said so that somebody who does not know YAML can mend it."""

from __future__ import annotations

from typing import NamedTuple

from ibndocs.foundation.findings import Finding, Spot, Text
from ibndocs.source.faults import Fault, error


class _Advice(NamedTuple):
    """The objection of libyaml (a part of it) and how to say it; `opening` asks for the place it started."""

    objection: str
    nl: str
    en: str
    fix_nl: str
    fix_en: str
    opening: bool = False


_QUOTE_NL = "zet de tekst tussen aanhalingstekens, of schrijf ze op de volgende regel na “|”"
_QUOTE_EN = "put the text between quotes, or write it on the next line after “|”"
_INDENT_NL = "laat sleutels van hetzelfde niveau in dezelfde kolom beginnen"
_INDENT_EN = "let keys of one level start in the same column"

_ADVICE = (
    _Advice(
        "tab character",
        "hier staat een tab waar YAML spaties wil",
        "there is a tab where YAML wants spaces",
        "vervang de tab door spaties",
        "replace the tab by spaces",
    ),
    _Advice(
        "mapping values are not allowed",
        "deze dubbelepunt is hier niet mogelijk: de tekst bevat zelf “: ” of de regel springt verkeerd in",
        "this colon cannot stand here: the text itself holds “: ” or the line is indented wrongly",
        "zet tekst met een dubbelepunt tussen aanhalingstekens, of herstel de inspringing",
        "put text with a colon between quotes, or mend the indentation",
    ),
    _Advice(
        "could not find expected ':'",
        "hier ontbreekt een dubbelepunt na de sleutel, of een regel tekst springt niet in",
        "a colon after the key is missing here, or a line of text is not indented",
        "schrijf “sleutel: waarde”, en laat vervolgregels van een tekst inspringen",
        "write “key: value”, and indent the further lines of a text",
    ),
    _Advice(
        "did not find expected key",
        "deze regel past niet bij de regels erboven: de inspringing klopt niet",
        "this line does not fit those above it: the indentation is wrong",
        _INDENT_NL,
        _INDENT_EN,
    ),
    _Advice(
        "did not find expected '-' indicator",
        "deze regel past niet in de lijst erboven: er ontbreekt een “- ” of de inspringing klopt niet",
        "this line does not fit the list above it: a “- ” is missing or the indentation is wrong",
        _INDENT_NL,
        _INDENT_EN,
    ),
    _Advice(
        "found unexpected end of stream",
        "het aanhalingsteken dat hier opent, wordt nergens gesloten",
        "the quote that opens here is never closed",
        "sluit de tekst af met hetzelfde aanhalingsteken",
        "close the text with the same quote",
        opening=True,
    ),
    _Advice(
        "did not find expected ',' or ']'",
        "de lijst die hier opent met “[”, wordt niet goed gesloten",
        "the list that opens here with “[” is not closed well",
        "zet komma's tussen de waarden en sluit af met “]”",
        "put commas between the values and close with “]”",
        opening=True,
    ),
    _Advice(
        "did not find expected ',' or '}'",
        "de groep die hier opent met “{”, wordt niet goed gesloten",
        "the group that opens here with “{” is not closed well",
        "zet komma's tussen de waarden en sluit af met “}”",
        "put commas between the values and close with “}”",
        opening=True,
    ),
    _Advice(
        "found undefined alias",
        "“*” aan het begin van een waarde verwijst naar een anker dat niet bestaat",
        "“*” at the start of a value refers to an anchor that does not exist",
        _QUOTE_NL,
        _QUOTE_EN,
    ),
    _Advice(
        "expected alphabetic or numeric character",
        "“*” of “&” aan het begin van een waarde heeft in YAML een eigen betekenis",
        "“*” or “&” at the start of a value has a meaning of its own in YAML",
        _QUOTE_NL,
        _QUOTE_EN,
    ),
    _Advice(
        "cannot start any token",
        "een waarde kan in YAML niet met dit teken beginnen",
        "a value cannot start with this character in YAML",
        _QUOTE_NL,
        _QUOTE_EN,
    ),
    _Advice(
        "found unknown escape character",
        "na “\\” tussen dubbele aanhalingstekens staat een teken dat YAML niet kent",
        "after “\\” between double quotes stands a character that YAML does not know",
        "gebruik enkele aanhalingstekens, of schrijf “\\\\”",
        "use single quotes, or write “\\\\”",
    ),
    _Advice(
        "tag",
        "“!” aan het begin van een waarde heeft in YAML een eigen betekenis",
        "“!” at the start of a value has a meaning of its own in YAML",
        _QUOTE_NL,
        _QUOTE_EN,
    ),
    _Advice(
        "block sequence entries are not allowed",
        "een lijst met “- ” kan niet op deze plaats beginnen",
        "a list with “- ” cannot start in this place",
        "begin de lijst op een nieuwe regel, of zet de tekst tussen aanhalingstekens",
        "start the list on a new line, or put the text between quotes",
    ),
    _Advice(
        "expected comment or line break",
        "na “|” of “>” mag niets meer op de regel staan",
        "nothing may follow “|” or “>” on its line",
        "schrijf de tekst op de volgende regel, ingesprongen",
        "write the text on the next line, indented",
    ),
    _Advice(
        "found another document",
        "hier begint met “---” een tweede document; een beschrijving is er één",
        "a second document starts here with “---”; a description is one",
        "wis de regel “---” of bewaar het tweede document in een eigen bestand",
        "delete the line “---” or keep the second document in a file of its own",
    ),
)


def explain(problem: str, spot: Spot, opening: Spot | None, line: str = "") -> Finding:
    """The finding for an objection of libyaml.

    Args:
        problem: Its words.
        spot: Where it stopped.
        opening: Where the construct began that it was reading.
        line: The line it stopped in. A tab that indents it is told as a value that begins with a strange character.
    """
    if "\t" in line[: len(line) - len(line.lstrip())]:
        problem = "tab character"
    for advice in _ADVICE:
        if advice.objection in problem:
            fault = Fault.REFUSED if advice.objection == "found another document" else Fault.SYNTAX
            place = opening if advice.opening and opening else spot
            return error(fault, advice.nl, advice.en, spot=place, fix=Text(nl=advice.fix_nl, en=advice.fix_en))
    return error(
        Fault.SYNTAX,
        f"dit is geen geldige YAML ({problem})",
        f"this is not valid YAML ({problem})",
        spot=spot,
        fix=Text(nl=_INDENT_NL, en=_INDENT_EN),
    )
