"""What the codes of findings mean that belong to no clause of the call and no rule; `codes.toml` holds the words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ibndocs.foundation.findings import Text


@dataclass(frozen=True)
class Family:
    """Codes about one matter, in order, each with what it means."""

    title: Text
    codes: Mapping[str, Text]


@lru_cache(maxsize=1)
def read_codes() -> tuple[Family, ...]:
    """Every family of codes."""
    data = tomllib.loads(resources.files("ibndocs.foundation").joinpath("codes.toml").read_text(encoding="utf-8"))
    families = []
    for codes in data.values():
        said = {code: Text(*words) for code, words in codes.items()}
        families.append(Family(said.pop("title"), said))
    return tuple(families)


def explain_code(code: str) -> Text | None:
    """What a code means; None when there is no such code."""
    return next((family.codes[code] for family in read_codes() if code in family.codes), None)
