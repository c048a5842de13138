#!/usr/bin/env python3
"""Checks what the Markdown files say: docs.py PATCHWORK

* Every relative link leads to a file.
* Every verb of `patchwork --help` is named in README.md.
* A ```console block after a line `<!-- checked -->` prints what it shows: its `$ ` lines are run in the repository with
  the given patchwork on the PATH; a line `…` in the expected output stands for any lines.
"""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CHECKED = re.compile(r"<!-- checked -->\n+```console\n(.*?)```", re.S)


def documents():
    """The Markdown files of the repository, by path."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    done = subprocess.run(listed, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    texts = {}
    for path in sorted(set(done.stdout.split())):
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            texts[path] = file.read()
    return texts


def broken_links(path, text):
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:|#", target):
            continue
        place = os.path.join(ROOT, os.path.dirname(path), target.split("#")[0])
        if not os.path.exists(place):
            yield f"{path}: the link to {target} leads nowhere"


def verbs(patchwork):
    """The verbs that `--help` lists."""
    done = subprocess.run([patchwork, "--help"], stdout=subprocess.PIPE, text=True, check=True)
    section = done.stdout.partition("SUBCOMMANDS:\n")[2]
    return re.findall(r"^  ([a-z][a-z-]*)(?: \(default\))?(?:  |$)", section, re.M)


def matches(shown, printed):
    """Whether the printed lines are the shown ones, where `…` stands for any number of lines."""
    if not shown:
        return not printed
    if shown[0] == "…":
        return any(matches(shown[1:], printed[k:]) for k in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


def wrong_output(path, text, patchwork):
    environment = {**os.environ, "PATH": f"{os.path.dirname(os.path.abspath(patchwork))}:{os.environ['PATH']}"}
    for block in CHECKED.findall(text):
        for piece in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = piece.partition("\n")
            done = subprocess.run(
                command, shell=True, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
            printed = [line.rstrip() for line in done.stdout.rstrip().splitlines()]
            if not matches([line.rstrip() for line in shown.rstrip().splitlines()], printed):
                yield f"{path}: `{command}` prints something else:\n" + "\n".join(printed)


def main():
    patchwork = sys.argv[1]
    texts, faults = documents(), []
    for path, text in texts.items():
        faults += broken_links(path, text)
        faults += wrong_output(path, text, patchwork)
    readme = texts.get("README.md", "")
    faults += [
        f"README.md: the verb `patchwork {verb}` is not named" for verb in verbs(patchwork) if f"patchwork {verb}" not in readme
    ]
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
