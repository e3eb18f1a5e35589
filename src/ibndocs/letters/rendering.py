"""What a worker does: render a batch of letters from one template, which it compiles once.

Everything it needs comes with the call and everything it makes goes back as bytes, so that a worker may be a thread,
a process or another machine, with or without the disk of the caller.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text

if TYPE_CHECKING:
    from ibndocs.office.word.template import WordTemplate

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A letter that is made."""

    data: bytes
    sha256: str


Result = Rendered | tuple[Finding, ...]
"""A letter, or why it could not be made."""


@lru_cache(maxsize=2)
def open_template(data: bytes, file: str, folder: str) -> WordTemplate:
    """The template in `data`, which messages call `file`; pictures that a row names are looked up in `folder`.

    Raises:
        FaultyInput: With every fault of its tags.
    """
    from ibndocs.office.package import Package
    from ibndocs.office.word.template import WordTemplate

    return WordTemplate.compile(Package.read(data, name=file), folder=folder)


def render_batch(template: bytes, file: str, folder: str, settings: Values, batch: Sequence[Values]) -> list[Result]:
    """One result for each of `batch`, in its order; a fault in one does not stop the others."""
    compiled = open_template(template, file, folder)
    return [_render(compiled, merge(values, settings)) for values in batch]


def _render(template: WordTemplate, values: Values) -> Result:
    try:
        data = template.render(values)
    except FaultyInput as fault:
        return fault.findings
    except Exception as error:  # one letter that the program fails on must not take a thousand others with it
        what = f"{type(error).__name__}: {error}"
        message = Text(nl=f"fout van ibndocs zelf ({what})", en=f"fault of ibndocs itself ({what})")
        return (Finding("LTR09", Severity.ERROR, message),)
    return Rendered(data, sha256(data).hexdigest())


def merge(values: Values, settings: Values) -> Values:
    """`values` with `settings` over them; a group of both is merged."""
    if not settings:
        return values
    merged = {**values, **settings}
    for name, setting in settings.items():
        own = values.get(name)
        if isinstance(own, Mapping) and isinstance(setting, Mapping):
            merged[name] = {**own, **setting}
    return merged
