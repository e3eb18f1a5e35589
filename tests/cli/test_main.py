"""The program as a whole: help, languages, exit codes, and what it does not import."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ibndocs import __version__
from ibndocs.cli import main
from ibndocs.cli.bilingual import Command, Entry, Group, is_quiet, language_of
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text

HEAVY = {"pydantic", "lxml", "jinja2", "babel", "yaml", "rich", "betteroffice_xlsx", "markdown_it"}


@pytest.fixture(autouse=True)
def _dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "IBNDOCS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("IBNDOCS_LANG", "nl")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[BaseException | int]:
    """A command `probe` that raises, or returns, the one thing put in this list."""
    outcome: list[BaseException | int] = []

    def probe() -> int:
        if isinstance(outcome[0], BaseException):
            raise outcome[0]
        return outcome[0]

    command = Command("probe", callback=probe, texts=Text("Proef.", "Probe."))
    monkeypatch.setattr(Entry, "load", lambda _entry: command)
    monkeypatch.setitem(main.program.entries, "probe", Entry("x:y", Text("Proef.", "Probe.")))
    return outcome


def run_program(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ibndocs", *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def test_without_arguments_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run([]) == 0
    assert "Gebruik: ibndocs [OPTIES] OPDRACHT" in capsys.readouterr().out


def test_the_help_needs_nothing_but_click() -> None:
    script = "import sys; from ibndocs.cli.main import run; run(['--help']); print(sorted(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    loaded = {name.partition(".")[0] for name in shown.splitlines()[-1].strip("[]").replace("'", "").split(", ")}
    assert "click" in loaded
    assert not loaded & HEAVY


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["--version"]) == 0
    assert capsys.readouterr().out == f"ibndocs {__version__}\n"


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--help", "--lang", "en"], "Usage: ibndocs [OPTIONS] COMMAND"),
        (["--lang=en", "--help"], "Show an Office file as plain text."),
        (["textconv", "--help"], "Toon een Word-, PowerPoint- of Excelbestand"),
        (["form", "bind", "--help"], "ibndocs form bind [OPTIES] BESTAND"),
        (["new", "--help", "--lang", "en"], "ibndocs new [OPTIONS] DIR"),
        (["textconv", "--help", "--lang", "en"], "Examples:\n  ibndocs textconv out/"),
        (["--lang", "en", "textconv", "--help"], "Show this help."),
    ],
)
def test_help_speaks_the_language_asked_for(args: list[str], expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(args) == 0
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "nl", "en"),
    [
        (["textconv"], "fout: 'BESTAND' ontbreekt", "error: Missing argument 'FILE'"),
        (["tekstconv"], "onbekende opdracht tekstconv; bedoelde u textconv?", "no command tekstconv; did you mean"),
        (["textconv", "--quite", "x"], "onbekende optie --quite; bedoelde u --quiet?", "No such option"),
        (["--lang", "nl-be", "textconv", "x"], "kies uit nl, en", ""),
        (["build", "--output", __file__], "' is een bestand", "is a file"),
        (["textconv", "a", "b"], "extra argument", "extra argument"),
        (["check", "--on", "2026-13-01"], "schrijf een dag als 2026-01-15", "does not match"),
    ],
)
def test_a_wrong_command_line_is_explained_in_both_languages(
    args: list[str], nl: str, en: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main.run(args) == 2
    told = capsys.readouterr()
    assert nl in told.err
    assert "--help" in told.err
    assert told.out == ""
    monkeypatch.setenv("IBNDOCS_LANG", "en")
    assert main.run(args) == 2
    assert en in capsys.readouterr().err


@pytest.mark.parametrize("name", main.COMMANDS)
def test_every_command_explains_itself_in_both_languages_with_an_example(name: str) -> None:
    entry = main.COMMANDS[name]
    command = entry.load()
    assert isinstance(command, Command)
    assert command.name == name
    assert all((entry.short_help.nl, entry.short_help.en, command.texts.nl, command.texts.en))
    if isinstance(command, Group):
        return
    assert command.examples
    assert all(example.startswith(f"ibndocs {name}") for example in command.examples)
    assert command.texts.nl != command.texts.en


def test_completion_of_commands_and_options_needs_none_of_them() -> None:
    words = {"COMP_WORDS": "ibndocs text", "COMP_CWORD": "1", "_IBNDOCS_COMPLETE": "bash_complete"}
    assert run_program(**words).stdout == "plain,textconv\n"


@pytest.mark.parametrize(("returned", "code"), [(0, 0), (1, 1)])
def test_what_a_command_returns_is_the_exit_code(failing: list[BaseException | int], returned: int, code: int) -> None:
    failing.append(returned)
    assert main.run(["probe"]) == code


def test_faulty_input_is_printed_as_findings_without_a_traceback(
    failing: list[BaseException | int], capsys: pytest.CaptureFixture[str]
) -> None:
    spot = Spot("project.yaml", 42, 7)
    failing.append(FaultyInput([Finding("STR01", Severity.ERROR, Text("fout getal", "wrong number"), spot)]))
    assert main.run(["probe"]) == 2
    assert capsys.readouterr().err == "project.yaml:42:7: error STR01 fout getal\n"


def test_a_fault_of_ours_is_one_sentence_and_a_traceback_on_request(
    failing: list[BaseException | int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing.append(ZeroDivisionError("division by zero"))
    assert main.run(["probe", "--lang", "en"]) == 3
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError: division by zero" in told
    assert "IBNDOCS_DEBUG=1" in told
    monkeypatch.setenv("IBNDOCS_DEBUG", "1")
    assert main.run(["probe"]) == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_what_the_machine_refuses_names_the_file(
    failing: list[BaseException | int], capsys: pytest.CaptureFixture[str]
) -> None:
    failing.append(PermissionError(13, "Permission denied", "out/a.docx"))
    assert main.run(["probe"]) == 2
    assert capsys.readouterr().err == "fout: out/a.docx: geen toegang\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_not_a_fault_of_ours(
    failing: list[BaseException | int], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(OSError, match="No space left") as caught:
        os.write(os.open("/dev/full", os.O_WRONLY), b"x")
    failing.append(caught.value)
    assert main.run(["probe"]) == 2
    assert capsys.readouterr().err == "fout: de schijf is vol\n"


@pytest.mark.skipif(os.name != "posix", reason="no such signal elsewhere")
def test_a_command_that_is_ended_politely_stops_as_after_an_interruption() -> None:
    script = (
        "import os, signal, sys; from ibndocs.cli import main; "
        "main.run = lambda args: os.kill(os.getpid(), signal.SIGTERM); main.main()"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.stderr.splitlines()[-1] == "KeyboardInterrupt"


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupted_command_stops_without_a_word(
    failing: list[BaseException | int], stop: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    failing.append(stop)
    assert main.run(["probe"]) == 130
    assert capsys.readouterr().err.strip() == ""


def test_quiet_and_language_reach_the_command_from_either_side(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[bool, str]] = []
    command = Command("probe", callback=lambda: seen.append((is_quiet(), language_of())), texts=Text("P.", "P."))
    monkeypatch.setattr(Entry, "load", lambda _entry: command)
    monkeypatch.setitem(main.program.entries, "probe", Entry("x:y", Text("P.", "P.")))
    for args in (["probe"], ["--quiet", "--lang", "en", "probe"], ["probe", "--quiet", "--lang", "en"]):
        main.run(args)
    assert seen == [(False, "nl"), (True, "en"), (True, "en")]
