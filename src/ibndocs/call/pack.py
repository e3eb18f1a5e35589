"""Model and loader of a call pack: limits, dates, clauses, questions and documents, each with its source.

Nothing of a call stands in code: another call is another folder with its own `call.toml`.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text

Phase = Literal[0, 1, 2]
Entry = TypeVar("Entry")


class Table(dict[str, Entry]):
    """The entries of one table of a call pack; one that is asked for and not there is a fault of the pack.

    Raises:
        FaultyInput: `CAL05`, when a missing entry is looked up.
    """

    def __init__(self, name: str, entries: dict[str, Entry]) -> None:
        super().__init__(entries)
        self.name = name

    def __missing__(self, key: str) -> Entry:
        message = Text(f"[{self.name}] mist “{key}”", f"[{self.name}] lacks “{key}”")
        fix = Text(
            f"neem “{key}” over uit het oproeppakket dat meekomt",
            f"take “{key}” over from the call pack that ships",
        )
        raise FaultyInput([Finding("CAL05", Severity.ERROR, message, Spot("call.toml"), fix=fix)])


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Term(_Entry):
    """One number of the call with its place in the guideline."""

    value: Decimal
    section: str


class Setting(_Entry):
    """One number the guideline leaves open: a default with its public source, never stated as the agency's."""

    value: Decimal
    source: str
    seen: str
    confirmed: bool = False


class Terms(_Entry):
    """The limits of the call; amounts in euro, shares as fractions, durations in months."""

    duration_months: Term
    aid_rate: Term
    aid_cap_per_year: Term
    aid_cap_total: Term
    budget_cap_per_year: Term
    budget_cap_total: Term
    cash_share_min: Term
    income_share_max: Term
    fte_min: Term
    letters_phase1_min: Term
    letters_phase2_min: Term
    companies_min: Term
    reply_working_days: Term
    reply_pages_max: Term


class Settings(_Entry):
    """What the cost model needs and the guideline does not say."""

    overhead_per_fte: Setting
    wage_factor: Setting
    hours_per_year: Setting
    indexation: Setting


class CallDate(_Entry):
    """A date of the procedure."""

    id: str
    title: str
    at: dt.date | dt.datetime
    until: dt.date | None = None
    section: str
    phase: Phase

    @property
    def day(self) -> dt.date:
        """The day itself, whatever the hour."""
        return self.at.date() if isinstance(self.at, dt.datetime) else self.at


class Holiday(_Entry):
    """A public holiday: each year on the same `month` and `day`, or so many days from Easter Sunday."""

    name: str
    month: int = 0
    day: int = 0
    easter: int | None = None


class Bilingual(_Entry):
    """A text in the two languages of the program."""

    nl: str
    en: str


class Clause(_Entry):
    """One requirement of the call.

    Attributes:
        id: Its id, such as `BRF03`.
        phase: The phase it belongs to, as the list of requirements says it: `1`, `2`, `1+2`, `2 (1 advised)`.
        severity: `knock-out`, `limit`, `exclusion`, `advice` or `info`, with a condition in brackets.
        section: Its place in the guideline.
        term: The guideline's own words for it, in Dutch.
        requirement: What it asks, in English.
        note: How it is read.
        summary: What it asks, in Dutch.
        manual: Why no rule can judge it, and what a person should look at; a clause has this or a rule.
    """

    id: str
    phase: str
    severity: str
    section: str
    term: str
    requirement: str
    note: str = ""
    summary: str = ""
    manual: Bilingual | None = None


class Question(_Entry):
    """One question of the forms that prose answers; `numbers` is its number in the form of each phase."""

    id: str
    phases: tuple[Phase, ...]
    title: str
    hint: str
    section: str
    numbers: dict[str, str] = {}


class Criterion(_Entry):
    """One evaluation criterion and the sections of the application that answer it (5.3.4)."""

    id: str
    dimension: str
    title: str
    questions: tuple[str, ...]
    sections: tuple[str, ...] = ()


class Declaration(_Entry):
    """One declaration of the letter of intent, worded per phase (5.2.1).

    Attributes:
        clause: The clause that asks it.
        phase1: What a letter of phase 1 says, with `{applicant}`, `{acronym}` and `{title}` to be filled in.
        phase2: The same in phase 2.
        phase2_founded: In phase 2, when a `{beneficiary}` is still to be founded; "" says what `phase2` says.
    """

    clause: str
    phase1: str
    phase2: str
    phase2_founded: str = ""

    def word_for(self, phase: Phase, *, founded: bool) -> str:
        """The sentence for a letter of `phase`; `founded` when a legal person is to be founded as beneficiary."""
        if phase != 2:
            return self.phase1
        return (self.phase2_founded if founded else "") or self.phase2


