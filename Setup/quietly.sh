#!/bin/sh
# Runs a command and shows what it printed only when it fails, or as it goes where VERBOSE is set: quietly.sh WHAT COMMAND…
# On a terminal one line tells that it is at work, and goes when it is done.
set -u
what=$1
shift
[ -n "${VERBOSE:-}" ] && exec "$@"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
[ -t 2 ] && printf '%s … (some minutes the first time)' "$what" >&2
"$@" >"$log" 2>&1
status=$?
[ -t 2 ] && printf '\r\033[K' >&2
[ "$status" = 0 ] || cat "$log" >&2
exit "$status"
