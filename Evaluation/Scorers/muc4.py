#!/usr/bin/env python3
"""Template slots of MUC-4 from the accounts of its messages: recall, precision and F over slots.

A message's happenings become incident templates: muc4.tsv gives the incident's type, happenings of one type with no
conflicting place or day are one incident, and one without anybody who did or suffered it is none. The slots are

    type          KIDNAPPING, ARSON, BOMBING, ATTACK (others are not told from happenings)
    place         the places of the location, the most specific first
    perpetrator   individuals and organisations
    confidence    of each perpetrator: fact, claimed, accused or possible, from stance and modality
    victim        people by name or description
    effect        of each victim: death or injury

The published rules are kept where a machine can keep them (MUC-4 proceedings, 1992, "MUC-4 evaluation metrics"): templates
are mapped one to one, best score first, and only when the type agrees and another slot matches at least in part; a fill
is correct, partial (half) or incorrect; recall is what was got of what was possible, precision of what was given; unmapped
templates count whole as missing or spurious; optional templates and fills ("?") need not be given but may. A fill is
correct when it shares half of the words of the longer one with one of the key's alternatives, partial when it shares one.

The texts are in capitals; patchwork restores their case. The day of a message's dateline is given as its day of publication.
The 1,300 messages of the development part were there to look at, the two hundred of tst1 and tst2 were not.
"""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from case2021 import words_fit  # noqa: E402
from reading import options, read, rows, say, table  # noqa: E402

MAPPING = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "muc4.tsv")
SLOTS = ["type", "place", "perpetrator", "confidence", "victim", "effect"]
STOP = set("the a an of in and to at on by from for its his her their members member some other others two three".split())
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
DATELINE = re.compile(r"\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (\d\d)\b")


# --- the key ---------------------------------------------------------------------------------------------------------
def alternatives(fill):
    """(the strings of a fill, whether it is optional): '? "A" / "B": "C"' gives A, B and C."""
    quoted = re.findall(r'"((?:\\"|[^"])*)"', fill)
    strings = [text.replace('\\"', "") for text in quoted] or [fill.lstrip("? ")]
    return strings, fill.lstrip().startswith("?")


def places(fill):
    """The places of a location fill, the most specific first, without their kinds."""
    parts = re.split(r"[:/-]", re.sub(r"\([^)]*\)", "", fill))
    return [part.strip(" ?") for part in reversed(parts) if part.strip(" ?")]


def certainty(fill):
    """fact, claimed, accused or possible, of a confidence fill; several when the key allows several."""
    said = fill.split(":")[0]
    names = {"FACT": "fact", "CLAIMED": "claimed", "ACCUSED": "accused", "POSSIBLE": "possible"}
    return [ours for theirs, ours in names.items() if theirs in said]


def key_template(template):
    """{slot: [(alternatives, optional)]} of a template of the gold."""
    filled = {slot: [] for slot in SLOTS}
    filled["type"] = [(template["type"][0].split(" / "), False)]
    filled["place"] = [(places(fill), False) for fill in template.get("location", [])[:1]]
    for name in ("perp_individual", "perp_org"):
        filled["perpetrator"] += [alternatives(fill) for fill in template.get(name, [])]
    filled["confidence"] = [(certainty(fill), "?" in fill) for fill in template.get("perp_org_confidence", []) if certainty(fill)]
    named = []
    for fill in template.get("hum_description", []) + template.get("hum_name", []):
        strings, optional = alternatives(fill)
        if not any(set(strings) & set(other) for other, _ in named):
            named.append((strings, optional))
    filled["victim"] = named
    effects = [(fill.split(":")[0], "?" in fill) for fill in template.get("hum_effect", [])]
    filled["effect"] = [([e.strip("? ")], optional) for e, optional in effects if "DEATH" == e.strip("? ") or "INJURY" == e.strip("? ")]
    return filled


