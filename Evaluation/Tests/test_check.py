"""What the floors hold and what they let through."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import check  # noqa: E402
from figures import read_figures  # noqa: E402

PRINTED = """\
!! 2 of 58 reports have no line out, first r1
accounts      attributed statements, F1                      0.701  (n=342)
accounts        source right, of statements found            0.880  (n=240)
polnear-dev   content overlap >= .5, F1                      0.560  (n=1800)
times         did not run: KeyError: 'x'
aeb          n=99   F1 0.953  P 0.957  R 0.950  exact 0.364
pages: empty 0, first paragraph kept 0.929, last paragraph kept 0.880
date: right 115 of 132; answered 119; precision 0.966 recall 0.871
extraction    pages a second, whole command                503.680  (n=243)
"""


class CheckTests(unittest.TestCase):
    def test_reads_what_is_printed(self):
        self.assertEqual(
            read_figures(PRINTED),
            {
                "accounts": {"attributed statements, F1": 0.701, "source right, of statements found": 0.88},
                "polnear-dev": {"content overlap >= .5, F1": 0.56},
                "extraction": {
                    "text F1, aeb": 0.953,
                    "first paragraph kept": 0.929,
                    "date precision": 0.966,
                    "date recall": 0.871,
                    "pages a second, whole command": 503.68,
                },
            },
        )

    def test_holds_a_figure_to_its_floor(self):
        cases = [(0.70, True), (0.7014, True), (0.7016, False), (0.71, False)]
        for floor, holds in cases:
            with self.subTest(floor=floor):
                floors = {"accounts": {"attributed statements, F1": floor}}
                self.assertEqual(check.compare(floors, read_figures(PRINTED), 0.0005)[0][-1], holds)

    def test_holds_a_figure_to_its_ceiling(self):
        cases = [(0.56, True), (0.5596, True), (0.55, False), (0.9, True)]
        for ceiling, holds in cases:
            with self.subTest(ceiling=ceiling):
                ceilings = {"polnear-dev": {"content overlap >= .5, F1": ceiling}}
                rows = check.compare(ceilings, read_figures(PRINTED), 0.0005, less_is_better=True)
                self.assertEqual(rows[0][-1], holds)

    def test_a_figure_that_is_not_printed_does_not_hold(self):
        rows = check.compare({"times": {"expression found": 0.0}}, read_figures(PRINTED), 0.0005)
        self.assertEqual(rows, [("times", "expression found", 0.0, None, False)])

    def test_a_measure_whose_texts_are_not_at_hand_is_left_out(self):
        limits = {"quiet": {"share": 0.02}, "accounts": {"attributed statements, F1": 0.7}, "times": {"found": 0.5}}
        cases = [
            ([], [], ["quiet", "accounts", "times"]),
            ([], ["quiet"], ["accounts", "times"]),
            (["quiet", "accounts"], ["quiet"], ["accounts"]),
        ]
        for chosen, unavailable, held in cases:
            with self.subTest(chosen=chosen, unavailable=unavailable):
                figures = {"accounts": {}} if chosen else {}
                self.assertEqual(list(check.asked_of(limits, figures, chosen, unavailable)), held)

    def test_improves_and_never_gives_way(self):
        floors = {"accounts": {"attributed statements, F1": 0.6}, "polnear-dev": {"content overlap >= .5, F1": 0.6}}
        self.assertEqual(
            check.improved(floors, read_figures(PRINTED), max),
            {"accounts": {"attributed statements, F1": 0.701}, "polnear-dev": {"content overlap >= .5, F1": 0.6}},
        )
        self.assertEqual(
            check.improved(floors, read_figures(PRINTED), min),
            {"accounts": {"attributed statements, F1": 0.6}, "polnear-dev": {"content overlap >= .5, F1": 0.56}},
        )


if __name__ == "__main__":
    unittest.main()
