#!/bin/sh
# Reads the samples with a built patchwork: on the terminal, then as one page under out/ which it names.
set -eu
patchwork=$1
set -- Samples/*.txt Samples/*.html Samples/*.jsonl
for file; do # a kind of which there is no sample is not an error
  shift
  [ -e "$file" ] && set -- "$@" "$file"
done
"$patchwork" read "$@"
mkdir -p out
"$patchwork" read --to html "$@" >out/demo.html
echo
echo "The same as a page: $(pwd)/out/demo.html"
