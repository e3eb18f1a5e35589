"""Files that LibreOffice loses, crashes on or hangs on; a stand-in for it does so on command."""

from __future__ import annotations

import importlib.util
import io
import sys
import time
from pathlib import Path

import pikepdf
import pytest
from tests.office.pdf.letters import make_letter
from tests.office.pdf.stand_in import install

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.pdf import Document, Printed, print_documents, program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")


@pytest.fixture(autouse=True)
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the stand-in keeps what it has."""
    install(tmp_path, monkeypatch)
    return tmp_path


def print_letters(*companies: str, patience: float = 60) -> list[Printed]:
    documents = [Document(f"{company}.docx", make_letter(company)) for company in companies]
    return list(print_documents(documents, jobs=1, patience=patience))


def outcome(printed: list[Printed]) -> dict[str, str]:
    return {
        item.document.name.removesuffix(".docx"): item.finding.message.en.rpartition(": ")[2]
        if item.finding
        else f"{item.pages} page"
        for item in printed
    }


def test_a_file_that_crashes_takes_no_other_along() -> None:
    assert outcome(print_letters("Aa", "CRASH", "Bb", "Cc")) == {
        "Aa": "1 page",
        "CRASH": "LibreOffice crashes on it",
        "Bb": "1 page",
        "Cc": "1 page",
    }


def test_the_programs_of_the_system_are_found_when_the_path_does_not_name_them(
    stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(stand_in / "bin"))
    (printed,) = print_letters("HANG", patience=1)  # the stand-in hangs by calling `sleep`
    assert printed.finding is not None
    assert "does not get done" in printed.finding.message.en


def test_a_hung_converter_is_killed_with_its_children_and_the_rest_goes_on(stand_in: Path) -> None:
    assert outcome(print_letters("Aa", "HANG", "Bb", patience=1)) == {
        "Aa": "1 page",
        "HANG": "LibreOffice does not get done with it and was ended",
        "Bb": "1 page",
    }
    assert is_gone(int((stand_in / "child").read_text()))


def is_gone(pid: int) -> bool:
    """Whether a process ended; it is given a moment, for its own parent to take note."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_file_that_is_refused_is_told() -> None:
    made = print_letters("Aa", "WEIGER")
    assert outcome(made) == {"Aa": "1 page", "WEIGER": "LibreOffice cannot read it"}
    assert [item.finding.id for item in made if item.finding] == ["PDF03"]


def test_files_left_out_of_a_clean_run_are_done_again() -> None:
    names = [f"VERLIES {number}" for number in range(6)]
    assert outcome(print_letters(*names)) == dict.fromkeys(names, "1 page")


def test_one_run_gets_no_more_than_two_hundred_files(stand_in: Path) -> None:
    data = make_letter("Aa")
    other = [Document(f"{number}.docx", vary(data, number)) for number in range(205)]
    assert sum(item.pages for item in print_documents(other, jobs=1)) == 205
    assert max(map(int, (stand_in / "log").read_text().split())) <= 200


def vary(data: bytes, number: int) -> bytes:
    """The letter with a part that no other has, so that it cannot be joined."""
    from ibndocs.office.package import Package

    return Package.read(data, name="a.docx").write({"word/eigen.xml": f"<eigen>{number}</eigen>".encode()})


def test_nothing_is_left_behind(stand_in: Path) -> None:
    print_letters("Aa", "CRASH")
    assert list((stand_in / "temporary").iterdir()) == []


def test_stopping_halfway_ends_the_converter(stand_in: Path) -> None:
    documents = [Document(f"{name}.docx", make_letter(name)) for name in ["Aa"] * 25 + ["HANG"]]
    making = print_documents(documents, jobs=2)
    next(making)
    making.close()  # type: ignore[attr-defined]
    assert not (stand_in / "child").exists() or is_gone(int((stand_in / "child").read_text()))
    assert list((stand_in / "temporary").iterdir()) == []


def test_without_libreoffice_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(program, "_list_places", lambda: iter([tmp_path / "nowhere"]))
    with pytest.raises(FaultyInput) as refused:
        print_documents([Document("a.docx", make_letter("Aa"))])
    (finding,) = refused.value.findings
    assert finding.id == "PDF01"
    assert finding.fix is not None
    assert "apt install libreoffice-writer" in finding.fix.nl


def test_without_pikepdf_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(FaultyInput) as refused:
        print_documents([])
    assert [finding.id for finding in refused.value.findings] == ["PDF02"]


def test_libreoffice_is_found_where_windows_puts_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(program, "_PLACES", ())
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    installed = tmp_path / "LibreOffice" / "program" / "soffice.com"
    installed.parent.mkdir(parents=True)
    installed.touch()
    assert program.find_office() == installed or str(program.find_office()).startswith("/opt/")


def test_a_page_is_whole_only_with_its_end(tmp_path: Path) -> None:
    from ibndocs.office.pdf.converting import _is_whole

    target = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    file = tmp_path / "a.pdf"
    for data, whole in [(target.getvalue(), True), (target.getvalue()[:-20], False), (b"", False)]:
        file.write_bytes(data)
        assert _is_whole(file) is whole
