"""Make a description that does not fit the model fit, so that the rest of it can be judged all the same.

Each value that is missing or wrong becomes one that says nothing: empty, `n.t.b.`, 0. What comes out is never built,
only checked; the faults of structure stand, and whoever judges must know which places were filled in.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ibndocs.model import Project
from ibndocs.source.faults import Path
from ibndocs.source.kinds import Kind, hints_at, kind_at, options_of
from ibndocs.source.model_faults import follow, is_echo

UNKNOWN = "n.t.b."
"""Stands for a text that is missing and may not be empty."""

_ROUNDS = 8
"""A part that is missing is filled in one level a round; the model is not deeper."""
_KEYSTONES = frozenset({"call", "project"})
"""Parts on which nearly every rule rests: without them nothing can be judged."""
_NEUTRAL: dict[Kind, object] = {
    Kind.MONEY: 0,
    Kind.NUMBER: 0,
    Kind.ENTERPRISE_NUMBER: "0000.000.000",
    Kind.POSTAL_CODE: "1000",
}


@dataclass(frozen=True)
class Salvaged:
    """A project of which some values were filled in.

    Attributes:
        project: The rest of it as it was written.
        texts: Places where a text, a yes or no, or a number of an enterprise or place was filled in; nothing is
            computed with those.
        values: Places where something else was.
    """

    project: Project
    texts: frozenset[Path]
    values: frozenset[Path]


def salvage(data: dict[str, object], faults: ValidationError) -> Salvaged | None:
    """The project that is left of `data`; None when what is missing is what all the rest hangs on."""
    patched, texts, values = copy.deepcopy(data), set[Path](), set[Path]()
    for _ in range(_ROUNDS):
        for details in faults.errors(include_url=False):
            if is_echo(details):
                continue
            path = follow(details["loc"], patched)
            if not path or path[0] in _KEYSTONES or not _patch(patched, path, details):
                return None
            if details["type"] != "extra_forbidden":
                (texts if _is_text(path) else values).add(path)
        try:
            return Salvaged(Project.model_validate(patched), frozenset(texts), frozenset(values))
        except ValidationError as left:
            faults = left
    return None


def _is_text(path: Path) -> bool:
    kind = kind_at(path)
    types = [bare for hint in hints_at(path) for bare, _ in options_of(hint) if isinstance(bare, type)]
    if any(issubclass(bare, Enum | date) for bare in types):
        return False
    return bool in types or kind in {Kind.TEXT, Kind.ENTERPRISE_NUMBER, Kind.POSTAL_CODE}


def _patch(data: dict[str, object], path: Path, details: ErrorDetails) -> bool:
    """Put something neutral at `path`; whether that could be done."""
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    last = cast(Any, path[-1])
    if isinstance(holder, dict) and details["type"] != "missing" and _is_optional(path):
        holder.pop(last, None)
        return True
    found, value = _neutral(path, details["type"])
    if found:
        holder[last] = value
    return found


def _is_optional(path: Path) -> bool:
    """Whether the model can do without this key, or does not know it."""
    for hint in hints_at(path[:-1]):
        for bare, _ in options_of(hint):
            if isinstance(bare, type) and issubclass(bare, BaseModel) and path[-1] in bare.model_fields:
                return not bare.model_fields[str(path[-1])].is_required()
    return True


def _is_part(hint: Any) -> bool:
    return any(isinstance(bare, type) and issubclass(bare, BaseModel) for bare, _ in options_of(hint))


def _neutral(path: Path, fault: str) -> tuple[bool, object]:
    """Whether there is a value that says nothing for `path`, and which."""
    kind = kind_at(path)
    if kind in _NEUTRAL:
        return True, _NEUTRAL[kind]
    for bare, metadata in [option for hint in hints_at(path) for option in options_of(hint)]:
        if get_origin(bare) is Literal:
            return True, get_args(bare)[0]
        if get_origin(bare) is tuple:
            return True, [{} if _is_part(get_args(bare)[0]) else UNKNOWN] if fault == "too_short" else []
        for wanted, choose in _BY_TYPE:
            if isinstance(bare, type) and issubclass(bare, wanted):
                return True, choose(bare, metadata)
    return False, None


def _least(_: type, metadata: tuple[Any, ...]) -> object:
    return next((limit.ge for limit in metadata if hasattr(limit, "ge")), 0)


def _tags(part: type[BaseModel], _: object) -> object:
    """A part with nothing but the keys that say what it is; the rest is filled in a round later."""
    kinds = {name: entry.annotation for name, entry in part.model_fields.items()}
    return {name: get_args(kind)[0] for name, kind in kinds.items() if get_origin(kind) is Literal}


_BY_TYPE: tuple[tuple[type, Callable[[Any, Any], object]], ...] = (
    (Enum, lambda bare, _: next(iter(bare)).value),
    (bool, lambda *_: False),
    (int, _least),
    (date, lambda *_: date.max),
    (Decimal, lambda *_: 0),
    (str, lambda _, metadata: UNKNOWN if any(getattr(limit, "min_length", 0) for limit in metadata) else ""),
    (BaseModel, _tags),
)
"""What says nothing, by type; a choice is text too, and yes or no a number, so those come first."""
