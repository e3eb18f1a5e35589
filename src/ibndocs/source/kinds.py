"""What the model asks at a path of the description: an amount, a number, a postal code, an enterprise number or text.

Read off the annotations of the model itself, so that a new field is known here as soon as it exists.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from ibndocs.model import Project
from ibndocs.model.base import Money, Quantity, YearlyMoney
from ibndocs.model.parties import EnterpriseNumber, PostalCode
from ibndocs.model.project import Answer
from ibndocs.source.faults import Path


class Kind(Enum):
    """What a single value of the description is."""

    MONEY = auto()
    NUMBER = auto()
    WHOLE = auto()
    POSTAL_CODE = auto()
    ENTERPRISE_NUMBER = auto()
    TEXT = auto()


def kind_at(path: Path) -> Kind | None:
    """What the single value at `path` has to be; None when the model wants no single value there, or knows no such key.

    A year may stand below an amount (`{1: 500, 2: 600}` or a list), as well as the amount alone.
    """
    kinds = {_kind_of(hint) for hint in hints_at(path)}
    return kinds.pop() if len(kinds) == 1 else None


def hints_at(path: Path) -> list[Any]:
    """The types that the model allows at `path`; none where it knows no such key."""
    hints: list[Any] = [Project]
    for step in path:
        hints = [below for hint in hints for below in _step(hint, isinstance(step, int), str(step))]
    return hints


def _reader(hint: Any) -> BeforeValidator:
    """The function that reads a value of this type, by which the type is known wherever a field uses it."""
    return next(part for part in hint.__metadata__ if isinstance(part, BeforeValidator))


_KINDS = (
    (_reader(Money), Kind.MONEY),
    (_reader(Quantity), Kind.NUMBER),
    (_reader(EnterpriseNumber), Kind.ENTERPRISE_NUMBER),
    (_reader(PostalCode), Kind.POSTAL_CODE),
)
_YEARLY = _reader(YearlyMoney)


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """The type of each field, written as one annotation."""
    return {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for name, field in model.model_fields.items()
    }


def options_of(hint: Any) -> list[tuple[Any, tuple[Any, ...]]]:
    """The types that `hint` allows, each with its metadata; None is left out."""
    bare, metadata = (hint.__origin__, hint.__metadata__) if get_origin(hint) is Annotated else (hint, ())
    if get_origin(bare) in (Union, UnionType):
        return [option for choice in get_args(bare) for option in options_of(choice)]
    return [] if bare is NoneType else [(bare, metadata)]


def _step(hint: Any, is_index: bool, name: str) -> list[Any]:
    """The types one step below."""
    found: list[Any] = []
    for bare, metadata in options_of(hint):
        origin = get_origin(bare)
        if origin is tuple and (is_index or _YEARLY in metadata):
            found.append(get_args(bare)[0])
        elif origin is dict and not is_index:
            found.append(get_args(bare)[1])
        elif isinstance(bare, type) and issubclass(bare, BaseModel) and name in bare.model_fields:
            found.append(_fields(bare)[name])
    return found


def _kind_of(hint: Any) -> Kind | None:
    kinds = {_kind_of_option(bare, metadata) for bare, metadata in options_of(hint)}
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of_option(bare: Any, metadata: tuple[Any, ...]) -> Kind | None:
    known = next((kind for reader, kind in _KINDS if reader in metadata), None)
    if known:
        return known
    if _YEARLY in metadata:
        return _kind_of(get_args(bare)[0])
    if bare is int:
        return Kind.WHOLE
    if bare is Decimal:
        return Kind.NUMBER
    # One text may stand for the whole answer to a question, in every phase.
    is_text = get_origin(bare) is Literal or bare is Answer or (isinstance(bare, type) and issubclass(bare, str | date))
    return Kind.TEXT if is_text else None
