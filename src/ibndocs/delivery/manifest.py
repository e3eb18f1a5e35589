"""The manifest of a dossier: what it was made from and every file in it with its SHA-256.

It holds no clock time and no path of the machine, so that the same input gives the same manifest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NAME = "manifest.json"
FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """One file of the dossier; its number of pages is known when it was printed as a PDF, else 0."""

    sha256: str
    document: str
    about: str = ""
    pages: int = 0


@dataclass(frozen=True)
class Manifest:
    """What `manifest.json` says.

    Attributes:
        program: Version of the program.
        call: Id of the call pack.
        inputs: SHA-256 of each input file, by path relative to the description's folder.
        forms: SHA-256 of each blank form or template, by path in the call pack.
        outputs: Each file by path in the output folder.
        numbers: Number of each company by enterprise number, so that letters keep their names.
    """

    program: str = ""
    call: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, Entry] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """The manifest as JSON text, keys in a fixed order."""
        outputs = {
            path: {
                "sha256": entry.sha256,
                "document": entry.document,
                **({"about": entry.about} if entry.about else {}),
                **({"pages": entry.pages} if entry.pages else {}),
            }
            for path, entry in sorted(self.outputs.items())
        }
        data = {
            "format": FORMAT,
            "program": self.program,
            "call": self.call,
            "inputs": dict(sorted(self.inputs.items())),
            "forms": dict(sorted(self.forms.items())),
            "numbers": dict(sorted(self.numbers.items())),
            "outputs": outputs,
        }
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(folder: Path) -> Manifest:
    """The manifest in `folder`; an empty one when there is none or it is no manifest of ours."""
    try:
        data = json.loads((folder / NAME).read_text("utf-8"))
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            return Manifest()
        return Manifest(
            program=str(data["program"]),
            call=str(data["call"]),
            inputs=dict(data["inputs"]),
            forms=dict(data["forms"]),
            outputs={
                path: Entry(entry["sha256"], entry["document"], entry.get("about", ""), entry.get("pages", 0))
                for path, entry in data["outputs"].items()
            },
            numbers={number: int(position) for number, position in data["numbers"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()
