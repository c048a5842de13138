#!/usr/bin/env python3
"""How sure events are (UW factuality, dev): mean absolute error and correlation of `patchwork factuality`.

The gold gives each event word a value from -3 (certainly not) to 3 (certainly so), the mean of several readers. Its
tokens are put back into running text. Floors hold the share of error that is not made: error below 3 means nothing to a
limit that may only rise, so the figure "closeness" is 1 - error / 6.
"""
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from factuality_texts import running  # noqa: E402
from reading import options, rows, say  # noqa: E402


def judged(patchwork, sentences):
    """For every sentence the events as (gold value, what patchwork says of it or None)."""
    given, wanted = [], []
    for number, sentence in enumerate(sentences):
        text, offsets = running(sentence["tokens"])
        at = [offsets[event["span"][0]] for event in sentence["events"]]
        given.append(json.dumps({"id": str(number), "text": text, "at": at}))
        wanted.append([event["value"] for event in sentence["events"]])
    done = subprocess.run(
        [patchwork, "factuality"], input=("\n".join(given) + "\n").encode(), stdout=subprocess.PIPE, check=True
    )
    for line in done.stdout.decode().splitlines():
        answer = json.loads(line)
        yield list(zip(wanted[int(answer["id"])], answer["events"]))


def error(pairs):
    """Mean absolute difference of pairs."""
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


def correlation(pairs):
    """Pearson's r of pairs; 0 where one side does not vary."""
    n = len(pairs)
    mean_a, mean_b = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    over = sum((a - mean_a) * (b - mean_b) for a, b in pairs)
    under = sum((a - mean_a) ** 2 for a, _ in pairs) * sum((b - mean_b) ** 2 for _, b in pairs)
    return over / under**0.5 if under else 0.0


def main():
    given = options(__doc__)
    path = os.path.join(given.gold, "factuality", "uw.dev.jsonl")
    if not os.path.exists(path):
        return
    pairs = []
    for events in judged(given.patchwork, rows(path)):
        # An event that is not found counts as certain, as what is told plainly is.
        pairs += [(gold, event["value"] if event else 3.0) for gold, event in events]
    say("factuality", "mean absolute error", error(pairs), len(pairs))
    say("factuality", "closeness, 1 - error / 6", 1 - error(pairs) / 6, len(pairs))
    say("factuality", "correlation", correlation(pairs), len(pairs))


if __name__ == "__main__":
    main()
