#!/bin/sh
# Reads the samples with a built patchwork: two rival reports of one event on the terminal, all of them as one page under
# out/, and a record of them that ends with the page of the incident that most accounts tell of, and is then served in a
# browser (SERVE=0 for none, PORT another port).
set -eu
patchwork=$1
"$patchwork" read Samples/2016-09-20-levant-wire-convoy.txt Samples/2016-09-20-volga-news-bureau-convoy.txt
set -- Samples/*.txt Samples/*.html
mkdir -p out
"$patchwork" read --to html --output out/demo.html "$@"
rm -f out/demo.record out/demo.record-wal out/demo.record-shm
"$patchwork" add --db out/demo.record "$@"
convoy=$("$patchwork" incidents --db out/demo.record --type aid-attack --place 'Urum al-Kubra' --to csv |
  sed -n 2p | cut -d, -f3)
echo
"$patchwork" incident --db out/demo.record "$convoy"
echo
echo "All $# reports, each account beside its sentence: $(pwd)/out/demo.html"
echo "The record of them: $(pwd)/out/demo.record (patchwork status --db out/demo.record)"
# Served where somebody sits there to look at it.
if [ "${SERVE:-1}" = 0 ] || ! [ -t 0 ]; then
  echo "To open it in a browser: $patchwork serve --db out/demo.record"
  exit 0
fi
echo
exec "$patchwork" serve --db out/demo.record --port "${PORT:-8080}"
