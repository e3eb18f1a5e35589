"""Who renders: this process, processes beside it, or the workers of a Dask cluster; all behind one `Executor`."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from ibndocs import __version__
from ibndocs.foundation.findings import Text
from ibndocs.letters.faults import refuse_list

_P = ParamSpec("_P")
_T = TypeVar("_T")
_DASK = "dask://"
_SECONDS_TO_CONNECT = 15


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
        FaultyInput: `LST05`: the cluster cannot be used.
    """
    if address:
        with _open_dask(address) as opened:
            yield opened
        return
    if jobs == 1:
        yield Inline(), 1
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_settle_worker)
    try:
        yield pool, jobs
    finally:
        pool.shutdown(cancel_futures=True)


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
        executor = client.get_executor(pure=False, retries=2)
        try:
            yield executor, max(1, sum(client.ncores().values()))
        finally:
            executor.shutdown(wait=False)


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
