"""One description with all it points to, as plain data in which every value knows its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.source.characters import decode_utf8
from ibndocs.source.faults import Fault, Path, error
from ibndocs.source.files import ProjectFiles, unreadable
from ibndocs.source.tables import read_tables
from ibndocs.source.tree import Tree

NAMES = ("project.yaml", "project.yml", "project.toml")
"""What a description is called when only its folder is given."""

MAX_DESCRIPTION = 5_000_000


@dataclass(frozen=True)
class Source:
    """A description as it was read; nothing downstream opens its files again.

    Attributes:
        path: The file of the description.
        folder: Where it lies; files it points to lie here or below.
        data: Its values, text files and tables included.
        spots: Where each value starts, by path.
        keys: Where the key of each value starts, by path.
        files: All files that were read, the description first.
        notes: What the reader got round: warnings and notes, no errors.
    """

    path: FilePath
    folder: FilePath
    data: dict[str, object]
    spots: Mapping[Path, Spot]
    keys: Mapping[Path, Spot]
    files: tuple[FilePath, ...]
    notes: tuple[Finding, ...]

    def spot_of(self, path: Path) -> Spot:
        """Where the value at `path` stands; of a value that is not there, where the nearest part around it stands."""
        if path in self.spots and path:
            return self.spots[path]
        for depth in range(len(path) - 1, 0, -1):
            around = path[:depth]
            if around in self.keys:
                return self.keys[around]
            if around in self.spots:
                return self.spots[around]
        return Spot(self.path.name, 1, 1)

    def key_spot_of(self, path: Path) -> Spot:
        """Where the key of the value at `path` stands, or else what `spot_of` says."""
        return self.keys[path] if path in self.keys else self.spot_of(path)


def read_source(path: FilePath) -> Source:
    """Read a description.

    Args:
        path: The `.yaml`, `.yml` or `.toml` file, or the folder in which it is called `project`.

    Raises:
        FaultyInput: With every fault of spelling there is.
    """
    file = find_description(path)
    text = _read_description(file)
    tree, findings = parse_description(file, text)
    files = ProjectFiles(file.parent, findings, [file])
    if not any(finding.severity is Severity.ERROR and finding.id == Fault.SYNTAX for finding in findings):
        read_tables(tree, files)
        _follow_pointers(tree, files)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise FaultyInput(findings)
    return Source(
        path=file,
        folder=file.parent,
        data=tree.data,
        spots=tree.spots,
        keys=tree.keys,
        files=tuple(files.read),
        notes=tuple(sorted(findings, key=lambda finding: finding.order)),
    )


def find_description(path: FilePath) -> FilePath:
    """The description that `path` names or holds.

    Raises:
        FaultyInput: `STR01`: there is none, or there are two.
    """
    spot = Spot(path.name or str(path))
    if path.is_dir():
        found = [path / name for name in NAMES if (path / name).is_file()]
        if len(found) == 1:
            return found[0]
        names = ", ".join(one.name for one in found)
        if found:
            raise _refuse(
                spot,
                f"de map bevat meer dan één beschrijving: {names}",
                f"the folder holds more than one description: {names}",
                Text(nl="houd er één over, of noem het bestand", en="keep one of them, or name the file"),
            )
        raise _refuse(
            spot,
            f"de map bevat geen beschrijving ({', '.join(NAMES)})",
            f"the folder holds no description ({', '.join(NAMES)})",
            Text(nl="maak er een met “ibndocs new”", en="make one with “ibndocs new”"),
        )
    if not path.exists():
        raise _refuse(spot, f"{path} bestaat niet", f"{path} does not exist")
    return path


def _read_description(file: FilePath) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_DESCRIPTION + 1)
    except OSError as fault:
        raise FaultyInput([unreadable(Fault.DESCRIPTION, fault, spot=Spot(file.name))]) from None
    if len(data) > MAX_DESCRIPTION:
        raise _refuse(Spot(file.name), "is groter dan 5 MB", "is larger than 5 MB")
    return decode_utf8(data, file.name)


def parse_description(file: FilePath, text: str) -> tuple[Tree, list[Finding]]:
    """What `text` says as the description called `file`, before what it points to is read, and every fault in it."""
    return _reader_of(file)(text, file.name)


def _reader_of(file: FilePath) -> Callable[[str, str], tuple[Tree, list[Finding]]]:
    suffix = file.suffix.lower()
    if suffix in (".yaml", ".yml"):
        from ibndocs.source.yaml_source import read_yaml

        return read_yaml
    if suffix == ".toml":
        from ibndocs.source.toml_source import read_toml

        return read_toml
    raise _refuse(
        Spot(file.name),
        "een beschrijving is een .yaml-, .yml- of .toml-bestand",
        "a description is a .yaml, .yml or .toml file",
    )


def _follow_pointers(tree: Tree, files: ProjectFiles) -> None:
    for path, name in tree.pointers.items():
        read = files.read_text(name, spot=tree.spots[path], path=path)
        if read:
            text, start = read
            tree.put(path, text)
            tree.spots.marks[path] = start


def _refuse(spot: Spot, nl: str, en: str, fix: Text | None = None) -> FaultyInput:
    return FaultyInput([error(Fault.DESCRIPTION, nl, en, spot=spot, fix=fix)])
