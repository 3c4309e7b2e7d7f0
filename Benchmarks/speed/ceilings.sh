#!/usr/bin/env bash
# A forecast of a million lines under a thousand ceilings and 56,000 sums: reconciliation, rules and
# rounding by what the forecast takes more than without them.
# shellcheck source=Benchmarks/speed/speed.sh
source "$(dirname "$0")/speed.sh"

generated ceilings --units 5600 --subjects 3100 --years 3 --seed 1 --lines-only --ceilings 1000

# Subjects stand under their classes, without the groups between, as in many governments: with
# these there are 400,000 sums.
flat=$kept/ceilings-flat
if [[ ! -e $flat/datapackage.json ]]; then
  mkdir -p "$flat"
  cp "$dataset"/{accounts,units,ceilings}.csv "$flat"
  awk -F, -v OFS=, 'length($1) != 5 { $3 = substr($3, 1, 3); print }' \
    "$dataset/subjects.csv" >"$flat/subjects.csv"
  sed 's/\[3, 5, 7\]/[3, 7]/' "$dataset/datapackage.json" >"$flat/datapackage.json"
fi

# The same without ceilings.
free=$kept/ceilings-free
if [[ ! -e $free/datapackage.json ]]; then
  mkdir -p "$free"
  cp "$flat"/{accounts,units,subjects,ceilings}.csv "$free"
  sed -i '2,$d' "$free/ceilings.csv"
  cp "$flat/datapackage.json" "$free"
fi

forecast() { # label, folder, method
  measured "$1" - - "$binary" forecast "$2" --reconcile "$3" --level total | tee -a "$scratch/told"
}

forecast "sums added up, no ceilings" "$free" bottom-up
forecast "least squares, no ceilings" "$free" variance
forecast "least squares, 1,000 ceilings" "$flat" variance
sed -E 's/.*: ([0-9.]+) CPU s, peak ([0-9]+) MB/\1 \2/' "$scratch/told" | awk '
  NR == 1 { seconds = $1; megabytes = $2 }
  END {
    printf "1 M lines, 56,000 sums, 1,000 ceilings: %.1f CPU s (asked 20 s), ", $1 - seconds
    printf "%d MB (asked 1500 MB) more than sums added up\n", $2 - megabytes
  }'
