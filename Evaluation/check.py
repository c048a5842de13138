#!/usr/bin/env python3
"""Measures a built patchwork on the gold and holds it to the floors and ceilings of baseline.json.

    check.py [--raise] PATCHWORK [NAME …]

The gold and measure.py are in the folder that PATCHWORK_SHARED names; our own measures are the programs of Scorers/.
NAMEs pick some of them ("accounts", "timex"). A figure may fall under its floor, or rise over its ceiling where less is
better, by no more than the tolerance. A program of Scorers/ that cannot get its texts (exit status 69) is left out, which
is said. `--raise` writes better figures into baseline.json and never a worse one: to give way, edit the file by hand and
say why in the commit.
"""
import argparse
import hashlib
import json
import os
import subprocess
import sys

from figures import UNAVAILABLE, read_figures

HERE = os.path.dirname(os.path.abspath(__file__))
BASELINE = os.path.join(HERE, "baseline.json")
SCORERS = os.path.join(HERE, "Scorers")


def own_measures():
    """The names of the programs of Scorers/, sorted."""
    files = os.listdir(SCORERS) if os.path.isdir(SCORERS) else []
    return sorted(file.removesuffix(".py") for file in files if file.endswith(".py"))


def commands(patchwork, shared, baseline, chosen):
    """One command a measure: those of measure.py that the baseline lists, then our own."""
    measure = os.path.join(shared, "measure", "measure.py")
    gold = os.path.join(shared, "gold")
    for name in baseline["measures"]:
        if not chosen or name in chosen:
            yield name, [sys.executable, measure, "--patchwork", patchwork, name]
    for name in own_measures():
        if not chosen or name in chosen:
            program = os.path.join(SCORERS, f"{name}.py")
            yield name, [sys.executable, program, "--patchwork", patchwork, "--gold", gold]


def digest(shared):
    """One hash over measure.py and all gold in the open."""
    paths = [os.path.join(shared, "measure", "measure.py")]
    for here, folders, files in os.walk(os.path.join(shared, "gold")):
        folders.sort()
        paths += [os.path.join(here, file) for file in sorted(files) if file != "sealed.bin"]
    whole = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            whole.update(f"{os.path.relpath(path, shared)}\0{hashlib.sha256(file.read()).hexdigest()}\n".encode())
    return whole.hexdigest()


def compare(limits, figures, tolerance, less_is_better=False):
    """The rows (name, figure, limit, value, whether it holds), in the limits' order; a figure not printed is None."""
    rows = []
    for name, wanted in limits.items():
        for figure, limit in wanted.items():
            value = figures.get(name, {}).get(figure)
            room = None if value is None else (limit - value if less_is_better else value - limit)
            rows.append((name, figure, limit, value, room is not None and room >= -tolerance))
    return rows


def asked_of(limits, figures, chosen, unavailable):
    """The limits that a run is held to: those of measures it could make and, of chosen ones, those it printed."""
    return {
        name: wanted
        for name, wanted in limits.items()
        if name not in unavailable and (not chosen or name in figures)
    }


def improved(limits, figures, better):
    """The limits, each moved to its figure where `better` (max for floors, min for ceilings) prefers that."""
    return {
        name: {figure: better(limit, figures.get(name, {}).get(figure, limit)) for figure, limit in wanted.items()}
        for name, wanted in limits.items()
    }


def show(rows, word):
    for name, figure, limit, value, holds in rows:
        shown = "missing" if value is None else f"{value:.3f}"
        print(f"{'ok  ' if holds else 'FAIL'}  {name:<14}{figure:<56}{shown:>8}  {word} {limit:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="lift", help="move floors and ceilings to what is measured")
    parser.add_argument("patchwork")
    parser.add_argument("names", nargs="*", metavar="NAME", help="measure these only")
    options = parser.parse_args()
    shared = os.environ.get("PATCHWORK_SHARED")
    if not shared:
        sys.exit("check.py: PATCHWORK_SHARED does not name the folder of the gold")
    with open(BASELINE, encoding="utf-8") as file:
        baseline = json.load(file)
    figures, printed, failed, unavailable = {}, [], [], []
    for name, command in commands(os.path.abspath(options.patchwork), shared, baseline, options.names):
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        printed.append(done.stdout)
        if done.returncode == UNAVAILABLE:
            unavailable.append(name)
            print(f"left out  {name}: its texts are not at hand")
        elif done.returncode:
            failed.append(name)
        for measured, values in read_figures(done.stdout).items():
            figures.setdefault(measured, {}).update(values)
    found = digest(shared)
    if baseline["gold"] and found != baseline["gold"]:
        print("The gold is not the one that the limits were measured on; they are held all the same.")
    floors, ceilings = baseline["floors"], baseline["ceilings"]
    floors, ceilings = (asked_of(limits, figures, options.names, unavailable) for limits in (floors, ceilings))
    rows = compare(floors, figures, baseline["tolerance"])
    show(rows, "floor")
    above = compare(ceilings, figures, baseline["tolerance"], less_is_better=True)
    show(above, "ceiling")
    if options.lift:
        baseline["floors"].update(improved(floors, figures, max))
        baseline["ceilings"].update(improved(ceilings, figures, min))
        baseline["gold"] = found
        with open(BASELINE, "w", encoding="utf-8") as file:
            json.dump(baseline, file, indent=2)
            file.write("\n")
        return
    if failed or not all(row[-1] for row in rows + above):
        did = f"; did not run: {', '.join(failed)}" if failed else ""
        sys.exit(f"check.py: outside the limits{did}; all that was measured:\n{''.join(printed)}")


if __name__ == "__main__":
    main()
