"""Where every value and key stands: line and column kept cheaply, a `Spot` made only for what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ibndocs.foundation.findings import Spot
from ibndocs.source.faults import Path


class Places(Mapping[Path, Spot]):
    """The spot of each path; `mark` notes a line and column of the description itself, counted from 1."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._places: dict[Path, tuple[int, int] | Spot] = {}

    def __getitem__(self, path: Path) -> Spot:
        place = self._places[path]
        return place if isinstance(place, Spot) else Spot(self.file, *place)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[Path]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def mark(self, path: Path, line: int, column: int) -> None:
        """Note that the value or key at `path` starts there."""
        self._places[path] = (line, column)

    def put(self, path: Path, spot: Spot) -> None:
        """Note that the value at `path` stands in another file."""
        self._places[path] = spot

    def drop_below(self, path: Path) -> None:
        """Forget what stands below `path`, because another file takes its place."""
        depth = len(path)
        for known in [known for known in self._places if len(known) > depth and known[:depth] == path]:
            del self._places[known]
