"""From a cold start: `--help`, `check` and `build` of the example, in a process of their own each.

Times drift with the machine; the ratio to an empty Python process in the same run holds.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "biorenov"
ROUNDS = 5


def run(command: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def main() -> None:
    python = sys.executable
    program = [python, "-m", "ibndocs"]
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "python -c pass": [python, "-c", "pass"],
            "ibndocs --help": [*program, "--help"],
            "ibndocs check biorenov": [*program, "check", str(EXAMPLE)],
            "ibndocs build biorenov": [
                *program,
                "build",
                str(EXAMPLE),
                "-o",
                str(Path(folder) / "{round}"),
                "--quiet",
            ],
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for number in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(run([part.replace("{round}", str(number)) for part in command]))
        built = sum(path.is_file() for path in Path(folder, "0").rglob("*"))
    base = statistics.median(wall for wall, _ in times["python -c pass"])
    print(f"{'':28}{'wall s':>9}{'CPU s':>9}{'x empty':>9}")
    for name, rounds in times.items():
        wall, cpu = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(f"{name:28}{wall:9.3f}{cpu:9.3f}{wall / base:9.1f}")
    print(f"build writes {built} files; medians of {ROUNDS} interleaved rounds")
