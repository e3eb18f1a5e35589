from pathlib import Path

import pytest
import xlsxwriter
from tests.libreoffice import SOFFICE, recalculated_values, to_pdf

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")


@pytest.fixture
def stale(tmp_path: Path) -> Path:
    """A workbook whose cached value is wrong."""
    path = tmp_path / "verouderd.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Blad & co")
        sheet.write("A1", 21)
        sheet.write_formula("A2", "=A1*2", value=999)
        sheet.write_formula("A3", "=A1>2", value=False)
        sheet.write_formula("A4", "=1/0", value=1)
        sheet.write("A5", "tekst")
    return path


def test_it_recalculates_a_stale_workbook(stale: Path) -> None:
    expected = {"A1": 21.0, "A2": 42.0, "A3": True, "A4": "#DIV/0!", "A5": "tekst"}
    assert recalculated_values(stale) == {"Blad & co": expected}


def test_it_prints_a_pdf(stale: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pdf"
    folder.mkdir()
    pdf = to_pdf(stale, folder)
    assert pdf == folder / "verouderd.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_file_it_cannot_read_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "kapot.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a zip")
    with pytest.raises(AssertionError, match=r"made nothing of kapot\.xlsx"):
        to_pdf(broken, tmp_path)
