"""How far the letters are: a bar with rate and time left on a terminal, or lines of JSON for another program."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from ibndocs.cli.bilingual import language_of
from ibndocs.foundation.findings import Text

if TYPE_CHECKING:
    from ibndocs.letters.request import Progress

_SECONDS_BETWEEN = 0.5


@contextmanager
def show_progress(how: str) -> Iterator[Callable[[Progress], None] | None]:
    """What to call with each step; `how` is `auto`, `json` or `none`."""
    if how == "json":
        yield _tell_json()
    elif how == "auto" and sys.stderr.isatty():
        with _show_bar() as tell:
            yield tell
    else:
        yield None


def _tell_json() -> Callable[[Progress], None]:
    """One line at most every half second, and one at the end (`fraction` 1)."""
    start = time.monotonic()
    last = start - _SECONDS_BETWEEN

    def tell(step: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < _SECONDS_BETWEEN and step.fraction < 1:
            return
        last = now
        passed = now - start
        line = {
            "done": step.done,
            "faulty": step.faulty,
            "fraction": round(step.fraction, 4),
            "per_second": round(step.done / passed, 1) if passed else None,
            "seconds_left": round(passed * (1 - step.fraction) / step.fraction, 1) if step.fraction else None,
        }
        click.echo(json.dumps(line), err=True)

    return tell


@contextmanager
def _show_bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    words = Text(nl="{done} brieven, {rate:.0f}/s", en="{done} letters, {rate:.0f}/s").in_language(language_of())
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    start = time.monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)

        def tell(step: Progress) -> None:
            rate = step.done / max(time.monotonic() - start, 0.001)
            bar.update(task, completed=step.fraction, description=words.format(done=step.done, rate=rate))

        yield tell
