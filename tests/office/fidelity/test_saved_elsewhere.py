"""A file that somebody opened and saved in another program is still the form with its answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.descriptions import plain_data, write_project
from tests.libreoffice import SOFFICE, save_again

from ibndocs.dossier import build
from ibndocs.foundation.datafiles import find_data
from ibndocs.office.fidelity import verify
from ibndocs.office.package import Package

FORMS = find_data("templates") / "ibn-2025" / "forms"

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_project(tmp_path_factory.mktemp("dossier"), plain_data())
    build(folder, only=["vooraanmelding", "kostenmodel"])
    return folder / "out"


@pytest.mark.parametrize("path", ["fase1/vooraanmelding.docx", "fase2/kostenmodel.xlsx"])
def test_saving_in_libreoffice_alters_no_form(dossier: Path, path: str, tmp_path: Path) -> None:
    made = dossier / path
    form = Package.read(FORMS / made.name)
    report = verify(form, Package.read(save_again(made, tmp_path)))
    assert [(one.place.nl, one.before, one.after) for one in report.differences] == []
    assert report.answered == verify(form, Package.read(made)).answered
