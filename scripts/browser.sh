#!/usr/bin/env bash
# Has a real browser, headless Chromium, read the page of every dataset as a person does, by
# keyboard, on a phone, in the dark and on paper, and has axe-core look for what shuts people out.
# Needs a debug build. OUTTURN_SKIP_BROWSER=1 skips it.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.build/browser-venv
binary=.build/debug/outturn

fail() {
  echo "browser: $*" >&2
  exit 1
}

if [[ ${OUTTURN_SKIP_BROWSER:-} == 1 ]]; then
  echo "browser: skipped, as OUTTURN_SKIP_BROWSER=1 asks" >&2
  exit 0
fi

for program in chromium chromedriver pdftotext; do
  command -v "$program" >/dev/null ||
    fail "$program is missing; run scripts/setup.sh --check, or set OUTTURN_SKIP_BROWSER=1"
done
[[ -x $binary ]] || fail "$binary is missing; run 'swift build' first"
# shellcheck source=scripts/venv.sh
source scripts/venv.sh
ensure_venv "$venv" OUTTURN_SKIP_BROWSER selenium==4.51.0 axe-core-python==0.1.0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for dataset in datasets/*/; do
  name=$(basename "$dataset")
  "$binary" report "$dataset" --output "$scratch/$name" --charts "$scratch/$name/charts" \
    --exit-zero >/dev/null
  echo "browser: $name"
  "$venv/bin/python" scripts/browser_test.py "$scratch/$name"
done
