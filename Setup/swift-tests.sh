#!/bin/sh
# Runs the Swift tests and shows what went wrong, what was left out, and the sum: swift-tests.sh SWIFT [ARGUMENT…]
# With VERBOSE set everything is shown.
set -u
swift=$1
shift
set -- "$swift" test --skip-build --disable-xctest "$@"
[ -n "${VERBOSE:-}" ] && exec "$@"
failed=$(mktemp)
trap 'rm -f "$failed"' EXIT
# A line of a test that starts may run over several lines, where its argument does.
{ "$@" 2>&1 || echo $? >"$failed"; } | awk '
  /^◇ / { within = !/ started\.$/; next }
  within { within = !/ started\.$/; next }
  /^✔ (Test|Suite) / && !/^✔ Test run / { next }
  { print }'
exit "$(cat "$failed" | grep . || echo 0)"
