# Two commands do everything: `make map` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.PHONY: map test lint types imports units coverage covered lowest pythons bench picture data clean

map: $(VENV)/.installed
	$(BIN)/geomap map seeds/ -o out/al-tanf

test: lint types imports units

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-test
	$(BIN)/mypy

imports: $(VENV)/.installed-test
	$(BIN)/lint-imports

units: $(VENV)/.installed-test
	$(BIN)/pytest -n 2 --dist worksteal

# The suite with its coverage: in all, and the files below nine tenths. It takes two fifths more; the floor is in pyproject.toml.
coverage: $(VENV)/.installed-test
	$(BIN)/pytest -n 2 --dist worksteal --cov --cov-report=
	$(MAKE) covered

# What the last run with coverage came to.
covered:
	$(BIN)/coverage report --sort=cover | awk '/^TOTAL/ || $$NF + 0 < 90'

# The suite with the lowest versions that pyproject.toml allows, without the browser and the notebooks, which are none of the package's.
lowest: $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv venv --quiet --clear --python $(PYTHON) .venv-lowest
	$(BIN)/uv pip install --quiet --python .venv-lowest/bin/python --resolution lowest-direct --editable ".[test]"
	.venv-lowest/bin/python -m pytest -n 2 --dist worksteal -p no:cacheprovider -m "not browser" --ignore tests/test_notebooks.py

# The suite with whichever other versions of Python the machine has.
pythons: OTHERS = $(foreach version,3.12 3.13,$(firstword $(wildcard $(HOME)/.pyenv/versions/$(version).*/bin/python$(version)) \
	$(shell command -v python$(version))))
pythons:
	test -n "$(OTHERS)"
	for python in $(OTHERS); do \
	  folder=.venv-$$(basename $$python) && $$python -m venv --clear $$folder && \
	  $$folder/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[test]" && \
	  $$folder/bin/python -m pytest -n 2 --dist worksteal -p no:cacheprovider || exit 1; \
	done

bench: $(VENV)/.installed-bench
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/geometry.py
	$(BIN)/python benchmarks/checks.py
	$(BIN)/python benchmarks/joins.py
	$(BIN)/python benchmarks/boundaries.py
	$(BIN)/python benchmarks/geometry.py --table
	$(BIN)/python benchmarks/gazetteer.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python evaluation/claims.py
	$(BIN)/python evaluation/places.py --plot docs/reliability.svg
	$(BIN)/python benchmarks/hostile.py

picture: $(VENV)/.installed-test map
	$(BIN)/python docs/picture.py out/al-tanf/map.html docs/al-tanf.png

data: $(VENV)/.installed-test
	$(BIN)/python data/build.py
	$(BIN)/python data/build_lines.py
	$(BIN)/python data/build_islands.py
	$(BIN)/python data/build_districts.py
	$(BIN)/python data/build_airports.py
	$(BIN)/python data/build_populated.py
	$(BIN)/python data/build_leaflet.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# An edited source is used as it is (editable install); only a change of what must be installed installs again.
$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[test]"
	touch $@

$(VENV)/.installed-bench: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[test,bench]"
	touch $@

clean:
	rm -rf $(VENV) .venv-lowest .venv-python3.* .coverage out build dist
