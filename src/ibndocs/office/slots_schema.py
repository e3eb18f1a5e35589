"""The JSON Schema of a slots file, by which an editor completes and explains the places and what goes there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any, get_type_hints

from ibndocs.office.places import PLACES, Label, Office, Place
from ibndocs.office.slots_reader import PROPERTIES

Schema = dict[str, Any]

KEYS: Mapping[str, tuple[str, str]] = {
    "control": (
        "Inhoudsbesturingselement",
        "De tag, anders de titel, van het besturingselement; een getal telt ze.",
    ),
    "bookmark": ("Bladwijzer", "Naam van de bladwijzer."),
    "field": (
        "Formulierveld",
        "De naam van het oude formulierveld, anders de woorden ervoor; een getal telt ze.",
    ),
    "checkbox": ("Aankruisvak", "De woorden naast het vak, de tag of de veldnaam; een getal telt ze."),
    "blank": ("Invulplaats", "De woorden voor de puntjes, de lijn of de haakjes; een getal telt ze."),
    "placeholder": (
        "Tekst",
        "De tekst van het formulier die plaatsmaakt, letterlijk; zonder nth overal. Op een dia de soort: title, "
        "subtitle, body, picture, date, footer, number.",
    ),
    "table": ("Tabel", "Titel, bijschrift, eerste rij of kop van de tabel, of haar nummer."),
    "row": ("Rij", "Het opschrift van de rij, of haar nummer vanaf 1."),
    "column": ("Kolom", "Het opschrift van de kolom, of haar nummer vanaf 1; zonder: de cel rechts van het opschrift."),
    "under": ("Onder", "De kop of vraag waaronder het antwoord komt."),
    "rows": (
        "Tabel met rijen",
        "De tabel waarvan een rij zich herhaalt; in Excel blad en rij: `Personeel!8` of `Personeel!8:27`.",
    ),
    "heading": ("Kop", "De kop met alles wat eronder staat."),
    "nth": ("De hoeveelste", "Welke, als er meer dan een is; vanaf 1."),
    "slide": ("Dia", "Het nummer van de dia."),
    "shape": ("Vorm", "De naam van de vorm, of haar nummer."),
    "chart": ("Grafiek", "De naam van de grafiek, of haar nummer."),
    "notes": ("Notities", "De notities van de spreker."),
    "sheet": ("Blad", "De naam van het blad in de werkmap, zoals op de tab."),
    "label": (
        "Opschrift",
        "Wat op het blad gedrukt staat; de cel rechts ervan of eronder, of waar de rij de kolom kruist.",
    ),
    "dropdown": ("Keuzelijst", "De woorden bij de keuzelijst, haar naam, of de gekoppelde cel: `Lijsten!F3`."),
    "cell": ("Cel", "Blad en cel: `Overzicht!C4`."),
    "name": ("Naam", "Een naam die in de werkmap gedefinieerd is."),
}
"""What each key of a place is, and what one types there."""
_EXPRESSION: Schema = {"type": ["string", "number", "boolean"]}
_MARKUP: Schema = {
    "title": "Opmaak",
    "description": "Hoe de waarde gezet wordt: als tekst, als alinea's Markdown, of als punten op een dia.",
    "enum": ["text", "markdown", "bullets"],
}
_OPTIONAL: Schema = {
    "title": "Mag leeg",
    "description": "Een waarde die ontbreekt, laat niets na in plaats van '[nog in te vullen]'.",
    "type": "boolean",
}


def _explain(title: str, description: str, shape: Schema) -> Schema:
    return {"title": title, "description": description, **shape}


_VALUE = _explain("Waarde", "Een uitdrukking met de namen van docs/waarden.md, zoals `project.title`.", _EXPRESSION)
_EACH = _explain("Voor elk", "Wat zich herhaalt: `lid in companies`.", {"type": "string"})
_EMPTY = _explain("Als er niets is", "Wat de eerste cel zegt als de lijst leeg is.", {"type": "string"})
_CELL: Schema = {
    "anyOf": [
        {"type": "null"},
        _EXPRESSION,
        {
            "type": "object",
            "properties": {
                "value": _VALUE,
                "as": _MARKUP,
                "optional": _OPTIONAL,
                "fill": _explain("Kleur", "Geeft zes hexcijfers voor de achtergrond, of niets.", {"type": "string"}),
            },
            "additionalProperties": False,
        },
    ]
}


def describe_slots() -> Schema:
    """The schema of a slots file, for every kind of form."""
    properties = dict.fromkeys(PROPERTIES, _EXPRESSION)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Slots van een formulier",
        "type": "object",
        "properties": {
            "form": _explain("Formulier", "De bestandsnaam van het formulier.", {"type": "string"}),
            "sha256": _explain(
                "SHA-256", "Van het formulier waarvoor de slots geschreven zijn.", {"pattern": "^[0-9a-fA-F]{64}$"}
            ),
            "properties": {
                "title": "Eigenschappen",
                "description": "Eigenschappen van het document, elk een uitdrukking.",
                "type": "object",
                "properties": properties,
                "additionalProperties": False,
            },
            "macros": _explain(
                "Macro's",
                "Blijven zoals ze zijn (keep), of zijn een reden om te weigeren.",
                {"enum": ["keep", "refuse"]},
            ),
            "slots": {
                "title": "Slots",
                "description": "Welke waarde op welke plaats komt.",
                "type": "array",
                "items": _describe_slot(),
            },
        },
        "required": ["form", "sha256", "slots"],
        "additionalProperties": False,
    }


def _describe_slot() -> Schema:
    kinds = list(dict.fromkeys(kind for office in Office for kind in PLACES[office]))
    return {
        "type": "object",
        "properties": {
            "at": {
                "title": "Plaats",
                "description": "Waar in het formulier.",
                "properties": {key: _describe_key(key, kinds) for key in KEYS},
                "anyOf": [_describe_place(kind) for kind in kinds],
            },
            "value": _VALUE,
            "as": _MARKUP,
            "optional": _OPTIONAL,
            "replace": _explain(
                "Vervang",
                "Uitleg of voorbeeld van het formulier maakt plaats; ook wat vergrendeld is.",
                {"type": "boolean"},
            ),
            "mark": _explain("Teken", "Wat een aankruisvak wordt als het aangekruist is: `X`.", {"type": "string"}),
            "each": _EACH,
            "cells": _explain(
                "Cellen",
                "Per cel van de rij een waarde, `null` laat de cel zoals ze is; in Excel per kolomletter of opschrift.",
                {
                    "anyOf": [
                        {"type": "array", "items": {"anyOf": [*_CELL["anyOf"], {"type": "array", "items": _CELL}]}},
                        {"type": "object", "additionalProperties": _CELL},
                    ]
                },
            ),
            "repeat_also": _explain(
                "Herhaal ook", "Hoeveel rijen eronder zich samen met deze herhalen.", {"type": "integer", "minimum": 0}
            ),
            "empty": _EMPTY,
            "drop_unless": _explain("Laat weg tenzij", "Zonder dit blijft het deel niet staan.", _EXPRESSION),
            "expect": _explain("Verwacht", "Wat de werkmap zelf moet uitkomen; niets wordt ingevuld.", _EXPRESSION),
            "categories": _explain("Categorieën", "De categorieën van de grafiek.", {"type": "string"}),
            "series": {
                "title": "Reeksen",
                "description": "De reeksen van de grafiek.",
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"name": _VALUE, "values": _VALUE},
                    "required": ["name", "values"],
                    "additionalProperties": False,
                },
            },
        },
        "required": ["at"],
        "additionalProperties": False,
    }


def _describe_key(key: str, kinds: Iterable[type[Place]]) -> Schema:
    hints = {get_type_hints(kind)[key] for kind in kinds if key in get_type_hints(kind)}
    types: set[str] = set()
    for hint in hints:
        types |= {"boolean"} if hint is bool else {"integer"} if hint in (int, int | None) else set()
        types |= {"string"} if hint is str else {"string", "integer"} if hint in (Label, Label | None) else set()
    title, description = KEYS[key]
    return {"title": title, "description": description, "type": sorted(types)}


def _describe_place(kind: type[Place]) -> Schema:
    required = [item.name for item in fields(kind) if item.default is MISSING]
    return {
        "type": "object",
        "required": required,
        "properties": {item.name: True for item in fields(kind)},
        "additionalProperties": False,
    }