class DocumentEntry(_Entry):
    """One document of the dossier.

    Attributes:
        id: How `--only` names it.
        phase: The phase in which it is handed in.
        file: Where it goes in the output folder; for one that is made per company, the folder of its files.
        title: What the document is called.
        form: File in `forms/`; its slots are in `slots/` under the same name.
        stand_in: Whether that form only stands in for the official one, which the applicant must bring.
        clause: The clause that asks for the official form.
        template: Instead of a form: a file with typed tags, relative to the pack.
        each: `companies` makes one file per company that counts (4.2.4).
        properties: Document properties of a template, as expressions.
    """

    id: str
    phase: Phase
    file: str
    title: str
    form: str = ""
    stand_in: bool = False
    clause: str = ""
    template: str = ""
    each: Literal["", "companies"] = ""
    properties: dict[str, str] = {}


def _as_words(value: Any) -> Any:
    return {str(key): str(word) for key, word in value.items()} if isinstance(value, dict) else value


class Header(_Entry):
    """What the call is."""

    id: str
    title: str
    year: int
    agency: str
    fund: str
    email: str
    guideline: str
    language: str
    time_zone: str
    clock: Bilingual
    notice: str
    start_latest: dt.date


class Call(_Entry):
    """A whole call pack.

    `thresholds` are numbers of our own by which a rule warns, each with its reason as source; `words` are lists of
    words that rules look for; `ranges` are ranges of numbers, such as the postal codes of Flanders.
    """

    call: Header
    terms: Terms
    settings: Settings
    dates: tuple[CallDate, ...]
    holidays: tuple[Holiday, ...] = ()
    questions: tuple[Question, ...]
    criteria: tuple[Criterion, ...]
    declarations: tuple[Declaration, ...]
    documents: tuple[DocumentEntry, ...]
    clauses: tuple[Clause, ...]
    thresholds: Annotated[dict[str, Setting], AfterValidator(partial(Table, "thresholds"))] = Field(
        {}, validate_default=True
    )
    words: Annotated[dict[str, tuple[str, ...]], AfterValidator(partial(Table, "words"))] = Field(
        {}, validate_default=True
    )
    ranges: dict[str, tuple[tuple[int, int], ...]] = {}
    labels: dict[str, Annotated[dict[str, str], BeforeValidator(_as_words)]]
    folder: Path

    @cached_property
    def clause_by_id(self) -> dict[str, Clause]:
        """Clauses by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def date_by_id(self) -> dict[str, CallDate]:
        """Dates of the procedure by id."""
        return {entry.id: entry for entry in self.dates}

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    @property
    def years(self) -> int:
        """Number of project years."""
        return int(self.terms.duration_months.value) // 12

    def cite(self, section: str) -> str:
        """How a message names a place of the guideline."""
        return f"handleiding {section}"


def find_call(name: str, beside: Path | None = None) -> Path | None:
    """The folder of the call pack `name`: beside the description (or in `templates/` there), else the shipped one."""
    candidates = [beside / name, beside / "templates" / name] if beside else []
    candidates.append(find_data("templates") / name)
    return next((folder for folder in candidates if (folder / "call.toml").is_file()), None)


def load_call(name: str, beside: Path | None = None) -> Call:
    """Read the call pack `name`.

    Raises:
        FaultyInput: There is no such pack, or its `call.toml` is not sound.
    """
    folder = find_call(name, beside)
    if folder is None:
        known = ", ".join(sorted(path.parent.name for path in find_data("templates").glob("*/call.toml")))
        raise FaultyInput(
            [
                Finding(
                    "CAL01",
                    Severity.ERROR,
                    Text(f"oproeppakket '{name}' bestaat niet", f"there is no call pack '{name}'"),
                    path="call",
                    fix=Text(f"kies een van: {known}", f"choose one of: {known}"),
                )
            ]
        )
    path = folder / "call.toml"
    try:
        data = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        return Call.model_validate({**data, "folder": folder})
    except tomllib.TOMLDecodeError as fault:
        raise FaultyInput(
            [
                Finding(
                    "CAL02",
                    Severity.ERROR,
                    Text(f"call.toml is geen geldige TOML: {fault}", f"call.toml is no valid TOML: {fault}"),
                    Spot(str(path)),
                )
            ]
        ) from None
    except ValidationError as faults:
        raise FaultyInput(
            Finding(
                "CAL03",
                Severity.ERROR,
                Text(
                    f"call.toml, {'.'.join(map(str, fault['loc']))}: {fault['msg']}",
                    f"call.toml, {'.'.join(map(str, fault['loc']))}: {fault['msg']}",
                ),
                Spot(str(path)),
            )
            for fault in faults.errors()
        ) from None
