"""How toponyms and places are paired and measured."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import toponym_rules as rules  # noqa: E402


def place(start, end, use="literal", lat=None, lon=None):
    return {"span": {"start": start, "end": end}, "use": use, "lat": lat, "lon": lon}


class ToponymsTest(unittest.TestCase):
    def test_a_degree_of_a_meridian_is_about_111_km(self):
        self.assertAlmostEqual(rules.kilometres((0, 0), (1, 0)), 111.2, delta=0.1)
        self.assertEqual(rules.kilometres((12, 170), (12, 170)), 0)

    def test_points_of_all_three_forms_are_read(self):
        self.assertEqual(rules.point({"latitude": "29.5", "longitude": "-90"}), (29.5, -90.0))
        self.assertEqual(rules.point({"lat": 14.8, "lon": 120.9}), (14.8, 120.9))
        self.assertIsNone(rules.point({"latitude": "", "longitude": ""}))
        self.assertIsNone(rules.point(place(0, 1)))

    def test_only_literal_kinds_are_wanted(self):
        kinds = ["Literal", "Metonymic", "Coercion", "Literal_Expression", "Demonym"]
        self.assertEqual([t["type"] for t in rules.literal([{"type": k} for k in kinds])], ["Literal", "Coercion"])
        self.assertEqual(len(rules.literal([{"start": 0}])), 1)

    def test_metonyms_and_places_around_others_are_left_out(self):
        found = rules.spans([place(0, 30, "relative"), place(8, 14), place(20, 26), place(40, 45, "metonym")])
        self.assertEqual([span[:2] for span in found], [(8, 14), (20, 26)])

    def test_a_toponym_has_one_place_that_of_most_overlap(self):
        toponyms = [{"start": 0, "end": 10}, {"start": 12, "end": 20}]
        both = rules.pairs(toponyms, rules.spans([place(0, 4), place(5, 10), place(30, 35)]))
        self.assertEqual([(t["start"], p["span"]["start"]) for t, p in both], [(0, 5)])

    def test_what_has_no_point_is_not_near(self):
        self.assertFalse(rules.is_near((0, 0), None))
        self.assertTrue(rules.is_near((0, 0), (1, 1)))
        self.assertFalse(rules.is_near((0, 0), (2, 0)))


if __name__ == "__main__":
    unittest.main()
