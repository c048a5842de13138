"""Which cases of written numbers count as right."""
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "Scorers"), os.path.join(HERE, "..")]

from written_numbers import given, is_right, wanted  # noqa: E402


def case(start, last, value):
    return {"Results": [{"Start": start, "End": last, "Resolution": {"value": value}}]}


def number(start, end, value, kind="integer"):
    return {"start": start, "end": end, "value": value, "kind": kind}


class WrittenNumbersTest(unittest.TestCase):
    def test_the_last_place_of_a_case_becomes_a_half_open_end(self):
        self.assertEqual(wanted(case(3, 6, "20%")), {(3, 7): 20.0})

    def test_numbers_percentages_and_ordinals_are_told_apart(self):
        printed = [number(0, 1, 4), number(4, 7, 20, "percentage"), number(9, 12, 3, "ordinal")]
        self.assertEqual(given(printed, "number"), {(0, 1): 4})
        self.assertEqual(given(printed, "percentage"), {(4, 7): 20})

    def test_words_and_values_must_agree(self):
        for printed, expected in (
            ({(3, 7): 20.0}, True), ({(3, 6): 20.0}, False), ({(3, 7): 21.0}, False), ({}, False),
            ({(3, 7): 20.0 * (1 + 1e-13)}, True),
        ):
            self.assertEqual(is_right({(3, 7): 20.0}, printed), expected)

    def test_a_percentage_without_a_number_is_never_right(self):
        self.assertFalse(is_right(wanted(case(0, 6, "null")), {(0, 7): 0.0}))


if __name__ == "__main__":
    unittest.main()
