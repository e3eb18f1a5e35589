"""Which program a package is for, by the content type of its main part: a file name may say anything."""

from __future__ import annotations

from ibndocs.office.faults import refuse_file
from ibndocs.office.package import Package
from ibndocs.office.places import Office

_MARKS = {
    Office.WORD: ("wordprocessingml", "ms-word"),
    Office.SLIDES: ("presentationml", "ms-powerpoint"),
    Office.SHEETS: ("spreadsheetml", "ms-excel"),
}


def kind_of(package: Package) -> Office:
    """The program that `package` is for.

    Raises:
        FaultyInput: `OFF08` when it is none of the three, or a workbook in the binary format.
    """
    kind = package.content_type(package.main_part)
    for office, marks in _MARKS.items():
        if any(mark in kind for mark in marks) and "binary" not in kind:
            return office
    raise refuse_file(
        "OFF08",
        package.name,
        f"is geen Word-, PowerPoint- of Excelbestand ({kind or 'soort onbekend'})",
        f"is not a Word, PowerPoint or Excel file ({kind or 'unknown kind'})",
    )
