#!/bin/sh
# Installs the system libraries of system-libraries.tsv that are missing, where that is permitted; otherwise names the
# one command to run. Says nothing where nothing is missing.
set -eu
table=$(dirname "$0")/system-libraries.tsv

present() { # PACKAGE MODULE
  if [ "$2" = - ]; then
    command -v "$1" >/dev/null 2>&1 && return 0
  else
    command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$2" && return 0
  fi
  dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q '^install ok installed$'
}

missing=
while IFS='	' read -r package module what; do
  case $package in '#'* | package | '') continue ;; esac
  present "$package" "$module" || missing="$missing $package"
done <"$table"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  root='sudo -n'
else
  root=refused
fi
if [ "$root" = refused ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "set-up: system libraries are missing; run: sudo apt-get install -y$missing" >&2
  exit 69
fi

echo "Installing system libraries:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# The first try without an update: lists are often there, and a second try tells whether they were the trouble.
install="$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends$missing"
if ! $install >"$log" 2>&1; then
  if ! { $root apt-get update -q >"$log" 2>&1 && $install >>"$log" 2>&1; }; then
    tail -n 5 "$log" >&2
    echo "set-up: apt could not install them; run: sudo apt-get update && sudo apt-get install -y$missing" >&2
    exit 69
  fi
fi
