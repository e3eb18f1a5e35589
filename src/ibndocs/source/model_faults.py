"""Why a description does not fit the model: every fault of pydantic in the words of the user, at its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ibndocs.foundation.findings import Finding, Severity, Text, format_path
from ibndocs.foundation.suggestions import quote, suggest_name, suggest_or_list
from ibndocs.model import Project
from ibndocs.source.columns import spoken_choices
from ibndocs.source.faults import Path
from ibndocs.source.source import Source


def explain_faults(faults: ValidationError, source: Source) -> list[Finding]:
    """Each fault of the model as a finding at its place; one per place, as unions repeat themselves."""
    findings: dict[tuple[str, str], Finding] = {}
    for details in faults.errors(include_url=False):
        if is_echo(details):
            continue
        finding = explain_fault(details, source)
        findings.setdefault((finding.path, finding.id), finding)
    return list(findings.values())


def is_echo(details: ErrorDetails) -> bool:
    """Whether a list is only too short because pydantic counts its sound items; the others have their own faults."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def explain_fault(details: ErrorDetails, source: Source) -> Finding:
    """One fault in the words of the user, with what was found, what is wanted and how to mend it."""
    path = follow(details["loc"], source.data)
    kind = details["type"]
    context = details.get("ctx") or {}
    shown = format_path(path)
    if kind == "missing":
        owner = format_path(path[:-1]) or source.path.name
        message = Text(f"{path[-1]} ontbreekt in {owner}", f"{path[-1]} is missing from {owner}")
        fix = Text(f"voeg '{path[-1]}:' toe", f"add '{path[-1]}:'")
        return Finding("STR10", Severity.ERROR, message, source.spot_of(path), shown, fix)
    if kind == "extra_forbidden":
        return explain_unknown_key(path, source)
    spot = source.spot_of(path)
    found = show(details["input"])
    if kind == "number":
        return Finding(
            "STR14",
            Severity.ERROR,
            Text(context["nl"], context["en"]),
            spot,
            shown,
            Text(context["fix_nl"], context["fix_en"]),
        )
    if kind.startswith("union_tag"):
        return explain_branch(kind, context, path, source)
    if kind in {"enum", "literal_error"}:
        spoken = spoken_choices(str(path[-1])) if spot.file != source.path.name else ()
        return explain_choice(found, str(context["expected"]), spot_path=(shown, spot), spoken=spoken)
    code, wanted = describe_wanted(kind, context)
    message = Text(f"gevonden {found}, gevraagd {wanted.nl}", f"found {found}, wanted {wanted.en}")
    return Finding(code, Severity.ERROR, message, spot, shown)


def explain_branch(kind: str, context: Mapping[str, Any], path: Path, source: Source) -> Finding:
    """The key that says which of several shapes a part has (`basis`) is missing or says none of them."""
    tag = str(context["discriminator"]).strip("'")
    place = (*path, tag)
    if kind == "union_tag_invalid":
        where = (format_path(place), source.spot_of(place))
        return explain_choice(show(context["tag"]), str(context["expected_tags"]), spot_path=where)
    owner = format_path(path)
    message = Text(f"{tag} ontbreekt in {owner}", f"{tag} is missing from {owner}")
    fix = Text(f"voeg '{tag}:' toe", f"add '{tag}:'")
    return Finding("STR10", Severity.ERROR, message, source.spot_of(path), owner, fix)


def explain_unknown_key(path: Path, source: Source) -> Finding:
    """A key that the model does not know, with the nearest one it does."""
    known = known_keys(path[:-1])
    fix = suggest_or_list(str(path[-1]), known, likeness=0.6)
    message = Text(f"onbekende sleutel '{path[-1]}'", f"unknown key '{path[-1]}'")
    return Finding("STR11", Severity.ERROR, message, source.key_spot_of(path), format_path(path), fix)


def explain_choice(found: str, expected: str, *, spot_path: tuple[str, Any], spoken: tuple[str, ...] = ()) -> Finding:
    """A value that is none of the choices; `spoken` are the words that a list may use for them."""
    words = expected.replace("'", "").replace(" or ", ", ")
    choices = [word.strip() for word in words.split(",")]
    shown, spot = spot_path
    fix = suggest_name(found.strip("'"), choices, quote)
    if spoken and not fix:
        fix = Text(f"in een lijst mag ook: {', '.join(spoken)}", f"a list may also say: {', '.join(spoken)}")
    message = Text(f"gevonden {found}, gevraagd een van: {words}", f"found {found}, wanted one of: {words}")
    return Finding("STR13", Severity.ERROR, message, spot, shown, fix)


