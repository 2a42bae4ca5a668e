# Set-up, build and tests. Everything that is installed goes into .venv/ and .cache/, but for the
# system's own packages, which apt brings where we may ask it to.

PYTHON  ?= python3
ARGS    ?=
PYTEST  ?=
WORKERS ?= 2
UPGRADE ?=

VENV  := .venv
PY    := $(VENV)/bin/python
DONE  := $(VENV)/.done
FONTS := .cache/fonts/.done
BEGUN := .cache/installing

PIP  := $(PY) -m pip --disable-pip-version-check --no-input --quiet --quiet
LOCK  = $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE) --group installer pyproject.toml

.DEFAULT_GOAL := build
.PHONY: all build check serve test quick lint schema pictures lock clean clean-all help setup setup-test FORCE

build: setup ## set up what is missing, then make the site, the signs and the staff pack
	@$(PY) build.py $(ARGS)

all: build

check: $(DONE)/run ## look for mistakes in venues/ and content/, make nothing
	@$(PY) build.py check $(ARGS)

serve: setup ## show the site on this machine
	@$(PY) build.py serve $(ARGS)

test: setup-test $(DONE)/chromium lint ## everything: lint, then all tests (PYTEST="-k word", WORKERS=2)
	@$(PY) -m pytest -n $(WORKERS) $(PYTEST)

quick: setup-test ## the tests that take seconds
	@$(PY) -m pytest -n $(WORKERS) -m "not slow and not browser" --durations=5 --durations-min=2 $(PYTEST)

lint: $(DONE)/test ## ruff and mypy
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --strict placard

schema: $(DONE)/run ## write schema/venue.schema.json anew from the model and the codes
	@$(PY) -m placard.schema

pictures: setup-test $(DONE)/chromium ## draw the pictures of the README from what was built
	@$(PY) build.py && $(PY) docs/make_pictures.py

lock: $(DONE)/run ## write both lock files anew from pyproject.toml (UPGRADE=--upgrade for newer versions)
	@$(PIP) install 'uv>=0.9,<1'
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --extra test --constraint requirements.lock --output-file requirements-test.lock

clean: ## take away what builds and tests made, out/ included
	@rm -rf out .out-staging build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

clean-all: clean ## the same, and what was set up
	@rm -rf $(VENV) .cache placard_signs.egg-info

help: ## this list
	@sed -n 's/^\([a-z-]*\):.* ## /\1	/p' Makefile | awk -F '\t' '{ printf "make %-10s %s\n", $$1, $$2 }'

setup: $(DONE)/run $(DONE)/pango $(FONTS)
setup-test: setup $(DONE)/test

# A stamp is written last, so that a step which was cut short is done again. An installation that was
# cut short may leave half a package that looks whole: then .venv is made anew.
# The stamp holds the folder, because a copied .venv still points to the place it was copied from.
SOUND := $(shell test ! -e $(BEGUN) && $(PY) -c "" 2>/dev/null && cat $(DONE)/run 2>/dev/null)
ifneq "$(SOUND)" "$(CURDIR)"
$(DONE)/run: FORCE
endif

$(DONE)/run: requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { \
	  echo "$(PYTHON) is missing or too old; Python 3.11 or newer is needed, as in: make PYTHON=python3.12"; exit 1; }
	@if test -e $(BEGUN) || ! $(PY) -m pip --version >/dev/null 2>&1; then \
	  echo "Making $(VENV) ..."; mkdir -p .cache && touch $(BEGUN) && $(PYTHON) -m venv --clear $(VENV); fi
	@echo "Installing what requirements.lock names (a minute or two the first time) ..."
	@mkdir -p .cache $(DONE) && touch $(BEGUN) && rm -f $(DONE)/run
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@rm $(BEGUN) && printf '%s\n' "$(CURDIR)" > $(DONE)/run

$(DONE)/test: requirements-test.lock $(DONE)/run
	@echo "Installing what the tests need ..."
	@touch $(BEGUN)
	@$(PIP) install --require-hashes -r requirements-test.lock
	@rm $(BEGUN) && touch $@

# What pip cannot bring. Without it we go on: the website needs no Pango, and only tests need Chromium.
define from_the_system
	@packages="$$($(PY) -m placard.doctor --packages $(1))"; \
	if test -n "$$packages" && command -v apt-get >/dev/null; then \
	  root="sudo -n"; test "$$(id -u)" != 0 || root=env; \
	  if $$root true 2>/dev/null; then \
	    echo "Installing $$packages ..."; \
	    $$root apt-get update -qq && \
	    $$root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$packages >/dev/null; \
	  fi; \
	fi; \
	if $(PY) -m placard.doctor $(1); then touch $@; fi
endef

$(DONE)/pango: $(DONE)/run
	$(call from_the_system,pango subset)

$(DONE)/chromium: $(DONE)/run
	$(call from_the_system,chromium)

$(FONTS): $(DONE)/run placard/press/fonts.py
	@$(PY) -m placard.press.fonts
	@mkdir -p $(@D) && touch $@
