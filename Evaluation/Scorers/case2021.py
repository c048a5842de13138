#!/usr/bin/env python3
"""Event classes of the CASE 2021 snippets, from type, weapon, actor and target of what is read: weighted F1.

case2021.tsv says which happenings stand for which class. Classes that it does not name cannot be told from happenings:
attributions (ATTRIB), disasters, organised crime and OTHER; snippets of those count in the precision of the rest only. The F1 of a
class is weighted by how many snippets have it, over the classes that the table names. Half of the snippets, those with
odd ids, were there to look at when the table was made.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from reading import f1, options, read, rows, say, table  # noqa: E402

MAPPING = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "case2021.tsv")


def words_fit(field, text):
    """Whether a field of the table allows a text: one of its parts of words occurs, or with "!" none does."""
    if not field:
        return True
    if field.startswith("!"):
        return not any(part in text for part in field[1:].split("|"))
    return any(part in text for part in field.split("|"))


def said(happening, *fields):
    """The words of some fields, in lower case."""
    words = []
    for field in fields:
        value = happening[field]
        words.append(value["text"] if value else "")
    return " ".join(words).lower() + " "


def fits(row, happening, others):
    """Whether a happening is what a row describes, beside the others of its snippet."""
    return (
        happening["type"] in row["types"].split()
        and words_fit(row["words"], said(happening, "trigger", "weapon", "actor", "target"))
        and words_fit(row["actor"], said(happening, "actor"))
        and words_fit(row["target"], said(happening, "target"))
        and (not row["beside"] or any(other["type"] in row["beside"].split() for other in others))
    )


def classify(happenings, mapping):
    """The class of a snippet's happenings, or None."""
    for row in mapping:
        for happening in happenings:
            if fits(row, happening, [other for other in happenings if other is not happening]):
                return row["class"]
    return None


def weighted(pairs, classes):
    """The F1 of each class weighted by its number of snippets, and that number in all."""
    total = sum(wanted in classes for wanted, _ in pairs)
    summed = 0.0
    for name in classes:
        wanted = sum(a == name for a, _ in pairs)
        given = sum(b == name for _, b in pairs)
        summed += wanted * f1(sum(a == b == name for a, b in pairs), given, wanted)[2]
    return (summed / total if total else 0.0), total


def main():
    given = options(__doc__)
    path = os.path.join(given.gold, "events", "case2021-types.jsonl")
    if not os.path.exists(path):
        return
    snippets, mapping = rows(path), table(MAPPING)
    classes = sorted({row["class"] for row in mapping})
    answers = read(given.patchwork, [{"id": s["id"], "text": s["text"]} for s in snippets])
    pairs = {}
    for snippet in snippets:
        accounts = answers.get(snippet["id"], {}).get("accounts", [])
        happenings = [account["happening"] for account in accounts if account["happening"]]
        pairs[snippet["id"]] = (snippet["label"], classify(happenings, mapping))
    for name, chosen in (("", lambda i: True), (", seen", lambda i: i % 2), (", kept", lambda i: not i % 2)):
        value, number = weighted([pair for i, pair in pairs.items() if chosen(int(i))], classes)
        say("case2021", f"weighted F1 of {len(classes)} classes told by happenings{name}", value, number)
    inside = [pair for pair in pairs.values() if pair[0] in classes]
    value, number = weighted(inside, classes)
    say("case2021", "weighted F1, snippets of those classes only", value, number)


if __name__ == "__main__":
    main()
