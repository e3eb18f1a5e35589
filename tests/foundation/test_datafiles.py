"""Where the program finds its data."""

from __future__ import annotations

from pathlib import Path

import pytest

from ibndocs.foundation.datafiles import DataFolder, find_data


@pytest.mark.parametrize("folder", ["templates", "schemas", "examples"])
def test_in_a_checkout_the_folders_beside_pyproject_are_used(folder: DataFolder) -> None:
    assert find_data(folder) == Path(__file__).parents[2] / folder


def test_a_checkout_wins_from_the_copy_that_an_editable_install_leaves(tmp_path: Path) -> None:
    package = tmp_path / "src" / "ibndocs"
    (package / "_data" / "schemas").mkdir(parents=True)
    (tmp_path / "schemas").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert find_data("schemas", package=package) == tmp_path / "schemas"


def test_an_installed_copy_carries_its_data(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "ibndocs"
    (package / "_data" / "templates").mkdir(parents=True)
    assert find_data("templates", package=package) == package / "_data" / "templates"


def test_a_copy_without_its_data_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="came without its data folder examples"):
        find_data("examples", package=tmp_path / "ibndocs")
