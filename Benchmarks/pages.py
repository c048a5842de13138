#!/usr/bin/env python3
"""Times the pages of a served record: pages.py PATCHWORK RECORD [--rounds 7] [--reader]

Prints a line a page: what it is, its median and its slowest server time in milliseconds over the rounds (the site's own
`Server-Timing`, after one request that is not counted), and its size in KB. All of it is one run over one record, which is opened for writing
and otherwise left as it is, but for the entry in the journal that somebody sees it whole. With --reader pages are those
of a reader, redacted: a user is made in the record for that, so give a copy.
"""
import argparse
import json
import re
import statistics
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request


def served(patchwork, record):
    """The running server and its address."""
    process = subprocess.Popen([patchwork, "serve", "--db", record, "--port", "0"], stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    if "http://" not in line:
        sys.exit(f"not served: {line}")
    return process, line.split(" at ")[1].strip().rstrip("/")


class Asker:
    """Asks a site, with a token where there are users."""

    def __init__(self, site, token=None):
        self.site, self.token = site, token

    def ask(self, path, accept="text/html"):
        """Milliseconds of the server and the body."""
        headers = {"Accept": accept}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        with urllib.request.urlopen(urllib.request.Request(self.site + path, headers=headers)) as answer:
            body = answer.read()
            return float(re.search(r"dur=([\d.]+)", answer.headers["Server-Timing"])[1]), body

    def json(self, path):
        """The twin of a page as values."""
        return json.loads(self.ask(path, "application/json")[1])


def pages(asker, is_reader):
    """What is asked, by name."""
    incidents = asker.json("/incidents.json")["incidents"]
    reports = asker.json("/reports.json")["reports"]
    speakers = asker.json("/speakers.json")["speakers"]
    places = asker.json("/places.json")["places"]
    largest = max(incidents, key=lambda row: row["accounts"])
    days = [row["from"] for row in incidents if row["from"]]
    word = reports[0]["title"].split()[-1]
    deny, place = "/incidents?stance=deny", urllib.parse.quote(places[0]["name"])
    asked = {
        "home": "/",
        "incidents": "/incidents",
        "incidents, page 100": "/incidents?page=100",
        "incidents of a place": f"/incidents?place={place}",
        "incidents of a week": f"/incidents?since={min(days)}&until={max(days)}",
        "incidents denied": deny,
        "incident": f"/incidents/{largest['id']}",
        "reports": "/reports",
        "reports, page 100": "/reports?page=100",
        "report": f"/reports/{urllib.parse.quote(reports[0]['id'])}",
        "speakers": "/speakers",
        "speakers by part of a name": f"/speakers?speaker={urllib.parse.quote(speakers[0]['who'][:6])}",
        "speaker": f"/speakers/{urllib.parse.quote(speakers[0]['who'])}",
        "places": "/places",
        "place": f"/places/{urllib.parse.quote(places[0]['id'])}",
        "search, a rare word": f"/search?q={urllib.parse.quote(word)}",
        "search, a common word": "/search?q=strike",
        "search, two words": "/search?q=badoki+kiluba",
        "exports": "/exports",
        "brief of a day": "/brief",
    }
    if not is_reader:
        asked |= {f"review, {queue}": f"/review?queue={queue}" for queue in ("new", "same", "conflicts", "unsure")}
        asked |= {"areas": "/areas", "ceasefires": "/ceasefires", "journal": "/journal", "users": "/users"}
    return asked


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("patchwork")
    arguments.add_argument("record")
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--reader", action="store_true")
    options = arguments.parse_args()
    token = None
    if options.reader:
        name = "Reader of pages"
        subprocess.run([options.patchwork, "users", "add", "--db", options.record, "--role", "reader", name],
                       input="a password for pages\n", text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        token = subprocess.run([options.patchwork, "users", "token", "--db", options.record, "--scope", "reader", "--label", "pages", name],
                               stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    process, site = served(options.patchwork, options.record)
    try:
        asker = Asker(site, token)
        status = asker.json("/index.json")
        print(f"{status['reports']} reports, {status['accounts']} accounts, {status['incidents']} incidents")
        print(f"{'page':<28}{'median ms':>10}{'slowest':>10}{'KB':>8}")
        for name, path in pages(asker, options.reader).items():
            try:
                asker.ask(path)
                asked = [asker.ask(path) for _ in range(options.rounds)]
            except urllib.error.HTTPError as error:
                print(f"{name:<28}{error.code:>10}")
                continue
            times = [time for time, _ in asked]
            print(f"{name:<28}{statistics.median(times):>10.1f}{max(times):>10.1f}{len(asked[0][1]) / 1000:>8.1f}", flush=True)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
