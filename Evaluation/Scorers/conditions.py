#!/usr/bin/env python3
"""Conditions of the sentences of ours in Conditions/ (marked by its GUIDE.md): kinds, values, places, people.

Every sentence is a report of its own. A condition read is right in kind when the sentence is marked with one of that
kind, each marked one counted once; among several of a kind the one with the right value is taken first. Sentences with
odd ids were there to look at while the reader was made, those with even ids were not. The gold folder is not needed.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from reading import f1, options, read, say, table  # noqa: E402

SENTENCES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Conditions")
KINDS = "control siege access road crossing truce approval notification threat presence flight".split()


def marks(field):
    """The conditions of a row's field, as dictionaries with kind, value and what else is marked."""
    if field == "-":
        return []
    found = []
    for piece in field.split(";"):
        parts = piece.split("|")
        kind, _, value = parts[0].partition(" ")
        if kind not in KINDS:
            raise ValueError(f"no such kind: {kind}")
        found.append({"kind": kind, "value": value, **dict(part.split("=", 1) for part in parts[1:])})
    return found


def pair(marked, told):
    """Pairs of a marked and a told condition of one kind, those of one value first."""
    pairs, left = [], list(told)
    for same in (lambda m, t: m["kind"] == t["kind"] and m["value"] == t["value"], lambda m, t: m["kind"] == t["kind"]):
        for mark in marked:
            if any(mark is m for m, _ in pairs):
                continue
            hit = next((t for t in left if same(mark, t)), None)
            if hit is not None:
                left.remove(hit)
                pairs.append((mark, hit))
    return pairs


def distinct(conditions):
    """The conditions without those that say the same kind and value again."""
    kept = []
    for condition in conditions:
        if all((condition["kind"], condition["value"]) != (k["kind"], k["value"]) for k in kept):
            kept.append(condition)
    return kept


def bounds(field):
    """(low, high) of "16000-16000", "-500000" or "3000-"."""
    low, _, high = field.partition("-")
    return (float(low) if low else None, float(high) if high else None)


def alike(written, told):
    """Whether the places share a word."""
    drop = {"the", "of", "to"}
    return bool((set(written.lower().split()) - drop) & (set(told.lower().split()) - drop))


def score(sentences, answers):
    """The counts of one set of sentences."""
    count = dict.fromkeys(
        ["marked", "told", "kind", "value", "placed", "place", "peopled", "people", "plain", "false"], 0
    )
    for row in sentences:
        marked = marks(row["conditions"])
        accounts = answers.get(row["id"], {}).get("accounts", [])
        told = distinct([account["condition"] for account in accounts if account["condition"]])
        pairs = pair(marked, told)
        count["marked"] += len(marked)
        count["told"] += len(told)
        count["kind"] += len(pairs)
        count["value"] += sum(mark["value"] == hit["value"] for mark, hit in pairs)
        if not marked:
            count["plain"] += 1
            count["false"] += bool(told)
        for mark, hit in pairs:
            if "place" in mark:
                count["placed"] += 1
                place = hit["place"]
                count["place"] += bool(place) and alike(mark["place"], place["span"]["text"] + " " + place["name"])
            if "people" in mark:
                count["peopled"] += 1
                people = hit["people"]
                count["people"] += bool(people) and (people["low"], people["high"]) == bounds(mark["people"])
    return count


def show(name, count):
    """Prints a set's figures."""
    _, _, kinds = f1(count["kind"], count["told"], count["marked"])
    _, _, values = f1(count["value"], count["told"], count["marked"])
    say("conditions", f"kind, F1, {name}", kinds, count["marked"])
    say("conditions", f"kind and value, F1, {name}", values, count["marked"])
    say("conditions", f"place right, {name}", count["place"] / max(1, count["placed"]), count["placed"])
    say("conditions", f"people right, {name}", count["people"] / max(1, count["peopled"]), count["peopled"])
    say("conditions", f"sentences without one left alone, {name}", 1 - count["false"] / count["plain"], count["plain"])


def main():
    given = options(__doc__)
    rows = table(os.path.join(SENTENCES, "sentences.tsv"))
    answers = read(given.patchwork, [{"id": row["id"], "text": row["sentence"]} for row in rows])
    show("seen", score([row for row in rows if int(row["id"]) % 2], answers))
    show("kept", score([row for row in rows if not int(row["id"]) % 2], answers))
    second = {row["id"]: marks(row["conditions"]) for row in table(os.path.join(SENTENCES, "second-pass.tsv"))}
    agreed = [(marks(row["conditions"]), second[row["id"]]) for row in rows if row["id"] in second]
    pairs = [pair(first, again) for first, again in agreed]
    wanted, told = sum(len(first) for first, _ in agreed), sum(len(again) for _, again in agreed)
    say("conditions", "agreement of two passes, kind, F1", f1(sum(map(len, pairs)), told, wanted)[2], wanted)
    same = sum(mark["value"] == hit["value"] for found in pairs for mark, hit in found)
    say("conditions", "agreement of two passes, kind and value, F1", f1(same, told, wanted)[2], wanted)


if __name__ == "__main__":
    main()
