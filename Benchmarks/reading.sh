#!/bin/sh
# Measures the whole of `patchwork read` against spaCy alone; see reading.py.
exec "$(dirname "$0")/../Tools/spacy-python.sh" "$(dirname "$0")/reading.py" "$@"
