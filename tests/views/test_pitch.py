"""What the pitch is cut to: first sentences, moments, names in columns, shades of a quarter."""

from __future__ import annotations

import pytest
from tests.projects import minimal_data, replace_at, the_call

from ibndocs.foundation.counting import count_of
from ibndocs.model import Project
from ibndocs.views import build_view, gather
from ibndocs.views.pitch import first_clause, first_sentence, split_moment
from ibndocs.views.pitch_tables import SHADES, arrange_names


@pytest.mark.parametrize(
    ("prose", "sentence"),
    [
        ("Wij doen **dit** samen met alle bedrijven. Daarna volgt meer.", "Wij doen dit samen met alle bedrijven."),
        (
            "Dat kan o.a. Brussel en Gent helpen om te groeien. Meer.",
            "Dat kan o.a. Brussel en Gent helpen om te groeien.",
        ),
        ("- **Jaar 1**: de nulmeting en de routekaart.\n- Jaar 2", "Jaar 1: de nulmeting en de routekaart."),
        ("1. **Ecosysteem.** Een netwerk over alle schakels. Meer.", "Ecosysteem. Een netwerk over alle schakels."),
        ("Zonder punt", "Zonder punt"),
        ("", ""),
    ],
)
def test_the_first_sentence_stands_alone(prose: str, sentence: str) -> None:
    assert first_sentence(prose) == sentence


def test_a_clause_ends_at_the_first_pause() -> None:
    assert first_clause("Gedeelde kalender, wederzijdse aankondiging en meer.") == "Gedeelde kalender"
    assert first_clause("Ja, een gedeelde kalender") == "Ja, een gedeelde kalender"


def test_a_step_is_split_in_its_moment_and_what_was_done() -> None:
    assert split_moment("maart 2025: eerste bijeenkomst") == {"when": "Maart 2025", "what": "Eerste bijeenkomst"}
    assert split_moment("Zes bedrijven werken al samen") == {"when": "", "what": "Zes bedrijven werken al samen"}


def test_one_is_not_many() -> None:
    assert (count_of(1, "bedrijf", "bedrijven"), count_of(2, "bedrijf", "bedrijven")) == ("1 bedrijf", "2 bedrijven")


def test_names_read_down_the_columns() -> None:
    project = Project.model_validate(minimal_data())
    rows = arrange_names(project.companies[:7])
    assert [len(row) for row in rows] == [3, 3, 3]
    names = [row[column]["name"] for column in range(3) for row in rows]
    assert names[:7] == sorted((company.name for company in project.companies[:7]), key=str.casefold)
    assert names[7:] == ["", ""]


def test_a_busy_quarter_is_darker() -> None:
    data = replace_at(minimal_data(), ("work_packages", 0, "activities", 0, "start"), 13)
    view = build_view(gather(Project.model_validate(data), the_call()), 1)
    pitch = view["pitch"]
    assert isinstance(pitch, dict)
    shades = pitch["quarters"]["rows"][0]["shades"]
    assert shades[4] == SHADES[-1]
    assert shades[0] in ("", *SHADES[:-1])
