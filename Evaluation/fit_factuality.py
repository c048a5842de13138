#!/usr/bin/env python3
"""Fits the weights of the grounds of factuality: fit_factuality.py --patchwork P --gold DIR WEIGHTS.tsv

Reads the UW factuality training sentences (never dev), asks patchwork for the grounds of every event, and finds the
weights whose sum comes nearest to the gold values: least absolute differences with a pull towards nothing, by reweighted
least squares and coordinate descent. The order of everything is fixed, so that the same program, model and gold give the
same file to the byte. Grounds met fewer than 8 times are left out. Prints the error on each of five parts, each fitted on
the other four, before it writes.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "Scorers"))

from factuality import error, judged  # noqa: E402
from reading import options, rows  # noqa: E402

HEAD = """\
# What each ground of factuality weighs: fitted by Evaluation/fit_factuality.py on the values that the readers of the UW
# factuality training set gave (Lee and others 2015); statistics, no text. Grounds met fewer than {least} times are not here.
ground\tweight
"""
LEAST, ROUNDS, SWEEPS, PULL = 8, 12, 4, 6.0


def features(event):
    """The grounds of an event with their amounts."""
    amounts = {"any event": 1.0, "certainty": event["certainty"], "size of certainty": abs(event["certainty"])}
    for ground in event["grounds"]:
        amounts[ground] = amounts.get(ground, 0.0) + 1.0
    return amounts


def fit(examples):
    """{ground: weight} for pairs of a value and amounts."""
    seen = {}
    for _, amounts in examples:
        for ground in amounts:
            seen[ground] = seen.get(ground, 0) + 1
    names = sorted(ground for ground, times in seen.items() if times >= LEAST)
    columns = {name: [] for name in names}
    for row, (_, amounts) in enumerate(examples):
        for ground, amount in amounts.items():
            if ground in columns:
                columns[ground].append((row, amount))
    weights = dict.fromkeys(names, 0.0)
    rest = [value for value, _ in examples]
    for _ in range(ROUNDS):
        importance = [1.0 / max(0.15, abs(r)) for r in rest]
        for _ in range(SWEEPS):
            for name in names:
                old = weights[name]
                over = sum(importance[row] * amount * (rest[row] + amount * old) for row, amount in columns[name])
                under = sum(importance[row] * amount * amount for row, amount in columns[name])
                new = over / (under + (0.0 if name == "any event" else PULL))
                if new != old:
                    weights[name] = new
                    for row, amount in columns[name]:
                        rest[row] -= amount * (new - old)
    return weights


def value(weights, amounts):
    """What the weights make of the amounts, within -3 and 3."""
    return max(-3.0, min(3.0, sum(weights.get(ground, 0.0) * amount for ground, amount in amounts.items())))


def main():
    given = options(__doc__, ("weights", "the table to write"))
    sentences = rows(os.path.join(given.gold, "factuality", "uw.train.jsonl"))
    parts = [[] for _ in range(5)]
    for number, events in enumerate(judged(given.patchwork, sentences)):
        parts[number * 5 // len(sentences)] += [(gold, features(event)) for gold, event in events if event]
    errors = []
    for left in range(5):
        weights = fit([example for part in range(5) if part != left for example in parts[part]])
        errors.append(error([(gold, value(weights, amounts)) for gold, amounts in parts[left]]))
        print(f"part {left + 1}: error {errors[-1]:.3f} on {len(parts[left])} events")
    print(f"mean error of parts left out: {sum(errors) / 5:.3f}")
    weights = fit([example for part in parts for example in part])
    with open(given.weights, "w", encoding="utf-8") as file:
        file.write(HEAD.format(least=LEAST))
        for ground, weight in sorted(weights.items()):
            if abs(weight) >= 0.0005:
                file.write(f"{ground}\t{weight:.3f}\n")


if __name__ == "__main__":
    main()
