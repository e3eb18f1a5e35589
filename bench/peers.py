"""Letters per second beside the programs people use today: one letter, the syntax of each, texts compared.

Each program runs in a process of its own and is asked for a few seconds of letters, one after the other, round after
round, so that what the machine does meanwhile touches all of them. What is missing (node, the network) is said, and
the others still run. The table also goes to `bench/results/letters.md`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.letter_templates import SYNTAXES, make_letters, make_template
from ibndocs.office.text import convert

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results" / "letters.md"
ROUNDS = 5
SECONDS = 1.5
LETTERS = 200
OURS = "ibndocs"
PYTHON = (OURS, "docxtpl", "docx-mailmerge2")


@dataclass
class Peer:
    """One program under way."""

    name: str
    process: subprocess.Popen[str]
    rates: list[float] = field(default_factory=list)
    peak: int = 0

    def ask(self, count: int) -> float:
        """Seconds that `count` letters took."""
        assert self.process.stdin
        self.process.stdin.write(f"run {count}\n")
        self.process.stdin.flush()
        return float(self.listen()["seconds"])

    def listen(self) -> dict[str, float]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(self.process.stderr.read().strip().splitlines()[-1] if self.process.stderr else "?")
        answer: dict[str, float] = json.loads(line)
        return answer

    def end(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.peak = int(self.listen()["peak"])
        self.process.wait()

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)


def main() -> None:
    missing: dict[str, str] = {}
    commands = {name: command for name in SYNTAXES if (command := find_command(name, missing))}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "letters.json").write_text(json.dumps(make_letters(LETTERS)), "utf-8")
        for name in commands:
            (folder / f"{name}.docx").write_bytes(make_template(name))
        peers = [peer for name, command in commands.items() if (peer := start(name, command, folder, missing))]
        differing = compare(peers, folder)
        counts = {peer.name: max(1, int(SECONDS / (peer.ask(4) / 4))) for peer in peers}
        for _ in range(ROUNDS):
            for peer in peers:
                count = counts[peer.name]
                peer.rates.append(count / peer.ask(count))
        for peer in peers:
            peer.end()
        floor, written = measure_floor(folder)
    text = "\n".join(write_table(peers, differing, missing, floor, written))
    print(text)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text + "\n", "utf-8")


def find_command(name: str, missing: dict[str, str]) -> list[str]:
    """How the program is started, set up first when it is not there; [] when that cannot be."""
    if name == OURS:
        return [sys.executable, "-m", "bench.peer_python"]
    try:
        if name in PYTHON:
            return [str(set_up_python()), "-m", "bench.peer_python"]
        return [set_up_node(), str(HERE / "peer_node.mjs")]
    except (OSError, subprocess.CalledProcessError, RuntimeError) as error:
        missing[name] = str(error)
        return []


def set_up_python() -> Path:
    """The Python of an environment with the peers of `requirements.txt`."""
    place = HERE / ".venv"
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    wanted = (HERE / "requirements.txt").read_bytes()
    mark = place / "installed.txt"
    if not mark.is_file() or mark.read_bytes() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        install = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        run_quietly([*install, "-r", str(HERE / "requirements.txt")], "pip could not install the peers")
        mark.write_bytes(wanted)
    return python


def set_up_node() -> str:
    """Node, with the peers of `package-lock.json` installed."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise RuntimeError("node and npm are not on this machine")
    wanted = (HERE / "package-lock.json").read_bytes()
    mark = HERE / "node_modules" / "installed.json"
    if not mark.is_file() or mark.read_bytes() != wanted:
        run_quietly([npm, "ci", "--no-audit", "--no-fund", "--prefix", str(HERE)], "npm could not install the peers")
        mark.write_bytes(wanted)
    return node


def run_quietly(command: list[str], failure: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [""])[-1]
        raise RuntimeError(f"{failure}: {last}")


