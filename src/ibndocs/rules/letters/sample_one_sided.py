"""The letters are a representative sample of the companies: by size, growth, link of the value chain and province (5.2.1).

Wrong: a network of small companies with letters of large ones only. Right: letters of every kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from ibndocs.call.pack import Call
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.model.parties import Company, Size
from ibndocs.rules.grouping import list_names
from ibndocs.rules.letter_worth import is_counted, read_letters
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF14",
    name="sample-one-sided",
    asks=Text(
        "De brieven komen uit elke groep van bedrijven: groot en kmo, start- en scale-ups, schakels en provincies.",
        "The letters come from every group of companies: large and small, start-ups and scale-ups, links and provinces.",
    ),
    why=Text(
        "“Verzamel intentiebrieven van een zo representatief mogelijk staal van de doelgroep” (5.2.1). De bedrijven van het netwerk staan hier voor de doelgroep. Een groep zonder enkele brief, of een aandeel dat sterk afwijkt, is een waarschuwing; vanaf wanneer dat telt, is een eigen vuistregel. Zolang er te weinig brieven zijn, wordt dit niet gevraagd.",
        "“Collect letters of intent from a sample of the target group that is as representative as possible” (5.2.1). The companies of the network stand for the target group here. A group without any letter, or a share far off, is a warning; from when that counts is a rule of thumb of our own. It is not asked as long as there are too few letters.",
    ),
    wrong="# tien brieven van grote ondernemingen, terwijl 28 van de 36 bedrijven kmo's zijn\ncompanies: [{size: large, letters: {phase1: {signed_on: 2026-01-08}}}, {size: small}]",
    right="companies: [{size: large, letters: {phase1: {signed_on: 2026-01-08}}}, {size: small, letters: {phase1: {signed_on: 2026-01-09}}}]",
    terms=("letters_phase1_min", "letters_phase2_min", "sample_group_min", "sample_gap"),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each phase that has its letters."""
    terms = dossier.call.terms
    counted = [company for company in dossier.project.companies if is_counted(company)]
    for phase, asked in ((1, terms.letters_phase1_min.value), (2, terms.letters_phase2_min.value)):
        signed = [letter.company for letter in read_letters(dossier, phase) if not letter.faults]
        if asked <= len(signed) < len(counted):
            for what, group_of in _group_by(dossier.call).items():
                yield from _compare(
                    dossier, phase, what, Counter(map(group_of, signed)), Counter(map(group_of, counted))
                )


def _group_by(call: Call) -> dict[Text, Callable[[Company], str]]:
    growth, provinces = (
        call.labels["growth"],
        [(name, spans) for name, spans in call.ranges.items() if "province" in name],
    )

    def find_province(company: Company) -> str:
        code = int(company.address.postal_code)
        found = (name for name, spans in provinces if any(low <= code <= high for low, high in spans))
        return next(found, "").removeprefix("province_").replace("_", "-").title()

    return {
        Text("grootte", "size"): lambda company: "groot" if company.size is Size.LARGE else "kmo",
        Text("groeifase", "growth"): lambda company: growth[company.growth] if company.growth else "",
        Text("schakel", "link"): lambda company: company.link,
        Text("provincie", "province"): find_province,
    }


def _compare(
    dossier: Dossier, phase: int, what: Text, signed: Counter[str], counted: Counter[str]
) -> Iterator[Violation]:
    least, gap = (dossier.call.thresholds[name].value for name in ("sample_group_min", "sample_gap"))
    absent = [name for name, number in counted.items() if name and number >= least and not signed[name]]
    if absent:
        names = list_names(f"“{name}” ({counted[name]} bedrijven)" for name in absent)
        yield Violation(
            ("companies",),
            Text(
                f"geen enkele brief van fase {phase} komt uit {what.nl} {names.nl}",
                f"no letter of phase {phase} comes from {what.en} {names.en}",
            ),
            Text("vraag ook daar een brief", "ask for a letter there too"),
            phase=phase,
        )
    for name, number in counted.items():
        share = Decimal(signed[name]) / signed.total()
        whole = Decimal(number) / counted.total()
        if name and name not in absent and abs(share - whole) >= gap:
            yield Violation(
                ("companies",),
                Text(
                    f"{Percent(share, 0)} van de brieven van fase {phase} komt uit {what.nl} “{name}”, tegenover {Percent(whole, 0)} van de bedrijven",
                    f"{share:.0%} of the letters of phase {phase} come from {what.en} “{name}”, against {whole:.0%} of the companies",
                ),
                Text("spreid de brieven zoals de doelgroep", "spread the letters as the target group is"),
                phase=phase,
            )
