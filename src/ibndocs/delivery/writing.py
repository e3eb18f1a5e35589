"""Write a dossier: everything is staged beside its place first, then moved in; what a person edited is not touched."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ibndocs.delivery.manifest import NAME, Entry, Manifest
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text


@dataclass(frozen=True)
class Delivered:
    """What a delivery did.

    Attributes:
        written: Files whose content is new.
        unchanged: Files that were there already, byte for byte.
        removed: Files of an earlier build that this dossier no longer has.
        findings: Files left in place because a person edited them.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]


def deliver(
    files: Mapping[str, tuple[bytes, Entry]],
    folder: Path,
    manifest: Manifest,
    before: Manifest,
    *,
    scope: Iterable[str],
    force: bool,
) -> Delivered:
    """Write `files` (by path in `folder`) and the manifest.

    Args:
        files: Content and manifest entry of every file.
        folder: The output folder; made when absent.
        manifest: The manifest without its outputs.
        before: The manifest of the last build in this folder.
        scope: Ids of the documents this build makes; files of other documents stay as they are.
        force: Overwrite also what a person edited.

    Raises:
        FaultyInput: `DEL01`: a file was edited since the last build, or is not ours; nothing is written at all.
    """
    edited = (
        [] if force else [path for path in files if _is_edited(folder / path, before.outputs.get(path), files[path][0])]
    )
    if edited:
        raise FaultyInput(_describe_edited(path) for path in edited)
    made = set(scope)
    stale = [path for path, entry in before.outputs.items() if entry.document in made and path not in files]
    kept = {path: entry for path, entry in before.outputs.items() if entry.document not in made}
    outputs = {**kept, **{path: entry for path, (_, entry) in files.items()}}
    changed = {path: data for path, (data, _) in files.items() if not _is_same(folder / path, data)}
    text = replace(manifest, outputs=outputs).to_json()
    folder.mkdir(parents=True, exist_ok=True)
    _move_in({**changed, NAME: text}, folder)
    removed, findings = _remove_stale(stale, folder, before)
    return Delivered(tuple(changed), tuple(path for path in files if path not in changed), removed, findings)


def hash_of(data: bytes) -> str:
    """SHA-256 of `data` in hex."""
    return sha256(data).hexdigest()


def _is_same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _is_edited(path: Path, entry: Entry | None, data: bytes) -> bool:
    """Whether the file at `path` is there, is not what the last build wrote, and is not what this build would write."""
    if not path.exists():
        return False
    if path.is_dir():
        return True
    found = hash_of(path.read_bytes())
    return found != hash_of(data) and (entry is None or found != entry.sha256)


def _describe_edited(path: str) -> Finding:
    return Finding(
        "DEL01",
        Severity.ERROR,
        Text(
            "is sinds de laatste opbouw door iemand bewerkt (of komt niet van ibndocs) en wordt niet overschreven",
            "was edited since the last build (or is not ours) and is not overwritten",
        ),
        Spot(path),
        fix=Text(
            "bewaar uw bewerking elders, of bouw opnieuw met --force om ze te overschrijven",
            "keep your edit elsewhere, or build again with --force to overwrite it",
        ),
    )


def _move_in(files: Mapping[str, bytes], folder: Path) -> None:
    """Stage `files` in a fresh folder on the same disk, then move each into its place, the manifest last."""
    stage = Path(tempfile.mkdtemp(prefix=".ibndocs-", dir=folder))
    try:
        staged: list[tuple[Path, Path]] = []
        for number, (path, data) in enumerate(files.items()):
            temporary = stage / str(number)
            temporary.write_bytes(data)
            staged.append((temporary, folder / path))
        for parent in {target.parent for _, target in staged}:
            parent.mkdir(parents=True, exist_ok=True)
        for temporary, target in staged:
            os.replace(temporary, target)  # noqa: PTH105 - the atomic one
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _remove_stale(paths: Iterable[str], folder: Path, before: Manifest) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Remove files of the last build that no longer belong; an edited one stays, and is reported."""
    removed: list[str] = []
    findings: list[Finding] = []
    for path in paths:
        file = folder / path
        if not file.is_file():
            continue
        if hash_of(file.read_bytes()) == before.outputs[path].sha256:
            file.unlink()
            removed.append(path)
        else:
            findings.append(
                Finding(
                    "DEL02",
                    Severity.WARNING,
                    Text(
                        "hoort niet meer bij het dossier, maar is bewerkt en blijft staan",
                        "no longer belongs to the dossier, but was edited and stays",
                    ),
                    Spot(path),
                )
            )
    return tuple(removed), tuple(findings)
