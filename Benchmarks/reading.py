#!/usr/bin/env python3
"""Measures the whole of `patchwork read` against spaCy's pipeline alone, in turns in one run on the same texts.

    Benchmarks/reading.sh [--patchwork .build/release/patchwork] [--articles 200] [--rounds 3] [reports.jsonl.gz ...]

spaCy only parses; Patchwork parses, finds who says what happened where and when, and writes JSON. Prints articles
per second of processor time for both and the ratios of the rounds. Every article must come back, in order, or the
run fails. Start-up is left out for spaCy and counted for Patchwork.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

from language import peer_check

HERE = os.path.dirname(os.path.abspath(__file__))


def read(binary, lines, count):
    """Processor seconds of one `patchwork read` on one thread."""
    before = os.times()
    done = subprocess.run(
        [binary, "read", "--from", "jsonl", "--to", "jsonl", "--threads", "1"],
        input=lines, stdout=subprocess.PIPE, check=True)
    after = os.times()
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    if ids != [str(number) for number in range(count)]:
        sys.exit("reading.py: the articles that came out are not those that went in")
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def main():
    peer = peer_check()
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--patchwork", default=os.path.join(os.path.dirname(HERE), ".build/release/patchwork"))
    arguments.add_argument("--articles", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("files", nargs="*")
    options = arguments.parse_args()
    paths = options.files or peer.default_files()
    if not paths:
        sys.exit("reading.py: no files given, and none in $PATCHWORK_SHARED/reports")
    texts = peer.texts_of(paths, None)
    texts = texts[::max(1, len(texts) // options.articles)][:options.articles]
    lines = "".join(
        json.dumps({"id": str(number), "text": text, "published": "2016-09-24"}) + "\n"
        for number, text in enumerate(texts)).encode()

    import spacy
    nlp = spacy.load(peer.model_folder("sm"))
    for _ in nlp.pipe(texts[:4]):
        pass
    ratios = []
    for _ in range(options.rounds):
        start = time.process_time()
        for _ in nlp.pipe(texts, batch_size=32):
            pass
        theirs = time.process_time() - start
        ours = read(options.patchwork, lines, len(texts))
        ratios.append(theirs / ours)
        print(f"spaCy alone {len(texts) / theirs:8.1f} articles a CPU second    "
              f"patchwork read {len(texts) / ours:8.1f}    ratio {ratios[-1]:5.1f}", flush=True)
    print(f"median ratio {statistics.median(ratios):.1f} over {len(texts)} articles")


if __name__ == "__main__":
    main()
