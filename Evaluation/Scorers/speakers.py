#!/usr/bin/env python3
"""Scores whom the pronouns and short names of sources and participants are taken for.

    speakers.py --patchwork PATH --gold DIR

The gold is `attribution/wikinews-ontogum.jsonl`: Wikinews reports as tokens with clusters of mentions. Every source,
actor and target that Patchwork reads and whose span is one token of a cluster is held against that cluster: it is right
when a word of its `who` is a capitalised word of a name in the cluster, and of no name outside it alone.
"""
import argparse
import collections
import json
import os
import subprocess

CLOSING = {",", ".", ";", ":", "!", "?", "%", ")", "]", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'", "’s", "’"}
OPENING = {"(", "[", "$", "£", "€"}
GROUPS = {"he/she": {"he", "she", "him", "her", "his"}, "it": {"it", "its"}, "they": {"they", "them", "their"}}


def text_of(tokens, sentences):
    """The report's text, a sentence a line, and where each token starts and ends in it."""
    text, places, starts, is_open = "", [], {first for first, _ in sentences}, False
    for index, token in enumerate(tokens):
        if index in starts and text:
            text, is_open = text + "\n", False
        elif text and not text.endswith("\n") and token not in CLOSING and not text.endswith(tuple(OPENING)):
            if token == '"':
                is_open = not is_open
                text += " " if is_open else ""
            elif not (is_open and text.endswith('"')):
                text += " "
        elif token == '"':
            is_open = not is_open
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def name_words(cluster, tokens):
    """The capitalised words of the names in a cluster, lower-cased."""
    words = set()
    for first, end in cluster:
        inside = tokens[first:end]
        if end - first <= 8:
            words |= {word.lower() for word in inside if word[:1].isupper() and word.lower() not in ALL_PRONOUNS}
    return words - {"the", "a", "mr", "mr.", "ms", "mrs", "president", "minister"}


ALL_PRONOUNS = set().union(*GROUPS.values()) | {"i", "we", "you", "this", "that"}


def parties(account):
    """The sources, actors and targets of an account that have both words in the text and somebody they stand for."""
    yield account["source"]
    happening = account.get("happening") or {}
    for role in ("actor", "target"):
        if happening.get(role):
            yield happening[role]


def score(report, reading):
    """Counts of right and all by group for one report."""
    text, places = text_of(report["tokens"], report["sentences"])
    count = collections.Counter()
    seen = set()
    for account in reading.get("accounts", []):
        for party in parties(account):
            span = party.get("span")
            if not span or (span["start"], span["end"]) in seen:
                continue
            token = next((i for i, place in enumerate(places) if place == (span["start"], span["end"])), None)
            if token is None:
                continue
            cluster = next((c for c in report["clusters"] if [token, token + 1] in c), None)
            word = report["tokens"][token]
            group = next((name for name, words in GROUPS.items() if word.lower() in words), None)
            if group is None and word[:1].isupper() and word.lower() not in ALL_PRONOUNS:
                group = "one-word name"
            names = name_words(cluster, report["tokens"]) if cluster else set()
            if group is None or not names or (group == "one-word name" and len(names) < 2):
                continue
            seen.add((span["start"], span["end"]))
            said = {word.lower().rstrip(".,") for word in (party.get("who") or "").split()}
            count[group, "all"] += 1
            count[group, "right"] += bool(said & names)
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--patchwork", required=True)
    parser.add_argument("--gold", required=True)
    given = parser.parse_args()
    with open(os.path.join(given.gold, "attribution", "wikinews-ontogum.jsonl"), encoding="utf-8") as file:
        reports = [json.loads(line) for line in file if line.strip()]
    lines = "".join(
        json.dumps({"id": r["id"], "text": text_of(r["tokens"], r["sentences"])[0]}) + "\n" for r in reports
    )
    done = subprocess.run(
        [given.patchwork, "read", "--from", "jsonl", "--to", "jsonl"], input=lines.encode(), stdout=subprocess.PIPE
    )
    readings = {row["id"]: row for row in map(json.loads, done.stdout.decode().splitlines())}
    total = collections.Counter()
    for report in reports:
        total += score(report, readings.get(report["id"], {}))
    for group in [*GROUPS, "one-word name"]:
        everyone = total[group, "all"]
        value = total[group, "right"] / max(1, everyone)
        print(f"{'speakers':<14}{group + ' taken for the right name':<44}{value:8.3f}  (n={everyone})")


if __name__ == "__main__":
    main()
