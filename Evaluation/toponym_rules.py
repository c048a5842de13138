"""How the places of a reading are compared with annotated toponyms, by span and by distance.

Kinds. GeoWebNews tells literal toponyms (`Literal`, `Mixed`, `Coercion`, `Embedded_Literal`, `Literal_Modifier`) from
associative ones (metonyms, demonyms, languages, homonyms and parts of other names), as Gritta, Pilehvar and Collier
("A pragmatic guide to geoparsing evaluation", 2019) group them; expressions without a name count in neither. A place of
ours is literal where its `use` is literal or relative.
Distance. 161 km (100 miles) is the bound that the field has settled on. What is within it is counted of the toponyms
with coordinates that were found.
"""
import math

LITERAL = {"Literal", "Mixed", "Coercion", "Embedded_Literal", "Literal_Modifier"}
NEAR = 161.0


def kilometres(a, b):
    """The great circle between two (latitude, longitude)."""
    north, east, other_north, other_east = map(math.radians, (*a, *b))
    h = math.sin((other_north - north) / 2) ** 2
    h += math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def point(toponym):
    """The (latitude, longitude) of a toponym of either set or of a place, None where it has none."""
    north, east = toponym.get("latitude", toponym.get("lat")), toponym.get("longitude", toponym.get("lon"))
    return None if north in (None, "") or east in (None, "") else (float(north), float(east))


def literal(toponyms):
    """The literal toponyms of a report; in a set without kinds all are."""
    return [t for t in toponyms if t.get("type", "Literal") in LITERAL]


def spans(places):
    """[(start, end, place)] of places that are meant as places, none around another."""
    found = [(p["span"]["start"], p["span"]["end"], p) for p in places if p["use"] in ("literal", "relative")]
    return [a for a in found if not any(b[:2] != a[:2] and a[0] <= b[0] and b[1] <= a[1] for b in found)]


def pairs(toponyms, places):
    """One-to-one pairs (toponym, place) of overlapping spans, the largest overlaps first."""
    overlaps = []
    for i, toponym in enumerate(toponyms):
        for j, (start, end, _) in enumerate(places):
            shared = min(end, toponym["end"]) - max(start, toponym["start"])
            if shared > 0:
                overlaps.append((-shared, i, j))
    used_toponyms, used_places, found = set(), set(), []
    for _, i, j in sorted(overlaps):
        if i not in used_toponyms and j not in used_places:
            used_toponyms.add(i)
            used_places.add(j)
            found.append((toponyms[i], places[j][2]))
    return found


def is_near(a, b):
    """Whether two points are there and within the bound."""
    return a is not None and b is not None and kilometres(a, b) <= NEAR
