"""How times become TIMEX3 and are compared."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from timex import score, timexes  # noqa: E402


def time(start, text, kind="date", value=None):
    return {"span": {"start": start, "end": start + len(text), "text": text}, "kind": kind, "value": value}


class Mapping(unittest.TestCase):
    def test_prepositions_are_left_outside(self):
        self.assertEqual(timexes([time(10, "since Monday", "interval", "2016-09-26")]), [(16, 22, "DATE", "2016-09-26")])

    def test_type_follows_the_value(self):
        for kind, value, wanted in (
            ("duration", "PT48H", "DURATION"),
            ("deadline", "P2D", "DURATION"),
            ("set", "P1D", "SET"),
            ("date", "2016-09-19TNI", "TIME"),
            ("date", "2016-W38", "DATE"),
            ("date", "PAST_REF", "DATE"),
            ("date", "PRESENT_REF", "DATE"),
        ):
            self.assertEqual(timexes([time(0, "words", kind, value)])[0][2], wanted)

    def test_of_nested_times_the_inner_one_is_kept(self):
        outer, inner = time(0, "since it began in March"), time(18, "March", value="2016-03")
        self.assertEqual([t[3] for t in timexes([outer, inner])], ["2016-03"])


class Comparison(unittest.TestCase):
    def test_relaxed_strict_and_value_are_counted_apart(self):
        gold = [(0, 6, "DATE", "2016-09-26"), (20, 30, "DURATION", "P2D")]
        given = [(0, 6, "DATE", "2016-09-19"), (18, 30, "DURATION", "P2D"), (40, 45, "DATE", "2016")]
        counts = score([(gold, given)])
        self.assertEqual(counts, {"gold": 2, "given": 3, "relaxed": 2, "strict": 1, "type": 2, "value": 1})


if __name__ == "__main__":
    unittest.main()