# --- what was read ----------------------------------------------------------------------------------------------------
def incident_type(happening, mapping):
    """The type of a happening by the table, or None."""
    def said(*fields):
        return " ".join((happening[f] or {"text": ""})["text"] for f in fields).lower()

    for row in mapping:
        if happening["type"] in row["types"].split() and words_fit(row["words"], said("trigger", "weapon", "target")) \
                and words_fit(row["actor"], said("actor")) and words_fit(row["target"], said("target")):
            return row["type"]
    return None


def confidence(account):
    """How sure the account makes who did it."""
    if account["happening"]["modality"] == "possible":
        return "possible"
    return {"claim-responsibility": "claimed", "admit": "claimed", "accuse": "accused"}.get(account["stance"], "fact")


def given_templates(accounts, mapping, published):
    """The incident templates of a message's accounts."""
    made = []
    for account in accounts:
        happening = account["happening"]
        if not happening or happening["modality"] in ("denied", "planned", "proposed"):
            continue
        kind = incident_type(happening, mapping)
        time = happening["time"] or {}
        if kind is None or is_old(time, published):
            continue
        place = happening["place"]
        template = join(made, kind, place, time.get("from"))
        if place:
            words = [place["span"]["text"], place["name"]]
            template["place"] = template["place"] or [words]
        if happening["actor"]:
            add(template["perpetrator"], happening["actor"]["text"])
            template["confidence"].append([confidence(account)])
        people = happening["target"]
        if people and (happening["killed"] or happening["injured"] or is_person(people["text"])):
            add(template["victim"], people["text"])
            if happening["killed"] or happening["type"] == "killing":
                template["effect"].append(["DEATH"])
            elif happening["injured"] or happening["type"] == "other":
                template["effect"].append(["INJURY"])
        template["hit"] = template["hit"] or bool(people)
    for template in made:
        template["confidence"] = unique(template["confidence"])
        template["effect"] = unique(template["effect"])
    return [t for t in made if t["victim"] or t["perpetrator"] or t["hit"]]


def join(made, kind, place, day):
    """The incident of this type that neither place nor day speak against, or a new one."""
    name = place["name"] if place else None
    for template in reversed(made):
        if template["type"] == [[kind]] and (not name or not template["where"] or name == template["where"]) \
                and (not day or not template["day"] or day == template["day"]):
            break
    else:
        template = {"type": [[kind]], "where": None, "day": None, "hit": False}
        template.update({slot: [] for slot in SLOTS if slot != "type"})
        made.append(template)
    template["where"] = template["where"] or name
    template["day"] = template["day"] or day
    return template


def is_old(time, published):
    """Whether a time lies more than three months before the message."""
    day = time.get("to") or time.get("from")
    if not day or not published:
        return False
    months = int(published[:4]) * 12 + int(published[5:7]) - int(day[:4]) * 12 - int(day[5:7])
    return months > 3


def is_person(text):
    """Whether a target reads as people rather than as a thing or place."""
    things = "car vehicle house building office bridge tower town city plant station embassy bank pipeline barracks post base " \
        "headquarters residence farm store truck bus power line lines installations neighborhood property restaurant"
    return not content(text) & set(things.split())


def content(text):
    """The words of a fill that tell it from others."""
    return {word for word in re.findall(r"[\w]+", text.lower()) if word not in STOP}


def likeness(strings, given):
    """1 when the fill matches one of the alternatives, 0.5 when it shares a word with one, else 0."""
    best = 0.0
    for one in strings:
        for other in given:
            a, b = content(one), content(other)
            shared = len(a & b)
            if shared:
                best = max(best, 1.0 if shared * 2 >= max(len(a), len(b)) or a <= b or b <= a else 0.5)
    return best


def add(fills, text):
    """Adds a fill unless one of the same words is there."""
    if not any(likeness([text], [other]) == 1.0 for fill in fills for other in fill):
        fills.append([text])


def unique(fills):
    kept = []
    for fill in fills:
        if fill not in kept:
            kept.append(fill)
    return kept


