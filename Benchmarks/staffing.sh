#!/usr/bin/env bash
# Scores next outturns of a government whose headcount is published: with next year's heads known,
# with them unknown, and by history alone. Takes the first and the last origin.
# shellcheck source=Benchmarks/benchmarks.sh
source "$(dirname "$0")/benchmarks.sh"

need_benchmarks
"$python" Benchmarks/staffing.py "$data/data/bermuda_budget/panel.csv" "$kept/staffing" \
  "${1:-2006}" "${2:-2021}" "$binary" "$kept/staffing.json"
