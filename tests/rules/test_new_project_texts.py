"""The words by which rules know the texts of a new project are those that a new project holds."""

from __future__ import annotations

from tests.projects import make_dossier, the_call

from ibndocs.rules.answers import count_own_words
from ibndocs.rules.prose_texts import read_prose


def test_every_name_of_a_new_project_is_there() -> None:
    texts = {prose.text.casefold() for prose in read_prose(make_dossier().project)}
    assert set(the_call().words["scaffold_texts"]) <= texts


def test_no_answer_of_a_new_project_has_words_of_its_own() -> None:
    call = the_call()
    answers = list(make_dossier().project.narrative.values())
    assert len(answers) == len(call.questions)
    assert sum(count_own_words(answer.phase2, call) for answer in answers) == 0
