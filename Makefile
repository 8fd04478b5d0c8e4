# One command each. `make run` and `make test` do all the set-up themselves.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test coverage check format tools bench endure questions pictures clean

run: $(READY)  ## The bot: on this machine without a token, on Telegram with one
	@exec $(BIN)/netwerkdag run

test: $(READY)  ## Everything that CI looks at: style, types, imports, tests
	$(MAKE) --no-print-directory check
	$(BIN)/pytest -n auto

coverage: $(READY)  ## Which lines and branches no test runs; half as long again as the tests alone
	$(BIN)/pytest -n auto --cov --cov-report=term:skip-covered

check: $(READY)  ## Style, types and the import arrow
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## Put the code in its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)  ## The benchmarks, as tables
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

endure: $(READY)  ## The Haarlem day with 300 guests (SEED=40 plays that day again), then a message to 5,000, both with kill -9
	@$(BIN)/python -m benchmarks.endure $(SEED)
	@$(BIN)/python -m benchmarks.endure.broadcast

questions: $(READY)  ## How well the questions in tests/data are answered, per kind and language
	@PYTHONPATH=.:tests $(BIN)/python -P tests/question_score.py

pictures: $(READY)  ## The pictures in the README (needs make tools)
	@$(BIN)/python docs/make_pictures.py

tools:  ## The system programs that tests use (Debian; needs root)
	apt-get update -qq
	apt-get install -y -qq khal calcurse libical-dev gcc libc6-dev chromium poppler-utils zbar-tools >/dev/null
	command -v npm >/dev/null || apt-get install -y -qq nodejs npm >/dev/null
	npm install --prefix var/tools --no-save --no-audit --no-fund --silent ical.js@2.2.1

clean:  ## Everything that the commands above made, the database too
	rm -rf $(VENV) var build .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info

# The environment is made anew when the dependencies change.
$(READY): pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "netwerkdag needs Python 3.11 or newer: install it, or say make PYTHON=python3.12" >&2; exit 1; }
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Setting up (once, a minute or so) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
