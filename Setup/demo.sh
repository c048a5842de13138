#!/bin/sh
# Reads the samples with a built patchwork: two rival reports of one event on the terminal, all of them as one page
# under out/ which it names.
set -eu
patchwork=$1
"$patchwork" read Samples/2016-09-20-levant-wire-convoy.txt Samples/2016-09-20-volga-news-bureau-convoy.txt
set -- Samples/*.txt Samples/*.html
mkdir -p out
"$patchwork" read --to html --output out/demo.html "$@"
echo
echo "Two of $# reports. All of them, each account beside its sentence: $(pwd)/out/demo.html"
