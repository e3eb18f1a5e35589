"""Lists of prose in Word: real numbering, levels and indents."""

from __future__ import annotations

import io

import docx
from lxml import etree
from tests.office.word.prose import build, find, render, text_of, value


def levels(root: etree._Element) -> list[tuple[str, str | None]]:
    return [
        (text_of(paragraph), next(iter(value(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val")), None))
        for paragraph in find(root, "w:p")
    ]


def test_lists_are_really_numbered_and_nest() -> None:
    root = render("- a\n  1. b\n     - c\n  2. d\n- e")
    assert levels(root) == [("a", "0"), ("b", "1"), ("c", "2"), ("d", "1"), ("e", "0")]
    numbers = value(root, "//w:numId/@w:val")
    assert numbers[0] == numbers[4]
    assert numbers[1] == numbers[3] != numbers[0]
    assert value(root, "//w:ind/@w:left") == ["425", "850", "1275", "850", "425"]


def test_each_ordered_list_is_its_own_and_begins_at_its_number() -> None:
    data = build("3. drie\n4. vier\n\ntussen\n\n1. een\n\n7) zeven")
    document = docx.Document(io.BytesIO(data))
    numbers = value(document.element.body, "w:p/w:pPr/w:numPr/w:numId/@w:val")
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3
    root = document.part.numbering_part.element
    starts = [
        value(root, f"w:num[@w:numId='{number}']/w:lvlOverride[@w:ilvl='0']/w:startOverride/@w:val")
        for number in dict.fromkeys(numbers)
    ]
    assert starts == [["3"], ["1"], ["7"]]


def test_several_paragraphs_in_an_item_share_its_indent() -> None:
    root = render("1. een\n\n   nog\n\n   ```\n   code\n   ```\n2. twee")
    assert levels(root) == [("een", "0"), ("nog", None), ("code", None), ("twee", "0")]
    assert set(value(root, "//w:ind/@w:left")) == {"425"}
    assert value(root, "//w:ind/@w:hanging") == ["425", "425"]


def test_items_that_begin_with_something_else_keep_their_number() -> None:
    root = render("1. - a\n2.\n3. | x |\n   |---|\n4. # kop\n5. > citaat")
    assert levels(root) == [
        ("", "0"), ("a", "1"), ("", "0"), ("", "0"), ("kop", "0"), ("", "0"), ("citaat", None),
    ]  # fmt: skip


def test_levels_end_at_the_deepest_word_has() -> None:
    root = render("\n".join("  " * depth + f"- {depth}" for depth in range(12)))
    assert levels(root) == [(str(depth), str(min(depth, 8))) for depth in range(12)]


def test_numbers_too_high_for_word_are_typed() -> None:
    root = render("40001. hoog\n40002. hoger")
    assert levels(root) == [("40001.\thoog", None), ("40002.\thoger", None)]


def test_a_list_is_set_in_from_the_indent_of_its_place() -> None:
    place = (
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr><w:ind w:left="284" w:firstLine="100" w:right="50"/>'
    )
    root = render("- a", paragraph_properties=place)
    (indent,) = find(root, "//w:ind")
    assert sorted(value(indent, "@w:*")) == ["425", "50", "709"]
    assert value(indent, "@w:left | @w:hanging | @w:firstLine") == ["709", "425"]
    assert value(root, "//w:numId/@w:val") != ["9"]


def test_a_tight_list_is_close_but_keeps_its_distance_from_what_follows() -> None:
    root = render("- a\n- b\n  - c\n\nna")
    assert [len(find(p, "w:pPr/w:contextualSpacing")) for p in root] == [1, 1, 0, 0]
    assert find(render("- a\n\n- b"), "//w:contextualSpacing") == []


def test_a_table_keeps_within_the_list_it_stands_in() -> None:
    root = render("- a\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |")
    assert value(root, "//w:tblInd/@w:w") == ["425"]
    assert value(root, "//w:tblW/@w:w") == [str(5000 * (9070 - 425) // 9070)]
