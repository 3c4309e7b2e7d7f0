#!/usr/bin/env bash
# Scores the yearly series of the M4 competition: all 23,000 at six horizons, fitted on the spot,
# and the last five points of each at three; with the CPU time of each.
# shellcheck source=Benchmarks/benchmarks.sh
source "$(dirname "$0")/benchmarks.sh"

need_benchmarks
series=$data/bench/m4-yearly
accuracy=$data/bench/accuracy
columns=(--map year=t --map unit=series_id --map outturn=value)

forecast() { # input, horizon, name; writes the forecasts and prints the CPU time
  local TIMEFORMAT='%U %S'
  { time "$binary" forecast "$1" "${columns[@]}" --origin series --level line --stage outturn \
    --horizon "$2" --prior none --format csv >"$kept/$3.csv" 2>"$kept/$3.log"; } 2>"$kept/$3.time" ||
    fail "outturn forecast failed: $(tail -n 3 "$kept/$3.log")"
  "$python" "$accuracy/convert.py" <"$kept/$3.csv" >"$kept/$3-scored.csv"
  awk -v name="$3" '{ printf "%s: %.0f ms CPU per 1,000 series\n", name, ($1 + $2) * 1000 / 23 }' \
    "$kept/$3.time"
}

last_five() { # the last five points of each series, as train.csv is ordered
  "$python" - "$series/train.csv.gz" "$kept/last5.csv" <<'PYTHON'
import sys, pandas as pd
d = pd.read_csv(sys.argv[1], dtype={"series_id": str, "value": str})
d = d.groupby("series_id", sort=False).tail(5)
d["t"] = d.groupby("series_id").cumcount() + 1
d.to_csv(sys.argv[2], index=False)
PYTHON
}

forecast "$series/train.csv.gz" 6 m4
"$python" "$accuracy/score.py" --data "$series" --forecasts "$kept/m4-scored.csv" --json |
  tee "$kept/m4.json"
last_five
forecast "$kept/last5.csv" 3 m4-last5
"$python" "$accuracy/score.py" --data "$series" --forecasts "$kept/m4-last5-scored.csv" \
  --last 5 --h 3 --json | tee "$kept/m4-last5.json"
