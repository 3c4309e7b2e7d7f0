SWIFT ?= swift
PREFIX ?= /usr/local
DATASET ?= datasets/panzhihua-chengdu
OUTPUT ?= outturn-output

scripts = .ci/run $(wildcard scripts/*.sh)

.DEFAULT_GOAL := help
.PHONY: help run test torture check bench install clean setup release

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: release ## Build with optimisation and run the founding dataset into outturn-output
	.build/release/outturn run $(DATASET) --output $(OUTPUT) --exit-zero

test: setup ## Run all tests
	$(SWIFT) test

torture: setup ## Run 2,000 slips in random accounts, and 2,000 accounts without one
	OUTTURN_TORTURE=2000 $(SWIFT) test --filter AnalyticsTests.SlipTests

check: ## Check format, imports, scripts and that frictionless accepts what we read and write
	@scripts/setup.sh --check
	$(SWIFT) format lint --strict --recursive --configuration .swift-format \
	  Sources Tests Package.swift
	scripts/check-imports.sh
	shellcheck $(scripts)
	$(SWIFT) build --explicit-target-dependency-import-check error
	scripts/conformance.sh

bench: release ## Measure the CPU time of a whole run
	scripts/bench.sh

install: setup ## Install the program under PREFIX (/usr/local), without need of a toolchain
	$(SWIFT) build -c release --product outturn --static-swift-stdlib --scratch-path .build/install
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/install/release/outturn $(DESTDIR)$(PREFIX)/bin/outturn

clean: ## Remove what was built; outturn-output stays
	rm -rf .build

release: setup
	$(SWIFT) build -c release --product outturn

setup:
	@scripts/setup.sh
