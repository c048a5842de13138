#!/bin/sh
# Builds and runs the fuzzers, each for some seconds (default 30), from seeds made of the installed model and a few
# sentences: Fuzz/run.sh [SECONDS] [FUZZER ...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
seconds=${1:-30}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- Archives Doors Encodings Feeds Imprints Mails Metadata ModelFiles PDFs Pages ReportLines Tags Texts
PATCHWORK_DATA=${PATCHWORK_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/patchwork}
SWIFT_BACKTRACE=enable=no
export PATCHWORK_DATA SWIFT_BACKTRACE
swift build --package-path "$here" -c release --sanitize=fuzzer -Xswiftc -enable-testing
for fuzzer in "$@"; do
  corpus="$here/.build/corpus/$fuzzer"
  mkdir -p "$corpus"
  python3 "$here/seeds.py" "$fuzzer" "$corpus"
  "$here/.build/release/$fuzzer" "$corpus" -max_total_time="$seconds" -timeout=30 -rss_limit_mb=2048 \
    -artifact_prefix="$corpus/"
done
