#!/bin/sh
# Holds a served record to its own description: api.sh PATCHWORK [REPORT…]
# Makes a record of the samples (or of the reports given) with a user of every right, serves it, and lets schemathesis
# send at least 2,000 requests made from /openapi.json, with all of its checks. Run by hand: it installs from PyPI into
# a folder of its own (VENV, default out/schemathesis).
set -eu
cd "$(dirname "$0")/../.."
patchwork=$1
shift
[ $# -gt 0 ] || set -- Samples/*.txt
venv=${VENV:-out/schemathesis}
port=${PORT:-8399}
if ! [ -x "$venv/bin/st" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --require-hashes -r Tests/Site/requirements.txt
fi
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
db=$folder/api.record
"$patchwork" add --db "$db" "$@"
echo 'a password for the test' | "$patchwork" users add --db "$db" --role manager Tester
token=$("$patchwork" users token --db "$db" --scope manager --label schemathesis Tester)
"$patchwork" serve --db "$db" --port "$port" >"$folder/log" 2>&1 &
server=$!
python3 - "$port" <<'PYTHON'
import sys, time, urllib.request
for attempt in range(100):
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/login").read()
        break
    except OSError:
        time.sleep(0.1)
else:
    sys.exit("the record is not served")
PYTHON
"$venv/bin/st" run "http://127.0.0.1:$port/openapi.json" --header "Authorization: Bearer $token" \
  --checks all --max-examples "${EXAMPLES:-60}" --seed 1 --workers 1 "${ST_OPTIONS:---no-color}"
cat "$folder/log"
"$patchwork" verify --db "$db"
