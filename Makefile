# famplan: every way in that people and CI use. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help

SWIFT ?= swift
# One flavour is shipped, the static one: it is what CI tests and what `make run` starts.
RELEASE := --configuration release --static-swift-stdlib
BIN = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)

# The random households of `make agreement`; plain tests look at the first 500.
SEEDS ?= 500..<3500

# How often `make torture` kills the daemon, in the middle of adds and in the middle of sending, and harms its database.
ROUNDS ?= 500
ADDS ?= 20
LIVES ?= 300
HARMS ?= 100

# Minutes for each of the targets of `make fuzz`.
FUZZ_MINUTES ?= 5

.PHONY: help build run test terminal agreement conformance readers income bench torture fuzz-api attack mutants tour \
	pictures format lint clean system-libraries test-programs fuzz zones timesheets docc

include packaging.mk

help: ## This list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

system-libraries:
	@scripts/system-libraries.sh

test-programs:
	@scripts/system-libraries.sh --tests

build: system-libraries ## Builds the release flavour of both programs.
	$(SWIFT) build $(RELEASE) --product famplan
	$(SWIFT) build $(RELEASE) --product famplan-daemon

run: build ## Starts a daemon with the example household and shows its week.
	@scripts/run-example.sh "$(BIN)"

# Tests that wait for processes keep threads: few run at once, so that no other waits for one. What wants the machine to itself comes
# last: whether the daemon rests.
TESTS = $(SWIFT) test --skip-build --experimental-maximum-parallelization-width 4
test: test-programs ## Every test, with the real SQLite, sockets and processes.
	$(SWIFT) build --build-tests
	$(TESTS) --skip FamplanDaemonTests
	$(TESTS) --filter FamplanDaemonTests --skip RestTests
	$(TESTS) --filter RestTests

agreement: system-libraries ## The rules against a slow evaluation, for other random households: SEEDS='500..<3500'.
	FAMPLAN_SEEDS='$(SEEDS)' $(SWIFT) test --filter 'PlanningTests.*Agreement'

conformance: build ## Real calendar files of many producers, where they are (FAMPLAN_CASES, or ../shared/cases), through the programs.
	$(SWIFT) test --filter ConformanceTests
	@PYTHONDONTWRITEBYTECODE=1 scripts/conformance.py "$(BIN)"

readers: build ## What famplan exports, read by python-icalendar and khal.
	@PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 scripts/readers.py "$(BIN)"

income: build ## What famplan income says, to the cent against a calculation of its own: STREAMS=200 INCOME_ROUNDS=10.
	@PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 scripts/income_oracle.py "$(BIN)" --streams $(or $(STREAMS),200) \
		--rounds $(or $(INCOME_ROUNDS),3) --seed $(or $(SEED),1)

timesheets: build ## What famplan logs, read by hledger and Timewarrior, and their files read by famplan: the same hours.
	@PYTHONDONTWRITEBYTECODE=1 scripts/timesheets.py "$(BIN)"

terminal: build test-programs ## Types the first minutes with famplan in a terminal, and compares its screens: RECORD=1 writes them anew.
	@PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 scripts/first_minutes.py "$(BIN)" $(if $(RECORD),--record)

bench: build ## Speed, beside python-dateutil, libical, python-icalendar, calcurse, remind and khal.
	$(SWIFT) build $(RELEASE) --product famplan-bench
	@scripts/bench.sh "$(BIN)"

torture: build ## Kills the daemon in the middle of many adds, and of many messages, again and again; fills its disk, harms its database.
	@scripts/torture.sh "$(BIN)" $(ROUNDS) $(ADDS)
	@PYTHONDONTWRITEBYTECODE=1 scripts/torture_outbox.py "$(BIN)" $(LIVES)
	@PYTHONDONTWRITEBYTECODE=1 scripts/torture_disk.py "$(BIN)" $(HARMS)

fuzz: ## Gives the readers of calendars whatever libFuzzer makes up: FUZZ_MINUTES=5 for each of FUZZ_TARGETS='text rules zones'.
	@SWIFT="$(SWIFT)" scripts/fuzz.sh $(FUZZ_MINUTES) $(FUZZ_TARGETS)

fuzz-api: build ## Asks a daemon everything its description allows, and more, for 60 seconds: FUZZ_SECONDS=600, FUZZ='--seed 1'.
	@scripts/fuzz-api.sh "$(BIN)" $(or $(FUZZ_SECONDS),60) $(FUZZ)

attack: build ## Many, slow and far too large requests: others must still be served. SCALE=5 is more of it.
	@scripts/attack.sh "$(BIN)" $(or $(SCALE),1)

mutants: ## Breaks the rules on purpose, and sees whether a test notices (about two seconds for each mutant).
	@SWIFT="$(SWIFT)" scripts/mutants.py $(MUTANTS)

zones: ## Writes the table of Windows' names of time zones anew, from CLDR's; CHECK=--check only compares.
	@scripts/windows-zones.py $(CHECK)

tour: system-libraries ## Writes the pages that show commands anew, from what the programs really say.
	FAMPLAN_RECORD=1 $(SWIFT) test --filter 'DocumentedCommandsTests|APIPageTests'

pictures: build ## Draws docs/pictures anew: the example household's digest and week, by chromium.
	@scripts/pictures.sh "$(BIN)"

docc: ## Builds the reference of ICalendar into .build/docc; a link that leads nowhere is an error.
	@SWIFT="$(SWIFT)" scripts/docc.sh

format: ## Formats every Swift file.
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources/Fuzz*

lint: ## Formatting and style, warnings as errors; shell scripts too where shellcheck is there.
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources/Fuzz*
	@if command -v shellcheck >/dev/null; then shellcheck scripts/*.sh .ci/run; else echo "shellcheck is not installed: scripts not looked at"; fi

clean: ## Removes what was built, and the example's state.
	rm -rf .build .run Fuzz/.build
