"""Making letters: resumed, never half, never over a person's edit, whatever happens to one row."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.letters.letters import ROWS, make, read_letters, text_of, write_csv, write_jsonl, write_template

from ibndocs.foundation.findings import FaultyInput, Severity
from ibndocs.letters.folder import STAGE, open_stage
from ibndocs.letters.journal import parse_record, read_records
from ibndocs.letters.making import make_letters
from ibndocs.letters.request import Progress, Request


def many(count: int) -> list[dict[str, str]]:
    return [
        {"Naam": f"Bedrijf {number}", "Postcode": str(1000 + number % 9000), "Lidgeld": "10"} for number in range(count)
    ]


def test_a_second_run_writes_nothing_and_a_changed_row_only_its_own_letter(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    assert make(tmp_path, listed).written == 3
    assert (make(tmp_path, listed).written, make(tmp_path, listed).unchanged) == (0, 3)
    write_csv(listed, [ROWS[0], {**ROWS[1], "Postcode": "2018"}, ROWS[2]])
    outcome = make(tmp_path, listed)
    assert (outcome.written, outcome.unchanged) == (1, 2)
    assert text_of(tmp_path / "out/002-cafe-noord.docx")[0] == "Aan Café <Noord>, 2018"


def test_a_column_that_the_template_does_not_ask_changes_no_letter(tmp_path: Path) -> None:
    make(tmp_path, write_csv(tmp_path / "l.csv"), "{{ naam }}")
    assert (
        make(
            tmp_path, write_csv(tmp_path / "l.csv", [{**row, "Postcode": "1000"} for row in ROWS]), "{{ naam }}"
        ).unchanged
        == 3
    )


def test_another_template_or_setting_renders_every_letter_anew(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    make(tmp_path, listed, "{{ naam }} {{ jaar }}", settings={"jaar": 2026})
    assert make(tmp_path, listed, "{{ naam }} {{ jaar }}", settings={"jaar": 2027}).written == 3
    assert make(tmp_path, listed, "{{ naam }} in {{ jaar }}", settings={"jaar": 2027}).written == 3


def test_what_a_person_edited_is_told_and_kept_until_forced(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    make(tmp_path, listed)
    edited = tmp_path / "out/001-houtwerk-en-zn-bv.docx"
    edited.write_bytes(b"bewerkt")
    for change in (ROWS, [{**ROWS[0], "Postcode": "9050"}, *ROWS[1:]]):
        outcome = make(tmp_path, write_csv(listed, change))
        assert [(one.id, str(one.spot)) for one in outcome.findings] == [("LTR03", "l.csv:2")]
        assert (outcome.kept, edited.read_bytes()) == (1, b"bewerkt")
    assert make(tmp_path, listed, force=True).findings == ()
    assert text_of(edited)[0].endswith("9050")


def test_a_file_that_is_not_ours_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/001-houtwerk-en-zn-bv.docx").write_bytes(b"van iemand")
    assert make(tmp_path, write_csv(tmp_path / "l.csv")).kept == 1
    assert (tmp_path / "out/001-houtwerk-en-zn-bv.docx").read_bytes() == b"van iemand"


def test_a_faulty_row_is_reported_and_the_others_are_made(tmp_path: Path) -> None:
    rows = [ROWS[0], {**ROWS[1], "Naam": '=HYPERLINK("x")', "Lidgeld": "1,250"}, ROWS[2]]
    outcome = make(tmp_path, write_csv(tmp_path / "l.csv", rows))
    assert (outcome.written, outcome.faulty, outcome.counts) == (2, 1, {Severity.ERROR: 1})
    with (tmp_path / "out/fouten.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    assert [(line["plaats"], line["code"]) for line in lines] == [("l.csv:3:4", "LTR02")]
    assert "1250" in lines[0]["oplossing"]
    make(tmp_path, write_csv(tmp_path / "l.csv"))
    assert not (tmp_path / "out/fouten.csv").exists()


def test_a_fault_of_the_template_for_one_row_names_the_row_and_the_tag(tmp_path: Path) -> None:
    listed = write_jsonl(tmp_path / "l.jsonl", [{"naam": "Alfa", "stad": "Gent"}, {"naam": "Béta"}])
    outcome = make(tmp_path, listed, "{{ naam }} {{ stad }}")
    finding = outcome.findings[0]
    assert (finding.id, str(finding.spot), outcome.written) == ("TPL05", "l.jsonl:2", 1)
    assert any("brief.docx" in detail for detail in finding.details)


def test_a_template_that_asks_what_no_column_gives_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    with pytest.raises(FaultyInput) as refused:
        make(tmp_path, listed, "{{ nam }} {{ company.mail }} {{ stad|default('x') }}")
    assert [finding.id for finding in refused.value.findings] == ["TPL05", "TPL05"]
    assert "bedoelde u naam?" in {finding.fix.nl for finding in refused.value.findings if finding.fix}
    assert not list((tmp_path / "out").glob("*.docx"))


def test_a_company_keeps_its_number_when_another_comes_before_it(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    make(tmp_path, listed)
    new = {**ROWS[0], "Naam": "Nieuw", "Ondernemingsnummer": "1999.000.348"}
    outcome = make(tmp_path, write_csv(listed, [new, *ROWS]))
    assert (outcome.written, outcome.unchanged) == (1, 3)
    assert (tmp_path / "out/004-nieuw.docx").exists()


def test_a_company_that_stands_in_the_list_twice_keeps_both_numbers_when_the_list_grows(tmp_path: Path) -> None:
    rows = [{"Naam": "Alfa", "Postcode": "1"}, {"Naam": "Alfa", "Postcode": "2"}, {"Naam": "Beta", "Postcode": "3"}]
    listed = write_csv(tmp_path / "l.csv", rows)
    make(tmp_path, listed, "{{ naam }} {{ postcode }}")
    write_csv(listed, [{"Naam": "Nieuw", "Postcode": "0"}, *rows])
    outcome = make(tmp_path, listed, "{{ naam }} {{ postcode }}")
    assert (outcome.written, outcome.unchanged, outcome.left) == (1, 3, 0)
    assert text_of(tmp_path / "out/002-alfa.docx") == ["Alfa 2"]


def test_columns_in_the_names_of_files_tell_who_a_row_is_about_when_nothing_else_does(tmp_path: Path) -> None:
    rows = [{"Wie": "Alfa", "Waar": "Gent"}, {"Wie": "Beta", "Waar": "Gent"}, {"Wie": "Alfa", "Waar": "Niel"}]
    listed = write_csv(tmp_path / "l.csv", rows)
    make(tmp_path, listed, "{{ wie }} {{ waar }}", pattern="{number:02}-{wie}")
    moved = [{"Wie": "Nieuw", "Waar": "Aalst"}, rows[1], rows[0], rows[2]]
    outcome = make(tmp_path, write_csv(listed, moved), "{{ wie }} {{ waar }}", pattern="{number:02}-{wie}")
    assert (outcome.written, outcome.unchanged, outcome.left, outcome.findings) == (1, 3, 0, ())
    assert "04-nieuw.docx" in read_letters(tmp_path / "out")


def test_a_company_that_changes_its_name_gets_one_letter_under_the_new_name(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    make(tmp_path, listed)
    make(tmp_path, write_csv(listed, [{**ROWS[0], "Naam": "Houtgroep"}, *ROWS[1:]]))
    assert [name for name in read_letters(tmp_path / "out") if name.startswith("001")] == ["001-houtgroep.docx"]


def test_a_letter_that_left_the_list_stays_and_is_told(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    make(tmp_path, listed)
    outcome = make(tmp_path, write_csv(listed, ROWS[:2]))
    assert ([one.id for one in outcome.findings], outcome.left) == (["LTR04"], 1)
    assert (tmp_path / "out/003-som-a1.docx").exists()
    assert make(tmp_path, write_csv(listed)).unchanged == 3


def test_names_follow_the_pattern_and_stay_unique(tmp_path: Path) -> None:
    rows = [{"Naam": "Alfa", "Regio": "Oost"}, {"Naam": "Alfa", "Regio": "Oost"}, {"Naam": "Con", "Regio": ""}]
    outcome = make(tmp_path, write_csv(tmp_path / "l.csv", rows), "{{ naam }}", pattern="{regio} - {name}")
    assert sorted(read_letters(tmp_path / "out")) == [
        "fouten.csv", "manifest.jsonl", "naamloos - con.docx", "oost - alfa-2.docx", "oost - alfa.docx",
    ]  # fmt: skip
    assert [one.id for one in outcome.findings] == ["LTR05"]
    with pytest.raises(FaultyInput, match="cannot give a name"):
        make(tmp_path, tmp_path / "l.csv", "{{ naam }}", pattern="{stad}")
    with pytest.raises(FaultyInput, match="cannot give a name"):
        make_letters(Request(tmp_path / "brief.docx", tmp_path / "l.csv", tmp_path / "new", pattern="../{name}"))
    assert not (tmp_path / "new").exists()


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv", [*many(200), {"Naam": "Fout", "Postcode": "1000", "Lidgeld": "1,250"}])
    steps: list[Progress] = []
    make(tmp_path, listed)
    template = write_template(tmp_path / "brief.docx")
    other = Request(template=template, companies=listed, folder=tmp_path / "two", jobs=2)
    outcome = make_letters(other, steps.append)
    assert (outcome.written, outcome.faulty) == (200, 1)
    assert read_letters(tmp_path / "two") == read_letters(tmp_path / "out")
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[-1].done, steps[-1].fraction) == (201, 1.0)


SLOW = """
import sys, time
from pathlib import Path
from ibndocs.letters import folder, making, request
step = {step!r}
count = 0
def pause(when):
    global count
    count += when == step
    if when == step and count == 3:
        print("here", flush=True)
        time.sleep(60)
