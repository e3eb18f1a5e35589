"""What does not fit the model is filled in with values that say nothing, so that the rest can be judged."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError
from tests.descriptions import plain_data

from ibndocs.model import Project
from ibndocs.source.salvage import Salvaged, salvage

Path = tuple[str | int, ...]


def spoil(data: Any, path: Path, value: object = None, *, drop: bool = False) -> Any:
    """A copy of `data` with `value` at `path`, or without it."""
    spoiled = copy.deepcopy(data)
    holder = spoiled
    for step in path[:-1]:
        holder = holder[step]
    if drop:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return spoiled


def try_out(data: Any) -> Salvaged | None:
    """What is salvaged of `data`, which does not fit."""
    with pytest.raises(ValidationError) as caught:
        Project.model_validate(data)
    return salvage(data, caught.value)


def every_key(data: object, path: Path = ()) -> Iterator[Path]:
    """The path of every key; of a list only the first item."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from every_key(value, (*path, key))
    elif isinstance(data, list) and data:
        yield from every_key(data[0], (*path, 0))


DATA = plain_data()
PATHS = [path for path in every_key(DATA) if path[0] not in {"call", "project"}]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: ".".join(map(str, path)))
def test_whatever_is_missing_or_wrong_the_rest_is_still_a_project(path: Path) -> None:
    for spoiled in (spoil(DATA, path, drop=True), spoil(DATA, path, ["?"]), spoil(DATA, path, {"?": "?"})):
        try:
            Project.model_validate(spoiled)
        except ValidationError as faults:
            before = copy.deepcopy(spoiled)
            salvaged = salvage(spoiled, faults)
            assert salvaged is not None
            assert spoiled == before, "what was read stays what it is"


def test_it_says_which_texts_and_which_values_were_filled_in() -> None:
    data = spoil(DATA, ("companies", 1, "contact"), drop=True)
    data = spoil(data, ("companies", 0, "enterprise_number"), "2.147.812.701")
    data = spoil(data, ("companies", 2, "size"), "reusachtig")
    data = spoil(data, ("budget", "operating", 0, "amount"), "veel")
    data = spoil(data, ("sleutel",), 1)
    salvaged = try_out(data)
    assert salvaged is not None
    assert salvaged.texts == {("companies", 1, "contact", "name"), ("companies", 0, "enterprise_number")}
    assert salvaged.values == {
        ("companies", 1, "contact"),
        ("companies", 2, "size"),
        ("budget", "operating", 0, "amount"),
    }
    assert salvaged.project.companies[3] == Project.model_validate(DATA).companies[3]


@pytest.mark.parametrize("path", [("call",), ("project",), ("project", "start"), ("project", "duration_months")])
def test_without_what_all_rests_on_nothing_is_judged(path: Path) -> None:
    assert try_out(spoil(DATA, path, drop=True)) is None
