"""Mail drafts with a letter attached: opened, looked at and sent by a person; this program never sends.

The same input gives the same bytes: a draft has no date and no message id, and its boundary comes from its content.
`X-Unsent` makes Outlook, Thunderbird and others open it as a message that is still to be sent.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from ibndocs.letters.report import guard_cell

SUBJECT = "Onderwerp:"
_KINDS = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".docm": ("application", "vnd.ms-word.document.macroEnabled.12"),
    ".pdf": ("application", "pdf"),
}
_COLUMNS = ("nummer", "bedrijf", "ondernemingsnummer", "contactpersoon", "e-mail", "onderwerp", "bijlage", "bericht")


@dataclass(frozen=True)
class Draft:
    """One message.

    Attributes:
        to: Name and address of who gets it; None where no address is known, and a person has to fill it in.
        reply_to: Name and address of the applicant.
        subject: Its subject, one line.
        body: Its text.
        attachment: Name and content of the letter.
    """

    to: Address | None
    reply_to: Address | None
    subject: str
    body: str
    attachment: tuple[str, bytes]

    def to_bytes(self) -> bytes:
        """The message as an `.eml` file (RFC 5322, UTF-8)."""
        message = EmailMessage(policy=SMTP.clone(max_line_length=78))
        if self.to:
            message["To"] = self.to
        if self.reply_to:
            message["Reply-To"] = self.reply_to
        message["Subject"] = self.subject
        message["X-Unsent"] = "1"
        message.set_content(self.body, charset="utf-8", cte="quoted-printable")
        name, data = self.attachment
        main, sub = _KINDS[name[name.rindex(".") :].lower()]
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
        message.set_boundary(f"==ibndocs-{sha256(self.body.encode() + data).hexdigest()[:32]}==")
        return message.as_bytes()


def read_address(name: str, address: str) -> Address | None:
    """An address that a message can be sent to; None when it is none."""
    try:
        found = Address(display_name=" ".join(name.split()), addr_spec=address.strip())
    except (HeaderParseError, ValueError, IndexError):
        return None
    return found if found.username and "." in found.domain and found.addr_spec.isascii() else None


def split_text(text: str) -> tuple[str, str]:
    """The subject, which the first line gives after `Onderwerp:`, and the body."""
    head, _, body = text.partition("\n")
    return " ".join(head.removeprefix(SUBJECT).split()), body.strip("\n") + "\n"


@dataclass(frozen=True)
class Line:
    """One line of the overview."""

    number: int
    company: str
    enterprise_number: str
    contact: str
    email: str
    subject: str
    attachment: str
    message: str


def write_overview(lines: Iterable[Line]) -> bytes:
    """The drafts as CSV for Excel in Belgium: semicolons, UTF-8 with its mark, no cell that can be a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(_COLUMNS)
    for line in lines:
        texts = (
            line.company,
            line.enterprise_number,
            line.contact,
            line.email,
            line.subject,
            line.attachment,
            line.message,
        )
        writer.writerow([line.number, *(guard_cell(text) for text in texts)])
    return stream.getvalue().encode("utf-8-sig")