# --- scoring ------------------------------------------------------------------------------------------------------------
def match(slot, key, given):
    """(credit, possible, actual) of one slot of a mapped pair."""
    credit, left = 0.0, list(given)
    possible = 0
    for strings, optional in key:
        scored = [(likeness(strings, fill) if slot != "type" else float(bool(set(strings) & set(fill))), -n) for n, fill in enumerate(left)]
        best, place = max(scored, default=(0.0, 0))
        if slot in ("confidence", "effect"):
            best = float(best == 1.0)
        if best > 0:
            credit += best
            left.pop(-place)
            possible += 1
        elif not optional:
            possible += 1
    return credit, possible, len(given)


def pairs(keys, templates):
    """The mapping of templates onto keys: type and one more slot must match."""
    scored = []
    for i, key in enumerate(keys):
        for j, template in enumerate(templates):
            got = {slot: match(slot, key["slots"][slot], template[slot])[0] for slot in SLOTS}
            if got["type"] and got["place"] + got["perpetrator"] + got["victim"]:
                scored.append((sum(got.values()), -i, -j))
    used_keys, used, mapped = set(), set(), []
    for _, i, j in sorted(scored, reverse=True):
        if -i not in used_keys and -j not in used:
            used_keys.add(-i)
            used.add(-j)
            mapped.append((-i, -j))
    return mapped


def tally(counts, keys, templates):
    """Adds one message to the counts [credit, possible, actual] of each slot."""
    mapped = pairs(keys, templates)
    for i, j in mapped:
        for slot in SLOTS:
            for at, number in enumerate(match(slot, keys[i]["slots"][slot], templates[j][slot])):
                counts[slot][at] += number
    for i, key in enumerate(keys):
        if not key["optional"] and i not in {i for i, _ in mapped}:
            for slot in SLOTS:
                counts[slot][1] += sum(not optional for _, optional in key["slots"][slot])
    for j, template in enumerate(templates):
        if j not in {j for _, j in mapped}:
            for slot in SLOTS:
                counts[slot][2] += len(template[slot])


def measure(credit, possible, actual):
    """F of a slot's counts."""
    recall, precision = credit / possible if possible else 0.0, credit / actual if actual else 0.0
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def day_of(text):
    """The day of a message's dateline, ISO, or None."""
    found = DATELINE.search(text[:200])
    return f"19{found[3]}-{MONTHS.index(found[2]) + 1:02d}-{int(found[1]):02d}" if found else None


def main():
    given = options(__doc__)
    path = os.path.join(given.gold, "events", "muc4-dev.jsonl.gz")
    if not os.path.exists(path):
        return
    messages, mapping = rows(path), table(MAPPING)
    known = {row["type"] for row in mapping}
    reports = []
    for message in messages:
        report = {"id": message["doc"], "text": message["text"]}
        day = day_of(message["text"])
        reports.append({**report, "published": day} if day else report)
    answers = read(given.patchwork, reports)
    for name, splits in (("", ("dev", "tst1", "tst2")), (", kept", ("tst1", "tst2"))):
        counts = {slot: [0.0, 0, 0] for slot in SLOTS}
        for message, report in zip(messages, reports):
            if message["split"] not in splits:
                continue
            keys = [
                {"slots": key_template(t), "optional": t["optional"]}
                for t in message["templates"]
                if set(t["type"][0].split(" / ")) & known
            ]
            accounts = answers.get(message["doc"], {}).get("accounts", [])
            tally(counts, keys, given_templates(accounts, mapping, report.get("published")))
        for slot in SLOTS:
            say("muc4", f"{slot}, F{name}", measure(*counts[slot]), counts[slot][1])
        whole = [sum(counts[slot][at] for slot in SLOTS) for at in range(3)]
        say("muc4", f"all slots, recall{name}", whole[0] / max(1, whole[1]), whole[1])
        say("muc4", f"all slots, precision{name}", whole[0] / max(1, whole[2]), whole[2])
        say("muc4", f"all slots, F{name}", measure(*whole), whole[1])


if __name__ == "__main__":
    main()
