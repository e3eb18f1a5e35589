"""What a YAML or TOML reader hands over: plain data, places, and the pointers that are still to be followed."""

from __future__ import annotations

from dataclasses import dataclass, field

from ibndocs.source.faults import Path
from ibndocs.source.places import Places


@dataclass
class Tree:
    """One description as it was read.

    Attributes:
        data: Its values; text, `int`, `Decimal`, `bool`, None, dates (TOML), lists and dictionaries with text keys.
        spots: Where each value starts.
        keys: Where the key of each value starts.
        pointers: Path of each value that stands in a text file, and the name of that file.
    """

    spots: Places
    keys: Places
    data: dict[str, object] = field(default_factory=dict)
    pointers: dict[Path, str] = field(default_factory=dict)

    @classmethod
    def of(cls, file: str) -> Tree:
        """An empty tree of the description called `file`."""
        return cls(Places(file), Places(file))

    def put(self, path: Path, value: object) -> None:
        """Replace the value at `path`, which exists."""
        holder: object = self.data
        for step in path[:-1]:
            holder = holder[step]  # type: ignore[index]
        holder[path[-1]] = value  # type: ignore[index]
