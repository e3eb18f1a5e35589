"""Which language the program speaks."""

from __future__ import annotations

import pytest

from ibndocs.cli.language import choose_language


@pytest.mark.parametrize(
    ("args", "environ", "language"),
    [
        ("", {}, "nl"),
        ("", {"LANG": "C.UTF-8"}, "nl"),
        ("", {"LANG": "en_GB.UTF-8"}, "en"),
        ("", {"LC_ALL": "nl_BE.UTF-8", "LANG": "en_GB.UTF-8"}, "nl"),
        ("", {"LC_ALL": "", "LANG": "en_GB.UTF-8"}, "en"),
        ("", {"IBNDOCS_LANG": "nl", "LC_ALL": "en_US.UTF-8"}, "nl"),
        ("check --lang en", {"IBNDOCS_LANG": "nl"}, "en"),
        ("check --lang=nl", {"LANG": "en_GB.UTF-8"}, "nl"),
        ("--lang en check --lang nl", {}, "nl"),
        ("check -- --lang en", {}, "nl"),
        ("check --lang", {"LANG": "en_GB.UTF-8"}, "en"),
    ],
)
def test_the_option_goes_before_the_environment(args: str, environ: dict[str, str], language: str) -> None:
    assert choose_language(args.split(), environ) == language
