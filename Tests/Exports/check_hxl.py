#!/usr/bin/env python3
"""Lets hxlvalidate judge what `patchwork export --to hxl` writes of the samples: check_hxl.py PATCHWORK [HXLVALIDATE]

Both by the schema beside this script and by libhxl's own. hxlvalidate is looked for in PATCHWORK_HXL (a Python environment) or on the
PATH; where there is none, nothing is checked and a line says so. The environment is made by

    python3 -m venv hxl && hxl/bin/pip install --require-hashes -r Tests/Exports/requirements.txt
"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "..", "Samples")
SCHEMA = os.path.join(HERE, "hxl-schema.json")


def judge(arguments):
    if len(arguments) > 2:
        return arguments[2]
    own = os.path.join(os.environ.get("PATCHWORK_HXL", ""), "bin", "hxlvalidate")
    return own if os.path.exists(own) else shutil.which("hxlvalidate")


def verdict(tool, table, schema=None):
    """Whether a table is valid, and what the judge says last."""
    command = [tool, *(["-s", schema] if schema else []), table]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = [line for line in done.stdout.splitlines() if "error(s)" in line]
    return done.returncode == 0, lines[-1] if lines else done.stdout[-300:]


def spoiled(table, path):
    """A copy whose first row has a day that is none and a number that is a word."""
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    tags = rows[1]
    rows[2][tags.index("#date+start")] = "2016-13-45"
    rows[2][tags.index("#affected+killed+min")] = "some"
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def main():
    patchwork, tool = sys.argv[1], judge(sys.argv)
    if not tool:
        print("skipped: hxlvalidate is not installed (see the head of Tests/Exports/check_hxl.py)")
        return
    with tempfile.TemporaryDirectory() as folder:
        record, table = os.path.join(folder, "samples.record"), os.path.join(folder, "incidents.csv")
        samples = sorted(os.path.join(SAMPLES, name) for name in os.listdir(SAMPLES) if name.startswith("2016"))
        subprocess.run([patchwork, "add", "--db", record, *samples], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([patchwork, "export", "--db", record, "--to", "hxl", "--output", table], check=True)
        failed = False
        for name, schema in (("our schema", SCHEMA), ("the default schema", None)):
            is_valid, said = verdict(tool, table, schema)
            print(f"{name}: {said}")
            failed = failed or not is_valid
        wrong, said = verdict(tool, spoiled(table, os.path.join(folder, "spoiled.csv")), SCHEMA)
        print(f"a spoiled copy: {said}")
        sys.exit(1 if failed or wrong else 0)


if __name__ == "__main__":
    main()
