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
python3 - "$port" "$token" "$folder/schemathesis.toml" <<'PYTHON'
import json, sys, time, urllib.parse, urllib.request
port, token, config = sys.argv[1:]


def ask(path):
    """The JSON of a page; waits until the record is served."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Authorization": f"Bearer {token}"})
    for attempt in range(100):
        try:
            return json.load(urllib.request.urlopen(request))
        except urllib.error.URLError:
            time.sleep(0.1)
    sys.exit("the record is not served")


incidents, reports = ask("/incidents.json")["incidents"], ask("/reports.json")["reports"]
values = {
    "/incidents/": {"id": incidents[0]["id"]},
    "/reports/": {"id": max(reports, key=lambda report: report["accounts"])["id"], "n": 0},
    "/places/": {"id": ask("/places.json")["places"][0]["id"]},
    "/areas/": {"id": ask("/areas.json")["areas"][0]["id"]},
    "/speakers/": {"name": urllib.parse.quote(ask("/speakers.json")["speakers"][0]["who"])},
}
# The second run goes to what is there, the first to what schemathesis makes up.
with open(config, "w", encoding="utf-8") as file:
    for path, given in values.items():
        parameters = ", ".join(f'"path.{name}" = {json.dumps(value)}' for name, value in given.items())
        file.write(f'[[operations]]\ninclude-path-regex = "^{path}"\nparameters = {{ {parameters} }}\n\n')
PYTHON
run() {
  "$venv/bin/st" "$@" run "http://127.0.0.1:$port/openapi.json" --header "Authorization: Bearer $token" \
    --checks all --max-examples "${EXAMPLES:-30}" --seed 1 --workers 1 --no-color
}
failed=0
run || failed=1
run --config-file "$folder/schemathesis.toml" || failed=1
cat "$folder/log"
"$patchwork" verify --db "$db"
exit $failed
