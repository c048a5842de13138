#!/bin/sh
# Compares the language engine with spaCy; see peer-check.py.
exec "$(dirname "$0")/spacy-python.sh" "$(dirname "$0")/peer-check.py" "$@"
