"""What a folder of data must hold: SHA256SUMS, and a stamp that makes the second look quick."""
import hashlib
import json
import os

SUMS = "SHA256SUMS"
STAMP = ".verified"


def sha256(path):
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def files_of(folder):
    """The data files under a folder, as sorted relative paths."""
    found = []
    for here, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(here, name), folder)
            if path not in (SUMS, STAMP):
                found.append(path)
    return sorted(found)


def sums_text(folder):
    """What SHA256SUMS says of a folder, as `sha256sum` would write it."""
    return "".join(f"{sha256(os.path.join(folder, path))}  {path}\n" for path in files_of(folder))


def read_sums(folder):
    """{path: hash} as SHA256SUMS has it."""
    with open(os.path.join(folder, SUMS), encoding="utf-8") as file:
        return {path: digest for digest, path in (line.rstrip("\n").split("  ", 1) for line in file)}


def measure(folder, paths):
    """{path: [size, time of change]}: what tells without reading that files are as they were."""
    status = {path: os.stat(os.path.join(folder, path)) for path in paths}
    return {path: [s.st_size, s.st_mtime_ns] for path, s in status.items()}


def write_stamp(folder):
    """Notes that every file was just verified."""
    stamp = json.dumps(measure(folder, [SUMS, *read_sums(folder)]))
    temporary = os.path.join(folder, STAMP + ".new")
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(stamp)
    os.replace(temporary, os.path.join(folder, STAMP))


def fault(folder, pinned, thorough=False):
    """Why a folder cannot be used, or None. Reads every byte unless the stamp vouches for all files.

    `pinned` is the SHA-256 that SHA256SUMS itself must have.
    """
    if not os.path.isdir(folder):
        return "missing"
    try:
        if sha256(os.path.join(folder, SUMS)) != pinned:
            return f"damaged: {SUMS}"
        sums = read_sums(folder)
        if not thorough:
            try:
                with open(os.path.join(folder, STAMP), encoding="utf-8") as file:
                    if json.load(file) == measure(folder, [SUMS, *sums]):
                        return None
            except (OSError, ValueError):
                pass  # no stamp or another one: read the files
        for path, digest in sums.items():
            if sha256(os.path.join(folder, path)) != digest:
                return f"damaged: {path}"
    except FileNotFoundError as error:
        return f"damaged: {os.path.relpath(error.filename, folder)} is missing"
    except (OSError, ValueError) as error:
        return f"damaged: {error}"
    try:
        write_stamp(folder)
    except OSError:
        pass  # a read-only data folder is only looked at more slowly
    return None
