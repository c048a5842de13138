#!/usr/bin/env python3
"""Toponyms of GeoWebNews and GeoVirus: recognition, and how many lie within 161 km of where they are.

Rules of comparison stand in Evaluation/toponym_rules.py. Beside the accuracy stand its ceiling, where some candidate of the
name in the gazetteer is near enough, and what the most populous candidate reaches.
"""
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import toponym_rules as rules  # noqa: E402
from reading import f1, options, read, rows, say  # noqa: E402

CANDIDATES = 40


def candidates(patchwork, names):
    """{name: candidates of the gazetteer} for names without context."""
    names = sorted(set(" ".join(name.split()) for name in names))
    command = [patchwork, "places", "find", "--to", "json", "--limit", str(CANDIDATES)]
    done = subprocess.run(command, input="".join(n + "\n" for n in names).encode(), stdout=subprocess.PIPE, check=True)
    return dict(zip(names, map(json.loads, done.stdout.decode().splitlines())))


def score(patchwork, name, reports):
    out = read(patchwork, [{"id": str(i), "text": r["text"]} for i, r in enumerate(reports)])
    given = wanted = paired = 0
    located = []
    for number, report in enumerate(reports):
        literal = rules.literal(report["toponyms"])
        places = rules.spans(out.get(str(number), {}).get("mentions", {}).get("places", []))
        both = rules.pairs(literal, places)
        given, wanted, paired = given + len(places), wanted + len(literal), paired + len(both)
        located += [(t, p) for t, p in both if rules.point(t)]
    found = candidates(patchwork, [t["text"] for t, _ in located])
    lists = [found.get(" ".join(t["text"].split()), []) for t, _ in located]
    right = sum(rules.is_near(rules.point(t), rules.point(p)) for t, p in located)
    ceiling = sum(any(rules.is_near(rules.point(t), rules.point(c)) for c in l) for (t, _), l in zip(located, lists))
    peopled = [max(l, key=lambda c: c["population"] or 0, default={}) for l in lists]
    floor = sum(rules.is_near(rules.point(t), rules.point(c)) for (t, _), c in zip(located, peopled))
    say("toponyms", f"{name}: literal toponyms, F1", f1(paired, given, wanted)[2], wanted)
    count = len(located)
    say("toponyms", f"{name}: within 161 km, of those found", right / max(1, count), count)
    say("toponyms", f"{name}:   some candidate within 161 km", ceiling / max(1, count), count)
    say("toponyms", f"{name}:   most populous candidate within 161 km", floor / max(1, count), count)


def main():
    given = options(__doc__)
    for name in ("geowebnews", "geovirus"):
        path = os.path.join(given.gold, "places", name + ".jsonl.gz")
        if os.path.exists(path):
            score(given.patchwork, name, rows(path))


if __name__ == "__main__":
    main()
