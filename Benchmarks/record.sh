#!/bin/sh
# Grows a record of made-up reports and prints, a line for each step: reports, CPU seconds that adding the step took, milliseconds
# of a page of incidents, of a search and of a page of reports, and the peak memory in MB.
#   record.sh [REPORTS [STEP]]
# Then the slope of time over size on logarithmic scales between the first step and the last: adding is near-linear when it is at
# most 1.15. At the end 10,000 accounts of one place and one day, the same way in five steps. Reports come from a seed, with
# skewed places and one copy in ten (Tests/PatchworkStoreExercise).
set -eu
cd "$(dirname "$0")/.."
reports=${1:-200000}
step=${2:-20000}
swift build -c release --product PatchworkStoreExercise >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
.build/release/PatchworkStoreExercise grow "$folder/grown.record" "$reports" "$step" | tee "$folder/figures"
awk 'NR == 1 { first = $1; total = 0 } { total += $2; if (NR == 1) early = total; size = $1 }
  END { if (size > first) printf "slope %.2f\n", log(total / early) / log(size / first) }' "$folder/figures"
.build/release/PatchworkStoreExercise dense "$folder/dense.record" 5000 1000