original_stage, original_move = folder.Mover.stage, folder.Mover.move
def stage(self, files):
    staged = original_stage(self, files)
    pause("staged")
    return staged
def move(self, staged, names):
    pause("journaled")
    half = len(staged) // 2
    original_move(self, staged[:half], names[:half]) if half else None
    pause("half moved")
    original_move(self, staged[half:], names[half:])
    pause("moved")
folder.Mover.stage, folder.Mover.move = stage, move
making.make_letters(request.Request(Path({template!r}), Path({listed!r}), Path({out!r})))
"""


@pytest.mark.parametrize("step", ["staged", "journaled", "half moved", "moved"])
@pytest.mark.parametrize("before", [False, True], ids=["fresh", "over older letters"])
def test_a_run_that_is_killed_leaves_no_half_file_and_is_completed_by_the_next(
    tmp_path: Path, step: str, before: bool
) -> None:
    rows = many(180)
    listed = write_csv(tmp_path / "l.csv", rows)
    make(tmp_path, listed)
    expected = read_letters(tmp_path / "out")
    out = tmp_path / "killed"
    template = write_template(tmp_path / "brief.docx")
    if before:
        old = write_csv(tmp_path / "old.csv", [{**row, "Lidgeld": "5"} for row in rows])
        make_letters(Request(template=template, companies=old, folder=out))
    script = SLOW.format(step=step, template=str(template), listed=str(listed), out=str(out))
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    whole = set(expected.values()) if not before else set()
    for path in sorted(out.glob("*.docx"))[::4]:
        assert text_of(path)[0].startswith("Aan Bedrijf")
        assert before or path.read_bytes() in whole
    outcome = make_letters(Request(template=template, companies=listed, folder=out))
    assert outcome.findings == ()
    assert outcome.unchanged >= 100
    assert read_letters(out) == expected


def test_a_worker_does_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv", many(100_000))
    template = write_template(tmp_path / "brief.docx")
    command = [
        sys.executable,
        "-m",
        "ibndocs",
        "letters",
        "build",
        "--template",
        str(template),
        "--companies",
        str(listed),
    ]
    command += ["-o", str(tmp_path / "out"), "--jobs", "2", "--progress", "json"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    assert '"per_second"' in process.stderr.readline()
    children = [int(one) for one in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    assert len(children) >= 2
    process.kill()
    process.wait()
    process.stderr.close()
    for _ in range(200):
        if not any(Path(f"/proc/{child}/exe").exists() for child in children):
            break
        time.sleep(0.05)
    assert not [child for child in children if Path(f"/proc/{child}/exe").exists()]


def test_a_torn_last_line_of_the_manifest_is_passed_by(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    make(tmp_path, listed)
    expected = read_letters(tmp_path / "out")
    manifest = tmp_path / "out/manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-20])
    assert make(tmp_path, listed).unchanged == 3
    assert read_letters(tmp_path / "out") == expected
    assert parse_record(b'{"number": 1') is None
    assert [record.number for record in read_records(tmp_path / "out")] == [1, 2, 3]


def test_two_runs_in_one_folder_at_a_time_are_refused(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "l.csv")
    with open_stage(tmp_path / "out"), pytest.raises(FaultyInput, match="already"):
        make(tmp_path, listed)
    make(tmp_path, listed)
    assert not (tmp_path / "out" / STAGE).exists()
