"""Opening the files of a project: inside its folder only, of a sane size, each noted for the manifest."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as FilePath
from pathlib import PurePosixPath, PureWindowsPath

from ibndocs.foundation.findings import FaultyInput, Finding, Spot, Text
from ibndocs.foundation.suggestions import quote, suggest_name
from ibndocs.source.characters import clean_text, decode_utf8, is_clean
from ibndocs.source.faults import Fault, Path, error

TEXT_SUFFIXES = (".md", ".markdown", ".txt")
MAX_TEXT = 2_000_000
"""Bytes of one text file; a whole dossier is a tenth of it."""

MAX_TABLE = 20_000_000
"""Bytes of one CSV file or workbook."""


@dataclass
class ProjectFiles:
    """The folder of one description, the files read from it so far and the faults met."""

    folder: FilePath
    findings: list[Finding] = field(default_factory=list)
    read: list[FilePath] = field(default_factory=list)

    def locate(self, name: str, *, spot: Spot, path: Path) -> FilePath | None:
        """The file that a pointer names, or None with a finding that says why it cannot be used."""
        wrong = self._judge_name(name)
        if wrong is None:
            found = self.folder.joinpath(*_steps(name))
            wrong = self._judge_file(found, name)
            if wrong is None:
                return found
        nl, en, fix = wrong
        self.findings.append(error(Fault.POINTER, nl, en, spot=spot, path=path, fix=fix))
        return None

    def read_bytes(self, file: FilePath, limit: int, *, spot: Spot, path: Path) -> bytes | None:
        """The bytes of a located file, or None with a finding."""
        try:
            with file.open("rb") as stream:
                data = stream.read(limit + 1)
        except OSError as fault:
            self.findings.append(unreadable(Fault.POINTER, fault, spot=spot, path=path))
            return None
        if len(data) > limit:
            nl, en = f"“{file.name}” is groter dan {limit:_} bytes", f"“{file.name}” is larger than {limit:_} bytes"
            self.findings.append(error(Fault.POINTER, nl.replace("_", " "), en.replace("_", " "), spot=spot, path=path))
            return None
        if file not in self.read:
            self.read.append(file)
        return data

    def read_text(self, name: str, *, spot: Spot, path: Path) -> tuple[str, Spot] | None:
        """The text that `!file name` stands for and the place where it starts, or None with a finding."""
        if PurePosixPath(name).suffix.lower() not in TEXT_SUFFIXES:
            self.findings.append(
                error(
                    Fault.POINTER,
                    f"“{name}” is geen tekstbestand ({', '.join(TEXT_SUFFIXES)})",
                    f"“{name}” is not a text file ({', '.join(TEXT_SUFFIXES)})",
                    spot=spot,
                    path=path,
                )
            )
            return None
        file = self.locate(name, spot=spot, path=path)
        data = self.read_bytes(file, MAX_TEXT, spot=spot, path=path) if file else None
        if data is None:
            return None
        start = Spot("/".join(_steps(name)), 1, 1)
        try:
            text = decode_utf8(data, start.file).replace("\r\n", "\n").replace("\r", "\n")
        except FaultyInput as faulty:
            self.findings.extend(faulty.findings)
            return None
        if not is_clean(text):
            text, finding = clean_text(text, start, path)
            self.findings.extend([finding] if finding else [])
        return text, start

    def _judge_name(self, name: str) -> tuple[str, str, Text | None] | None:
        inside = Text(
            nl="zet het bestand in de map van de beschrijving en schrijf zijn pad van daaruit",
            en="put the file in the folder of the description and write its path from there",
        )
        steps = _steps(name)
        windows = PureWindowsPath(name)
        if not steps or "\0" in name:
            return "is geen naam van een bestand", "is not the name of a file", None
        if windows.drive or windows.root or PurePosixPath(name).is_absolute():
            return f"“{name}” is een volledig pad", f"“{name}” is an absolute path", inside
        if ".." in steps:
            return f"“{name}” wijst buiten de map", f"“{name}” points outside the folder", inside
        return None

    def _judge_file(self, file: FilePath, name: str) -> tuple[str, str, Text | None] | None:
        try:
            real = file.resolve()
            if not real.is_relative_to(self.folder.resolve()):
                return (
                    f"“{name}” wijst via een koppeling buiten de map",
                    f"“{name}” points outside the folder through a link",
                    Text(nl="kopieer het bestand zelf in de map", en="copy the file itself into the folder"),
                )
            if real.is_file():
                return None
            exists = real.exists()
        except (OSError, RuntimeError):
            exists = False
        if exists:
            return f"“{name}” is geen gewoon bestand", f"“{name}” is not an ordinary file", None
        return f"bestand “{name}” bestaat niet", f"file “{name}” does not exist", self._suggest_file(file)

    def _suggest_file(self, file: FilePath) -> Text | None:
        """The file in this folder whose name looks most like the one asked for."""
        names = [
            one.relative_to(self.folder).as_posix()
            for one in sorted(self.folder.rglob("*"))[:2000]
            if one.suffix.lower() == file.suffix.lower()
        ]
        wanted = file.relative_to(self.folder).as_posix()
        return suggest_name(wanted, names, quote, likeness=0.5)


def unreadable(fault: Fault, reason: OSError, *, spot: Spot | None, path: Path = ()) -> Finding:
    """The finding for a file that the machine will not open."""
    why = reason.strerror or str(reason)
    return error(fault, f"kan niet gelezen worden: {why}", f"cannot be read: {why}", spot=spot, path=path)


def _steps(name: str) -> list[str]:
    return [step for step in name.strip().replace("\\", "/").split("/") if step not in ("", ".")]
