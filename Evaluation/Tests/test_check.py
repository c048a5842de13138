"""What the floors hold and what they let through."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import check  # noqa: E402

PRINTED = """\
!! 2 of 58 reports have no line out, first r1
accounts      attributed statements, F1                      0.701  (n=342)
accounts        source right, of statements found            0.880  (n=240)
polnear-dev   content overlap >= .5, F1                      0.560  (n=1800)
times         did not run: KeyError: 'x'
"""


class CheckTests(unittest.TestCase):
    def test_reads_what_is_printed(self):
        self.assertEqual(
            check.read_figures(PRINTED),
            {
                "accounts": {"attributed statements, F1": 0.701, "source right, of statements found": 0.88},
                "polnear-dev": {"content overlap >= .5, F1": 0.56},
            },
        )

    def test_holds_a_figure_to_its_floor(self):
        cases = [(0.70, True), (0.7014, True), (0.7016, False), (0.71, False)]
        for floor, holds in cases:
            with self.subTest(floor=floor):
                floors = {"accounts": {"attributed statements, F1": floor}}
                self.assertEqual(check.compare(floors, check.read_figures(PRINTED), 0.0005)[0][-1], holds)

    def test_a_figure_that_is_not_printed_does_not_hold(self):
        rows = check.compare({"times": {"expression found": 0.0}}, check.read_figures(PRINTED), 0.0005)
        self.assertEqual(rows, [("times", "expression found", 0.0, None, False)])

    def test_raises_and_never_lowers(self):
        floors = {"accounts": {"attributed statements, F1": 0.6}, "polnear-dev": {"content overlap >= .5, F1": 0.6}}
        self.assertEqual(
            check.raised(floors, check.read_figures(PRINTED)),
            {"accounts": {"attributed statements, F1": 0.701}, "polnear-dev": {"content overlap >= .5, F1": 0.6}},
        )


if __name__ == "__main__":
    unittest.main()
