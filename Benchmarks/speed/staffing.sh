#!/usr/bin/env bash
# What staff will cost: 10,000 units with 8 categories of people over 10 years, and their movements.
# shellcheck source=Benchmarks/speed/speed.sh
source "$(dirname "$0")/speed.sh"

dataset=$kept/staffing
[[ -e $dataset/datapackage.json ]] || python3 Benchmarks/speed/staffing.py "$dataset" 10000 8 10
measured "staffing, 10,000 units × 8 categories × 10 years" 5 - "$binary" staffing "$dataset"
