# Everything runs in an environment of its own, .venv, which is made when it is needed.
#   make demo     build the example dossier and say where it is
#   make test     all tests (fetches LibreOffice, poppler and fonts first where that is possible)
#   make check    style, types and the layers of the house
#   make bench    side-by-side benchmarks (sets up the peers with pip and npm in bench/)
#   make schema   write schemas/ anew from the models
#   make forms    make the blank stand-in forms anew
# ARGS is handed on: make test ARGS='tests/office -k word'

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test check bench schema forms venv

BIN := .venv/bin
READY := .venv/.ready
OFFICE := .venv/.office-ready
DEMO := examples/biorenov

help:
	@sed -n 's/^#   //p' Makefile

venv: $(READY)

$(READY): pyproject.toml constraints.txt tools/make-venv.sh
	@tools/make-venv.sh
	@touch $@

$(OFFICE): tools/ensure-office.sh | $(READY)
	@tools/ensure-office.sh
	@touch $@

demo: $(READY)
	@$(BIN)/ibndocs build $(DEMO) $(ARGS)
	@echo "The dossier is in $(DEMO)/out"

test: $(READY) $(OFFICE)
	$(BIN)/pytest -n 2 --dist loadfile $(ARGS)

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m bench $(ARGS)

schema: $(READY)
	$(BIN)/ibndocs schema --write $(ARGS)

forms: $(READY)
	$(BIN)/python -m tools.forms $(ARGS)
