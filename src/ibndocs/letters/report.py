"""What there is to say of the rows, as `fouten.csv` and as the findings that are shown."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Self

from ibndocs.foundation.findings import Finding, Severity

NAME = "fouten.csv"
SHOWN = 20
"""How many findings are kept to be shown; all of them are in the file."""

_HEADER = ("plaats", "ernst", "code", "fout", "oplossing", "waar in het sjabloon", "brief")
_RISKY = ("=", "+", "-", "@", "\t", "\r")


class Report:
    """The findings of one run; a context manager. The file replaces that of the last run when `finish` is called."""

    def __init__(self, folder: Path, stage: Path) -> None:
        self._path = folder / NAME
        self._staged = stage / NAME
        self.shown: list[Finding] = []
        self.counts: Counter[Severity] = Counter()

    def __enter__(self) -> Self:
        # Excel reads UTF-8 only when it begins with a byte order mark, and in Belgium parts columns at semicolons.
        self._file = self._staged.open("w", encoding="utf-8-sig", newline="", errors="replace")
        self._writer = csv.writer(self._file, delimiter=";")
        self._writer.writerow(_HEADER)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, finding: Finding, letter: str = "") -> None:
        """Report a finding; errors are shown before what weighs less."""
        self.counts[finding.severity] += 1
        if len(self.shown) < SHOWN:
            self.shown.append(finding)
        elif finding.severity is Severity.ERROR:
            lighter = next((at for at, one in enumerate(self.shown) if one.severity is not Severity.ERROR), None)
            if lighter is not None:
                self.shown[lighter] = finding
        cells = (
            str(finding.spot or ""),
            finding.severity.value,
            finding.id,
            finding.message.nl,
            finding.fix.nl if finding.fix else "",
            "; ".join(finding.details),
            letter,
        )
        self._writer.writerow([guard_cell(cell) for cell in cells])

    @property
    def total(self) -> int:
        """How many findings there are."""
        return self.counts.total()

    def finish(self) -> Path | None:
        """Put the file in its place, or take away that of the last run when there is nothing to report."""
        self._file.close()
        if not self.total:
            self._path.unlink(missing_ok=True)
            return None
        os.replace(self._staged, self._path)  # noqa: PTH105 - the atomic one
        return self._path


def guard_cell(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: with an apostrophe before it where it could be one."""
    return f"'{text}" if text.startswith(_RISKY) else text
