"""What the pitch shows: a message per slide, and texts, tables and figures cut to the size of a slide.

A slide has one message, a sentence with the figure that proves it. It is made here from the facts, so that it is
never behind them; `pitch.messages` of the description replaces the ones an applicant would rather word otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from ibndocs.call.pack import Phase
from ibndocs.finance import Budgeted, Plan
from ibndocs.finance.rounding import ZERO, share
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.prose import plain_text
from ibndocs.foundation.values import Euro, Markdown, Number, Percent
from ibndocs.model import Project
from ibndocs.model.base import spread_years
from ibndocs.model.parties import Company, Kind, Size
from ibndocs.model.work import Counting, Kpi
from ibndocs.views.kpis import REQUIRED
from ibndocs.views.pitch_tables import arrange_names, view_quarters
from ibndocs.views.printing import Printer, View

_SENTENCE = re.compile(r"(?<=[^\W\d_]{2}[.!?])(?<!\bbv\.)(?<!\bnr\.)(?<!\bca\.)\s+(?=[A-Z0-9€“\"'])|\n")
"""Where a sentence ends; an abbreviation such as `o.a.` or `bv.` ends none."""
_MARKER = re.compile(r"^(?:•|\d+\.)\s+", re.MULTILINE)
_SHORTEST_SENTENCE = 30
_CLAUSE = re.compile(r"(.{12,}?)[,;:] ")
_LONGEST_MOMENT = 24


def view_pitch(
    project: Project,
    budget: Budgeted,
    plan: Plan,
    printer: Printer,
    *,
    answers: Mapping[str, Markdown],
    phase: Phase,
) -> View:
    """`pitch`: the description's own texts, and what is cut for the slides."""
    pitch = project.pitch
    return {
        "problem": list(pitch.problem),
        "opportunity": pitch.opportunity,
        "preparation": [split_moment(line) for line in pitch.preparation],
        "objectives": list(pitch.objectives),
        "positioning": pitch.positioning,
        "questions": list(pitch.questions),
        "messages": view_pitch_messages(project, budget, plan, phase),
        "points": {question: first_sentence(answer.text) for question, answer in answers.items()},
        "policy": [
            {
                "document": entry.document,
                "place": entry.place,
                "contribution": entry.short or first_sentence(entry.contribution).rstrip("."),
            }
            for entry in project.policy
        ],
        "positions": [
            {
                "name": entry.name,
                "difference": entry.short_difference or first_clause(entry.difference),
                "agreement": entry.short_agreement or first_clause(entry.agreement),
            }
            for entry in project.complementarity
        ],
        "kpis": [view_ambition(_find_kpi(project, kpi), project, printer) for kpi in REQUIRED],
        "quarters": view_quarters(project),
        "budget_years": label_years(budget.totals),
        "funding_years": label_years([aid + own for aid, own in zip(budget.aid, plan.totals, strict=True)]),
        "names": arrange_names(_real_companies(project)),
        "letters": Number(Decimal(count_letters(project, phase))),
    }


def view_pitch_messages(project: Project, budget: Budgeted, plan: Plan, phase: Phase) -> dict[str, str]:
    """The message of each slide by its id, from the facts unless the description words it otherwise."""
    companies = _real_companies(project)
    links = count_of(len({company.link or "Andere" for company in companies}), "schakel", "schakels")
    firms = count_of(len(companies), "bedrijf", "bedrijven")
    small = sum(company.size is not Size.LARGE for company in companies)
    leading = sum(company.leading for company in companies)
    seats = [seat for seat in project.governance.steering_group if seat.voting]
    documents = len({entry.document for entry in project.policy})
    milestones = [stone for package in project.work_packages for stone in package.milestones]
    activities = sum(len(package.activities) for package in project.work_packages)
    packages = count_of(len(project.work_packages), "werkpakket", "werkpakketten")
    months = count_of(project.project.duration_months, "maand", "maanden")
    fte = Number(budget.fte_average)
    total, aid = sum(budget.totals, ZERO), sum(budget.aid, ZERO)
    cash = Percent(share(sum(plan.cash, ZERO), sum(plan.totals, ZERO)), 0)
    return {
        "problem": f"Geen bedrijf lost dit alleen op, {firms} uit {links} samen wel",
        "preparation": _say_support(count_letters(project, phase), firms),
        "ecosystem": f"{firms} uit {links} staan klaar, {small} ervan zijn kmo’s",
        "policy": (
            f"{project.project.acronym} werkt mee aan {count_of(len(project.policy), 'doel', 'doelen')} uit "
            f"{count_of(documents, 'beleidsdocument', 'beleidsdocumenten')}"
        ),
        "objectives": _say_ambition(project),
        "activities": f"{count_of(activities, 'activiteit', 'activiteiten')} in {packages}, met {fte} VTE per jaar",
        "timeline": (
            f"{count_of(len(milestones), 'mijlpaal', 'mijlpalen')} in {months}"
            + (f", de eerste al in maand {min(stone.month for stone in milestones)}" if milestones else "")
        ),
        "positioning": (
            "Complementair met "
            f"{count_of(len(project.complementarity), 'organisatie', 'organisaties')}, met afspraken per organisatie"
        ),
        "companies": f"{firms} staan achter het voorstel" + (f" en {leading} trekken het mee" if leading else ""),
        "organisation": (
            f"Bedrijven hebben {sum(seat.company for seat in seats)} van de {len(seats)} stemmen, {fte} VTE voert uit"
        ),
        "means": f"{Euro(total, 0)} over {budget.parameters.years} jaar, {cash} van de cofinanciering is cash",
        "next": f"Wij vragen {Euro(aid, 0)} steun om het netwerk uit te bouwen",
        **project.pitch.messages,
    }


