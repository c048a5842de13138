#!/usr/bin/env python3
"""Scores whether spellings of one place's name are told from names of different places, by the names alone.

    variants.py --patchwork PATH --gold DIR

The gold is `places/spelling-variants.jsonl.gz`. Recall is the share of all pairs within a group that `patchwork places
match` tells as one name. False matches are counted on two draws of pairs from different groups, with seed: any two names
of one country, and hard ones that agree in their consonants. Names that stand in both groups, or fold to the same, are no
false matches and are not drawn.
"""
import argparse
import collections
import gzip
import itertools
import json
import os
import random
import re
import subprocess
import unicodedata

DRAWN = 20000
CLASSES = str.maketrans("gqxcdzpvjwy", "kkkkttbfjuu")


def folded(name):
    """A name in small plain letters without signs, its words apart."""
    text = unicodedata.normalize("NFD", name.lower().replace("ı", "i"))
    return re.sub("[^a-z ]", "", "".join(sign for sign in text if not unicodedata.combining(sign)))


def consonants(name):
    """The consonants of a name in coarse classes, doubled ones as one; short articles left out."""
    words = [word for word in folded(name).split() if len(word) > 2] or folded(name).split()
    letters = re.sub("[aeiouyh]", "", "".join(words).translate(CLASSES))
    return "".join(letter for letter, _ in itertools.groupby(letters))


def same_pairs(groups):
    return [pair for group in groups for pair in itertools.combinations(group["variants"], 2)]


def different_pairs(groups, seed=1):
    """Pairs of names of different groups in one country: any, and such that agree in three consonants or more."""
    chance = random.Random(seed)
    names, by_consonants, bearers = collections.defaultdict(list), collections.defaultdict(list), collections.defaultdict(set)
    for number, group in enumerate(groups):
        for name in group["variants"]:
            names[group["cc"]].append((number, name))
            by_consonants[group["cc"], consonants(name)].append((number, name))
            bearers[folded(name)].add(number)

    def differ(x, y):
        return x[0] != y[0] and not bearers[folded(x[1])] & bearers[folded(y[1])]

    countries = [group["cc"] for group in groups if len(names[group["cc"]]) > 1]
    anything = []
    for _ in range(DRAWN * 3):
        x, y = chance.sample(names[chance.choice(countries)], 2)
        if differ(x, y):
            anything.append((x[1], y[1]))
        if len(anything) == DRAWN:
            break
    hard = []
    for (_, form), members in sorted(by_consonants.items()):
        if len(form) >= 3:
            few = chance.sample(members, min(len(members), 12))
            hard += [(x[1], y[1]) for x, y in itertools.combinations(few, 2) if differ(x, y)]
    chance.shuffle(hard)
    return anything, hard[:DRAWN]


def told_as_one(patchwork, pairs):
    """The share of pairs that are told as one name."""
    lines = "".join(f"{a}\t{b}\n" for a, b in pairs)
    done = subprocess.run([patchwork, "places", "match"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    if len(rows) != len(pairs):
        raise SystemExit("variants.py: the pairs that came out are not those that went in")
    return sum(row.get("same", False) for row in rows) / max(1, len(rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--patchwork", required=True)
    parser.add_argument("--gold", required=True)
    given = parser.parse_args()
    path = os.path.join(given.gold, "places", "spelling-variants.jsonl.gz")
    if not os.path.exists(path):
        return
    with gzip.open(path, "rt", encoding="utf-8") as file:
        groups = [json.loads(line) for line in file]
    anything, hard = different_pairs(groups)
    for figure, pairs in [
        ("pairs of spellings told as one name", same_pairs(groups)),
        ("pairs of different names of one country not told as one", anything),
        ("pairs of different names, like consonants, not told as one", hard),
    ]:
        share = told_as_one(given.patchwork, pairs)
        value = share if figure.startswith("pairs of spellings") else 1 - share
        print(f"{'variants':<14}{figure:<60}{value:8.3f}  (n={len(pairs)})")


if __name__ == "__main__":
    main()
