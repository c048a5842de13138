#!/bin/sh
# Grows a record of made-up reports that speak of places and prints, a line for each step: reports; processor milliseconds (the middle
# of five) of a governorate's strip over a year, of the patchwork view of the newest day and of the middle one, of the truces of a year, and of a movement's
# case file; how many statements the strip counts, how many strikes on the destination the case file finds; the peak memory in MB.
#   situation.sh [REPORTS [STEP]]
# Ends with an error where an answer is another than the one that the generator expects (Tests/PatchworkStoreExercise).
set -eu
cd "$(dirname "$0")/.."
reports=${1:-200000}
step=${2:-20000}
swift build -c release --product PatchworkStoreExercise >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
.build/release/PatchworkStoreExercise situate "$folder/grown.record" "$reports" "$step"
