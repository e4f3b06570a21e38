# Each target sets up all it needs in .venv: Python 3.11 or newer and make are enough.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test accuracy benchmark reference expected clean

demo: .venv/user.stamp
	$(BIN)/gaojian check examples --output-format full --statistics --exit-zero

test: .venv/developer.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

accuracy: .venv/user.stamp
	$(BIN)/python tests/measure/accuracy.py

benchmark: .venv/user.stamp
	$(BIN)/python tests/measure/benchmark.py

reference: .venv/user.stamp
	$(BIN)/python -m gaojian reference > checks/gaojian_checks/README.md

expected: .venv/user.stamp
	mkdir -p examples/expected
	for name in drafts clean repository plugin; do \
		(cd examples/$$name && ../../$(BIN)/gaojian check . --exit-zero --quiet > ../expected/$$name.txt) || exit; \
	done

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist

.venv/user.stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "gaojian needs Python 3.11 or newer; set PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/developer.stamp: .venv/user.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	touch $@
