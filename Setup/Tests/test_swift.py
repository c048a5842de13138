"""What is said of the Swift that is there; a script stands for it."""
import os
import shutil
import subprocess
import tempfile
import unittest

from fakes import SETUP


class SwiftTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bin = folder.name
        for tool in ["sh", "sed", "head", "tail", "sort"]:
            os.symlink(shutil.which(tool), os.path.join(self.bin, tool))

    def run_with(self, body=None):
        if body:
            path = os.path.join(self.bin, "swift")
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"#!/bin/sh\n{body}\n")
            os.chmod(path, 0o755)
        script = os.path.join(SETUP, "swift.sh")
        done = subprocess.run(["sh", script], env={"PATH": self.bin}, capture_output=True, text=True)
        self.assertLessEqual(done.stderr.count("\n"), 1)
        return done.returncode, done.stderr

    def test_says_nothing_of_a_swift_that_is_new_enough(self):
        for version in ["6.2", "6.2.3", "6.10", "7.0"]:
            with self.subTest(version):
                said = self.run_with(f"echo 'Swift version {version} (swift-{version}-RELEASE)'")
                self.assertEqual(said, (0, ""))

    def test_names_a_version_that_is_too_old(self):
        status, said = self.run_with("echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'")
        self.assertEqual(status, 69)
        self.assertIn("Swift 6.2 or newer is needed, found 5.10", said)

    def test_says_why_swift_does_not_run(self):
        status, said = self.run_with("echo 'swift: libncurses.so.6 is missing' >&2; exit 127")
        self.assertEqual(status, 69)
        self.assertIn("does not run (swift: libncurses.so.6 is missing)", said)

    def test_says_where_to_get_a_missing_swift(self):
        status, said = self.run_with()
        self.assertEqual(status, 69)
        self.assertIn("no swift is on the PATH; see https://", said)


if __name__ == "__main__":
    unittest.main()
