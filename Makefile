# `make demo` and `make test` need only Python 3.11 or newer, and make; each makes an environment of its own.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
OUT ?= out
RUNS ?= training/runs
MODEL ?= kg/models/en
RECIPE ?= training/recipe.toml
DEMO := .venv-demo/bin
TEST := .venv-test/bin
TRAIN := .venv-model/bin
# Freed batches are kept for the next one: else the kernel takes as long as the training.
MALLOC := MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=17179869184
SOURCES := $(shell find kg ontology -type f -not -name '*.pyc' 2>/dev/null)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint types ontology model corpora bench screenshot wheel ci clean

help:            ## Show this list.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: .venv-demo/installed  ## Install kg and build a graph of the example articles.
	$(DEMO)/kg build examples/articles -o $(OUT)
	@echo
	@echo "Open $(OUT)/graph.html in a browser, or ask:"
	@echo "  $(DEMO)/kg query $(OUT) --file examples/queries/who-leads.rq"

test: .venv-test/installed  ## Run the tests.
	$(TEST)/python -m pytest $(ARGS)

lint: .venv-test/installed  ## Check the style and the floor plan (who may import whom).
	$(TEST)/ruff check .
	$(TEST)/lint-imports

types: .venv-test/installed  ## Check the types (strict).
	$(TEST)/mypy

ontology: .venv-test/installed  ## Generate ontology/kg.ttl and shapes.ttl from the YAML files.
	$(TEST)/kg ontology build

model: corpora .venv-model/installed  ## Train and export the annotator (an hour; CORPORA=folder, see training/README.md).
	$(TRAIN)/python -m training.prepare --corpora $(CORPORA) --out $(RUNS)/data
	$(MALLOC) $(TRAIN)/python -m training.train --data $(RUNS)/data --out $(RUNS)/model --recipe $(RECIPE)
	$(TRAIN)/python -m training.export --run $(RUNS)/model --target $(MODEL)
	$(MALLOC) $(TRAIN)/python -m training.names --data $(RUNS)/data --run $(RUNS)/model --model $(MODEL) --recipe $(RECIPE)
	$(TRAIN)/python -m training.coreference --corpora $(CORPORA) --model $(MODEL) --recipe $(RECIPE)
	$(TRAIN)/python -m training.relations --corpora $(CORPORA) --model $(MODEL) --recipe $(RECIPE)
	$(TRAIN)/python -m training.calibrate --corpora $(CORPORA) --model $(MODEL)
	$(TRAIN)/python -m training.evaluate --corpora $(CORPORA) --model $(MODEL) --card

corpora:
	@test -d "$(CORPORA)" || { echo "say where the corpora lie: make model CORPORA=folder"; exit 2; }

bench: .venv-test/installed  ## Measure quality (needs the annotated articles), speed and resolution.
	$(TEST)/python -m benchmarks.quality --readme
	$(TEST)/python -m benchmarks.speed
	$(TEST)/python -m benchmarks.resolution
	$(TEST)/python -m benchmarks.incremental
	$(TEST)/python -m benchmarks.explorer

screenshot: .venv-test/installed  ## Take the picture of the page that the docs show (needs Chromium).
	$(TEST)/python -m benchmarks.screenshot

wheel:           ## Build the wheel into dist/.
	$(PYTHON) -m pip wheel -q --no-deps -w dist .

ci:              ## Run everything that the project checks before a change lands.
	bash .ci/run

clean:           ## Remove what make made, but for the example output's placeholder.
	rm -rf .venv-demo .venv-test .venv-model build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find out -mindepth 1 -not -name .gitkeep -delete

.venv-demo/installed: pyproject.toml $(SOURCES)
	$(PYTHON) -m venv .venv-demo
	$(DEMO)/python -m pip install -q .
	@touch $@

.venv-test/installed: pyproject.toml
	$(PYTHON) -m venv .venv-test
	$(TEST)/python -m pip install -q -e '.[test]'
	@touch $@

.venv-model/installed: pyproject.toml training/requirements.txt
	$(PYTHON) -m venv .venv-model
	$(TRAIN)/python -m pip install -q -e . -r training/requirements.txt
	@touch $@
