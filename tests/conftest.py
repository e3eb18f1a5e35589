"""What every test may use: the finished dossiers of the examples, built once, and `--golden-update`.

`make test` gives all tests of a file to one process (`--dist loadfile`), so that what a file shares is made once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from ibndocs.dossier import Built, build
from ibndocs.foundation.datafiles import find_data


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="write the golden texts anew instead of comparing")


@pytest.fixture
def is_updating(request: pytest.FixtureRequest) -> bool:
    """Whether golden texts are written anew."""
    return bool(request.config.getoption("--golden-update"))


@pytest.fixture(scope="session")
def built_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """The whole dossier of an example, by its name; its folder is only to be read."""

    @cache
    def build_example(name: str) -> Built:
        return build(find_data("examples") / name, output=tmp_path_factory.mktemp(name) / "out")

    return build_example
