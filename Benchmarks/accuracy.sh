#!/usr/bin/env bash
# Writes docs/accuracy.md from what fiscal.sh and m4.sh have measured.
# shellcheck source=Benchmarks/benchmarks.sh
source "$(dirname "$0")/benchmarks.sh"

need_benchmarks
for result in fiscal m4 m4-last5 staffing; do
  [[ -s $kept/$result.json ]] || fail "$kept/$result.json is missing; run 'make accuracy'"
done
"$python" Benchmarks/accuracy.py "$kept" >docs/accuracy.md
echo "docs/accuracy.md is written"
