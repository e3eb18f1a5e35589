"""Reading: YAML, TOML, CSV and XLSX as data in which every value knows its place, and the project they describe."""

from ibndocs.source.project import Described, read_project
from ibndocs.source.source import Source, find_description, read_source

__all__ = ["Described", "Source", "find_description", "read_project", "read_source"]
