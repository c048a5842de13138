#!/usr/bin/env python3
"""Measures how long a look-up of a name takes, on the world gazetteer, and that the answers are those expected.

    Benchmarks/places.py [--patchwork .build/release/patchwork] [--gazetteer INDEX] [--rounds 5] [reports.jsonl.gz ...]

Names in spellings of the press, in other scripts and some that nobody bears are looked up in one run, without and with a
place near them; the time of a run that looks up nothing is taken off. A name with an expected answer must get it first.

Given reports ({"id", "text", …} a line), it also tells which share of the time of `patchwork read` goes to the scan (names
found in the text and looked up, before any is chosen) and to the choice among namesakes, by the reader's own clock
(`--timings`, one run on one thread), and which share of processor time a run with the gazetteer takes more than one without.
"""
import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
EXPECTED = {
    "Aleppo": "geonames:170063", "Halab": "geonames:170063", "حلب": "geonames:170063", "Kiev": "geonames:703448",
    "Київ": "geonames:703448", "Kharkov": "geonames:706483", "Deir Ezzor": "geonames:170794", "Mossul": "geonames:99072",
    "Khan Sheikhoun": "geonames:168325", "Benghasi": "geonames:88319", "Damaskus": "geonames:170654",
    "Mariupol": "geonames:701822", "Marioupol": "geonames:701822", "El Fasher": "geonames:379555",
}
OTHERS = ["Nowhereville", "Qwrtzlk", "Saint Petersburg", "San Antonio", "Tell Abyad", "Muadamiyat al-Sham", "Bab al-Hawa"]
REPEATS = 100


def seconds(command, lines):
    begun = time.perf_counter()
    done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - begun, done.stdout


def some_of(paths, most=400):
    """Rows of the files, evenly taken."""
    lines = []
    for path in paths:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
            lines += [json.loads(line) for line in file if line.strip()]
    return lines[:: max(1, len(lines) // most)][:most]


def reading_share(binary, lines, rounds):
    """Median share of the processor time of reading that goes to the gazetteer."""
    given = "".join(json.dumps({"id": str(k), "text": row["text"]}) + "\n" for k, row in enumerate(lines)).encode()
    data = os.environ.get("PATCHWORK_DATA") or os.path.join(
        os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share"), "patchwork")
    shares = []
    with tempfile.TemporaryDirectory() as bare:
        os.symlink(os.path.join(os.path.abspath(data), "models"), os.path.join(bare, "models"))
        for _ in range(rounds):
            spent = []
            for folder in (data, bare):
                before = os.times()
                subprocess.run(
                    [binary, "read", "--from", "jsonl", "--to", "jsonl", "--threads", "1"], input=given,
                    stdout=subprocess.PIPE, check=True, env={**os.environ, "PATCHWORK_DATA": folder})
                after = os.times()
                spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
            shares.append((spent[0] - spent[1]) / spent[0])
    return statistics.median(shares)


STEPS = ("places: scan", "places: choice")


def clocked(binary, lines):
    """{step: share of the whole} of one run on one thread."""
    given = "".join(json.dumps({"id": str(k), "text": row["text"]}) + "\n" for k, row in enumerate(lines)).encode()
    command = [binary, "read", "--from", "jsonl", "--to", "jsonl", "--threads", "1", "--timings"]
    done = subprocess.run(command, input=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    spent = json.loads(done.stderr.decode().splitlines()[-1])
    return {step: spent[step] / sum(spent.values()) for step in STEPS}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--patchwork", default=os.path.join(os.path.dirname(HERE), ".build/release/patchwork"))
    arguments.add_argument("--gazetteer")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("reports", nargs="*")
    options = arguments.parse_args()
    names = [*EXPECTED, *OTHERS]
    command = [options.patchwork, "places", "find", "--to", "json"]
    command += ["--gazetteer", options.gazetteer] if options.gazetteer else []
    for label, further in [("without context", []), ("near Syria", ["--near", "Syria"])]:
        _, out = seconds([*command, *further], "".join(f"{name}\n" for name in names).encode())
        if not further:
            firsts = [(json.loads(line) or [{}])[0].get("id") for line in out.splitlines()]
            wrong = [f"{n}: {f}, not {EXPECTED[n]}" for n, f in zip(names, firsts) if EXPECTED.get(n, f) != f]
            if wrong:
                sys.exit("places.py: " + "; ".join(wrong))
        lines = "".join(f"{name}\n" for name in names * REPEATS).encode()
        times = []
        for _ in range(options.rounds):
            empty, _ = seconds([*command, *further], b"")
            full, _ = seconds([*command, *further], lines)
            times.append((full - empty) / (len(names) * REPEATS) * 1e6)
        print(f"{label:<18}{statistics.median(times):8.0f} µs a look-up  ({len(names)} names, {REPEATS} times, JSON and all)")
    if options.reports:
        lines = some_of(options.reports)
        for step, share in clocked(options.patchwork, lines).items():
            print(f"{step:<18}{100 * share:8.1f} %  of reading  ({len(lines)} reports)")
        share = reading_share(options.patchwork, lines, options.rounds)
        print(f"of reading        {100 * share:8.1f} %  is the gazetteer's, run against run  ({len(lines)} reports)")


if __name__ == "__main__":
    main()
