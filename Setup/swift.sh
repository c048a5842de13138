#!/bin/sh
# Says in one line what to do where Swift is missing, too old or does not run.
set -eu
wanted=6.2
where=https://www.swift.org/install/linux/
if ! command -v swift >/dev/null 2>&1; then
  echo "set-up: Swift $wanted or newer is needed and no swift is on the PATH; see $where" >&2
  exit 69
fi
if ! said=$(swift --version 2>&1); then
  echo "set-up: swift does not run ($(printf '%s' "$said" | tail -n 1)); see $where" >&2
  exit 69
fi
found=$(printf '%s' "$said" | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
if [ "$(printf '%s\n%s\n' "$wanted" "$found" | sort -V | head -n 1)" != "$wanted" ]; then
  echo "set-up: Swift $wanted or newer is needed, found ${found:-an unknown version}; see $where" >&2
  exit 69
fi
