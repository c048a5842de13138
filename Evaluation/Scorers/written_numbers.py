#!/usr/bin/env python3
"""Written numbers against the cases of Recognizers-Text, by what `patchwork numbers` prints.

A case is right where all its numbers and percentages come out with their words and values, and nothing else does. Cases
marked as unsupported by any of its ports are left out. An ordinal counts in neither direction, since those cases ask for
none.
"""
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from reading import options, rows, say  # noqa: E402

MODELS = {"Number/English/NumberModel": "number", "Number/English/PercentModel": "percentage"}


def wanted(case):
    """The case's {(start, end): value}; spans half-open."""
    found = {}
    for result in case["Results"]:
        value = result["Resolution"]["value"].rstrip("%")
        found[result["Start"], result["End"] + 1] = None if value == "null" else float(value)
    return found


def given(numbers, kind):
    """What was printed of one kind, as `wanted` has it."""
    chosen = [n for n in numbers if n["kind"] != "ordinal" and (n["kind"] == "percentage") == (kind == "percentage")]
    return {(n["start"], n["end"]): n["value"] for n in chosen}


def is_right(wanted, given):
    """Whether two of them have the same spans and values, to twelve digits."""
    if wanted.keys() != given.keys():
        return False
    pairs = [(wanted[span], given[span]) for span in wanted]
    return all(a is not None and abs(a - b) <= 1e-12 * max(abs(a), abs(b)) + 1e-18 for a, b in pairs)


def main():
    options_given = options(__doc__)
    path = os.path.join(options_given.gold, "quantities", "recognizers-number-en.jsonl.gz")
    if not os.path.exists(path):
        return
    cases = [case for case in rows(path) if case["model"] in MODELS and not case.get("NotSupported")]
    lines = "".join(case["Input"].replace("\n", " ") + "\n" for case in cases)
    done = subprocess.run([options_given.patchwork, "numbers"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    out = [json.loads(line) for line in done.stdout.decode().splitlines()]
    for model, kind in MODELS.items():
        right = [is_right(wanted(c), given(o, kind)) for c, o in zip(cases, out, strict=True) if c["model"] == model]
        if os.environ.get("VERBOSE"):
            for case, numbers in zip(cases, out):
                if case["model"] == model and not is_right(wanted(case), given(numbers, kind)):
                    print(case["Input"], wanted(case), given(numbers, kind), sep="  ", file=sys.stderr)
        say("numbers", f"cases wholly right, {kind}", sum(right) / max(1, len(right)), len(right))


if __name__ == "__main__":
    main()
