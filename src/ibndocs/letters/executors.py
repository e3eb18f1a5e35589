"""Who renders: this process, processes beside it, or the workers of a Dask cluster; all behind one `Executor`."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from ibndocs import __version__
from ibndocs.foundation.findings import Text
from ibndocs.letters.faults import refuse_list

_P = ParamSpec("_P")
_T = TypeVar("_T")
_DASK = "dask://"
_SECONDS_TO_CONNECT = 15
_SECONDS_BETWEEN_LOOKS = 0.5


class Inline(Executor):
    """Runs each call at once, in this process."""

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """A future that is done."""
        future: Future[_T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def count_cores() -> int:
    """The cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextmanager
def open_executor(jobs: int, address: str = "") -> Iterator[tuple[Executor, int]]:
    """An executor and how many calls keep it busy.

    Args:
        jobs: Processes on this machine; 1 is this process itself.
        address: `dask://host:port` of a scheduler, whose workers are used instead.

    Raises:
        FaultyInput: `LST05`: the cluster cannot be used, or workers are lost on the way.
    """
    if address:
        again = Text(
            nl="zie na of de planner en de werkers nog draaien; dezelfde opdracht gaat daarna verder",
            en="see whether the scheduler and the workers still run; the same command then goes on from here",
        )
        with _open_dask(address) as opened, _tell_loss(again):
            yield opened
        return
    if jobs == 1:
        yield Inline(), 1
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_settle_worker)
    try:
        with _tell_loss(Text(nl="probeer opnieuw, met --jobs 1", en="try again, with --jobs 1")):
            yield pool, jobs
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _tell_loss(fix: Text) -> Iterator[None]:
    """Say in a finding that workers were killed or are out of reach."""
    try:
        yield
    except Exception as error:
        of_cluster = type(error).__module__.partition(".")[0] == "distributed"
        if not of_cluster and not isinstance(error, BrokenExecutor | CancelledError):
            raise
        raise refuse_list(
            "LST05",
            None,
            "een werker is gestopt of niet meer te bereiken; wat al gemaakt was, blijft staan",
            "a worker has stopped or cannot be reached any more; what was made already stays",
            fix,
        ) from error


def _settle_worker() -> None:
    """Leave Ctrl-C to the parent, and end with it, even when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


@contextmanager
def _open_dask(address: str) -> Iterator[tuple[Executor, int]]:
    if not address.startswith(_DASK) or ":" not in address.removeprefix(_DASK):
        fix = Text(nl="schrijf dask://host:poort", en="write dask://host:port")
        raise refuse_list("LST05", None, f"“{address}” is geen adres", f"“{address}” is no address", fix)
    try:
        from distributed import Client
    except ImportError:
        raise refuse_list(
            "LST05",
            None,
            "distributed is niet geïnstalleerd, dat met een Dask-cluster praat",
            "distributed, which talks to a Dask cluster, is not installed",
            Text(nl="pip install 'ibndocs[dask]'", en="pip install 'ibndocs[dask]'"),
        ) from None
    for name in ("distributed", "distributed.client", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what fails is told in words of ours, once
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            f"tcp://{address.removeprefix(_DASK)}", timeout=_SECONDS_TO_CONNECT, set_as_default=False
        )
    except OSError as error:
        raise refuse_list(
            "LST05",
            None,
            f"de planner op {address} antwoordt niet",
            f"the scheduler at {address} does not answer",
            Text(nl="start hem met “dask scheduler”", en="start it with “dask scheduler”"),
        ) from error
    with client:
        _check_workers(client, address)
        executor = _Cluster(client)
        try:
            yield executor, max(1, sum(client.ncores().values()))
        finally:
            executor.shutdown(wait=False)


class _Cluster(Executor):
    """The workers of a cluster, whose loss is noticed: a client of Dask waits for its scheduler without an end."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._workers = client.get_executor(pure=False, retries=2)

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """A future that fails when the scheduler is gone."""
        return _Awaited(self._client, self._workers.submit(fn, *args, **kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the workers go."""
        del cancel_futures
        self._workers.shutdown(wait=wait)


class _Awaited(Future[_T]):
    """What a worker of a cluster will give."""

    def __init__(self, client: Any, given: Future[_T]) -> None:
        super().__init__()
        self._client = client
        self._given = given

    def result(self, timeout: float | None = None) -> _T:
        """The result.

        Raises:
            BrokenExecutor: The scheduler is gone.
        """
        del timeout
        while self._client.status == "running":
            try:
                return self._given.result(_SECONDS_BETWEEN_LOOKS)
            except TimeoutError:
                continue
        raise BrokenExecutor


def _check_workers(client: Any, address: str) -> None:
    """Refuse a cluster whose letters could differ from those made here."""
    if not client.ncores():
        fix = Text(nl=f"start er met “dask worker {address}”", en=f"start some with “dask worker {address}”")
        raise refuse_list("LST05", None, f"{address} heeft geen werkers", f"{address} has no workers", fix)
    try:
        versions = set(client.run(tell_version).values())
    except Exception:  # whatever a worker raises that does not have this program
        versions = set()
    if versions != {__version__}:
        found = ", ".join(sorted(versions)) or "–"
        raise refuse_list(
            "LST05",
            None,
            f"de werkers hebben niet ibndocs {__version__} (gevonden: {found})",
            f"the workers do not have ibndocs {__version__} (found: {found})",
            Text(nl="installeer deze versie bij elke werker", en="install this version with every worker"),
        )


def tell_version() -> str:
    """The version of the program where this runs."""
    return __version__
