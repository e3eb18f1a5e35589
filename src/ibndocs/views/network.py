"""The companies and the other actors: lists, counts and groups, and what one letter says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ibndocs.call.pack import Call, Phase
from ibndocs.finance import Plan
from ibndocs.finance.cofinancing import Payer
from ibndocs.finance.rounding import ZERO, spread_shares
from ibndocs.foundation.values import Day, Number, Percent
from ibndocs.model import Project
from ibndocs.model.parties import Company, Growth, Size
from ibndocs.views.cofinancing import view_payer
from ibndocs.views.printing import Printer, View, print_address, print_yes, view_contact


def view_network(project: Project, plan: Plan, call: Call, printer: Printer) -> View:
    """`companies`, `partners`, `counts`, `by_size` and `by_link`.

    Only enterprises that are involved are counted: a federation or a member of the host that stands aside is listed.
    """
    real = [payer.company for payer in plan.counted]
    sizes = Counter(company.size for company in real)
    growth = Counter(company.growth for company in real)
    size_shares = spread_shares([Decimal(sizes[size]) for size in reversed(Size)])
    links = {company.link or "Andere" for company in real}

    def count(number: int) -> Number:
        return Number(Decimal(number))

    return {
        "companies": [view_company(payer, call, printer) for payer in plan.payers],
        "partners": [
            {
                "name": partner.name,
                "kind": call.labels["kind"][partner.kind],
                "enterprise_number": partner.enterprise_number or "–",
                "municipality": partner.address.municipality if partner.address else "–",
                "contact": view_contact(partner.contact),
                "role": partner.role,
            }
            for partner in project.partners
        ],
        "counts": {
            "companies": count(len(real)),
            "partners": count(len(project.partners)),
            "large": count(sizes[Size.LARGE]),
            "kmo": count(len(real) - sizes[Size.LARGE]),
            "start_ups": count(growth[Growth.START_UP]),
            "scale_ups": count(growth[Growth.SCALE_UP]),
            "leading": count(sum(company.leading for company in real)),
            "letters_phase1": count(sum(company.letters.phase1.signed_on is not None for company in real)),
            "letters_phase2": count(sum(company.letters.phase2.signed_on is not None for company in real)),
            "links": count(len(links)),
        },
        "by_size": [
            {"label": call.labels["size"][size], "number": count(sizes[size]), "share": Percent(part)}
            for size, part in zip(reversed(Size), size_shares, strict=True)
        ],
        "by_link": view_links(real),
        "leading": [company.name for company in real if company.leading],
    }


def view_links(companies: Sequence[Company]) -> list[View]:
    """The links of the value chain, the largest first: how many companies each has, their share and their names."""
    names: dict[str, list[str]] = {}
    for company in companies:
        names.setdefault(company.link or "Andere", []).append(company.name)
    ordered = sorted(names.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    shares = spread_shares([Decimal(len(group)) for _, group in ordered])
    return [
        {
            "label": label,
            "number": Number(Decimal(len(group))),
            "share": Percent(part),
            "names": ", ".join(sorted(group, key=str.casefold)),
        }
        for (label, group), part in zip(ordered, shares, strict=True)
    ]


def view_company(payer: Payer, call: Call, printer: Printer) -> View:
    """One company with all that a list or a letter may print."""
    company = payer.company
    return {
        **view_payer(payer, call, printer),
        "address": print_address(company.address),
        "street": company.address.street,
        "postal_code": company.address.postal_code,
        "municipality": company.address.municipality,
        "contact": view_contact(company.contact),
        "growth": call.labels["growth"][company.growth] if company.growth else "–",
        "activity": company.activity or "–",
        "link": company.link or "Andere",
        "website": company.website,
        "leading": print_yes(company.leading),
        "role": company.role,
        "motivation": printer.prose(company.motivation, f"companies[{payer.index}].motivation"),
        "has_letter_phase1": company.letters.phase1.signed_on is not None,
        "signed_phase1": print_signed(company.letters.phase1.signed_on),
        "signed_phase2": print_signed(company.letters.phase2.signed_on),
    }


def print_signed(day: date | None) -> str:
    """The date of signature, or that it is still to be signed."""
    return str(Day(day)) if day else "Nog te ondertekenen"


def view_letter(payer: Payer, phase: Phase, common: View, *, project: Project, call: Call, printer: Printer) -> View:
    """All that the letter of one company prints: `company`, `letter` and, from `common`, project and applicant."""
    company = payer.company
    signature = company.letters.phase2 if phase == 2 else company.letters.phase1
    founded = project.applicant.beneficiary
    words = {
        "applicant": project.applicant.name,
        "beneficiary": founded.name if founded else project.applicant.name,
        "acronym": project.project.acronym,
        "title": project.project.title,
    }
    declarations = [entry.word_for(phase, founded=founded is not None) for entry in call.declarations]
    promised = payer.counted and any(payer.cash)
    return {
        **common,
        "company": view_company(payer, call, printer),
        "letter": {
            "phase": str(phase),
            "subject": f"Intentiebrief {project.project.acronym} – {call.call.title}",
            "declarations": [fill_words(sentence, words) for sentence in declarations],
            "motivation": printer.prose(company.motivation, f"companies[{payer.index}].motivation"),
            "role": company.role,
            "amounts": [
                {
                    "year": f"Jaar {year}",
                    "membership": printer.euro(fee),
                    "sponsoring": printer.euro(gift),
                    "total": printer.euro(fee + gift),
                }
                for year, (fee, gift) in enumerate(zip(payer.membership, payer.sponsoring, strict=True), 1)
            ]
            if promised
            else [],
            "membership_total": printer.euro(sum(payer.membership, ZERO)),
            "sponsoring_total": printer.euro(sum(payer.sponsoring, ZERO)),
            "total": printer.euro(payer.total),
            "has_sponsoring": any(payer.sponsoring),
            "place": signature.place or company.address.municipality,
            "date": str(Day(signature.signed_on)) if signature.signed_on else "",
            "signatory": signature.signatory or company.contact.name,
            "function": signature.function or (company.contact.function if not signature.signatory else ""),
        },
    }


def fill_words(sentence: str, words: dict[str, str]) -> str:
    """`sentence` with `{applicant}` and the like replaced; braces in a name stay as they are."""
    return re.sub(r"\{(\w+)\}", lambda match: words.get(match[1], match[0]), sentence)
