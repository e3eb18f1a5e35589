"""From a description as it was read to the model of a project, every fault at once and each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from pydantic import ValidationError

from ibndocs.foundation.findings import FaultyInput, Finding, format_path
from ibndocs.model import Project
from ibndocs.source.model_faults import explain_faults
from ibndocs.source.salvage import Salvaged, salvage
from ibndocs.source.source import Source, read_source


@dataclass(frozen=True)
class Described:
    """A project with the source it came from."""

    source: Source
    project: Project

    def folder_of(self, path: str) -> str | None:
        """The folder of the file in which the prose at `path` (as text) stands; pictures are looked up there."""
        spot = self._spots_by_text.get(path)
        return str((self.source.folder / spot).parent) if spot else None

    @cached_property
    def _spots_by_text(self) -> Mapping[str, str]:
        return {format_path(path): spot.file for path, spot in self.source.spots.items()}


class UnfitDescription(FaultyInput):
    """The description can be read but does not fit the model; the rest of it may still be judged.

    Attributes:
        source: What was read.
        salvaged: The project without what does not fit; None when too much of it is missing.
    """

    def __init__(self, findings: Iterable[Finding], source: Source, salvaged: Salvaged | None) -> None:
        super().__init__(findings)
        self.source = source
        self.salvaged = salvaged


def read_project(path: FilePath) -> Described:
    """Read and validate the description at `path` (a file, or the folder that holds it).

    Raises:
        FaultyInput: With every fault of spelling; an `UnfitDescription` with every fault of structure (`STR10` to
            `STR16`).
    """
    source = read_source(path)
    try:
        return Described(source, Project.model_validate(source.data))
    except ValidationError as faults:
        found = [*source.notes, *explain_faults(faults, source)]
        raise UnfitDescription(found, source, salvage(source.data, faults)) from None
