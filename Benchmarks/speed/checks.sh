#!/usr/bin/env bash
# The checks of a million rows with a hundred thousand sums.
# shellcheck source=Benchmarks/speed/speed.sh
source "$(dirname "$0")/speed.sh"

generated checks --units 17240 --subjects 160 --years 4 --seed 1 --lines-only
measured "checks, 1,000,147 rows" 5 - "$binary" check "$dataset"