_WANTED: dict[str, tuple[str, Text]] = {
    "string_type": ("STR12", Text("tekst", "text")),
    "string_too_short": ("STR12", Text("tekst die niet leeg is", "text that is not empty")),
    "string_too_long": ("STR16", Text("hoogstens {max_length} tekens", "at most {max_length} characters")),
    "string_pattern_mismatch": (
        "STR12",
        Text("een id van letters, cijfers, punt of streepje", "an id of letters, digits, dot or dash"),
    ),
    "bool_type": ("STR12", Text("true of false", "true or false")),
    "bool_parsing": ("STR12", Text("true of false", "true or false")),
    "int_type": ("STR12", Text("een geheel getal", "a whole number")),
    "int_parsing": ("STR12", Text("een geheel getal", "a whole number")),
    "int_from_float": ("STR12", Text("een geheel getal", "a whole number")),
    "decimal_type": ("STR12", Text("een getal", "a number")),
    "decimal_parsing": ("STR12", Text("een getal", "a number")),
    "decimal_max_digits": ("STR16", Text("hoogstens {max_digits} cijfers", "at most {max_digits} digits")),
    "finite_number": ("STR12", Text("een eindig getal", "a finite number")),
    "multiple_of": ("STR16", Text("een veelvoud van {multiple_of}", "a multiple of {multiple_of}")),
    "greater_than_equal": ("STR16", Text("minstens {ge}", "at least {ge}")),
    "less_than_equal": ("STR16", Text("hoogstens {le}", "at most {le}")),
    "too_short": ("STR16", Text("minstens {min_length} item(s)", "at least {min_length} item(s)")),
    "tuple_type": ("STR12", Text("een lijst", "a list")),
    "list_type": ("STR12", Text("een lijst", "a list")),
    "dict_type": ("STR12", Text("sleutels met waarden", "keys with values")),
    "model_type": ("STR12", Text("sleutels met waarden", "keys with values")),
    "model_attributes_type": ("STR12", Text("sleutels met waarden", "keys with values")),
}
_DATE = ("STR15", Text("een datum als 2027-01-01", "a date such as 2027-01-01"))


def describe_wanted(kind: str, context: Mapping[str, Any]) -> tuple[str, Text]:
    """The finding's id and what the model wants, for a kind of pydantic fault."""
    if kind.startswith("date"):
        return _DATE
    code, text = _WANTED.get(kind, ("STR12", Text("een andere waarde", "another value")))
    return code, Text(text.nl.format(**context), text.en.format(**context))


def follow(location: tuple[int | str, ...], data: object) -> Path:
    """The path in the data for a location of pydantic, whose steps also name the branch of a union.

    A step that the data does not have is such a branch, unless it is the last: then it is the missing key.
    """
    path: list[str | int] = []
    for index, step in enumerate(location):
        if isinstance(data, Mapping) and (step in data or str(step) in data):
            key = step if step in data else str(step)
            path.append(key)
            data = data[key]
        elif isinstance(data, list | tuple) and isinstance(step, int) and step < len(data):
            path.append(step)
            data = data[step]
        elif index == len(location) - 1 and isinstance(data, Mapping):
            path.append(step)
    return tuple(path)


def known_keys(path: Path) -> list[str]:
    """The keys the model knows at `path`, read off its JSON Schema; made only when a key is wrong."""
    schema = Project.model_json_schema()
    nodes = [schema]
    for step in path:
        nodes = [inner for node in nodes for inner in step_into(node, step, schema)]
    keys: dict[str, None] = {}
    for node in nodes:
        for option in resolve(node, schema):
            keys.update(dict.fromkeys(option.get("properties", {})))
    return list(keys)


def resolve(node: dict[str, Any], schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas that `node` stands for, references and alternatives followed."""
    if "$ref" in node:
        return resolve(schema["$defs"][node["$ref"].rsplit("/", 1)[-1]], schema)
    options = [inner for key in ("anyOf", "oneOf", "allOf") for inner in node.get(key, ())]
    return [found for option in options for found in resolve(option, schema)] or [node]


def step_into(node: dict[str, Any], step: str | int, schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas one step below `node`."""
    found: list[dict[str, Any]] = []
    for option in resolve(node, schema):
        if isinstance(step, int):
            found += [option["items"]] if "items" in option else []
        elif step in option.get("properties", {}):
            found.append(option["properties"][step])
        elif isinstance(option.get("additionalProperties"), dict):
            found.append(option["additionalProperties"])
    return found


def show(value: object) -> str:
    """A value as a message shows it: short, in quotes when it is text."""
    if value is None:
        return "(leeg)"
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    text = str(value)
    text = text if len(text) <= 40 else text[:39] + "…"
    return f"'{text}'" if isinstance(value, str) else text
