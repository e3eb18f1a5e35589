"""How findings look."""

from __future__ import annotations

import pytest

from ibndocs.cli.report import count_findings, exit_code, format_finding, print_findings
from ibndocs.foundation.findings import Finding, Severity, Spot, Text

FINDING = Finding(
    "COF02",
    Severity.ERROR,
    Text("aandeel cash is 64,0 %, minstens 70 % gevraagd", "cash share is 64.0 %, at least 70 % is asked"),
    spot=Spot("project.yaml", 42, 7),
    path="cofinancing.membership",
    fix=Text("verhoog de bijdragen", "raise the fees"),
    source="handleiding 4.2.4",
    details=("jaar 2: 64.000 van 100.000",),
)
ADVICE = Finding("CON01", Severity.WARNING, Text("kort", "short"), spot=Spot("project.yaml", 3))


def test_a_finding_gives_place_weight_message_source_path_details_and_fix() -> None:
    import click

    assert click.unstyle(format_finding(FINDING, "nl")) == (
        "project.yaml:42:7: error COF02 aandeel cash is 64,0 %, minstens 70 % gevraagd [handleiding 4.2.4]\n"
        "  bij cofinancing.membership\n  jaar 2: 64.000 van 100.000\n  oplossing: verhoog de bijdragen"
    )
    assert click.unstyle(format_finding(FINDING, "en")).splitlines()[-1] == "  fix: raise the fees"


def test_a_finding_without_place_begins_with_its_weight() -> None:
    import click

    assert click.unstyle(format_finding(Finding("A1", Severity.NOTE, Text("x", "y")), "en")) == "note A1 y"


def test_findings_are_printed_by_place_and_without_colours_outside_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_findings([FINDING, ADVICE], "en")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "project.yaml:3: warning CON01 short"
    assert lines[1].startswith("project.yaml:42:7: error COF02")


def test_findings_are_counted_by_weight() -> None:
    assert count_findings([FINDING, FINDING, ADVICE], "nl") == "2 fouten, 1 waarschuwing"
    assert count_findings([ADVICE, ADVICE], "en") == "2 warnings"
    assert count_findings([], "nl") == ""


@pytest.mark.parametrize(
    ("findings", "strict", "code"),
    [([], False, 0), ([ADVICE], False, 0), ([ADVICE], True, 1), ([ADVICE, FINDING], False, 1)],
)
def test_only_errors_fail_unless_warnings_count_too(findings: list[Finding], strict: bool, code: int) -> None:
    assert exit_code(findings, strict=strict) == code
