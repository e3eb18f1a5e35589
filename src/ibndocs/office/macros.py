"""Macros of a form: they come along as they are and are never run, or the slots file refuses them."""

from __future__ import annotations

from pathlib import PurePosixPath

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.office.package import Package

_SUFFIXES = {".docx": ".docm", ".xlsx": ".xlsm", ".pptx": ".pptm"}


def has_macros(package: Package) -> bool:
    """Whether a file is of the kind that may hold macros; Office opens it under a name that says so only."""
    return "macroenabled" in package.content_type(package.main_part).casefold()


def name_output(path: str, package: Package) -> str:
    """The name of what a form becomes: `.docm` instead of `.docx` when it holds macros."""
    name = PurePosixPath(path)
    suffix = _SUFFIXES.get(name.suffix) if has_macros(package) else None
    return str(name.with_suffix(suffix)) if suffix else path


def refuse_macros(package: Package, spot: Spot) -> None:
    """Make sure that a form has no macros.

    Raises:
        FaultyInput: It has (`SLT45`).
    """
    if not has_macros(package):
        return
    message = Text(
        f"{package.name} bevat macro's, en het slotsbestand weigert die",
        f"{package.name} holds macros, which the slots file refuses",
    )
    fix = Text(
        "vraag een formulier zonder macro's, of zet 'macros: keep'",
        "ask for a form without macros, or set 'macros: keep'",
    )
    raise FaultyInput([Finding("SLT45", Severity.ERROR, message, spot, "macros", fix)])
