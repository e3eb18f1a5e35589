#!/usr/bin/env bash
# Makes .venv and installs the program into it, with the exact versions of constraints.txt.
# PYTHON=/path/to/python chooses the interpreter; without it the first that is 3.11 or newer.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local candidate
  for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
    if command -v "$candidate" >/dev/null && is_new_enough "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  say "Python 3.11 or newer is needed and ${PYTHON:-none of python3, python3.13, python3.12, python3.11} is that."
  say "Debian 12+ or Ubuntu 24.04+: apt-get install python3 python3-venv.  macOS: brew install python@3.13."
  say "Or name one: make PYTHON=/path/to/python3.12 ..."
  exit 1
}

# Debian and Ubuntu split what `python -m venv` needs into a package of its own.
ensure_venv_module() {
  "$1" -c 'import ensurepip, venv' 2>/dev/null && return
  local package
  package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "$package" >&2
  else
    say "This Python cannot make environments yet. Install that first:  sudo apt-get install $package"
    exit 1
  fi
}

if ! { [ -x .venv/bin/python ] && is_new_enough .venv/bin/python && .venv/bin/python -m pip --version; } >/dev/null 2>&1; then
  python=$(find_python)
  ensure_venv_module "$python"
  say "Making .venv with $python"
  "$python" -m venv --clear .venv
fi

pip=(.venv/bin/python -m pip --disable-pip-version-check --quiet)
# The build backend comes from constraints.txt too, so that an install today and one next year are the same.
"${pip[@]}" install --constraint constraints.txt hatchling editables
"${pip[@]}" install --constraint constraints.txt --no-build-isolation --editable '.[dev]'
