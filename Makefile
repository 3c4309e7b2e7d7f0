SWIFT ?= swift
PREFIX ?= /usr/local
DATASET ?= datasets/panzhihua-chengdu
OUTPUT ?= outturn-output

scripts = .ci/run $(wildcard scripts/*.sh) $(wildcard Benchmarks/*.sh Benchmarks/*/*.sh)

.DEFAULT_GOAL := help
.PHONY: help run test torture check bench accuracy prior install clean setup release speed

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: release ## Build with optimisation and run the founding dataset into outturn-output
	.build/release/outturn run $(DATASET) --output $(OUTPUT) --exit-zero

test: setup ## Run all tests
	$(SWIFT) test

torture: setup ## Run 2,000 slips in random accounts, and 2,000 accounts without one
	OUTTURN_TORTURE=2000 $(SWIFT) test --filter AnalyticsTests.SlipTests

check: ## Check format, imports, scripts, and that other programs read what we write
	@scripts/setup.sh --check
	$(SWIFT) format lint --strict --recursive --configuration .swift-format \
	  Sources Tests Package.swift
	scripts/check-imports.sh
	shellcheck $(scripts)
	$(SWIFT) build --explicit-target-dependency-import-check error
	scripts/conformance.sh
	scripts/workbook.sh
	scripts/browser.sh

bench: release ## Measure CPU time, and accuracy where the benchmark folder BENCH_DATA is
	Benchmarks/cpu-time.sh
	@if [ -d "$${BENCH_DATA:-../shared}/bench" ]; then $(MAKE) accuracy; \
	else echo "bench: no benchmark folder; set BENCH_DATA to score forecasts"; fi

speed: release ## Measure CPU time and memory of large work, each beside what is asked
	@for script in $(filter-out %/speed.sh,$(wildcard Benchmarks/speed/*.sh)); do $$script || exit 1; done

accuracy: release ## Score forecasts on public panels and M4, and write docs/accuracy.md
	Benchmarks/fiscal.sh
	Benchmarks/m4.sh
	Benchmarks/staffing.sh
	Benchmarks/accuracy.sh

prior: release ## Learn the shipped prior anew from the panels in BENCH_DATA
	Benchmarks/learn-prior.sh

install: release ## Install the program under PREFIX (/usr/local), without need of a toolchain
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/release/outturn $(DESTDIR)$(PREFIX)/bin/outturn

clean: ## Remove what was built; outturn-output stays
	rm -rf .build

# With Swift's libraries inside, the program starts in half the time.
release: setup
	$(SWIFT) build -c release --product outturn --static-swift-stdlib

setup:
	@scripts/setup.sh
