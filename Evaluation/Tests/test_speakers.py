"""What the scorer of speakers counts."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Scorers"))

import speakers


class SpeakersTest(unittest.TestCase):
    tokens = ["Ann", "Lee", "left", ".", "She", "said", "it", "rained", "."]
    sentences = [[0, 4], [4, 9]]
    report = {"tokens": tokens, "sentences": sentences, "clusters": [[[0, 2], [4, 5]]]}

    def reading(self, who):
        return {"accounts": [{"source": {"who": who, "span": {"start": 14, "end": 17}}, "happening": None}]}

    def test_text_keeps_places(self):
        text, places = speakers.text_of(self.tokens, self.sentences)
        self.assertEqual(text, "Ann Lee left.\nShe said it rained.")
        self.assertEqual([text[a:b] for a, b in places], self.tokens)

    def test_a_pronoun_taken_for_a_name_of_its_cluster_is_right(self):
        self.assertEqual(speakers.score(self.report, self.reading("Ann Lee"))["he/she", "right"], 1)

    def test_a_pronoun_taken_for_another_name_is_wrong(self):
        count = speakers.score(self.report, self.reading("Omar Saleh"))
        self.assertEqual((count["he/she", "right"], count["he/she", "all"]), (0, 1))

    def test_a_pronoun_without_a_named_cluster_is_not_counted(self):
        nameless = {**self.report, "clusters": []}
        self.assertEqual(speakers.score(nameless, self.reading("Ann Lee"))["he/she", "all"], 0)

    def test_an_account_without_a_span_is_not_counted(self):
        self.assertFalse(speakers.score(self.report, {"accounts": [{"source": {"who": "Ann", "span": None}}]}))


if __name__ == "__main__":
    unittest.main()
