"""A referee for the Office files that tests make: would Word, PowerPoint or Excel open this without repairing it?

`assert_sound(data)` looks at what the Office programs are known to trip over: the package, identifiers, references and
the order of children. It reads the zip by itself, so that a fault in the program's own reader cannot hide one in its
writer. It does not replace a validation against the full schemas, nor opening the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.ooxml.parts import Parts, check_package
from tests.ooxml.sheets import check_workbook
from tests.ooxml.slides import check_presentation
from tests.ooxml.word import check_document

__all__ = ["assert_sound", "find_faults"]


def assert_sound(data: bytes, *, form: bytes | None = None, calculated: bool = True) -> None:
    """Fail with every fault found in an Office file.

    Args:
        data: The file.
        form: The blank form that was filled; faults it has of its own are forgiven.
        calculated: Whether every formula of a workbook must have its value.
    """
    faults = find_faults(data, calculated=calculated)
    if form is not None:
        faults = list((Counter(faults) - Counter(find_faults(form, calculated=calculated))).elements())
    assert not faults, "not sound:\n  " + "\n  ".join(faults[:40])


def find_faults(data: bytes, *, calculated: bool = True) -> list[str]:
    """The faults of an Office file, in a fixed order; none when it is sound."""
    return list(_find(data, calculated))


def _find(data: bytes, calculated: bool) -> Iterator[str]:
    parts, fault = Parts.read(data)
    if parts is None:
        yield fault
        return
    yield from check_package(parts)
    kind = parts.content_types.get(parts.main or "", "")
    if "wordprocessingml" in kind or "ms-word" in kind:
        yield from check_document(parts)
    elif "presentationml" in kind or "ms-powerpoint" in kind:
        yield from check_presentation(parts)
    elif "spreadsheetml" in kind or "ms-excel" in kind:
        yield from check_workbook(parts, calculated=calculated)
    else:
        yield f"main part {parts.main} has content type {kind!r}"
