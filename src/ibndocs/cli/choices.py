"""Options and arguments that several commands share, so that they are spelled and explained once."""

from __future__ import annotations

from pathlib import Path

import click

PROJECT = click.argument("project", type=click.Path(path_type=Path), default=Path(), required=False)
"""The description or its folder; the folder one stands in by default."""

PROJECTS = click.argument("projects", metavar="[PROJECT]...", type=click.Path(path_type=Path), nargs=-1)
"""Descriptions, their folders, or folders of projects; the folder one stands in when there are none."""
