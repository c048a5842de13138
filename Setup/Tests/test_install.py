"""Installing a build into a prefix; a script stands for patchwork."""
import os
import subprocess
import tempfile
import unittest

from fakes import SETUP


class InstallTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.build = os.path.join(folder.name, "build")
        self.prefix = os.path.join(folder.name, "a prefix")

    def write_build(self, version, resources):
        os.makedirs(self.build, exist_ok=True)
        with open(os.path.join(self.build, "patchwork"), "w", encoding="utf-8") as file:
            # It finds its resources as the real one does: beside the file that runs, links resolved.
            file.write(f'#!/bin/sh\necho {version} "$(ls "$(dirname "$(readlink -f "$0")")" | tr "\\n" " ")"\n')
        for name in resources:
            os.makedirs(os.path.join(self.build, f"patchwork_{name}.resources"), exist_ok=True)

    def install(self):
        script = os.path.join(SETUP, "install.sh")
        return subprocess.run(["sh", script, self.build, self.prefix], capture_output=True, text=True)

    def run_installed(self, prefix):
        done = subprocess.run([os.path.join(prefix, "bin", "patchwork")], capture_output=True, text=True, cwd="/")
        return done.stdout.strip()

    def test_the_installed_program_runs_without_the_build_and_after_a_move(self):
        self.write_build("1", ["Reading"])
        self.assertEqual(self.install().stdout, f"Installed {self.prefix}/bin/patchwork\n")
        os.rename(self.build, self.build + ".away")
        self.assertEqual(self.run_installed(self.prefix), "1 patchwork patchwork_Reading.resources")
        os.rename(self.prefix, self.prefix + "-moved")
        self.assertEqual(self.run_installed(self.prefix + "-moved"), "1 patchwork patchwork_Reading.resources")

    def test_a_new_version_leaves_nothing_of_the_old_one(self):
        self.write_build("1", ["Reading", "Gone"])
        self.install()
        os.rename(self.build, self.build + ".old")
        self.write_build("2", ["Reading"])
        self.assertEqual(self.install().returncode, 0)
        self.assertEqual(self.run_installed(self.prefix), "2 patchwork patchwork_Reading.resources")
        self.assertEqual(os.listdir(os.path.join(self.prefix, "lib")), ["patchwork"])


if __name__ == "__main__":
    unittest.main()
