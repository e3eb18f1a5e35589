"""Where every value and key stands: line and column kept cheaply, a `Spot` made only for what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ibndocs.foundation.findings import Spot
from ibndocs.source.faults import Path


class Places(Mapping[Path, Spot]):
    """The spot of each path.

    Attributes:
        file: What messages call the description.
        marks: By path, a line and column of the description (from 1) or a spot in another file. Readers fill it.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.marks: dict[Path, tuple[int, int] | Spot] = {}

    def __getitem__(self, path: Path) -> Spot:
        place = self.marks[path]
        return place if isinstance(place, Spot) else Spot(self.file, *place)

    def __contains__(self, path: object) -> bool:
        return path in self.marks

    def __iter__(self) -> Iterator[Path]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self.marks)

    def drop_below(self, path: Path) -> None:
        """Forget what stands below `path`, because another file takes its place."""
        depth = len(path)
        for known in [known for known in self.marks if len(known) > depth and known[:depth] == path]:
            del self.marks[known]
