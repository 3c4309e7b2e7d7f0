#!/bin/sh
# Sees to what a build needs, and with --check to what `make check` needs besides. Says nothing
# and changes nothing where all of it is there.
set -eu

swift_at_least="6.2"
browser_packages="chromium chromium-driver fonts-noto-cjk poppler-utils"
build_packages="libopenblas-dev liblapacke-dev libssl-dev libxlsxwriter-dev zlib1g-dev pkg-config"

say() { printf 'setup: %s\n' "$*" >&2; }

has() { command -v "$1" >/dev/null 2>&1; }

usage() {
  say "usage: scripts/setup.sh [--check]"
  exit 64
}

# Whether a version such as 6.3 is at least another.
at_least() {
  have_major=${1%%.*} have_minor=${1#*.}
  need_major=${2%%.*} need_minor=${2#*.}
  [ "$have_major" -gt "$need_major" ] ||
    { [ "$have_major" -eq "$need_major" ] && [ "$have_minor" -ge "$need_minor" ]; }
}

require_swift() {
  version=""
  if has swift; then
    version=$(swift --version 2>/dev/null |
      sed -n 's/.*Swift version \([0-9]\{1,\}\.[0-9]\{1,\}\).*/\1/p' | head -n 1)
  fi
  if [ -z "$version" ]; then
    say "Swift $swift_at_least or newer is needed, and no working 'swift' is on the PATH."
  elif at_least "$version" "$swift_at_least"; then
    return 0
  else
    say "Swift $swift_at_least or newer is needed; 'swift' on the PATH is $version."
  fi
  say "Install it with swiftly: https://www.swift.org/install/"
  say "Then open a new shell, or add its folder usr/bin to the PATH."
  exit 1
}

is_debian() {
  [ -r /etc/os-release ] && has apt-get && has dpkg-query &&
    grep -Eq '^ID(_LIKE)?=.*(debian|ubuntu)' /etc/os-release
}

has_package() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

has_venv() { has python3 && python3 -c 'import ensurepip, venv' 2>/dev/null; }

missing_on_debian() {
  for package in $build_packages; do
    has_package "$package" || printf ' %s' "$package"
  done
  $for_check || return 0
  has shellcheck || printf ' shellcheck'
  has_venv || printf ' python3-venv'
  has soffice || printf ' libreoffice-calc'
  for package in $browser_packages; do
    has_package "$package" || printf ' %s' "$package"
  done
}

# As root, or through sudo where there is a sudo.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    say "neither root nor sudo; run as root: $*"
    exit 1
  fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" >&2
}

set_up_debian() {
  missing=$(missing_on_debian)
  [ -n "$missing" ] || return 0
  say "installing$missing"
  apt update
  # shellcheck disable=SC2086 # a list of names
  apt install -y --no-install-recommends $missing
}

# lapacke.h has a .pc file of its own on some systems, and stands beside cblas.h on others.
has_lapacke() {
  pkg-config --exists lapacke && return 0
  for folder in $(pkg-config --variable=includedir openblas) /usr/include /usr/local/include; do
    [ -e "$folder/lapacke.h" ] && return 0
  done
  return 1
}

missing_elsewhere() {
  if ! has pkg-config; then
    printf ' pkg-config'
  else
    pkg-config --exists openblas || printf ' OpenBLAS'
    has_lapacke || printf ' LAPACKE'
    pkg-config --exists libcrypto || printf ' OpenSSL'
    pkg-config --exists xlsxwriter || printf ' libxlsxwriter'
  fi
  $for_check || return 0
  has shellcheck || printf ' shellcheck'
  has_venv || printf ' Python-3-with-venv'
  has soffice || printf ' LibreOffice'
}

set_up_elsewhere() {
  missing=$(missing_elsewhere)
  [ -n "$missing" ] || return 0
  say "missing:$missing. This script installs packages on Debian and Ubuntu only; elsewhere:"
  say "  Fedora: sudo dnf install openblas-devel lapack-devel openssl-devel libxlsxwriter-devel zlib-devel pkgconf-pkg-config"
  say "  Arch:   sudo pacman -S openblas lapacke openssl libxlsxwriter zlib pkgconf"
  say "  macOS:  brew install openblas openssl@3 libxlsxwriter pkgconf"
  say "          (and put the lib/pkgconfig folders of both into PKG_CONFIG_PATH)"
  if $for_check; then
    say "  and for 'make check': shellcheck (Fedora: ShellCheck), LibreOffice, Python 3,"
    say "  Chromium with chromedriver, and poppler's pdftotext"
  fi
  exit 1
}

for_check=false
case "$#:${1-}" in
  0:) ;;
  1:--check) for_check=true ;;
  *) usage ;;
esac

require_swift
if is_debian; then set_up_debian; else set_up_elsewhere; fi
