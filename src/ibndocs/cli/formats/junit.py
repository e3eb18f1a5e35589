"""Findings as JUnit XML, which build servers show as failed tests."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from ibndocs.cli.formats.report import Checked
from ibndocs.cli.language import Language
from ibndocs.foundation.findings import Finding, Severity


def write(checks: Sequence[Checked], language: Language) -> str:
    """One suite per description; an error is a failure, the rest passes with its message as output."""
    suites = "".join(write_suite(check, language) for check in checks)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{suites}</testsuites>\n'


def write_suite(check: Checked, language: Language) -> str:
    """The suite of one description; one without findings has one test that passed."""
    cases = "".join(write_case(finding, language) for finding in check.findings)
    cases = cases or '    <testcase name="check" classname="ibndocs"/>\n'
    count = max(1, len(check.findings))
    return (
        f'  <testsuite name={quoteattr(check.file)} tests="{count}" failures="{check.errors}">\n{cases}  </testsuite>\n'
    )


def write_case(finding: Finding, language: Language) -> str:
    """One finding as a test."""
    message = finding.message.in_language(language)
    name = quoteattr(f"{finding.spot or ''} {finding.name or finding.id}".strip())
    body = f"{finding.spot or ''} {message}".strip()
    if finding.severity is Severity.ERROR:
        inner = f"<failure message={quoteattr(message)}>{escape(body)}</failure>"
    else:
        inner = f"<system-out>{escape(body)}</system-out>"
    return f"    <testcase name={name} classname={quoteattr('ibndocs.' + finding.id)}>{inner}</testcase>\n"
