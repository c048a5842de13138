"""What is shown of a run of the Swift tests; a script stands for swift."""
import os
import subprocess
import tempfile
import unittest

from fakes import SETUP

RUN = """\
◇ Test run started.
◇ Test "holds" started.
◇ Test case passing 1 argument text → "two
lines" to "holds" started.
➜ Test "needs the model" skipped: "no model"
✔ Test "holds" passed after 0.1 seconds.
✔ Suite SpanTests passed after 0.1 seconds.
✘ Test "breaks" recorded an issue at SpanTests.swift:1:1: Expectation failed
Test run with 3 tests in 1 suite
"""


class SwiftTestsTests(unittest.TestCase):
    def run_with(self, status, **environment):
        with tempfile.TemporaryDirectory() as folder:
            swift = os.path.join(folder, "swift")
            with open(swift, "w", encoding="utf-8") as file:
                file.write(f"#!/bin/sh\ncat <<'E'\n{RUN}E\necho \"$@\"\nexit {status}\n")
            os.chmod(swift, 0o755)
            script = os.path.join(SETUP, "swift-tests.sh")
            kept = {name: value for name, value in os.environ.items() if name != "VERBOSE"}
            return subprocess.run(
                ["sh", script, swift, "--filter", "X"], env={**kept, **environment}, capture_output=True, text=True
            )

    def test_shows_what_matters(self):
        self.assertEqual(
            self.run_with(0).stdout.splitlines(),
            [
                '➜ Test "needs the model" skipped: "no model"',
                '✘ Test "breaks" recorded an issue at SpanTests.swift:1:1: Expectation failed',
                "Test run with 3 tests in 1 suite",
                "test --skip-build --disable-xctest --filter X",
            ],
        )

    def test_shows_everything_when_asked(self):
        self.assertTrue(self.run_with(0, VERBOSE="1").stdout.startswith(RUN))

    def test_fails_when_the_tests_fail(self):
        self.assertEqual([self.run_with(status).returncode for status in (0, 1, 65)], [0, 1, 65])


if __name__ == "__main__":
    unittest.main()
