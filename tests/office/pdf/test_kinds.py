"""Letters as strangers' templates make them, joined: to the eye the same as converted alone."""

from __future__ import annotations

import subprocess

import pytest
from tests.libreoffice import SOFFICE
from tests.office.pdf.kinds import KINDS, LENGTHS, make_kind

from ibndocs.office.package import Package
from ibndocs.office.pdf import Document, Printed, print_documents
from ibndocs.office.pdf.joinable import read_letter

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")

NAMES = ("Aa nv", "Bakkerij Bb bv", "Cc", "Dakwerken Dd en Zn.")


@pytest.fixture(scope="module")
def letters() -> list[Document]:
    return [
        Document(f"{kind}/{name}.docx", make_kind(kind, name, length))
        for kind in KINDS
        for name, length in zip(NAMES, LENGTHS, strict=True)
    ]


@pytest.fixture(scope="module")
def joined(letters: list[Document]) -> dict[str, Printed]:
    return {item.document.name: item for item in print_documents(letters)}


@pytest.fixture(scope="module")
def alone(letters: list[Document]) -> dict[str, Printed]:
    """The same letters, each with a part that no other has, by which it is joined with none."""
    apart = []
    for number, letter in enumerate(letters):
        assert isinstance(letter.source, bytes)
        package = Package.read(letter.source, name=letter.name)
        apart.append(Document(letter.name, package.write({"word/eigen.xml": f"<eigen>{number}</eigen>".encode()})))
    return {item.document.name: item for item in print_documents(apart)}


def draw(pdf: bytes) -> bytes:
    """Every page as a picture."""
    return subprocess.run(["pdftoppm", "-r", "45", "-gray", "-"], input=pdf, capture_output=True, check=True).stdout


@pytest.mark.parametrize("kind", KINDS)
def test_letters_look_as_if_converted_alone(
    letters: list[Document], joined: dict[str, Printed], alone: dict[str, Printed], kind: str
) -> None:
    mine = [letter for letter in letters if letter.name.startswith(f"{kind}/")]
    likeness = set()
    for letter in mine:
        assert isinstance(letter.source, bytes)
        read = read_letter(Package.read(letter.source, name=letter.name))
        likeness.add(read.likeness if read else None)
    assert len(likeness - {None}) == 1, "they would not be joined at all"
    for letter in mine:
        assert joined[letter.name].pages == alone[letter.name].pages > 0, letter.name
        assert draw(joined[letter.name].data) == draw(alone[letter.name].data), letter.name
