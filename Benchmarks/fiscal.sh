#!/usr/bin/env bash
# Scores next outturns (A), outturns of a known budget (B) and next budgets (C) of real public
# panels, horizons 1 to 3, each panel with a prior that was learned without it. Takes names of
# panels, joined by commas; all if there is none.
# shellcheck source=Benchmarks/benchmarks.sh
source "$(dirname "$0")/benchmarks.sh"

need_benchmarks
prepare_panels
priors=$kept/priors
mkdir -p "$priors"
id=$(sha256sum "$binary" | cut -c1-16)
for panel in "$panels"/*.csv; do
  name=$(basename "$panel" .csv)
  [[ -e $priors/$name.$id ]] && continue
  "$binary" learn "$panels"/*.csv --leave-out "$name" --output "$priors/$name.json" >/dev/null
  rm -f "$priors/$name".[0-9a-f]*
  touch "$priors/$name.$id"
done

run="$binary forecast {input} --horizon {h} --stage {stage} --level line"
run+=" --prior $priors/{panel}.json --format csv > {output} 2>/dev/null"
"$python" "$data/bench/fiscal/fiscal.py" suite --panels "${1:-shared}" --tasks ABC --h 1,2,3 \
  --json "$kept/fiscal.json" --run "$run" | sed -n '/^# summary/,$p'
