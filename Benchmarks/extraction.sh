#!/bin/sh
# Measures `patchwork extract` against other extractors on the same pages; see extraction.py.
# The peers live in a virtual environment of their own, made on first use; EXTRACTION_VENV names another place for it
# (default: .build/extraction-venv).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
venv=${EXTRACTION_VENV:-$root/.build/extraction-venv}
if ! "$venv/bin/python" -c 'import trafilatura, resiliparse' 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --require-hashes --no-deps \
    -r "$root/Benchmarks/extraction-requirements.txt" >&2
fi
exec "$venv/bin/python" "$root/Benchmarks/extraction.py" "$@"
