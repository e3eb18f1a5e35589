"""The description of a project as frozen models: what may be said, in which words, with help for an editor."""

from ibndocs.model.project import Project

__all__ = ["Project"]
