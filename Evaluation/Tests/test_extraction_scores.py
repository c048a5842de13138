"""The arithmetic of Benchmarks/extraction.sh."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "Benchmarks"))
import extraction_scores as scores

FIRST = "the road to the mill was shelled at dawn"
SECOND = "a second paragraph tells of the bakery and the bridge"
LEAD = "a standfirst that may be kept or left away by anyone"


def gold(**fields):
    return {"id": "a", "text": FIRST + "\n" + SECOND, "title": "Mill shelled", "date": "2016-09-19T10:00:00Z", **fields}


class Figures(unittest.TestCase):
    def figures(self, row, text, title="Mill shelled", day="2016-09-19"):
        return scores.figures([row], {"a": (text, title, day)})

    def test_the_gold_itself_is_perfect(self):
        found = self.figures(gold(), FIRST + "\n" + SECOND)
        self.assertEqual((found["f1"], found["first"], found["titles"], found["right"], found["wrong"]), (1, 1, 1, 1, 0))

    def test_nothing_taken_is_no_precision_and_no_recall(self):
        found = self.figures(gold(), None, None, None)
        self.assertEqual((found["f1"], found["first"], found["titles"], found["right"], found["wrong"]), (0, 0, 0, 0, 0))

    def test_a_lost_first_paragraph_costs_recall_alone(self):
        found = self.figures(gold(), SECOND)
        self.assertEqual((found["precision"], found["first"]), (1, 0))
        # Nine and ten words: six and seven shingles, and three across the two.
        self.assertAlmostEqual(found["recall"], 7 / 16)

    def test_an_optional_paragraph_counts_only_when_taken(self):
        row = gold(paragraphs=[{"t": LEAD, "optional": True}, {"t": FIRST, "optional": False}, {"t": SECOND}])
        self.assertEqual(self.figures(row, FIRST + "\n" + SECOND)["f1"], 1)
        self.assertEqual(self.figures(row, "\n".join([LEAD, FIRST, SECOND]))["f1"], 1)
        self.assertEqual(self.figures(row, FIRST + "\n" + SECOND)["first"], 1)

    def test_a_wrong_day_is_not_a_missing_one(self):
        self.assertEqual(self.figures(gold(), FIRST, day="2016-09-20")["wrong"], 1)
        self.assertEqual(self.figures(gold(), FIRST, day=None)["wrong"], 0)

    def test_a_gold_date_that_is_none_asks_nothing(self):
        self.assertEqual(self.figures(gold(date="NaT"), FIRST, day=None)["right"], 0)
        both = scores.figures([gold(), gold(date="NaT")], {"a": (FIRST, "", "2016-09-19")})
        self.assertEqual(both["right"], 1)

    def test_titles_are_compared_by_their_words(self):
        self.assertTrue(scores.same_title("Mill: shelled!", "mill shelled"))
        self.assertFalse(scores.same_title("Mill shelled", "Mill shelled | Witness"))


if __name__ == "__main__":
    unittest.main()
