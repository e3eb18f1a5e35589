"""The letters are a representative sample of the companies: by size, growth, link of the value chain and province (5.2.1).

Wrong: a network of small companies with letters of large ones only. Right: letters of every kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from ibndocs.call.pack import Call
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.model.parties import Company, Size
from ibndocs.rules.letter_worth import is_counted, read_letters
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

PROVINCE = "province_"
"""How the ranges of postal codes of provinces are called in `call.toml`."""

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
    counted = {index: company for index, company in enumerate(dossier.project.companies) if is_counted(company)}
    for phase, asked in ((1, terms.letters_phase1_min.value), (2, terms.letters_phase2_min.value)):
        signed = [letter.index for letter in read_letters(dossier, phase) if not letter.faults]
        if asked <= len(signed) < len(counted):
            for what, group_of in _group_by(dossier.call).items():
                groups = {index: group_of(company) for index, company in counted.items()}
                yield from _compare(dossier, phase, what, groups, signed)


def _group_by(call: Call) -> dict[Text, Callable[[Company], str]]:
    growth = call.labels["growth"]
    provinces = {name: spans for name, spans in call.ranges.items() if name.startswith(PROVINCE)}

    def find_province(company: Company) -> str:
        code = int(company.address.postal_code)
        found = (name for name, spans in provinces.items() if any(low <= code <= high for low, high in spans))
        return next(found, "").removeprefix(PROVINCE).replace("_", "-").title()

    return {
        Text("grootte", "size"): lambda company: "groot" if company.size is Size.LARGE else "kmo",
        Text("groeifase", "growth"): lambda company: growth[company.growth] if company.growth else "",
        Text("schakel", "link"): lambda company: company.link,
        Text("provincie", "province"): find_province,
    }


def _compare(
    dossier: Dossier, phase: int, what: Text, groups: Mapping[int, str], signed: Sequence[int]
) -> Iterator[Violation]:
    least, gap = (dossier.call.thresholds[name].value for name in ("sample_group_min", "sample_gap"))
    whole, sample = Counter(groups.values()), Counter(groups[index] for index in signed)
    for name, number in whole.items():
        if not name:
            continue
        if number >= least and not sample[name]:
            first = next(index for index, group in groups.items() if group == name)
            yield Violation(
                ("companies", first, "letters", f"phase{phase}", "signed_on"),
                Text(
                    f"geen enkele brief van fase {phase} komt uit {what.nl} “{name}”, met {count_of(number, 'bedrijf', 'bedrijven')}",
                    f"no letter of phase {phase} comes from {what.en} “{name}”, with {count_of(number, 'company', 'companies')}",
                ),
                Text("vraag ook daar een brief", "ask for a letter there too"),
                phase=phase,
            )
        elif abs((share := Decimal(sample[name]) / len(signed)) - (part := Decimal(number) / len(groups))) >= gap:
            yield Violation(
                ("companies",),
                Text(
                    f"{Percent(share, 0)} van de brieven van fase {phase} komt uit {what.nl} “{name}”, tegenover {Percent(part, 0)} van de bedrijven",
                    f"{share:.0%} of the letters of phase {phase} come from {what.en} “{name}”, against {part:.0%} of the companies",
                ),
                Text("spreid de brieven zoals de doelgroep", "spread the letters as the target group is"),
                phase=phase,
            )
