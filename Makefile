# `make demo` and `make test` need only Python 3.11 or newer, and make; each makes an environment of its own.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
OUT ?= out
DEMO := .venv-demo/bin
TEST := .venv-test/bin
SOURCES := $(shell find kg ontology -type f -not -name '*.pyc' 2>/dev/null)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint types ontology model bench wheel ci clean

help:            ## Show this list.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: .venv-demo/installed  ## Install kg and build a graph of the example articles.
	$(DEMO)/kg build examples/articles -o $(OUT)
	@echo
	@echo "Open $(OUT)/graph.html in a browser, or ask:"
	@echo "  $(DEMO)/kg query $(OUT) \"\$$(cat examples/queries/who-leads.rq)\""

test: .venv-test/installed  ## Run the tests.
	$(TEST)/python -m pytest $(ARGS)

lint: .venv-test/installed  ## Check the style and the floor plan (who may import whom).
	$(TEST)/ruff check .
	$(TEST)/lint-imports

types: .venv-test/installed  ## Check the types (strict).
	$(TEST)/mypy

ontology: .venv-test/installed  ## Generate ontology/kg.ttl and shapes.ttl from the YAML files.
	$(TEST)/kg ontology build

model:           ## Train and export the annotator (hours; CORPORA=folder, see training/README.md).
	@test -n "$(CORPORA)" || { echo "say where the corpora lie: make model CORPORA=folder"; exit 2; }
	$(PYTHON) -m venv .venv-model
	.venv-model/bin/pip install -q -e . -r training/requirements.txt
	.venv-model/bin/python -m training.prepare --corpora $(CORPORA) --out training/runs/data
	.venv-model/bin/python -m training.train --data training/runs/data --out training/runs/model
	.venv-model/bin/python -m training.export --run training/runs/model

bench: .venv-test/installed  ## Measure quality (needs the annotated articles) and speed.
	$(TEST)/python -m benchmarks.quality --readme
	$(TEST)/python -m benchmarks.speed

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
