#!/usr/bin/env python3
"""Learns how spellings of one name differ, and writes Supplement/sound-weights.tsv of PatchworkPlaces.

    PATCHWORK_SHARED=… Tools/name_sounds.py [--check]

Pairs of variants of `gold/places/spelling-variants.jsonl.gz` are aligned sound by sound; a weight is the logarithm of how
much oftener two sounds stand against each other in spellings of one name than by chance (Ristad and Yianilos 1998, with
the best alignment instead of all). `--check` learns from every second group and prints how many pairs of the others are
told as one name where 1 % of names of different groups in one country are.
"""
import argparse
import collections
import gzip
import itertools
import json
import math
import os
import random
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
SUPPLEMENT = os.path.join(HERE, "..", "Sources", "PatchworkPlaces", "Supplement")
ROUNDS = 5
ARTICLES = set(
    "al el ul as es ash esh ad ed ar er at et az ez an en ath eth adh edh us ud ur uz ush il".split())
PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "đ": "d", "æ": "ae"})


def table(name):
    with open(os.path.join(SUPPLEMENT, name), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return rows[1:]


GROUPS = sorted(((letters, sound) for letters, sound in table("sounds.tsv")), key=lambda row: -len(row[0]))
GENERIC = {word for word, _ in table("generic-words.tsv")}


def words(name):
    """Folded words, articles aside."""
    text = unicodedata.normalize("NFD", name.lower().translate(PLAIN))
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    found = re.findall("[a-z0-9]+", re.sub("[`'’‘ʻʼʿʾ´]", "", text))
    kept = [word for word in found if word not in ARTICLES]
    return kept or found


def sounds(found):
    out = []
    for word in found:
        if len(word) >= 6 and word[:2] in ("al", "el"):
            word = word[2:]
        at = 0
        while at < len(word):
            letters, sound = next(((l, s) for l, s in GROUPS if word.startswith(l, at)), (word[at], word[at]))
            at += len(letters)
            if not out or out[-1] != sound:
                out.append(sound)
    return out


class Weights:
    def __init__(self, alphabet):
        self.pair = {x: {y: 2.0 if x == y else -3.0 for y in alphabet} for x in alphabet}
        self.gap = {x: -2.0 for x in alphabet}

    def align(self, a, b):
        """The best score and its steps, a missing sound as an empty one."""
        width = len(b) + 1
        best = [[(0.0, None)] * width for _ in range(len(a) + 1)]
        for i in range(len(a) + 1):
            for j in range(width):
                ways = []
                if i and j:
                    ways.append((best[i - 1][j - 1][0] + self.pair[a[i - 1]][b[j - 1]], (1, 1)))
                if i:
                    ways.append((best[i - 1][j][0] + self.gap[a[i - 1]], (1, 0)))
                if j:
                    ways.append((best[i][j - 1][0] + self.gap[b[j - 1]], (0, 1)))
                if ways:
                    best[i][j] = max(ways, key=lambda way: way[0])
        steps, i, j = [], len(a), len(b)
        while i or j:
            di, dj = best[i][j][1]
            steps.append((a[i - 1] if di else "", b[j - 1] if dj else ""))
            i, j = i - di, j - dj
        return best[-1][-1][0], steps

    def likeness(self, a, b):
        most = max(sum(self.pair[x][x] for x in name) for name in (a, b))
        return self.align(a, b)[0] / most if a and b else 0.0


def learn(pairs):
    counts = collections.Counter(sound for pair in pairs for name in pair for sound in name)
    alphabet, total = sorted(counts), sum(counts.values())
    weights = Weights(alphabet)
    for turn in range(ROUNDS):
        together, alone, all_steps = collections.Counter(), collections.Counter(), 0
        for a, b in pairs:
            score, steps = weights.align(a, b)
            # Groups also hold names that are no spellings of each other.
            if turn and score < 0:
                continue
            for x, y in steps:
                all_steps += 1
                if x and y:
                    together[x, y] += 0.5
                    together[y, x] += 0.5
                else:
                    alone[x or y] += 1
        places = all_steps + len(alphabet)
        for x in alphabet:
            weights.gap[x] = math.log((alone[x] + 0.5) / places) - math.log(counts[x] / total)
            for y in alphabet:
                chance = math.log(counts[x] / total) + math.log(counts[y] / total)
                weights.pair[x][y] = math.log((together[x, y] + 0.1) / places) - chance
    return weights


def likeness(weights, a, b):
    """As `NameLikeness` of PatchworkPlaces has it."""
    known = weights.gap.keys()

    def heard(found):
        return [sound for sound in sounds(found) if sound in known]

    whole = weights.likeness(heard(a), heard(b))
    cores = [[word for word in name if word not in GENERIC] or name for name in (a, b)]
    if cores == [a, b]:
        return whole
    core = weights.likeness(*map(heard, cores))
    if cores[0] != a and cores[1] != b:
        return (whole + core) / 2
    return max(whole, core - 0.1)


def read_groups():
    path = os.path.join(os.environ["PATCHWORK_SHARED"], "gold", "places", "spelling-variants.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def pairs_of(groups):
    return [pair for group in groups for pair in itertools.combinations(group["variants"], 2)]


def check(groups):
    chance = random.Random(1)
    taught, held = pairs_of(groups[::2]), pairs_of(groups[1::2])
    chance.shuffle(taught)
    chance.shuffle(held)
    weights = learn([(sounds(words(a)), sounds(words(b))) for a, b in taught[:20000]])
    by_country = collections.defaultdict(list)
    for number, group in enumerate(groups):
        by_country[group["cc"]] += [(number, name) for name in group["variants"]]
    different = []
    while len(different) < 20000:
        (x, a), (y, b) = chance.sample(by_country[chance.choice(groups)["cc"]], 2)
        if x != y and words(a) != words(b):
            different.append(likeness(weights, words(a), words(b)))
    different.sort(reverse=True)
    limit = different[len(different) // 100]
    found = [likeness(weights, words(a), words(b)) for a, b in held[:8000]]
    share = sum(value > limit for value in found) / len(found)
    print(f"learnt from half of the groups, of pairs in the other half told as one name: {share:.3f} (above {limit:.3f})")


def write(weights):
    alphabet = sorted(weights.gap)
    lines = [
        "# How much oftener two sounds of sounds.tsv stand against each other in spellings of one name than by chance, as natural",
        "# logarithms; an empty second sound stands for one that the other spelling lacks. Learnt by Tools/name_sounds.py from",
        "# pairs of spelling variants of places in eight countries (Who's On First and GeoNames, CC BY).",
        "sound\tother\tweight",
    ]
    for x in alphabet:
        lines.append(f"{x}\t\t{weights.gap[x]:.2f}")
        lines += [f"{x}\t{y}\t{weights.pair[x][y]:.2f}" for y in alphabet if y >= x]
    with open(os.path.join(SUPPLEMENT, "sound-weights.tsv"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="measure on held-out groups instead of writing")
    groups = read_groups()
    if parser.parse_args().check:
        check(groups)
        return
    pairs = pairs_of(groups)
    random.Random(1).shuffle(pairs)
    write(learn([(sounds(words(a)), sounds(words(b))) for a, b in pairs[:26000]]))


if __name__ == "__main__":
    main()
