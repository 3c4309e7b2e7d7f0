#!/usr/bin/env bash
# CPU time of the release binary's whole run over the founding dataset. CPU time and not the
# clock, because machines are shared; every round writes to a new folder, because a run that is
# already there is only reported.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C  # times with a decimal point

binary=.build/release/outturn
dataset=datasets/panzhihua-chengdu
rounds=${ROUNDS:-9}

fail() {
  echo "bench: $*" >&2
  exit 1
}

[[ -x $binary ]] || fail "$binary is missing; run 'make bench' or 'swift build -c release' first"
[[ -e $dataset ]] || fail "$dataset is missing"
[[ $rounds =~ ^[1-9][0-9]*$ ]] || fail "ROUNDS must be a count from 1, not '$rounds'"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

round() { # number; prints milliseconds of CPU, user and system
  local TIMEFORMAT='%3U %3S' user system
  { time "$binary" run "$dataset" --output "$scratch/$1" --exit-zero \
    >/dev/null 2>"$scratch/log"; } 2>"$scratch/time" || {
    cat "$scratch/log" >&2
    fail "outturn run failed"
  }
  read -r user system <"$scratch/time"
  echo $((10#${user/./} + 10#${system/./}))
}

round warm-up >/dev/null
times=()
for ((number = 1; number <= rounds; number++)); do times+=("$(round "$number")"); done
mapfile -t sorted < <(printf '%s\n' "${times[@]}" | sort -n)

printf 'outturn run %s, %d rounds, CPU time: least %d ms, median %d ms, most %d ms\n' \
  "$dataset" "$rounds" "${sorted[0]}" "${sorted[rounds / 2]}" "${sorted[rounds - 1]}"
