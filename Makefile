# Everything a fresh machine needs is Python 3.11 or newer and make.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= out

.PHONY: help demo test lint types bench train ablations clean lock

help:
	@echo "make demo   set up, read the bundled articles, write a brief and print its path"
	@echo "make test   set up, check the code and run all tests"
	@echo "make bench  print the figures that the README cites"
	@echo "make train  train the event coder anew and write its weights and card"
	@echo "make clean  remove what the others made"

$(VENV)/ready: requirements/run.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("detente needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/ready-test: $(VENV)/ready requirements/test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements/test.txt
	@touch $@

demo: $(VENV)/ready
	$(BIN)/detente demo --output $(OUT)

lint: $(VENV)/ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/ready-test
	$(BIN)/pyright --pythonpath $(BIN)/python

test: lint types
	$(BIN)/python -m pytest

$(VENV)/ready-train: $(VENV)/ready requirements/train.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements/train.txt
	@touch $@

train: $(VENV)/ready-train
	$(BIN)/python training/coder

ablations: $(VENV)/ready-train
	$(BIN)/python training/coder --measure --half

bench: $(VENV)/ready-test
	$(BIN)/python benchmarks/help_time.py
	$(BIN)/python benchmarks/coding_cost.py examples/russia-turkey/articles
	$(BIN)/python benchmarks/kills.py --n 10 examples/russia-turkey/articles

# The pins are what a fresh environment resolves to; run this to renew them.
lock:
	sh requirements/lock.sh

clean:
	rm -rf $(VENV) $(OUT) dist build .pytest_cache .ruff_cache .hypothesis .import_linter_cache
