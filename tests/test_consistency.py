"""One fact, one figure: what Word, PowerPoint and Excel say is read back and held against the arithmetic.

The files are read by other libraries than those that made them: python-docx, python-pptx and openpyxl.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn
from openpyxl.workbook import Workbook

from ibndocs.dossier import Built
from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.values import Day


def number(text: str) -> Decimal:
    """A figure as it is printed in nl-BE: `€ 1.306.894,50`, `2,6`, `78,8 %`."""
    digits = re.sub(r"[^\d,.-]", "", text)
    return Decimal(digits.replace(".", "").replace(",", "."))


@dataclass
class Made:
    """A built example, with its files opened by other libraries."""

    built: Built
    out: Path

    def table(self, file: str, caption: str) -> list[list[str]]:
        """The rows of the table with this title, merged cells once."""
        for table in self.tables(file):
            if table[0] == caption:
                return table[1]
        raise AssertionError(f"{file} has no table {caption}: {[name for name, _ in self.tables(file)]}")

    def tables(self, file: str) -> list[tuple[str, list[list[str]]]]:
        if file not in self._tables:
            self._tables[file] = list(self._read_tables(file))
        return self._tables[file]

    @cached_property
    def _tables(self) -> dict[str, list[tuple[str, list[list[str]]]]]:
        return {}

    def _read_tables(self, file: str) -> Iterator[tuple[str, list[list[str]]]]:
        for table in docx.Document(str(self.out / file)).tables:
            caption = table._tbl.tblPr.find(qn("w:tblCaption"))
            rows = []
            for row in table._tbl.tr_lst:
                rows.append(["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))])
            yield (caption.get(qn("w:val")) or "" if caption is not None else ""), rows

    def row(self, file: str, caption: str, label: str) -> list[Decimal]:
        """The figures of the row that starts with `label`."""
        for row in self.table(file, caption):
            if row[0].startswith(label):
                return [number(cell) for cell in row[1:] if re.search(r"\d", cell)]
        raise AssertionError(f"{file}, {caption}: no row {label}")

    def workbook(self, file: str) -> Workbook:
        if file not in self._workbooks:
            self._workbooks[file] = openpyxl.load_workbook(self.out / file, data_only=True)
        return self._workbooks[file]

    @cached_property
    def _workbooks(self) -> dict[str, Workbook]:
        return {}

    def named(self, file: str, name: str) -> Decimal:
        """The value of a named cell."""
        book = self.workbook(file)
        ((sheet, cell),) = book.defined_names[name].destinations
        return Decimal(str(round(book[sheet][cell].value, 4)))

    @cached_property
    def charts(self) -> dict[str, dict[str, list[Decimal]]]:
        """Series by name, per chart of the pitch."""
        found = {}
        for slide in pptx.Presentation(str(self.out / "fase1/pitch.pptx")).slides:
            for shape in slide.shapes:
                if shape.has_chart:
                    plots = shape.chart.plots
                    found[shape.name] = {
                        s.name: [Decimal(str(v)) for v in s.values] for plot in plots for s in plot.series
                    }
        return found

    @cached_property
    def pitch_text(self) -> str:
        texts = []
        for slide in pptx.Presentation(str(self.out / "fase1/pitch.pptx")).slides:
            texts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        return "\n".join(texts).replace("\u00a0", " ")


@pytest.fixture(scope="module", params=["biorenov", "medverpakking"])
def made(request: pytest.FixtureRequest, built_of: Callable[[str], Built]) -> Made:
    built = built_of(request.param)
    return Made(built, built.folder)


APPLICATION = "fase2/aanvraag.docx"
COSTS = "fase2/kostenmodel.xlsx"
PLAN = "fase2/cofinancieringsplan.xlsx"
PLAN_TEXT = "fase2/cofinancieringsplan.docx"
FIRST = "fase1/vooraanmelding.docx"


def test_the_number_of_companies(made: Made) -> None:
    plan = made.built.loaded.dossier.plan
    count = len(plan.counted)
    assert len(list((made.out / "fase1/intentiebrieven").iterdir())) == count
    assert len(list((made.out / "fase2/intentiebrieven").iterdir())) == count
    assert number(made.table(APPLICATION, "Samenstelling van de groep")[-1][1]) == count or count in {
        number(row[1]) for row in made.table(APPLICATION, "Samenstelling van de groep") if re.search(r"\d", row[1])
    }
    assert sum(made.charts["Naar grootte"]["Bedrijven"]) == count
    assert sum(made.charts["Naar schakel"]["Bedrijven"]) == count
    assert f"{count} bedrijven" in made.pitch_text


def test_the_budget_of_each_year_and_in_all(made: Made) -> None:
    budget = made.built.loaded.dossier.budget
    wanted = [*budget.totals, budget.total]
    assert made.row(APPLICATION, "Begroting", "Totale begroting") == wanted
    assert [made.named(COSTS, f"begroting_jaar{year}") for year in (1, 2, 3)] == list(budget.totals)
    assert made.named(COSTS, "begroting_totaal") == budget.total
    costs = made.charts["Kosten"].values()
    for year, total in enumerate(budget.totals):
        assert abs(sum(series[year] for series in costs) - total) <= Decimal(2), "slides print whole euros"


def test_every_rubric(made: Made) -> None:
    budget = made.built.loaded.dossier.budget
    names = {"personnel": "personeel", "overhead": "overhead", "operating": "werking", "external": "extern"}
    labels = made.built.loaded.call.labels["rubric"]
    for key, amounts in budget.rubrics.items():
        wanted = [*amounts, sum(amounts, ZERO)]
        assert made.row(APPLICATION, "Begroting", labels[key])[:4] == wanted
        assert [made.named(COSTS, f"{names[key]}_{part}") for part in ("jaar1", "jaar2", "jaar3", "totaal")] == wanted


def test_the_aid_of_each_year_and_in_all(made: Made) -> None:
    budget = made.built.loaded.dossier.budget
    wanted = [*budget.aid, budget.aid_total]
    assert made.row(APPLICATION, "Begroting", "Gevraagde steun")[:4] == wanted
    assert [made.named(COSTS, f"steun_{part}") for part in ("jaar1", "jaar2", "jaar3", "totaal")] == wanted
    assert [abs(a - b) <= 1 for a, b in zip(made.charts["Bronnen"]["Gevraagde steun"], budget.aid, strict=True)] == [
        True
    ] * 3


def test_the_cofinancing_per_type_and_year(made: Made) -> None:
    plan = made.built.loaded.dossier.plan
    types = {
        "Lidgeld": plan.membership,
        "Sponsoring": plan.sponsoring,
        "Inkomsten": plan.activity_income,
        "Totale cofinanciering": plan.totals,
    }
    for label, amounts in types.items():
        assert made.row(APPLICATION, "Cofinanciering", label)[:4] == [*amounts, sum(amounts, ZERO)]
    assert [made.named(COSTS, f"cofin_voorzien_jaar{year}") for year in (1, 2, 3)] == list(plan.totals)
    assert [made.named(PLAN, f"cofin_jaar{year}") for year in (1, 2, 3)] == list(plan.totals)
    cash = made.charts["Bronnen"]["Cash van bedrijven"]
    assert [abs(a - b) <= 1 for a, b in zip(cash, plan.cash, strict=True)] == [True] * 3


def test_fte(made: Made) -> None:
    budget = made.built.loaded.dossier.budget
    assert made.row(APPLICATION, "Team", "Totaal") == list(budget.fte)
    assert [made.named(COSTS, f"vte_jaar{year}") for year in (1, 2, 3)] == list(budget.fte)
    assert abs(made.named(COSTS, "vte_gemiddeld") - budget.fte_average) < Decimal("0.001")


def test_the_start_date(made: Made) -> None:
    start = made.built.loaded.dossier.project.project.start
    for file in (APPLICATION, FIRST):
        printed = [row[1] for _, rows in made.tables(file) for row in rows if row[0].startswith("Start")]
        assert str(Day(start)) in printed, file
    book = made.workbook(COSTS)
    ((sheet, cell),) = book.defined_names["project_start"].destinations
    found = book[sheet][cell].value
    assert isinstance(found, datetime)
    assert found.date() == start


def test_every_kpi_target(made: Made) -> None:
    project = made.built.loaded.dossier.project
    rows = [row for name, rows in made.tables(APPLICATION) if "ndicatoren" in name for row in rows]
    printed = {row[0]: [number(cell) for cell in row[2:7]] for row in rows if re.fullmatch(r"[A-Z]+\d+", row[0])}
    for kpi in project.kpis:
        targets = list(kpi.targets) * (3 if len(kpi.targets) == 1 else 1)
        total = sum(targets, ZERO) if kpi.counting == "sum" else targets[-1]
        assert printed[kpi.id] == [kpi.baseline, *targets, total]
    for position, kpi in enumerate(project.kpis[:3], 1):
        assert list(made.charts[f"Per jaar {position}"].values()) == [list(kpi.targets)]


def test_the_contribution_of_every_company(made: Made) -> None:
    plan = made.built.loaded.dossier.plan
    column = {row[1]: row[4] for row in made.table(APPLICATION, "Ondernemingen") if len(row) == 6}
    for payer in plan.counted:
        assert number(column[payer.company.name]) == payer.total
    sheet = made.workbook(PLAN)["Leden"]
    found = {}
    for cells in sheet.iter_rows(values_only=True):
        for payer in plan.counted:
            if payer.company.enterprise_number in cells:
                found[payer.company.name] = {Decimal(str(v)) for v in cells if isinstance(v, int | float)}
    for payer in plan.counted:
        assert payer.total in found[payer.company.name], payer.company.name
    members = {}
    for _, rows in made.tables(PLAN_TEXT):
        members.update({row[1]: row for row in rows if len(row) == 10})
    for payer in plan.counted:
        row = members[payer.company.name]
        figures = [number(cell) for cell in row if "€" in cell]
        assert figures[-1] == payer.total
        assert figures[-4:-1] == list(payer.cash)


def test_the_contribution_in_every_letter(made: Made) -> None:
    for payer in made.built.loaded.dossier.plan.counted:
        (letter,) = (made.out / "fase2/intentiebrieven").glob(f"{payer.number:03d}-*")
        file = letter.relative_to(made.out).as_posix()
        if payer.total:
            label = "Totaal" if any(payer.sponsoring) else "Lidgeld"
            assert made.row(file, "Financieel engagement", label) == [*payer.cash, payer.total]
        else:
            assert "Financieel engagement" not in [name for name, _ in made.tables(file)]
