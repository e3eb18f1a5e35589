"""How a dossier prints: euros with or without cents throughout, prose with its place, labels of the call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from ibndocs.foundation.values import Day, Euro, Markdown, Number, Percent
from ibndocs.model.parties import Address, Contact

View = dict[str, object]


@dataclass(frozen=True)
class Printer:
    """Makes printable values. `decimals` is 2 when any amount of the dossier has cents, so that columns align."""

    decimals: int
    folder_of: Callable[[str], str | None]

    def euro(self, amount: Decimal) -> Euro:
        """An amount in euro."""
        return Euro(amount, self.decimals)

    def euros(self, amounts: Iterable[Decimal]) -> list[Euro]:
        """One amount per project year."""
        return [self.euro(amount) for amount in amounts]

    def numbers(self, values: Iterable[Decimal]) -> list[Number]:
        """One number per project year."""
        return [Number(value) for value in values]

    def prose(self, text: str, path: str, suffix: str = "") -> Markdown:
        """Prose with its place in the description; `suffix` names the part of an answer that differs per phase."""
        folder = self.folder_of(path + suffix) or self.folder_of(path)
        return Markdown(text, folder, path + suffix)


def print_share(value: Decimal) -> Percent:
    """A share for print, one decimal."""
    return Percent(value)


def print_address(address: Address) -> str:
    """`Kaai 1, 9000 Gent`."""
    return f"{address.street}, {address.postal_code} {address.municipality}"


def view_contact(contact: Contact | None) -> View:
    """A contact; every key is there, empty when unknown."""
    if contact is None:
        return {"name": "", "function": "", "email": "", "phone": ""}
    return {"name": contact.name, "function": contact.function, "email": contact.email, "phone": contact.phone}


def print_yes(value: bool) -> str:
    """`Ja` or `Nee`."""
    return "Ja" if value else "Nee"


__all__ = [
    "Day",
    "Euro",
    "Number",
    "Percent",
    "Printer",
    "View",
    "print_address",
    "print_share",
    "print_yes",
    "view_contact",
]
