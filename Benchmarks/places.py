#!/usr/bin/env python3
"""Measures how long a look-up of a name takes, on the world gazetteer, and that the answers are those expected.

    Benchmarks/places.py [--patchwork .build/release/patchwork] [--gazetteer INDEX] [--rounds 5]

Names in spellings of the press, in other scripts and some that nobody bears are looked up in one run, without and with a
place near them; the time of a run that looks up nothing is taken off. A name with an expected answer must get it first.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
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


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--patchwork", default=os.path.join(os.path.dirname(HERE), ".build/release/patchwork"))
    arguments.add_argument("--gazetteer")
    arguments.add_argument("--rounds", type=int, default=5)
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


if __name__ == "__main__":
    main()
