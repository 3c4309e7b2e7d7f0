#!/usr/bin/env bash
# Learns the prior that comes with the program from the public panels of the fiscal benchmark, and
# writes it over the one in Sources. The program must be built anew for it to count.
# shellcheck source=Benchmarks/benchmarks.sh
source "$(dirname "$0")/benchmarks.sh"

need_benchmarks
prepare_panels
"$binary" learn "$panels"/*.csv --output Sources/Forecast/Pooled/shipped-prior.json
