"""Reading: YAML, TOML, CSV and XLSX as data in which every value knows its place, and the project they describe."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ibndocs.source.project import Described, UnfitDescription, read_project
    from ibndocs.source.source import Source, find_description, read_source

__all__ = ["Described", "Source", "UnfitDescription", "find_description", "read_project", "read_source"]


def __getattr__(name: str) -> object:
    """Import what is asked: a list alone needs no model of a project, which takes 13 MB and a tenth of a second."""
    if name in __all__:
        from importlib import import_module

        module = "project" if name in ("Described", "UnfitDescription", "read_project") else "source"
        return getattr(import_module(f"ibndocs.source.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
