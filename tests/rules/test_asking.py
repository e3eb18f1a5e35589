"""Rules are asked with what the call pack holds; what it lacks is told once as its fault, and stops no other rule."""

from __future__ import annotations

from dataclasses import replace

from tests.projects import make_dossier, the_call

from ibndocs.call.pack import Table
from ibndocs.foundation.findings import Spot
from ibndocs.rules import check_rules


def test_a_word_list_or_number_that_a_pack_lacks_is_told_and_stops_no_other_rule() -> None:
    call = the_call()
    words = {name: words for name, words in call.words.items() if name != "unknown_names"}
    thresholds = {name: value for name, value in call.thresholds.items() if name != "answer_words_min"}
    poor = call.model_copy(
        update={"words": Table("words", words), "thresholds": Table("thresholds", thresholds)},
    )
    dossier = make_dossier({("project", "start"): "2028-01-01"})
    found = check_rules(replace(dossier, call=poor), lambda _path: Spot("project.yaml", 1, 1))
    lacking = [finding for finding in found if finding.id == "CAL05"]
    assert sorted(finding.message.nl for finding in lacking) == [
        "[thresholds] mist “answer_words_min”",
        "[words] mist “unknown_names”",
    ]
    assert any(finding.id == "AAN06" for finding in found)
