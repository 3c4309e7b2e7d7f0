#!/usr/bin/env bash
# What people read: page, workbook and texts of 100,000 lines and of the demo city, beside the
# computation that they show.
# shellcheck source=Benchmarks/speed/speed.sh
source "$(dirname "$0")/speed.sh"

stages() { # label, CPU seconds asked, data set, stages: each and all of them
  "$binary" run "$3" --output "$scratch/run" --threads 1 --exit-zero >/dev/null
  local manifest=$scratch/run/current/manifest.json stage
  for stage in compute "${@:4}"; do
    python3 Benchmarks/speed/stages.py "$1, $stage" - "$manifest" "$stage"
  done
  python3 Benchmarks/speed/stages.py "$1, all reports" "$2" "$manifest" "${@:4}"
  rm -rf "$scratch/run"
}

reports=(report.html report.xlsx narrative.md draft.md)
stages "demo city" 1 datasets/demo-city "${reports[@]}"
generated reports --units 12400 --subjects 160 --years 4 --seed 3 --lines-only
stages "100,000 lines" 15 "$dataset" "${reports[@]}"
measured "100,000 lines, computation and reports" - 500 \
  "$binary" report "$dataset" --output "$scratch"
