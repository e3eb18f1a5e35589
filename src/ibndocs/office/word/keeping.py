"""What a form keeps of a value beside its text: the day of a date control, the entry that was chosen from a list.

Source: ECMA-376 part 1, 17.5.2.7 (date), 17.5.2.15 (dropDownList), 17.16.9 (ddList).
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ibndocs.office.word.fields import open_list_result
from ibndocs.office.word.tagging import Answer, make_statement
from ibndocs.office.word.targets import Selection, Stretch
from ibndocs.office.word.tree import attribute, child, is_a, make, set_attribute


def keep_in_control(answer: Answer, control: etree._Element) -> None:
    """Let the properties of a control say what it shows."""
    properties = child(control, "sdtPr")
    for item in list(properties) if properties is not None else []:
        if is_a(item, "dropDownList", "comboBox") and attribute(item, "lastValue") is not None:
            set_attribute(item, "lastValue", f"{{{{ {answer.source}.stored }}}}")
        elif is_a(item, "date"):
            # A day that is missing leaves no attribute: an empty one makes Word call the file damaged.
            dated = deepcopy(item)
            set_attribute(dated, "fullDate", f"{{{{ {answer.source}.day }}}}")
            item.addprevious(make_statement(item, "p", f"if {answer.source}.day"))
            item.addprevious(dated)
            item.addprevious(make_statement(item, "p", "else"))
            item.addnext(make_statement(item, "p", "endif"))


def keep_in_field(answer: Answer, target: Selection) -> Stretch | None:
    """Let a legacy drop-down list say what was chosen; gives the text it shows as well, which some programs write."""
    listed = child(target.field, "ffData", "ddList")
    if listed is None:
        return None
    result = child(listed, "result")
    if result is None:
        result = make(listed, "result", val="0")
        listed.insert(0, result)
    own = attribute(result, "val") or "0"
    set_attribute(result, "val", f'{{{{ {answer.source}.number if {answer.source}.text else "{own}" }}}}')
    return open_list_result(target.field)
