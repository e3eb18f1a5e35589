"""What every test may use: the finished dossiers of the examples, built once, and `--golden-update`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ibndocs.dossier import build
from ibndocs.foundation.datafiles import find_data


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="write the golden texts anew instead of comparing")


@pytest.fixture
def is_updating(request: pytest.FixtureRequest) -> bool:
    """Whether golden texts are written anew."""
    return bool(request.config.getoption("--golden-update"))


@pytest.fixture(scope="session")
def dossier_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder with the whole dossier of an example, by its name."""

    @cache
    def build_example(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name) / "out"
        build(find_data("examples") / name, output=folder)
        return folder

    return build_example