def start(name: str, command: list[str], folder: Path, missing: dict[str, str]) -> Peer | None:
    process = subprocess.Popen(
        [*command, name, str(folder)],
        cwd=HERE.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=stay_on_one_core if hasattr(os, "sched_setaffinity") else None,  # noqa: PLW1509 - no threads here
    )
    peer = Peer(name, process)
    try:
        peer.listen()
    except RuntimeError as error:
        missing[name] = f"failed: {error}"
        process.kill()
        process.wait()
        return None
    return peer


def stay_on_one_core() -> None:
    """Keep a process and its helper threads (garbage collection, compilation) on one core: rates are per core."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def compare(peers: list[Peer], folder: Path) -> dict[str, int]:
    """How many of the first letters have another text than ours, by program."""
    return {
        peer.name: sum(
            words(folder / peer.name / f"{number}.docx") != words(folder / OURS / f"{number}.docx")
            for number in range(4)
        )
        for peer in peers
    }


def words(path: Path) -> str:
    """The text of a letter; properties, formatting, white space and empty paragraphs aside."""
    text = convert(path.read_bytes(), name=path.name)
    text = text[text.index("Intentiebrief") :]
    return " ".join(re.sub(r"[*_\\]", "", text).split())


def measure_floor(folder: Path) -> tuple[float, float]:
    """Letters per second when finished bytes are written to files, and when ours are rendered and written."""
    from bench.peer_python import open_ibndocs

    render = open_ibndocs((folder / f"{OURS}.docx").read_bytes())
    letters = make_letters(LETTERS)
    finished = [render(values) for values in letters]
    floors: list[float] = []
    writes: list[float] = []
    for number in range(ROUNDS):
        for rates, make in ((floors, lambda at: finished[at]), (writes, lambda at: render(letters[at]))):
            target = folder / f"files{number}-{len(writes)}-{len(floors)}"
            target.mkdir()
            start = time.perf_counter()
            for repeat in range(10):
                for at in range(LETTERS):
                    (target / f"{repeat}-{at}.docx").write_bytes(make(at))
            rates.append(10 * LETTERS / (time.perf_counter() - start))
    return statistics.median(floors), statistics.median(writes)


def write_table(
    peers: list[Peer], differing: dict[str, int], missing: dict[str, str], floor: float, written: float
) -> list[str]:
    ours = next(peer for peer in peers if peer.name == OURS)
    lines = [
        "# Letters per second",
        "",
        "One page with a logo, thirty tags, a table row that repeats and a condition; one core; bytes in memory.",
        f"Medians of {ROUNDS} interleaved rounds. Absolute figures are those of one machine on one day; ratios hold.",
        "",
        "| program | version | letters/s | ours is | peak memory | same text as ours |",
        "|---|---|---:|---:|---:|---|",
    ]
    for peer in sorted(peers, key=lambda peer: -peer.rate):
        same = "yes" if not differing[peer.name] else f"{differing[peer.name]} of 4 differ"
        faster = "" if peer is ours else f"{ours.rate / peer.rate:.0f} x as fast"
        cells = (peer.name, version_of(peer.name), f"{peer.rate:.0f}", faster, f"{peer.peak / 1e6:.0f} MB", same)
        lines.append(f"| {' | '.join(cells)} |")
    lines += [f"| {name} | {version_of(name)} | not run: {why} | | | |" for name, why in missing.items()]
    lines += [
        "",
        f"Floor: writing the same bytes to files, nothing rendered, {floor:.0f} letters/s; rendered and written "
        f"{written:.0f} letters/s, {written / floor:.0%} of the floor.",
    ]
    return lines


def version_of(name: str) -> str:
    if name == OURS:
        from ibndocs import __version__

        return __version__
    if name in PYTHON:
        found = re.search(rf"^{name}==(.+)$", (HERE / "requirements.txt").read_text("utf-8"), re.MULTILINE)
        return found[1] if found else ""
    return str(json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"][name])
