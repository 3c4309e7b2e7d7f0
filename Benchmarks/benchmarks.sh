# What the benchmark scripts share; they source it from the project's root.
# shellcheck shell=bash
#
# BENCH_DATA is the folder with bench/fiscal, bench/accuracy, bench/m4-yearly and data; it is not
# part of the project. Results are kept under .build/bench.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C OPENBLAS_NUM_THREADS=1

data=${BENCH_DATA:-../shared}
kept=$PWD/.build/bench
binary=$PWD/.build/release/outturn
python=$kept/venv/bin/python

fail() {
  echo "bench: $*" >&2
  exit 1
}

need_benchmarks() {
  [[ -x $binary ]] || fail "$binary is missing; run 'make bench' or 'make release' first"
  [[ -d $data/bench/fiscal ]] || fail "there is no benchmark folder $data; set BENCH_DATA"
  data=$(cd "$data" && pwd)
  mkdir -p "$kept"
  if [[ ! -e $kept/venv/ready ]]; then
    python3 -m venv "$kept/venv" || fail "python3 cannot make a virtual environment"
    "$kept/venv/bin/pip" install --quiet --disable-pip-version-check numpy==2.4.6 pandas==3.1.1 ||
      fail "pip cannot install numpy and pandas"
    touch "$kept/venv/ready"
  fi
}

# The panels of the fiscal benchmark, cleaned, as files that `outturn` reads: year, unit, subject,
# budget, outturn.
prepare_panels() {
  panels=$kept/panels
  mkdir -p "$panels"
  local name
  for name in $("$python" "$data/bench/fiscal/fiscal.py" list); do
    [[ -s $panels/$name.csv ]] ||
      "$python" "$data/bench/fiscal/fiscal.py" prep "$name" --out "$panels/$name.csv"
  done
}
