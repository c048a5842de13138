#!/usr/bin/env python3
"""Builds the gazetteer index with a built patchwork, where it is missing, damaged or made from something else.

    gazetteer.py PATCHWORK [--data FOLDER]

MADE-FROM beside the index names the sources and what imported them; the index is rebuilt when either changes. FILES
names what was imported: an index with further files was extended by its user and is left as it is while it can be read.
"""
import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys

import packages as table
import sums
from data import INPUT_OUTPUT, UNAVAILABLE, lock

INDEX, MADE_FROM, FILES = "world.places", "MADE-FROM", "FILES"


def sources(data):
    """The gazetteer packages that are installed."""
    kind = [package for package in table.read_packages() if package.kind == "gazetteer"]
    return [package for package in kind if os.path.isdir(os.path.join(data, package.into))]


def importer(root=os.path.join(table.ROOT, "Sources", "PatchworkPlaces")):
    """One hash over all that decides what an import makes."""
    digest = hashlib.sha256()
    for path in sums.files_of(root):
        digest.update(f"{path}\0{sums.sha256(os.path.join(root, path))}\n".encode())
    return digest.hexdigest()


def made_from(packages):
    """What MADE-FROM must say."""
    lines = [f"{package.sums}  {package.title}\n" for package in packages]
    return "".join([*lines, f"{importer()}  importer\n"])


def is_current(folder, wanted):
    """Whether the index in a folder is whole and made from what is wanted."""
    try:
        with open(os.path.join(folder, MADE_FROM), encoding="utf-8") as file:
            if file.read() != wanted:
                return False
        if sorted(sums.read_sums(folder)) != sorted([INDEX, MADE_FROM, FILES]):
            return False
        return sums.fault(folder, sums.sha256(os.path.join(folder, sums.SUMS))) is None
    except (OSError, ValueError):
        return False


def imported(patchwork, index):
    """The names of the files that an index was made from, a line each; nothing where it cannot be read."""
    command = [patchwork, "places", "sources", "--gazetteer", index]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    names = re.findall(r"^  (.+): \d+ rows, fingerprint ", done.stdout, re.M) if done.returncode == 0 else []
    return "".join(f"{name}\n" for name in sorted(names))


def is_extended(patchwork, folder):
    """Whether somebody imported further files into the index that set-up made."""
    try:
        with open(os.path.join(folder, FILES), encoding="utf-8") as file:
            ours = set(file.read().splitlines())
    except OSError:
        return False
    return bool(set(imported(patchwork, os.path.join(folder, INDEX)).splitlines()) - ours)


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def build(patchwork, packages, data, wanted, staging):
    """Imports the sources into a new index and puts it in place in one step."""
    fresh, place = os.path.join(staging, "fresh"), os.path.join(data, "gazetteer")
    os.makedirs(fresh)
    files = []
    for package in packages:
        folder = os.path.join(data, package.into)
        files += [os.path.join(folder, name) for name in sums.files_of(folder) if name.endswith((".json", ".zip"))]
    command = [patchwork, "places", "import", "--gazetteer", os.path.join(fresh, INDEX), *files]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print(f"{done.stdout}set-up: the gazetteer index could not be built", file=sys.stderr)
        sys.exit(done.returncode if done.returncode > 0 else UNAVAILABLE)
    write(fresh, MADE_FROM, wanted)
    write(fresh, FILES, imported(patchwork, os.path.join(fresh, INDEX)))
    write(fresh, sums.SUMS, sums.sums_text(fresh))
    sums.write_stamp(fresh)
    if os.path.lexists(place):
        os.rename(place, os.path.join(staging, "old"))
    os.rename(fresh, place)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("patchwork")
    parser.add_argument("--data", default=table.data_folder(), metavar="FOLDER")
    options = parser.parse_args()
    data, packages = os.path.abspath(options.data), sources(options.data)
    place, staging = os.path.join(data, "gazetteer"), os.path.join(data, "staging-gazetteer")
    wanted = made_from(packages)
    if not packages or is_current(place, wanted) or is_extended(options.patchwork, place):
        return
    try:
        with lock(data):
            shutil.rmtree(staging, ignore_errors=True)
            try:
                if not is_current(place, wanted):
                    print("Building the gazetteer index", flush=True)
                    build(options.patchwork, packages, data, wanted, staging)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        print(f"set-up: {error.filename or 'the gazetteer'}: {error.strerror}", file=sys.stderr)
        sys.exit(INPUT_OUTPUT)


if __name__ == "__main__":
    main()
