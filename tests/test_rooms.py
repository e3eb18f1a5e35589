"""What the rooms of the house may do; who may import whom stands in `pyproject.toml`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import ibndocs

HOUSE = Path(ibndocs.__file__).parent
PRINTING = {"print", "echo", "secho"}
WRITING = {"write_bytes", "mkdir", "mkdtemp", "mkstemp", "unlink", "rmtree", "symlink_to", "copyfile"}
READING = {"open", "read_text", "read_bytes"}


def find_calls(names: set[str]) -> Iterator[str]:
    """The modules that call one of these functions or methods, as `room/file.py`."""
    for file in HOUSE.rglob("*.py"):
        called = {
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        if called & names:
            yield file.relative_to(HOUSE).as_posix()


def outside(modules: Iterator[str], *rooms: str) -> list[str]:
    return sorted(module for module in modules if not module.startswith(rooms))


def test_only_the_command_line_prints() -> None:
    assert outside(find_calls(PRINTING), "cli/") == []


def test_only_delivery_and_letters_write_and_who_prints_a_pdf_in_a_folder_of_its_own() -> None:
    assert outside(find_calls(WRITING), "delivery/", "letters/", "office/pdf/") == []


def test_what_decides_opens_no_file() -> None:
    deciding = ("rules/", "views/", "finance/", "model/")
    assert [module for module in find_calls(READING) if module.startswith(deciding)] == []


def test_every_room_and_module_says_what_it_is() -> None:
    silent = [
        file.relative_to(HOUSE).as_posix()
        for file in HOUSE.rglob("*.py")
        if not (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").strip()
    ]
    assert silent == []
