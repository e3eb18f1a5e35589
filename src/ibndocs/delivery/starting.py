"""Write the files of a new project into a folder where they do not stand yet."""

from __future__ import annotations

from pathlib import Path

from ibndocs.call.pack import load_call
from ibndocs.delivery.replacing import replace_file
from ibndocs.source.scaffold import write_description
from ibndocs.source.yaml_source import read_yaml

SCHEMA = "project.schema.json"


def start_project(folder: Path, call_name: str, companies: Path | None = None) -> tuple[Path, ...]:
    """Start a project in `folder` under the call pack `call_name`.

    Args:
        folder: Made when absent.
        call_name: The call pack.
        companies: The user's own list, copied beside the description; without it a list of examples.

    Raises:
        FaultyInput: There is no such call pack.
        FileExistsError: One of the files is there already; nothing is written.
    """
    from ibndocs.call.schema import write_schemas

    call = load_call(call_name)
    listed = companies or call.folder / "scaffold-bedrijven.csv"
    name = listed.name if companies else "bedrijven.csv"
    starting, _ = read_yaml((call.folder / "scaffold.yaml").read_text("utf-8"), "scaffold.yaml")
    questions = {question.id: question.hint for question in call.questions}
    text = write_description({**starting.data, "companies": name}, schema=SCHEMA, questions=questions)
    files = {
        folder / "project.yaml": text.encode(),
        folder / name: listed.read_bytes(),
        folder / SCHEMA: write_schemas(call)[SCHEMA].encode(),
    }
    taken = next((path for path in files if path.exists()), None)
    if taken:
        raise FileExistsError(17, "exists", str(taken))
    for path, data in files.items():
        replace_file(path, data)
    return tuple(files)
