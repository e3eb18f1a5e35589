"""Gather the description, the call and the arithmetic, and lay out the whole view of one phase."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ibndocs.call.own_forms import OwnForm
from ibndocs.call.pack import Call, Phase
from ibndocs.finance import Budgeted, Parameters, Plan, draw_budget, plan_cofinancing
from ibndocs.foundation.values import Markdown
from ibndocs.model import Project
from ibndocs.views import budget as budget_view
from ibndocs.views import cofinancing as cofinancing_view
from ibndocs.views import identity, kpis, network, pitch, work
from ibndocs.views.printing import Printer, View

FolderOf = Callable[[str], str | None]
"""The folder of the file in which the prose at a path of the description stands."""


@dataclass(frozen=True)
class Dossier:
    """All that the documents of one project stand on.

    Attributes:
        on: The day on which deadlines are judged.
        forms: The forms that the project brings itself, by document.
    """

    project: Project
    call: Call
    budget: Budgeted
    plan: Plan
    printer: Printer
    on: date
    forms: Mapping[str, OwnForm] = field(default_factory=dict)


def choose_parameters(project: Project, call: Call) -> Parameters:
    """The factors of the arithmetic: the description's own where it names them, else those of the call pack."""
    own, settings, terms = project.budget, call.settings, call.terms
    return Parameters(
        years=project.project.duration_months // 12,
        aid_rate=terms.aid_rate.value,
        aid_cap_per_year=terms.aid_cap_per_year.value,
        aid_cap_total=terms.aid_cap_total.value,
        overhead_per_fte=settings.overhead_per_fte.value if own.overhead_per_fte is None else own.overhead_per_fte,
        wage_factor=settings.wage_factor.value if own.wage_factor is None else own.wage_factor,
        hours_per_year=settings.hours_per_year.value if own.hours_per_year is None else own.hours_per_year,
        indexation=settings.indexation.value if own.indexation is None else own.indexation,
        recoverable_vat=project.applicant.vat.recoverable_share,
    )


def gather(
    project: Project,
    call: Call,
    folder_of: FolderOf | None = None,
    *,
    numbers: Mapping[str, int] | None = None,
    on: date | None = None,
    forms: Mapping[str, OwnForm] | None = None,
) -> Dossier:
    """Do the arithmetic of `project` under `call`, once.

    Args:
        project: The description.
        call: Its call pack.
        folder_of: Gives the folder of the file in which a piece of prose stands.
        numbers: The numbers that companies had before, by enterprise number.
        on: The day on which deadlines are judged; by default the one the description names, else its own date.
        forms: The forms that the project brings itself, by document.
    """
    budget = draw_budget(project, choose_parameters(project, call))
    plan = plan_cofinancing(project, budget, numbers)
    judged_on = on or project.check.on or project.project.date
    decimals = 2 if budget.has_cents or plan.has_cents else 0
    printer = Printer(decimals, folder_of or (lambda _path: None))
    return Dossier(project, call, budget, plan, printer, judged_on, forms or {})


def build_view(dossier: Dossier, phase: Phase) -> View:
    """The whole view for the documents of `phase`."""
    return {**build_common_view(dossier), **build_phase_view(dossier, phase)}


def build_phase_view(dossier: Dossier, phase: Phase) -> View:
    """What differs per phase; phase 0 takes the answers of phase 1."""
    project, call, printer = dossier.project, dossier.call, dossier.printer
    answers = view_answers(dossier, phase)
    return {
        "answers": answers,
        "pitch": pitch.view_pitch(project, dossier.budget, dossier.plan, printer, answers=answers, phase=phase),
        "annexes": identity.view_annexes(project, phase),
        "criteria": identity.view_criteria(call, phase),
    }


def build_common_view(dossier: Dossier) -> View:
    """What is the same in every phase."""
    project, call, printer = dossier.project, dossier.call, dossier.printer
    team = {person.id: person.name for person in project.team}
    return {
        "call": identity.view_call(call),
        "project": identity.view_project(project, call, printer),
        "applicant": identity.view_applicant(project, printer),
        "policy": identity.view_policy(project, printer),
        **identity.view_positions(project, call, printer),
        "conversation": identity.view_conversation(project, printer),
        **work.view_team(project, dossier.budget, call, printer),
        **work.view_governance(project, printer),
        **work.view_work(project, call, printer, team),
        **work.view_risks(project, call, printer, team),
        **kpis.view_kpis(project, call, printer),
        "budget": budget_view.view_budget(dossier.budget, dossier.plan, project, call, printer),
        "cofinancing": cofinancing_view.view_cofinancing(dossier.plan, project, call, printer),
        **network.view_network(project, dossier.plan, call, printer),
    }


def view_answers(dossier: Dossier, phase: Phase) -> dict[str, Markdown]:
    """The answers of `phase` by question id; a question without answer gives empty prose, never an undefined name."""
    key = "phase2" if phase == 2 else "phase1"
    answers = {}
    for question in dossier.call.questions:
        answer = dossier.project.narrative.get(question.id)
        text = getattr(answer, key) if answer else ""
        answers[question.id] = dossier.printer.prose(text, f"narrative.{question.id}", f".{key}")
    return answers
