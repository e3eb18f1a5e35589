"""A plain text with tags, such as a mail: the sandbox and filters of every other template, nothing escaped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from jinja2 import Template, TemplateError

from ibndocs.foundation.findings import Spot
from ibndocs.office.expressions import TemplateEnvironment, TemplateFault, explain_error
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.printing import print_value


class TextTemplate:
    """A compiled text; `render` may be called as often as there are texts."""

    def __init__(self, template: Template, file: str) -> None:
        self._template = template
        self._file = file

    @classmethod
    def compile(cls, text: str, file: str) -> Self:
        """The template in `text`, which messages call `file`.

        Raises:
            TemplateFault: A tag cannot be read; its line is the place.
        """
        environment = TemplateEnvironment(finalize=print_value, trim_blocks=True, lstrip_blocks=True)
        environment.autoescape = False
        try:
            return cls(environment.from_string(text), file)
        except TemplateError as error:
            line = getattr(error, "lineno", None)
            raise TemplateFault(explain_error(error), Spot(file, line), "") from error

    def render(self, values: Mapping[str, object]) -> str:
        """The text for `values`.

        Raises:
            TemplateFault: A tag asks what is not there.
        """
        context = self._template.new_context(dict(values))
        try:
            return "".join(self._template.root_render_func(context))
        except (TemplateError, ExpressionFault) as error:
            raise TemplateFault(explain_error(error, values), Spot(self._file), "") from error
