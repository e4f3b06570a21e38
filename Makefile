# Each target sets up all it needs, in a virtual environment of its own: Python 3.11 or newer and make are enough.
PYTHON ?= python3
PIP := -m pip --quiet --disable-pip-version-check
SOURCES := pyproject.toml README.md $(shell find lint checks -name '*.py' -o -name '*.toml' -o -name '*.json')

.PHONY: demo test accuracy bench scaling fuzz reference manual expected clean

demo: .venv/installed
	.venv/bin/gaojian check examples --output-format full --statistics --exit-zero

test: .venv-test/installed
	.venv-test/bin/ruff format --check .
	.venv-test/bin/ruff check .
	.venv-test/bin/mypy
	.venv-test/bin/pytest --numprocesses auto --dist loadfile

# Recall on seeded faults and false alarms on clean text; renews the table that a test holds every check to.
accuracy: .venv/installed
	.venv/bin/python tests/measure/accuracy.py --write checks/gaojian_checks/ACCURACY.md

# Seconds and megabytes a second, of whole processes; CORPUS=DIR for text of one's own, ARGUMENTS for the rest.
bench: .venv/installed
	.venv/bin/python tests/measure/benchmark.py $(if $(CORPUS),--corpus '$(CORPUS)') $(ARGUMENTS)

# How the time of every check grows with the size of texts that are made to be slow.
scaling: .venv/installed
	.venv/bin/python tests/measure/scaling.py $(ARGUMENTS)

# Broken files for every reader, for so many seconds in all.
SECONDS ?= 60
fuzz: .venv-test/installed
	.venv-test/bin/python tests/measure/fuzz.py --seconds $(SECONDS)

reference: .venv-test/installed
	.venv-test/bin/python -m gaojian.reference > checks/gaojian_checks/README.md.new
	mv checks/gaojian_checks/README.md.new checks/gaojian_checks/README.md

# The manual pages, with the day of the last version on them.
manual: .venv-test/installed
	rm -rf lint/man
	.venv-test/bin/python tests/measure/manual.py lint/man "$$(git log -1 --format=%ct)"

# The output that tests/test_samples.py expects; read the difference before you commit it.
expected: .venv-test/installed
	mkdir -p examples/expected
	for name in drafts clean repository plugin house-style; do \
		(cd examples/$$name && ../../.venv-test/bin/gaojian check . --exit-zero --quiet > ../expected/$$name.txt) || exit; \
	done

clean:
	rm -rf .venv .venv-test .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist

.venv/installed: $(SOURCES)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "gaojian needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	.venv/bin/python $(PIP) install '.[all]'
	@touch $@

.venv-test/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "gaojian needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv-test
	.venv-test/bin/python $(PIP) install --upgrade 'pip>=25.1'
	.venv-test/bin/python $(PIP) install --editable ".[all]" --group dev
	@touch $@
