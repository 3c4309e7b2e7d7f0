#!/usr/bin/env bash
# Has independent programs check this one: the Python `frictionless` validates every dataset, and
# what a run over each of them writes; `quadprog` solves what ceilings ask for. Needs a debug build.
# OUTTURN_SKIP_CONFORMANCE=1 skips it.
set -euo pipefail
cd "$(dirname "$0")/.."

frictionless_version=5.21.0
quadprog_version=0.1.13
numpy_version=2.2.6
venv=.build/conformance-venv
binary=.build/debug/outturn

fail() {
  echo "conformance: $*" >&2
  exit 1
}

if [[ ${OUTTURN_SKIP_CONFORMANCE:-} == 1 ]]; then
  echo "conformance: skipped, as OUTTURN_SKIP_CONFORMANCE=1 asks" >&2
  exit 0
fi

validate() { # a datapackage.json
  local report
  if report=$(cd "$(dirname "$1")" && "$frictionless" validate "$(basename "$1")" 2>&1); then
    echo "conformance: valid: $1"
  else
    printf '%s\n' "$report" >&2
    fail "not valid: $1"
  fi
}

# shellcheck source=scripts/venv.sh
source scripts/venv.sh
ensure_venv "$venv" OUTTURN_SKIP_CONFORMANCE "frictionless==$frictionless_version" \
  "quadprog==$quadprog_version" "numpy==$numpy_version"
frictionless=$PWD/$venv/bin/frictionless

shopt -s nullglob
datasets=(datasets/*/datapackage.json)
((${#datasets[@]} > 0)) || fail "no datasets/*/datapackage.json to validate"
[[ -x $binary ]] || fail "$binary is missing; run 'swift build' first"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for descriptor in "${datasets[@]}"; do
  validate "$descriptor"
  dataset=$(dirname "$descriptor")
  output=$scratch/$(basename "$dataset")
  "$binary" run "$dataset" --output "$output" --exit-zero >/dev/null 2>"$scratch/log" || {
    cat "$scratch/log" >&2
    fail "outturn run $dataset failed"
  }
  validate "$output/current/datapackage.json"
done

"$venv/bin/python" Tests/Oracles/reconciliation.py --binary "$PWD/$binary" --random 20 --seed 1
