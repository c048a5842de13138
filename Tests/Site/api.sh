#!/bin/sh
# Holds a served record to its own description: api.sh PATCHWORK [REPORT…]
# Makes a record of the samples (or of the reports given) with a user of every right and a planned movement, serves it, and lets
# schemathesis send at least 2,000 requests made from /openapi.json, with all of its checks. Run by hand: it installs from PyPI into
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
"$patchwork" movements key "$folder/key"
token=$("$patchwork" users token --db "$db" --scope manager --label schemathesis Tester)
"$patchwork" serve --db "$db" --port "$port" --movement-key "$folder/key" >"$folder/log" 2>&1 &
server=$!
python3 - "$port" "$token" "$folder/schemathesis.toml" Samples/back-test/urum-al-kubra.json <<'PYTHON'
import json, sys, time, urllib.parse, urllib.request
port, token, config, plan = sys.argv[1:]


def ask(path, given=None):
    """The JSON of a page, or of a change that is given; waits until the record is served."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    body = None if given is None else json.dumps(given).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body, headers=headers)
    for attempt in range(100):
        try:
            return json.load(urllib.request.urlopen(request))
        except urllib.error.HTTPError as error:
            sys.exit(f"{path}: {error.read()}")
        except urllib.error.URLError:
            time.sleep(0.1)
    sys.exit("the record is not served")


incidents, reports = ask("/incidents.json")["incidents"], ask("/reports.json")["reports"]
with open(plan, encoding="utf-8") as file:
    ask("/movements.json", {"plan": file.read()})
movement = ask("/movements.json")["movements"][0]["id"]
truces = ask("/ceasefires.json?until=2016-09-30")
values = {
    "/movements/[{]": {"id": movement},
    "/ceasefires/[{]": {"id": (truces["instruments"] + truces["proposals"])[0]["id"]},
    "/incidents/[{]": {"id": incidents[0]["id"]},
    "/reports/[{]": {"id": max(reports, key=lambda report: report["accounts"])["id"], "n": 0},
    "/places/[{]": {"id": ask("/places.json")["places"][0]["id"]},
    "/areas/[{]": {"id": ask("/areas.json")["areas"][0]["id"]},
    "/rules/[{]": {"id": ask("/rules.json")["rules"][0]["id"]},
    "/speakers/[{]": {"name": urllib.parse.quote(ask("/speakers.json")["speakers"][0]["who"])},
}
# The second run goes to what is there, the first to what schemathesis makes up.
with open(config, "w", encoding="utf-8") as file:
    for path, given in values.items():
        parameters = ", ".join(f'"path.{name}" = {json.dumps(value)}' for name, value in given.items())
        file.write(f'[[operations]]\ninclude-path-regex = "^{path}"\nparameters = {{ {parameters} }}\n\n')
PYTHON
# The mode of the record is not set: a locked one answers nothing more.
run() {
  "$venv/bin/st" "$@" run "http://127.0.0.1:$port/openapi.json" --header "Authorization: Bearer $token" \
    --exclude-operation-id setMode --checks all --max-examples "${EXAMPLES:-30}" --seed 1 --workers 1 --no-color
}
failed=0
run || failed=1
run --config-file "$folder/schemathesis.toml" || failed=1
cat "$folder/log"
"$patchwork" verify --db "$db"
exit $failed
