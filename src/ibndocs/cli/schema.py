"""`ibndocs schema`: the JSON Schema of a description, for an editor; `--write` refreshes the files that ship."""

from __future__ import annotations

from typing import Any

import click

from ibndocs.cli.bilingual import command, option
from ibndocs.cli.choices import CALL
from ibndocs.cli.report import tell
from ibndocs.foundation.findings import Text


@command(
    "schema",
    help=Text(
        nl="Toon het JSON-schema van een beschrijving, waarmee een editor sleutels aanvult en uitlegt terwijl u typt.",
        en="Show the JSON Schema of a description, by which an editor completes and explains keys while you type.",
    ),
    examples=("ibndocs schema > project.schema.json", "ibndocs schema --call ibn-2025", "ibndocs schema --write"),
)
@CALL
@option(
    "--write",
    is_flag=True,
    help=Text(nl="Schrijf alle schema's naar de map schemas/.", en="Write all schemas to the folder schemas/."),
)
def schema(name: str, write: bool) -> None:
    """Print the schema of a description, or write all schemas."""
    from ibndocs.call import load_call
    from ibndocs.call.schema import write_schemas
    from ibndocs.delivery.replacing import replace_file
    from ibndocs.foundation.datafiles import find_data

    texts = write_schemas(load_call(name), describe_formats())
    if not write:
        click.echo(texts["project.schema.json"], nl=False)
        return
    folder = find_data("schemas")
    for file, text in texts.items():
        replace_file(folder / file, text.encode())
        tell(Text(f"geschreven: schemas/{file}", f"written: schemas/{file}"))


def describe_formats() -> dict[str, dict[str, Any]]:
    """The schemas of what is read and printed beside descriptions and call packs, by file name."""
    from ibndocs.cli.form.outline_json import describe_outline_format
    from ibndocs.cli.form.verify_json import describe_verify_format
    from ibndocs.cli.formats.json import describe_format
    from ibndocs.cli.template.checked import describe_template_format
    from ibndocs.office.slots import SCHEMA
    from ibndocs.office.slots_schema import describe_slots

    return {
        "check.schema.json": describe_format(),
        "outline.schema.json": describe_outline_format(),
        SCHEMA: describe_slots(),
        "template.schema.json": describe_template_format(),
        "verify.schema.json": describe_verify_format(),
    }
