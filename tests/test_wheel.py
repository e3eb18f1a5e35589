"""What people install: the wheel, made from the sdist, works outside the checkout with the data it carries."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from ibndocs import __version__

CHECKOUT = Path(__file__).resolve().parents[1]
DATA = ("templates", "schemas", "examples")

# What an installed copy must be able to do, and the exit code; {examples} and {out} are filled in.
COMMANDS = [
    ("--version", 0),
    ("--help", 0),
    ("schema", 0),
    ("check {examples}/minimal", 0),
    ("new {out}/new", 0),
    ("build {examples}/minimal -o {out}/minimal", 0),
    ("build {examples}/biorenov -o {out}/biorenov", 0),
    ("build {examples}/medverpakking -o {out}/medverpakking", 0),
]


@dataclass(frozen=True)
class Installed:
    """The archives, and an environment that holds nothing of this checkout."""

    sdist: Path
    wheel: Path
    python: Path
    package: Path

    def run(self, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run the installed program, in `cwd`."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        return subprocess.run(
            [self.python.with_name("ibndocs"), *args],
            cwd=cwd,
            env={**environment, "IBNDOCS_LANG": "en"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build sdist and wheel and install the wheel, without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    _call(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(CHECKOUT))
    (sdist,), (wheel,) = (folder / "dist").glob("*.tar.gz"), (folder / "dist").glob("*.whl")
    venv.create(folder / "venv", with_pip=False, symlinks=os.name != "nt")
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    _call(sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    library = Path(_call(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    # The libraries come from this environment; a folder named in a .pth file has its own .pth files left alone,
    # so the editable install of the checkout stays out of sight.
    (library / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return Installed(sdist, wheel, python, library / "ibndocs")


def _call(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def list_data() -> set[str]:
    """The data files that git keeps."""
    shown = subprocess.run(
        ["git", "ls-files", "-z", *DATA], cwd=CHECKOUT, capture_output=True, text=True, check=True
    ).stdout
    return {name for name in shown.split("\0") if name and (CHECKOUT / name).is_file()}


def test_the_sdist_and_the_wheel_hold_the_data(installed: Installed) -> None:
    with tarfile.open(installed.sdist) as archive:
        top = f"ibndocs-{__version__}/"
        in_sdist = {name.removeprefix(top) for name in archive.getnames()}
    with zipfile.ZipFile(installed.wheel) as archive:
        in_wheel = {name.removeprefix("ibndocs/_data/") for name in archive.namelist()}
        assert "ibndocs/py.typed" in archive.namelist()
    assert list_data()
    assert list_data() <= in_sdist
    assert list_data() <= in_wheel


def test_the_installed_program_uses_its_own_copy(installed: Installed, tmp_path: Path) -> None:
    script = "from ibndocs.foundation.datafiles import find_data; print(find_data('templates'))"
    found = subprocess.run(
        [installed.python, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.strip()
    assert Path(found) == installed.package.resolve() / "_data" / "templates"


@pytest.mark.parametrize(("command", "code"), COMMANDS)
def test_the_installed_program_works(installed: Installed, tmp_path: Path, command: str, code: int) -> None:
    words = {"examples": str(installed.package / "_data" / "examples"), "out": str(tmp_path / "out")}
    done = installed.run(*(word.format(**words) for word in command.split()), cwd=tmp_path)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
