# One entry for everything; each target says what it does in `make help`.
PYTHON ?= $(shell for v in python3.11 python3.12 python3.13 python3; do command -v $$v >/dev/null 2>&1 && $$v -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && echo $$v && break; done)
PORT ?= 8080
PIP = .venv/bin/python -m pip --disable-pip-version-check -q
JOBS ?= 3
export PYTHONDONTWRITEBYTECODE =

.PHONY: help setup demo test test-both check format bench chaos fuzz migrate texts correctness mutants lock

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

.venv/.core: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 with venv is needed"; exit 1; }
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@echo "$(CURDIR)" > "$$(.venv/bin/python -c 'import site; print(site.getsitepackages()[0])')/kerjalagi-here.pth"
	@printf '#!/bin/sh\nexec "%s/.venv/bin/python" -m bot "$$@"\n' "$(CURDIR)" > .venv/bin/kerjalagi && chmod +x .venv/bin/kerjalagi
	@touch $@

.venv/.dev: .venv/.core requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

setup: .venv/.dev  ## install everything that building and testing needs

demo: .venv/.core  ## play KerjaLagi on this machine, no token needed (PORT=8080)
	@.venv/bin/kerjalagi demo --port $(PORT)

test: .venv/.dev  ## run the tests
	@.venv/bin/python -m pytest -n $(JOBS) --dist loadgroup -m "not bench and not long" $(ARGS)

test-both: export KERJALAGI_BOTH_DATABASES = 1
test-both: test  ## the same, with every dialogue on both databases

check: .venv/.dev  ## format check, lint, types, import contracts, tests: what CI runs
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(MAKE) --no-print-directory test

format: .venv/.dev  ## format and mend what can be mended
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

.venv/.bench: .venv/.dev requirements-bench.lock
	@$(PIP) install --require-hashes -r requirements-bench.lock
	@touch $@

bench: .venv/.bench  ## speed beside peers, in one run
	@.venv/bin/python -m pytest -q -s -m bench tests/benchmarks tests/quality tests/matching/test_quality.py

chaos: .venv/.dev  ## the long chaos run
	@.venv/bin/python -m pytest -q -s -m "chaos" tests/chaos

fuzz: .venv/.dev  ## the long fuzz runs
	@.venv/bin/python -m pytest -q -s -m "long"

migrate: .venv/.core  ## create or upgrade the database
	@.venv/bin/kerjalagi migrate

texts: .venv/.dev  ## write the screens' snapshots anew; read the difference afterwards
	@.venv/bin/python -m pytest -q --snapshot-update tests/bot/screens

mutants: .venv/.dev  ## change the rules in every small way and see which tests notice (about 10 minutes)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && mkdir -p "$$folder/tests/jkp" && cp -R jkp intake "$$folder" \
	&& cp -R tests/jkp/rules tests/jkp/cases "$$folder/tests/jkp" && cp tests/jkp/rules/mutants.toml "$$folder/pyproject.toml" && cd "$$folder" \
	&& { CI=1 PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 KERJALAGI_RANDOM_CASES=4000 "$(CURDIR)/.venv/bin/mutmut" run --max-children $(JOBS); \
	"$(CURDIR)/.venv/bin/python" tests/jkp/rules/mutants.py mutants; }

correctness: .venv/.core  ## write docs/correctness.md anew from the rows and the written cases
	@.venv/bin/kerjalagi law page tests/jkp/cases/golden.yaml tests/jkp/cases/more.yaml

lock:  ## pin the dependencies anew (needs uv)
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -q -o requirements-dev.lock
	@uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -q -c requirements-dev.lock -o requirements.lock
	@uv pip compile --group bench --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -q -c requirements-dev.lock -o requirements-bench.lock
