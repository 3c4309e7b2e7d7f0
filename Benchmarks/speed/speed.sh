# What the speed scripts share; they source it. CPU time and not the clock, because machines are
# shared. Data sets are made once, under .build/bench/speed.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C OPENBLAS_NUM_THREADS=1

binary=$PWD/.build/release/outturn
kept=$PWD/.build/bench/speed

fail() {
  echo "bench: $*" >&2
  exit 1
}

[[ -x $binary ]] || fail "$binary is missing; run 'make bench' or 'make release' first"
mkdir -p "$kept"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

measured() { # label, CPU seconds asked, megabytes asked, command and its arguments
  python3 Benchmarks/speed/measured.py "$@"
}

generated() { # name, options of `outturn generate`; the folder is then in $dataset
  dataset=$kept/$1
  [[ -e $dataset/datapackage.json ]] || "$binary" generate "${@:2}" "$dataset" >/dev/null
}
