"""How a TIME of patchwork is written as a TIMEX3 of ISO-TimeML, and how two lists of them are compared.

Words. TIMEX3 leaves prepositions outside ("since", "by", "within"), patchwork keeps them inside; they are cut off.
Where one time lies in another, the inner one is kept: TIMEX3 has no time around times.
Type. DURATION where the value is a length (P2D, PT48H, PXM), SET where the time repeats, TIME where the value has a
time of day, DATE else. TIMEX3 writes "the past two weeks", "within 48 hours" and "a 48-hour deadline" as lengths.
Value. `value` of the time as it stands: patchwork writes ISO-TimeML there (2016-09-19, 2016-W38, 2016-Q3, 198X,
2016-09-19TNI, P2D, PRESENT_REF), next to `edtf` and the days.
Comparison. TempEval-3: spans overlap (relaxed) or are equal (strict); value and type are judged on relaxed spans, and
the F1 of an attribute counts a pair as right only where the attribute is equal.
"""
LEADS = ("since", "until", "till", "by", "from", "for", "within", "inside", "in", "during", "throughout", "over", "at")


def trimmed(span):
    """(start, end) of a span's words without the prepositions before them."""
    start, words = span["start"], span["text"]
    while True:
        first, _, rest = words.partition(" ")
        if not rest or first.lower() not in LEADS:
            return start, span["end"]
        start, words = start + len(first) + 1, rest


def kind_of(time):
    """The TIMEX3 type of a patchwork time."""
    value = time.get("value") or ""
    if time["kind"] == "set":
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value and not value.endswith("_REF") else "DATE"


def timexes(times):
    """[(start, end, type, value)] of a report's times, none around another."""
    found = [(*trimmed(time["span"]), kind_of(time), time.get("value") or "") for time in times]
    return [
        one
        for one in found
        if not any(other != one and one[0] <= other[0] and other[1] <= one[1] and (other[0], other[1]) != (one[0], one[1]) for other in found)
    ]


def pairs(gold, given):
    """One-to-one pairs (gold, given) of overlapping spans, equal spans and large overlaps first."""
    overlaps = []
    for i, g in enumerate(gold):
        for j, p in enumerate(given):
            shared = min(g[1], p[1]) - max(g[0], p[0])
            if shared > 0:
                overlaps.append((g[:2] == p[:2], shared, -i, -j))
    used_gold, used_given, found = set(), set(), []
    for _, _, i, j in sorted(overlaps, reverse=True):
        if -i not in used_gold and -j not in used_given:
            used_gold.add(-i)
            used_given.add(-j)
            found.append((gold[-i], given[-j]))
    return found


def score(documents):
    """Counts over (gold, given) lists of (start, end, type, value): gold, given, relaxed, strict, type, value."""
    counts = dict.fromkeys(("gold", "given", "relaxed", "strict", "type", "value"), 0)
    for gold, given in documents:
        counts["gold"] += len(gold)
        counts["given"] += len(given)
        for wanted, found in pairs(gold, given):
            counts["relaxed"] += 1
            counts["strict"] += wanted[:2] == found[:2]
            counts["type"] += wanted[2] == found[2]
            counts["value"] += wanted[3] == found[3]
    return counts
