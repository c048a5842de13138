#!/usr/bin/env python3
"""Measures `patchwork extract` against other extractors, in turns in one run on the same pages.

    Benchmarks/extraction.sh [--patchwork .build/release/patchwork] [--gold DIR] [--rounds 3] [--only PEER …]

Prints for each: text F1, first paragraphs kept, titles right word for word, days of publication right and wrong (of all
pages that have one), pages per second of processor time (median of the rounds), and that speed over those of
trafilatura and resiliparse. The peers find the pages in memory as text; the time of patchwork is that of the
whole command, with its start-up, reading of files and writing of JSON. The gold is $PATCHWORK_SHARED/gold/extraction.
"""
import argparse
import json
import logging
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from importlib import metadata

from extraction_peers import PEERS
from extraction_scores import figures

HERE = os.path.dirname(os.path.abspath(__file__))


def patchwork(binary, files):
    """Processor seconds of the whole command, and what it found by id."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([binary, "extract", "--to", "jsonl", *files], stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        rows = [json.loads(line) for line in out]
    if len(rows) != len(files):
        sys.exit(f"extraction.py: patchwork answered {len(rows)} of {len(files)} pages")
    found = {}
    for row in rows:
        name = os.path.basename(row["id"]).removesuffix(".html")
        found[name] = (row.get("text"), row.get("title"), (row.get("published") or "")[:10] or None)
    return usage.ru_utime + usage.ru_stime, found


def peer_run(take, pages):
    """Processor seconds over all pages, what was found by id, and the number of pages that raised an error."""
    found, errors = {}, 0
    start = time.process_time()
    for name, html in pages.items():
        try:
            found[name] = take(html)
        except Exception:
            found[name] = (None, None, None)
            errors += 1
    return time.process_time() - start, found, errors


def version(name):
    package, _, mode = name.partition(", ")
    try:
        return f"{package} {metadata.version(package)}" + (f", {mode}" if mode else "")
    except metadata.PackageNotFoundError:
        return name


def table(golds, seconds, results, errors):
    speed = {name: len(golds) / statistics.median(taken) for name, taken in seconds.items()}
    print("| extractor | text F1 | first paragraph | titles | days right | days wrong | pages a CPU second | × trafilatura | × resiliparse |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for name in results:
        row = figures(golds, results[name])
        ratios = [f"{speed[name] / speed[peer]:.1f}" if peer in speed else "–" for peer in ("trafilatura", "resiliparse")]
        label = "patchwork" if name == "patchwork" else version(name)
        cells = [label, *(f"{row[key]:.3f}" for key in ("f1", "first", "titles", "right", "wrong")), f"{speed[name]:.0f}", *ratios]
        print("| " + " | ".join(cells) + " |")
    for name, number in errors.items():
        if number:
            print(f"{version(name)} raised an error on {number} of {len(golds)} pages; they count as empty.")


def main():
    shared = os.environ.get("PATCHWORK_SHARED", "")
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--patchwork", default=os.path.join(os.path.dirname(HERE), ".build", "release", "patchwork"))
    arguments.add_argument("--gold", default=os.path.join(shared, "gold", "extraction") if shared else None)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--only", nargs="*", choices=PEERS)
    options = arguments.parse_args()
    if not options.gold or not os.path.exists(os.path.join(options.gold, "gold.jsonl")):
        sys.exit("extraction.py: no gold: set PATCHWORK_SHARED, or name a folder with gold.jsonl and pages.tar.xz by --gold")
    logging.disable(logging.CRITICAL)

    with open(os.path.join(options.gold, "gold.jsonl"), encoding="utf-8") as lines:
        golds = [json.loads(line) for line in lines]
    takers = {name: make() for name, make in PEERS.items() if not options.only or name in options.only}
    names = ["patchwork", *takers]
    seconds, results, errors = {name: [] for name in names}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(os.path.join(options.gold, "pages.tar.xz")) as archive:
            archive.extractall(folder, filter="data")
        files = [os.path.join(folder, gold["id"] + ".html") for gold in golds]
        pages = {}
        for gold, path in zip(golds, files):
            with open(path, encoding="utf-8", errors="replace") as page:
                pages[gold["id"]] = page.read()
        for turn in range(options.rounds):
            for name in names:
                if name == "patchwork":
                    taken, results[name] = patchwork(options.patchwork, files)
                else:
                    taken, results[name], errors[name] = peer_run(takers[name], pages)
                seconds[name].append(taken)
                print(f"round {turn + 1}: {name} {len(golds) / taken:.0f} pages a CPU second", file=sys.stderr, flush=True)
    table(golds, seconds, results, errors)


if __name__ == "__main__":
    main()
