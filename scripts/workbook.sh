#!/usr/bin/env bash
# Has independent programs read the workbook of a run: LibreOffice recalculates it, and what it
# gives is compared with the values in the file, cell by cell; openpyxl reads formulas, formats,
# charts and rules. Needs a debug build. OUTTURN_SKIP_WORKBOOK=1 skips it.
set -euo pipefail
cd "$(dirname "$0")/.."

openpyxl_version=3.1.5
venv=.build/workbook-venv
binary=.build/debug/outturn

fail() {
  echo "workbook: $*" >&2
  exit 1
}

if [[ ${OUTTURN_SKIP_WORKBOOK:-} == 1 ]]; then
  echo "workbook: skipped, as OUTTURN_SKIP_WORKBOOK=1 asks" >&2
  exit 0
fi

install_openpyxl() {
  local marker=$venv/openpyxl-$openpyxl_version
  [[ -e $marker ]] && return
  rm -rf "$venv"
  python3 -m venv "$venv" ||
    fail "python3 cannot make a virtual environment; install python3-venv," \
      "or set OUTTURN_SKIP_WORKBOOK=1"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "openpyxl==$openpyxl_version" ||
    fail "pip cannot install openpyxl $openpyxl_version;" \
      "where there is no network, set OUTTURN_SKIP_WORKBOOK=1"
  touch "$marker"
}

# Recalculates every formula when a file is opened, which LibreOffice does not do unless told.
make_profile() { # folder
  mkdir -p "$1/user"
  cat >"$1/user/registrymodifications.xcu" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
XML
}

# Accounts whose names look like formulas, escapes and markup.
write_hostile() { # folder
  mkdir -p "$1"
  {
    printf 'year,unit,unit_name,subject,subject_name,budget,outturn\n'
    printf '2023,=1+1,"=HYPERLINK(""http://example.com"")",+2,@SUM(A1),100.00,90.00\n'
    printf '2023,=1+1,,-3,"line one\nline two",50.00,60.00\n'
    printf '2024,=1+1,,+2,,110.00,95.00\n'
    printf '2024,_x0041_,<b>&amp;</b>,007,%s,7.00,8.00\n' "$(printf '长%.0s' {1..400})"
  } >"$1/accounts.csv"
}

install_openpyxl
[[ -x $binary ]] || fail "$binary is missing; run 'swift build' first"
command -v soffice >/dev/null ||
  fail "soffice is missing; install libreoffice-calc, or set OUTTURN_SKIP_WORKBOOK=1"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
write_hostile "$scratch/hostile"
mkdir "$scratch/written" "$scratch/recalculated"

write_report() { # dataset, folder
  "$binary" report "$1" --output "$2" --exit-zero >/dev/null 2>"$scratch/log" || {
    cat "$scratch/log" >&2
    fail "outturn report $1 failed"
  }
}

for dataset in datasets/panzhihua-chengdu datasets/demo-city "$scratch/hostile/accounts.csv"; do
  name=$(basename "${dataset%/accounts.csv}")
  write_report "$dataset" "$scratch/$name-report"
  mv "$scratch/$name-report/report.xlsx" "$scratch/written/$name.xlsx"
done
write_report datasets/panzhihua-chengdu "$scratch/again"
cmp "$scratch/again/report.xlsx" "$scratch/written/panzhihua-chengdu.xlsx" ||
  fail "the same dataset gives two different workbooks"

"$venv/bin/python" scripts/workbook.py edit "$scratch/written"
make_profile "$scratch/profile"
soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to xlsx \
  --outdir "$scratch/recalculated" "$scratch"/written/*.xlsx >"$scratch/log" 2>&1 || {
  cat "$scratch/log" >&2
  fail "LibreOffice cannot convert the workbooks"
}
"$venv/bin/python" scripts/workbook.py compare "$scratch/written" "$scratch/recalculated"
