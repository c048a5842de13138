#!/bin/sh
# Runs a Python script with spaCy in a virtual environment of its own, made on first use.
# SPACY_VENV names another place for it (default: .build/spacy-venv).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
venv=${SPACY_VENV:-$root/.build/spacy-venv}
if ! "$venv/bin/python" -c 'import spacy' 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet -r "$root/Tools/spacy-requirements.txt" >&2
fi
exec "$venv/bin/python" "$@"