def _say_support(letters: int, firms: str) -> str:
    if not letters:
        return f"{firms} bereidden dit voorstel samen voor"
    return f"{letters} van de {firms} {'ondertekende' if letters == 1 else 'ondertekenden'} al een intentiebrief"


def _say_ambition(project: Project) -> str:
    members, initiatives = _find_kpi(project, REQUIRED[0]), _find_kpi(project, REQUIRED[2])
    years = project.project.duration_months // 12
    if members is None or initiatives is None:
        return f"Onze ambitie voor {years} jaar is meetbaar"
    begin = f"Van {Number(members.begin)} naar" if members.baseline else "Naar"
    return (
        f"{begin} {Number(total_of(members, years))} actieve ondernemingen, "
        f"met {Number(total_of(initiatives, years))} samenwerkingsinitiatieven in {years} jaar"
    )


def view_ambition(kpi: Kpi | None, project: Project, printer: Printer) -> View:
    """One required indicator; one that the description lacks has gaps, so that the slide still shows its place."""
    years = project.project.duration_months // 12
    if kpi is None:
        return {"name": "", "total": "", "unit": "", "targets": [None] * years}
    targets = spread_years(kpi.targets, years)
    return {
        "name": kpi.name,
        "total": Number(total_of(kpi, years)),
        "unit": kpi.unit,
        "targets": printer.numbers(targets),
    }


def total_of(kpi: Kpi, years: int) -> Decimal:
    """What an indicator comes to in the end, as it counts."""
    targets = spread_years(kpi.targets, years)
    return sum(targets, ZERO) if kpi.counting is Counting.SUM else targets[-1]


def count_letters(project: Project, phase: Phase) -> int:
    """How many companies signed the letter of `phase`."""
    letters = [company.letters for company in _real_companies(project)]
    return sum((both.phase2 if phase == 2 else both.phase1).signed_on is not None for both in letters)


def label_years(amounts: Sequence[Decimal]) -> list[str]:
    """`Jaar 1: € 431.158`: the years of a chart, each with its total in whole euros, as all amounts on slides."""
    return [f"Jaar {year}: {Euro(amount, 0)}" for year, amount in enumerate(amounts, start=1)]


def first_sentence(markdown: str) -> str:
    """The first sentence of prose, without its formatting; a few words before it, such as a heading, come along."""
    taken = ""
    for sentence in _SENTENCE.split(_MARKER.sub("", plain_text(markdown)).strip()):
        taken = f"{taken} {sentence.strip()}".strip()
        if len(taken) >= _SHORTEST_SENTENCE:
            break
    return taken


def first_clause(markdown: str) -> str:
    """The first sentence up to its first comma, semicolon or colon: a cell of a table has no room for more.

    Without a full stop, as other words in a table.
    """
    sentence = first_sentence(markdown)
    found = _CLAUSE.match(sentence)
    return found[1] if found else sentence.rstrip(".")


def split_moment(line: str) -> View:
    """`maart 2025: eerste bijeenkomst` in its moment and what was done; a line without a moment is all the latter."""
    moment, mark, what = line.partition(":")
    if not mark or len(moment) > _LONGEST_MOMENT:
        return {"when": "", "what": line}
    what = what.strip()
    return {"when": moment[:1].upper() + moment[1:], "what": what[:1].upper() + what[1:]}


def _find_kpi(project: Project, identifier: str) -> Kpi | None:
    return next((kpi for kpi in project.kpis if kpi.id == identifier), None)


def _real_companies(project: Project) -> Sequence[Company]:
    return [company for company in project.companies if company.kind is Kind.COMPANY and company.involved]
