"""How near an extracted article is to the gold of its page.

Text: tokens are runs of word characters, shingles of four of them are compared as bags. Shared, extra and
missing shingles of a page are divided by their sum, so that a long page weighs no more than a short one; F1
is the harmonic mean of the mean precision and the mean recall, as scrapinghub/article-extraction-benchmark
counts it. A paragraph that the gold marks as optional joins a page's gold when most of it was taken.
"""
import re
from collections import Counter

WORD = re.compile(r"\w+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def shingles(text, size=4):
    words = WORD.findall(text or "")
    if len(words) < size:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[at:] for at in range(size))))


def holds(taken, paragraph, share=0.7):
    """Whether most shingles of a paragraph are among those taken."""
    wanted = set(shingles(paragraph))
    return sum(one in taken for one in wanted) >= share * len(wanted)


def paragraphs(gold):
    if gold.get("paragraphs"):
        return [(row["t"], row.get("optional", False)) for row in gold["paragraphs"]]
    return [(line, False) for line in (gold.get("text") or "").split("\n") if WORD.search(line)]


def page(gold, text):
    """Shared, extra and missing shingles, and whether the first paragraph that must be there is."""
    taken = shingles(text)
    wanted = gold["text"]
    if gold.get("paragraphs"):
        wanted = "\n".join(line for line, optional in paragraphs(gold) if not optional or holds(taken, line))
    wanted = shingles(wanted)
    shared = sum((wanted & taken).values())
    # A line of up to three words has no shingle to be found by.
    first = next((line for line, optional in paragraphs(gold) if not optional and len(WORD.findall(line)) > 3), None)
    kept = None if first is None else holds(taken, first)
    return shared, sum(taken.values()) - shared, sum(wanted.values()) - shared, kept


def text_figures(pages):
    """F1, precision, recall and the share of first paragraphs kept."""
    precisions = [s / (s + extra) for s, extra, _, _ in pages if s + extra]
    recalls = [s / (s + missing) for s, _, missing, _ in pages if s + missing]
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(recalls) / max(1, len(recalls))
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0, precision, recall, sum(map(bool, (p[3] for p in pages))) / max(1, len(pages))


def same_title(gold, title):
    return "".join(WORD.findall(gold.lower())) == "".join(WORD.findall((title or "").lower()))


def figures(golds, found):
    """The figures of an extractor: `found` maps a page's id to its text, title and day."""
    texts = [page(gold, found[gold["id"]][0]) for gold in golds if gold.get("text") is not None]
    titles = [same_title(gold["title"], found[gold["id"]][1]) for gold in golds if gold.get("title")]
    days = [(gold["date"][:10], found[gold["id"]][2]) for gold in golds if DAY.match(gold.get("date") or "")]
    f1, precision, recall, first = text_figures(texts)
    right = sum(wanted == given for wanted, given in days)
    wrong = sum(bool(given) and wanted != given for wanted, given in days)
    return {
        "f1": f1, "precision": precision, "recall": recall, "first": first,
        "titles": sum(titles) / max(1, len(titles)),
        "right": right / max(1, len(days)), "wrong": wrong / max(1, len(days)),
    }
