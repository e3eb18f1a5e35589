"""`ibndocs check` of 3,000 companies, beside reading the same file with ruamel.yaml and validating it with jsonschema.

The file is the example with its companies inline: each has a number, an address and a motivation of its own, and every
third motivation is one sentence with a name changed, so that near-identical texts are looked for in earnest. The peer
knows line and column of every value and the JSON Schema of the description; it asks no rule of the call. Both run in a
process of their own, by turns; times drift with the machine, the ratio holds.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

import yaml

from ibndocs.foundation.datafiles import find_data
from ibndocs.source import read_source

EXAMPLE = find_data("examples") / "biorenov"
COMPANIES = 3000
ROUNDS = 3
PEER = """
import json, sys
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
data = YAML().load(open(sys.argv[1], encoding="utf-8"))
schema = json.load(open(sys.argv[2], encoding="utf-8"))
faults = sum(1 for _ in Draft202012Validator(schema).iter_errors(data))
print(len(data["companies"]), faults)
"""


def write_example(folder: Path, count: int) -> Path:
    """The example with `count` companies inline in `folder/project.yaml`."""
    data = json.loads(json.dumps(read_source(EXAMPLE).data, default=plain))
    chance = random.Random(3)
    listed = data["companies"]
    words = " ".join(company["motivation"] for company in listed).split()
    data["companies"] = [
        {
            **listed[index % len(listed)],
            "name": f"Bedrijf {index} bv",
            "enterprise_number": number_of(index),
            "contact": {"name": f"An Voorbeeld-{index}", "email": f"an{index}@example.be"},
            "motivation": (
                f"Bedrijf {index} bv gelooft in samenwerking en neemt met veel overtuiging deel aan dit netwerk."
                if index % 3 == 0
                else " ".join(chance.choices(words, k=60))
            ),
        }
        for index in range(count)
    ]
    path = folder / "project.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def plain(value: object) -> object:
    """What JSON has no type for: exact numbers and dates."""
    return float(value) if isinstance(value, Decimal) else str(value)


def number_of(index: int) -> str:
    """An enterprise number with right check digits that nobody has."""
    first = 19_990_000 + index
    digits = f"{first:08d}{97 - first % 97:02d}"
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def run(command: list[str]) -> tuple[float, str]:
    """Wall seconds of one process, and the last line it prints."""
    start = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return time.perf_counter() - start, (done.stdout or done.stderr).strip().splitlines()[-1]


def main() -> None:
    python = sys.executable
    schema = find_data("schemas") / "project.schema.json"
    with tempfile.TemporaryDirectory() as name:
        path = write_example(Path(name), COMPANIES)
        commands = {
            "ibndocs check": [python, "-m", "ibndocs", "check", str(path)],
            "ruamel.yaml + jsonschema": [python, "-c", PEER, str(path), str(schema)],
        }
        times: dict[str, list[float]] = {label: [] for label in commands}
        said = {}
        for _ in range(ROUNDS):
            for label, command in commands.items():
                wall, said[label] = run(command)
                times[label].append(wall)
        size = path.stat().st_size / 1e6
    print(f"{COMPANIES} companies, {size:.1f} MB of YAML; medians of {ROUNDS} interleaved rounds")
    for label, rounds in times.items():
        print(f"{label:28}{statistics.median(rounds):8.2f} s   {said[label].strip()}")
    ours, theirs = (statistics.median(rounds) for rounds in times.values())
    print(f"{'ratio':28}{theirs / ours:8.1f}")
