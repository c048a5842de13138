#!/bin/sh
# Says in one line what to do where Swift is missing or too old.
set -eu
wanted=6.2
if ! command -v swift >/dev/null 2>&1; then
  echo "set-up: Swift $wanted or newer is needed and no swift is on the PATH; see https://www.swift.org/install/linux/" >&2
  exit 69
fi
found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
if [ "$(printf '%s\n%s\n' "$wanted" "$found" | sort -V | head -n 1)" != "$wanted" ]; then
  echo "set-up: Swift $wanted or newer is needed, found ${found:-an unknown version}; see https://www.swift.org/install/linux/" >&2
  exit 69
fi
