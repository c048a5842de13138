#!/usr/bin/env python3
"""Measures a built patchwork on the gold and holds it to the floors of baseline.json.

    check.py [--raise] PATCHWORK

The gold and measure.py are in the folder that PATCHWORK_SHARED names. A figure may fall under its floor by no more
than the tolerance. `--raise` writes better figures into baseline.json and never a worse one: to lower a floor, edit
the file by hand and say why in the commit.
"""
import argparse
import hashlib
import json
import os
import re
import subprocess
import sys

BASELINE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "baseline.json")
LINE = re.compile(r"^(?P<name>\S+)\s+(?P<figure>.*?)\s+(?P<value>-?\d+\.\d+)\s+\(n=(?P<n>\d+)\)$")


def read_figures(text):
    """{name: {figure: value}} of what measure.py printed."""
    figures = {}
    for line in text.splitlines():
        found = LINE.match(line)
        if found:
            figures.setdefault(found["name"], {})[found["figure"].strip()] = float(found["value"])
    return figures


def digest(shared, names):
    """One hash over measure.py and the gold that is measured on."""
    paths = [os.path.join(shared, "measure", "measure.py")]
    for name in names:
        for here, folders, files in os.walk(os.path.join(shared, "gold", name)):
            folders.sort()
            paths += [os.path.join(here, file) for file in sorted(files)]
    whole = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            whole.update(f"{os.path.relpath(path, shared)}\0{hashlib.sha256(file.read()).hexdigest()}\n".encode())
    return whole.hexdigest()


def compare(floors, figures, tolerance):
    """The rows (name, figure, floor, value, whether it holds), in the floors' order; a figure not printed is None."""
    rows = []
    for name, wanted in floors.items():
        for figure, floor in wanted.items():
            value = figures.get(name, {}).get(figure)
            rows.append((name, figure, floor, value, value is not None and value >= floor - tolerance))
    return rows


def raised(floors, figures):
    """The floors, each raised to its figure where that is higher."""
    return {
        name: {figure: max(floor, figures.get(name, {}).get(figure, floor)) for figure, floor in wanted.items()}
        for name, wanted in floors.items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise the floors to what is measured")
    parser.add_argument("patchwork")
    options = parser.parse_args()
    shared = os.environ.get("PATCHWORK_SHARED")
    if not shared:
        sys.exit("check.py: PATCHWORK_SHARED does not name the folder of the gold")
    with open(BASELINE, encoding="utf-8") as file:
        baseline = json.load(file)
    measure = [sys.executable, os.path.join(shared, "measure", "measure.py"), "--patchwork", options.patchwork]
    done = subprocess.run([*measure, *baseline["measures"]], stdout=subprocess.PIPE, text=True)
    figures = read_figures(done.stdout)
    found = digest(shared, baseline["measures"])
    if baseline["gold"] and found != baseline["gold"]:
        print("The gold is not the one that the floors were measured on; they are held all the same.")
    rows = compare(baseline["floors"], figures, baseline["tolerance"])
    for name, figure, floor, value, holds in rows:
        shown = "missing" if value is None else f"{value:.3f}"
        print(f"{'ok  ' if holds else 'FAIL'}  {name:<14}{figure:<46}{shown:>8}  floor {floor:.3f}")
    if options.lift:
        baseline.update(floors=raised(baseline["floors"], figures), gold=found)
        with open(BASELINE, "w", encoding="utf-8") as file:
            json.dump(baseline, file, indent=2)
            file.write("\n")
        return
    if done.returncode or not all(row[-1] for row in rows):
        sys.exit(f"check.py: under the floors; all that was measured:\n{done.stdout}")


if __name__ == "__main__":
    main()
