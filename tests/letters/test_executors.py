"""Who renders makes no difference: processes here or workers of a Dask cluster give the same letters."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.letters.letters import make, read_letters, write_csv, write_template

from ibndocs.foundation.findings import FaultyInput
from ibndocs.letters.executors import open_executor
from ibndocs.letters.making import make_letters
from ibndocs.letters.request import Request

ROWS = [
    {"Naam": f"Bedrijf {number}", "Postcode": "9000", "Lidgeld": "1,250" if number == 7 else "10"}
    for number in range(150)
]


def wait_for(process: subprocess.Popen[str], words: str) -> str:
    """The line in which a process says `words`."""
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            return line
    raise AssertionError(f"{words} was never said")


class Cluster(NamedTuple):
    """A scheduler with two workers, each a process of its own in a folder of its own."""

    address: str
    scheduler: subprocess.Popen[str]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster that runs."""
    pytest.importorskip("distributed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    dask = [sys.executable, "-m", "dask"]
    commands = [[*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]]
    commands += [[*dask, "worker", f"127.0.0.1:{port}", "--nthreads", "1", "--no-dashboard", "--no-nanny"]] * 2
    running: list[subprocess.Popen[str]] = []
    try:
        for number, command in enumerate(commands):
            folder = tmp_path / f"node{number}"
            folder.mkdir()
            process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
            running.append(process)
            wait_for(process, "Scheduler at" if number == 0 else "Registered to")
        yield Cluster(f"dask://127.0.0.1:{port}", running[0])
    finally:
        for process in reversed(running):
            process.terminate()
            process.communicate()


def test_the_workers_of_a_dask_cluster_make_what_is_made_here(tmp_path: Path, cluster: Cluster) -> None:
    listed = write_csv(tmp_path / "l.csv", ROWS)
    make(tmp_path, listed)
    there = Request(write_template(tmp_path / "brief.docx"), listed, tmp_path / "there", executor=cluster.address)
    outcome = make_letters(there)
    assert (outcome.written, outcome.faulty) == (149, 1)
    assert read_letters(tmp_path / "there") == read_letters(tmp_path / "out")
    assert make_letters(there).unchanged == 149


def test_a_cluster_that_is_lost_on_the_way_is_told_and_what_was_made_stays(tmp_path: Path, cluster: Cluster) -> None:
    rows = [{"Naam": f"Bedrijf {number}", "Postcode": "9000", "Lidgeld": "1"} for number in range(1000)]
    template, listed = write_template(tmp_path / "brief.docx"), write_csv(tmp_path / "l.csv", rows)
    there = Request(template, listed, tmp_path / "there", executor=cluster.address)
    with pytest.raises(FaultyInput, match="cannot be reached") as refused:
        make_letters(there, lambda _progress: cluster.scheduler.kill())
    assert refused.value.findings[0].id == "LST05"
    made = len(list((tmp_path / "there").glob("*.docx")))
    assert 0 < made < len(rows)
    here = make_letters(replace(there, executor=""))
    assert (here.written, here.unchanged) == (len(rows) - made, made)


def test_a_process_that_is_lost_on_the_way_is_told() -> None:
    with pytest.raises(FaultyInput, match="has stopped") as refused, open_executor(2) as (pool, _):
        pool.submit(os._exit, 1).result()
    assert refused.value.findings[0].id == "LST05"


def test_without_distributed_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(FaultyInput) as refused:
        make(tmp_path, write_csv(tmp_path / "l.csv"), executor="dask://127.0.0.1:1")
    (finding,) = refused.value.findings
    assert finding.id == "LST05"
    assert finding.fix is not None
    assert finding.fix.en == "pip install 'ibndocs[dask]'"


@pytest.mark.parametrize("address", ["ray://host:1", "dask://host", "dask://127.0.0.1:1"])
def test_an_address_where_no_cluster_is_is_refused(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ibndocs.letters.executors._SECONDS_TO_CONNECT", 0.5)
    with pytest.raises(FaultyInput) as refused:
        make(tmp_path, write_csv(tmp_path / "l.csv"), executor=address)
    assert refused.value.findings[0].id == "LST05"
