# Installing and packaging; included by the Makefile.
PREFIX ?= /usr/local
PAGES := .build/pages
# Where packages are put.
PACKAGES ?= dist

.PHONY: pages install uninstall deb units-test boot-test packaging-tools

packaging-tools:
	@scripts/system-libraries.sh --packaging

pages: build ## Manual pages and completions, from what the programs say of themselves.
	@scripts/pages.sh "$(BIN)" $(PAGES)

install: ## Installs what `make build pages` made: PREFIX=/usr/local, DESTDIR= for packages.
	@BIN="$(BIN)" PAGES=$(PAGES) PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" scripts/install.sh install

uninstall: ## Takes it away again; configuration and data stay.
	@BIN="$(BIN)" PAGES=$(PAGES) PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" scripts/install.sh uninstall

deb: packaging-tools pages ## A Debian package in dist/.
	@scripts/deb.sh $(PACKAGES)

units-test: ## The units: systemd's own check, and its score of what they may do.
	@scripts/units-test.sh

boot-test: deb ## Installs the package in a systemd of its own, and tries everything there (root).
	@scripts/boot-test.py $(PACKAGES)
