"""Descriptions for tests: the minimal example, with parts replaced."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

from ibndocs.call import Call, load_call
from ibndocs.foundation.datafiles import find_data
from ibndocs.model import Project
from ibndocs.source import read_source
from ibndocs.views import Dossier, gather


@lru_cache(maxsize=1)
def minimal_data() -> Mapping[str, object]:
    """The data of `examples/minimal`."""
    return read_source(find_data("examples") / "minimal").data


@lru_cache(maxsize=1)
def the_call() -> Call:
    """The call pack that ships."""
    return load_call("ibn-2025")


def replace_at(data: object, path: tuple[str | int, ...], value: object) -> Any:
    """A copy of `data` with `value` at `path`; a missing key is added, an index equal to the length appends."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, Mapping):
        return {**data, step: replace_at(data.get(cast(str, step)), rest, value)}
    items = list(cast("list[object]", data or []))
    if not isinstance(step, int):
        return {step: replace_at(None, rest, value)}
    if step == len(items):
        items.append(None)
    items[step] = replace_at(items[step], rest, value)
    return items


def make_dossier(changes: Mapping[tuple[str | int, ...], object] | None = None) -> Dossier:
    """The arithmetic of the minimal example with `changes` by path."""
    data: Any = minimal_data()
    for path, value in (changes or {}).items():
        data = replace_at(data, path, value)
    return gather(Project.model_validate(data), the_call())
