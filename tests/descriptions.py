"""Write descriptions to disk for tests that go the whole way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from tests.projects import minimal_data

Path_ = tuple[str | int, ...]


def plain_data() -> Any:
    """The data of the minimal example with its companies inline, ready to be changed and written."""
    return yaml.safe_load(yaml.safe_dump(_plain(minimal_data()), sort_keys=False))


def _plain(value: object) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def write_project(folder: Path, data: object) -> Path:
    """Write `data` as `folder/project.yaml`; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "project.yaml").write_text(yaml.safe_dump(data, allow_unicode=False, sort_keys=False), "utf-8")
    return folder


def change_texts(data: Any, change: Callable[[Path_, str], str], path: Path_ = ()) -> Any:
    """A copy of `data` in which every text is what `change` makes of it."""
    if isinstance(data, dict):
        return {key: change_texts(value, change, (*path, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [change_texts(value, change, (*path, index)) for index, value in enumerate(data)]
    return change(path, data) if isinstance(data, str) else data
