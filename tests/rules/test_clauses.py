"""Every requirement of the call is asked by a rule or named as a matter for a person, and every rule is tried.

The ids stand here once more, so that a clause that goes missing from the call pack is missed.
"""

from __future__ import annotations

import pytest
from tests.projects import the_call
from tests.rules.test_cases import FILES, RULES

CLAUSES = {
    "VOO": 7,  # pre-application
    "BRF": 14,  # letters of intent
    "AAN": 16,  # full application
    "ALG": 1,  # language
    "BEG": 19,  # budget
    "COF": 15,  # cofinancing
    "NET": 17,  # the network itself
    "KPI": 9,  # indicators
}
"""How many requirements each part of the call has; they are numbered from 01."""
MANUAL = {
    "BEG04": "andere steun",
    "BEG12": "factureert",
    "BEG19": "clustersteun",
    "COF13": "factuur",
    "COF14": "kas",
    "COF15": "cofinanciering",
}
"""What only a person can judge, with a word of what that person must look at."""
IDS = [f"{part}{number:02d}" for part, count in CLAUSES.items() for number in range(1, count + 1)]


def test_the_call_pack_holds_every_requirement_once() -> None:
    assert sorted(clause.id for clause in the_call().clauses) == sorted(IDS)
    assert len(IDS) == 98


@pytest.mark.parametrize("clause", IDS)
def test_a_requirement_is_asked_by_a_rule_or_left_to_a_person_with_a_reason(clause: str) -> None:
    rules = [rule for rule in RULES.values() if rule.about.clause == clause]
    manual = the_call().clause_by_id[clause].manual
    if clause in MANUAL:
        assert manual is not None
        assert MANUAL[clause] in manual.nl
        assert manual.en.strip()
        assert rules == []
    else:
        assert rules
        assert manual is None


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_has_a_sound_case_a_faulty_case_and_a_fault_planted_in_the_example(name: str) -> None:
    cases = FILES[name]
    assert cases["pass"]
    assert cases["fail"]
    assert cases["biorenov"]
    assert all({"file", "replace", "with", "at_line_of"} <= set(case) for case in cases["biorenov"])


def test_every_file_of_cases_is_of_a_rule() -> None:
    assert sorted(FILES) == sorted(RULES)
