#!/usr/bin/env bash
# Holds the sources to their layers: Runner → Reports → Forecast → Analytics → LinearAlgebra →
# CBLAS, to Runner → Synthetic → Analytics and to Reports → Spreadsheets → CXLSXWriter. An edge may
# skip a layer; none goes back. Takes the folder of the sources, if it is not Sources; prints what
# is wrong as file:line: error: and exits 1.
set -euo pipefail
shopt -s globstar nullglob

sources=${1:-Sources}

# From the bottom up.
layers=(Spreadsheets LinearAlgebra Analytics Synthetic Forecast Reports Runner)

# C libraries, and the one target that may import each.
declare -A c_module_owner=(
  [CBLAS]=LinearAlgebra [CCrypto]=Runner [CMalloc]=Runner [CXLSXWriter]=Spreadsheets
  [CZlib]=Runner)

# Files that may name pointers, apart from Runner's that import the operating system.
unsafe_files='^(LinearAlgebra/|Spreadsheets/Writing/|Analytics/Reading/ByteScanner[^/]*\.swift$)'
operating_system='^(Foundation|FoundationEssentials|Glibc|Musl|Darwin|CCrypto|CMalloc|CZlib)$'

modifiers='(@[A-Za-z_]+(\([^)]*\))?|public|package|internal|fileprivate|private)'
kinds='(typealias|struct|class|enum|protocol|let|var|func)'
import_line="^[[:space:]]*((${modifiers}[[:space:]]+)*)import[[:space:]]+(${kinds}[[:space:]]+)?([A-Za-z_][A-Za-z_0-9]*)"
pointer_word='Unsafe[A-Za-z]*Pointer|OpaquePointer|Unmanaged|withUnsafe|withMemoryRebound|unsafeBitCast|unsafelyUnwrapped'

failures=0

complain() { # file:line, message
  printf '%s: error: %s\n' "$1" "$2" >&2
  failures=$((failures + 1))
}

height() { # of a layer; nothing for a module that is no layer
  local index
  for index in "${!layers[@]}"; do
    if [[ ${layers[index]} == "$1" ]]; then
      echo "$index"
      return
    fi
  done
}

check_import() { # file:line, target, modifiers, module
  local place=$1 target=$2 access=$3 module=$4 owner from to
  from=$(height "$target")
  to=$(height "$module")
  if [[ -n $from && -n $to && $to -gt $from ]]; then
    complain "$place" "$target imports $module, which is above it; pass values up instead"
  fi
  owner=${c_module_owner[$module]:-}
  if [[ -n $owner && $target != "$owner" ]]; then
    complain "$place" "$target imports $module; only $owner does, and wraps what others need"
  fi
  if [[ $module =~ ^(CBLAS|CXLSXWriter)$ && ! $access =~ (internal|fileprivate|private) ]]; then
    complain "$place" "write 'internal import $module', so that no caller sees it"
  fi
  if [[ $module == Foundation* && $target != Runner ]]; then
    complain "$place" "$target imports $module; only Runner touches the outside world"
  fi
}

check_file() {
  local file=$1 path=${1#"$sources"/} number line
  local target=${path%%/*} may_name_pointers=false
  [[ $path =~ $unsafe_files ]] && may_name_pointers=true
  while IFS=: read -r number line; do
    [[ $line =~ $import_line ]] || continue
    local access=${BASH_REMATCH[1]} module=${BASH_REMATCH[7]}
    check_import "$file:$number" "$target" "$access" "$module"
    [[ $target == Runner && $module =~ $operating_system ]] && may_name_pointers=true
  done < <(grep -nE '(^|[[:space:]])import[[:space:]]' "$file" || true)
  $may_name_pointers && return
  while IFS=: read -r number line; do
    [[ $line =~ ^[[:space:]]*// ]] && continue
    complain "$file:$number" "a pointer; these stay in LinearAlgebra, Spreadsheets/Writing, ByteScanner and those files of Runner that import the operating system"
  done < <(grep -nE "$pointer_word" "$file" || true)
}

for file in "$sources"/**/*.swift; do check_file "$file"; done

if ((failures > 0)); then
  echo "check-imports: $failures found; the layers are in CONTRIBUTING.md" >&2
  exit 1
fi
