"""Set-up of system libraries, with stand-ins for the system's own commands."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

from fakes import SETUP, table

TOOLS = ["sh", "dirname", "grep", "cat", "tail", "mktemp", "rm", "env"]


class SystemLibrariesTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bin = folder.name
        self.log = os.path.join(folder.name, "log")
        for tool in TOOLS:
            os.symlink(shutil.which(tool), os.path.join(self.bin, tool))
        self.command("id", "echo 1000")

    def command(self, name, body):
        path = os.path.join(self.bin, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n{body}\n")
        os.chmod(path, 0o755)

    def run_script(self):
        script = os.path.join(SETUP, "system-libraries.sh")
        environment = {"PATH": self.bin, "LOG": self.log}
        return subprocess.run(["sh", script], env=environment, capture_output=True, text=True)

    def calls(self):
        with open(self.log, encoding="utf-8") as file:
            return file.read().splitlines()

    def test_the_table_has_what_the_manifest_needs(self):
        with open(os.path.join(table.ROOT, "Package.swift"), encoding="utf-8") as file:
            needed = re.findall(r'pkgConfig: "([^"]+)",\s+providers: \[\.apt\(\["([^"]+)"\]', file.read())
        with open(os.path.join(SETUP, "system-libraries.tsv"), encoding="utf-8") as file:
            rows = [line.split("\t") for line in file if not line.startswith("#")]
        self.assertGreater(len(needed), 2)
        listed = {(row[0], row[1]) for row in rows[1:] if row[1] != "-"}
        # GRDB names SQLite in a manifest of its own.
        needed.append(("sqlite3", "libsqlite3-dev"))
        self.assertEqual(listed, {(package, module) for module, package in needed})

    def test_says_nothing_where_nothing_is_missing(self):
        self.command("dpkg-query", "echo install ok installed")
        done = self.run_script()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_accepts_libraries_that_did_not_come_by_package(self):
        self.command("pkg-config", '[ "$1" = --exists ]')
        done = self.run_script()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_names_one_command_where_installing_is_not_permitted(self):
        self.command("dpkg-query", '[ "$3" != libssl-dev ] && echo install ok installed')
        self.command("apt-get", 'echo "$@" >>"$LOG"')
        self.command("sudo", "exit 1")
        done = self.run_script()
        self.assertEqual(done.returncode, 69)
        self.assertEqual(
            done.stderr, "set-up: system libraries are missing; run: sudo apt-get install -y libssl-dev\n"
        )
        self.assertFalse(os.path.exists(self.log))

    def test_installs_as_root(self):
        self.command("id", "echo 0")
        self.command("apt-get", 'echo "$@" >>"$LOG"')
        done = self.run_script()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(
            self.calls(),
            [
                "install -y -q --no-install-recommends"
                " pkg-config libbrotli-dev libpcre2-dev libpoppler-cpp-dev libsqlite3-dev libssl-dev"
                " libuchardet-dev libxml2-dev libzstd-dev zlib1g-dev"
            ],
        )

    def test_installs_by_sudo_that_asks_for_no_password(self):
        self.command("sudo", '[ "$2" = true ] && exit 0; shift; exec "$@"')
        self.command("apt-get", 'echo "$@" >>"$LOG"')
        self.assertEqual(self.run_script().returncode, 0)
        self.assertEqual(len(self.calls()), 1)

    def test_updates_the_lists_when_the_first_try_fails(self):
        self.command("id", "echo 0")
        self.command("apt-get", 'echo "$1" >>"$LOG"; [ "$(grep -c . "$LOG")" -gt 1 ]')
        self.assertEqual(self.run_script().returncode, 0)
        self.assertEqual(self.calls(), ["install", "update", "install"])

    def test_says_what_apt_said_when_it_fails(self):
        self.command("id", "echo 0")
        self.command("apt-get", "echo E: no such mirror; exit 100")
        done = self.run_script()
        self.assertEqual(done.returncode, 69)
        self.assertIn("E: no such mirror", done.stderr)
        self.assertIn("run: sudo apt-get update && sudo apt-get install -y", done.stderr)


if __name__ == "__main__":
    unittest.main()
