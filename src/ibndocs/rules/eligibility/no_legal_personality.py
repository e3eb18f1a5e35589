"""The applicant is an organisation with legal personality (4.1, 5.3.2).

Wrong: `legal_form: feitelijke vereniging`. Right: `legal_form: vzw`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN04",
    name="no-legal-personality",
    asks=Text(
        "De rechtsvorm van de aanvrager, en van een op te richten begunstigde, is er een met rechtspersoonlijkheid.",
        "The legal form of the applicant, and of a beneficiary still to be founded, has legal personality.",
    ),
    why=Text(
        "Alleen een organisatie met rechtspersoonlijkheid kan aanvragen (4.1, 5.3.2). Een aanvrager “in oprichting” heeft die nog niet; alleen de begunstigde mag later opgericht worden, ten laatste bij de start. Een vorm die niet herkend wordt, is een waarschuwing.",
        "Only an organisation with legal personality can apply (4.1, 5.3.2). An applicant that is being founded has none yet; only the beneficiary may be founded later, at the latest at the start. A form that is not recognised is a warning.",
    ),
    wrong="applicant: {legal_form: feitelijke vereniging}",
    right="applicant: {legal_form: vzw}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The applicant, then the beneficiary."""
    applicant, words = dossier.project.applicant, dossier.call.words
    forms: list[tuple[Path, str, str]] = [(("applicant", "legal_form"), applicant.name, applicant.legal_form)]
    if new := applicant.beneficiary:
        forms.append((("applicant", "beneficiary", "legal_form"), new.name, new.legal_form))
    for path, name, form in forms:
        if found := match_word(form, words["legal_forms_without_personality"]):
            yield Violation(
                path,
                Text(
                    f"{name} is “{form}”: {found} heeft geen rechtspersoonlijkheid, de oproep vraagt die",
                    f"{name} is “{form}”: that has no legal personality, which the call asks",
                ),
                Text(
                    "vraag aan met een rechtspersoon, bv. een vzw of cv",
                    "apply with a legal person, such as a vzw or cv",
                ),
            )
        elif not match_word(form, words["legal_forms"]):
            yield Violation(
                path,
                Text(
                    f"of “{form}” rechtspersoonlijkheid heeft, is niet te zien; de oproep vraagt die",
                    f"whether “{form}” has legal personality cannot be seen; the call asks it",
                ),
                Text("schrijf de rechtsvorm zoals in de statuten", "write the legal form as the statutes have it"),
                Severity.WARNING,
            )
