import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from quiet_texts import HERE, ours, pinned, plain  # noqa: E402
from reading import table  # noqa: E402
from topic_texts import is_quiet_news  # noqa: E402


class QuietTextsTest(unittest.TestCase):
    def test_markup_of_a_wiki_is_taken_off(self):
        source = (
            "{{Infobox|a={{b}}}}\n== History ==\n'''Hill''' is a [[town|small town]] in the north of the island, "
            "which is known for its market.<ref>A note.</ref>\n* a list that is left out although it is long enough to stay\n"
            "[[File:hill.jpg|thumb|A [[hill]] of some height above the bay, seen from the south]]"
        )
        self.assertEqual(
            plain(source), "Hill is a small town in the north of the island, which is known for its market."
        )

    def test_every_article_of_ours_is_listed_once(self):
        listed = sorted(row["key"] for row in table(os.path.join(HERE, "articles.tsv")) if row["set"] == "ours")
        self.assertEqual(listed, sorted(ours()))

    def test_numbers_of_articles_are_unique(self):
        numbers = [row["id"] for row in table(os.path.join(HERE, "articles.tsv"))]
        self.assertEqual(len(numbers), len(set(numbers)))

    def test_what_is_measured_is_also_trained_beside(self):
        self.assertLess(pinned("packages.txt"), pinned("training.txt"))

    def test_sport_is_quiet_and_harm_is_not(self):
        self.assertTrue(is_quiet_news("The coach said the striker, who scored two goals, missed the attack in the match."))
        self.assertTrue(is_quiet_news("The library opens at nine."))
        self.assertFalse(is_quiet_news("Troops killed two men and police made an arrest."))


if __name__ == "__main__":
    unittest.main()
