# shellcheck shell=bash
# Sourced by scripts that need packages from PyPI. The script has a function `fail`.

# Makes a virtual environment that has exactly the given packages, unless it is there.
ensure_venv() { # folder, variable that skips the caller, name==version...
  local venv=$1 skip=$2 marker
  shift 2
  marker=$venv/installed-$(printf '%s-' "$@")
  [[ -e $marker ]] && return
  command -v python3 >/dev/null || fail "python3 is missing; install it, or set $skip=1"
  rm -rf "$venv"
  python3 -m venv "$venv" ||
    fail "python3 cannot make a virtual environment; install python3-venv, or set $skip=1"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "$@" ||
    fail "pip cannot install $*; where there is no network, set $skip=1"
  touch "$marker"
}
