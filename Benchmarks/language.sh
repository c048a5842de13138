#!/bin/sh
# Measures the language engine against spaCy; see language.py.
exec "$(dirname "$0")/../Tools/spacy-python.sh" "$(dirname "$0")/language.py" "$@"
