#!/usr/bin/env python3
"""Times on newswire (TimeBank and AQUAINT) as TempEval-3 scores them, by what `patchwork read` mentions.

Relaxed F1 (spans overlap), strict F1 (spans equal), and the F1 of type and value on relaxed spans. The mapping of our
times to TIMEX3 stands in Evaluation/timex.py. Each text is read with its creation day as the day of publication.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from reading import f1, options, read, rows, say  # noqa: E402
from timex import score, timexes  # noqa: E402


def main():
    given = options(__doc__)
    documents = []
    for name in ("timebank", "aquaint"):
        path = os.path.join(given.gold, "times", name + ".jsonl.gz")
        if os.path.exists(path):
            documents += rows(path)
    if not documents:
        return
    out = read(given.patchwork, [{"id": d["id"], "text": d["text"], "published": d["dct"]} for d in documents])
    both = []
    for document in documents:
        gold = [(t["start"], t["end"], t["type"], t["value"]) for t in document["timex"]]
        both.append((gold, timexes(out.get(document["id"], {}).get("mentions", {}).get("times", []))))
    counts = score(both)
    for figure, name in (("relaxed", "spans overlap"), ("strict", "spans equal"), ("type", "type"), ("value", "value")):
        say("timex", f"{name}, F1", f1(counts[figure], counts["given"], counts["gold"])[2], counts["gold"])


if __name__ == "__main__":
    main()
