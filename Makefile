# `make run` and `make test` are all a fresh machine needs (with Python 3.11 or later).
# The environment is made with uv where there is one, else with venv and pip.

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UV := $(shell command -v uv 2>/dev/null)

.PHONY: run test lint style types pictures readme bench screenshots clean

run: $(READY)
	@$(BIN)/matinee demo

# The tests on real servers come after the others and one by one: each server is started once for all of them.
test: $(READY) lint
	$(BIN)/python -m pytest -n auto -m "not server"
	$(BIN)/python -m pytest -m server

# Types and pictures take their time: side by side they take it once.
lint: $(READY)
	@$(MAKE) --no-print-directory -j2 style types pictures

style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(READY)
	$(BIN)/mypy

pictures: $(READY)
	$(BIN)/python screenshots/take.py --check

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

readme: $(READY)
	$(BIN)/python -m tests.test_readme

screenshots: $(READY)
	$(BIN)/python screenshots/take.py

$(READY): pyproject.toml uv.lock
ifneq ($(UV),)
	$(UV) sync --quiet
else
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Matinee needs Python 3.11 or later: make run PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
endif
	@touch $(READY)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
