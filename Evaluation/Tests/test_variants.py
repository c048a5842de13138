"""Which pairs the scorer of spelling variants draws."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Scorers"))

import variants


class VariantsTest(unittest.TestCase):
    groups = [
        {"cc": "SY", "variants": ["Tal Rifat", "Tell Rif'at", "Tall Rifaat"]},
        {"cc": "SY", "variants": ["Tel Rafat", "Talla"]},
        {"cc": "SY", "variants": ["tal-rifat"]},
        {"cc": "UA", "variants": ["Bakhmut", "Artemivsk"]},
    ]

    def test_each_pair_of_a_group_is_taken_once(self):
        self.assertEqual(len(variants.same_pairs(self.groups)), 3 + 1 + 0 + 1)

    def test_folding_drops_signs_and_capitals(self):
        self.assertEqual(variants.folded("Ḥalab"), "halab")
        self.assertEqual(variants.consonants("Tell Rif'at"), variants.consonants("Tal Rifaat"))

    def test_names_that_fold_to_one_are_no_false_matches(self):
        anything, hard = variants.different_pairs(self.groups)
        for a, b in anything + hard:
            self.assertNotEqual(variants.folded(a), variants.folded(b))

    def test_pairs_stay_within_a_country_and_out_of_a_group(self):
        anything, _ = variants.different_pairs(self.groups)
        groups = {frozenset(pair) for pair in variants.same_pairs(self.groups)}
        self.assertTrue(anything)
        for a, b in anything:
            self.assertNotIn(frozenset((a, b)), groups)
            self.assertFalse({"Bakhmut", "Artemivsk"} & {a, b})

    def test_hard_pairs_agree_in_their_consonants(self):
        _, hard = variants.different_pairs(self.groups)
        self.assertIn(frozenset(("Tal Rifat", "Tel Rafat")), {frozenset(pair) for pair in hard})


if __name__ == "__main__":
    unittest.main()
