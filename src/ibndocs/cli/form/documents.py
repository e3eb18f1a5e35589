"""Options that the commands for forms share: which document of which call a form is to make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ibndocs.cli.bilingual import option
from ibndocs.foundation.findings import Text

if TYPE_CHECKING:
    from ibndocs.call.pack import Call, DocumentEntry

AS = option(
    "--as",
    "document",
    required=True,
    metavar="ID",
    help=Text(
        nl="Het document dat het formulier maakt: vooraanmelding, pitch, aanvraag, kostenmodel...",
        en="The document that the form makes: vooraanmelding, pitch, aanvraag, kostenmodel...",
    ),
)
FORCE = option(
    "--force",
    is_flag=True,
    help=Text(nl="Vervang wat er al staat.", en="Replace what stands there already."),
)


def find_call_and_entry(project: Path | None, name: str, document: str) -> tuple[Call, DocumentEntry]:
    """The call pack (of the project, when there is one) and the document called `document`.

    Raises:
        FaultyInput: The project or the call cannot be read, or has no such document made on a form (`DOC01`).
    """
    from ibndocs.call import load_call
    from ibndocs.dossier import choose_documents
    from ibndocs.foundation.findings import FaultyInput, Finding, Severity
    from ibndocs.source import read_project

    if project is None:
        call = load_call(name)
    else:
        described = read_project(project)
        call = load_call(described.project.call, described.source.folder)
    (entry,) = choose_documents(call, (), [document])
    if not entry.form:
        message = Text(f"{document} wordt niet op een formulier gemaakt", f"{document} is not made on a form")
        raise FaultyInput([Finding("DOC01", Severity.ERROR, message)])
    return call, entry
