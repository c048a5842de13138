#!/usr/bin/env python3
"""Compares the language engine with spaCy on whole collections of reports, token by token.

    Tools/peer-check.sh --model sm [--limit N] [--keep FILE] reports.jsonl.gz ...

Prints the share of documents and tokens that are identical in every field (text, offset, white space,
tag, part of speech, morphology, lemma, dependency, head, sentence start, entity), and every
difference. For each differing text the two best scores of the closest decisions are computed by the
slow reference beside the tests. Without files, all of $PATCHWORK_SHARED/reports/*.jsonl.gz is read.
"""
import argparse
import glob
import gzip
import importlib.util
import json
import os
import pickle
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIELDS = ("text", "offset", "space", "tag", "pos", "morph", "lemma", "dep", "head", "sentence start", "entity")
GROUP = 64


def texts_of(paths, limit):
    texts = []
    for path in paths:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                texts.append(json.loads(line)["text"])
    return texts[:limit] if limit else texts


def data_folder():
    named = os.environ.get("PATCHWORK_DATA")
    if named:
        return named
    base = os.environ.get("XDG_DATA_HOME")
    return base + "/patchwork" if base else os.path.expanduser("~/.local/share/patchwork")


def model_folder(model):
    return f"{data_folder()}/models/en_core_web_{model}-3.8.0"


def default_files():
    return sorted(glob.glob(os.path.join(os.environ.get("PATCHWORK_SHARED", "."), "reports", "*.jsonl.gz")))


def spacy_rows(doc):
    tokens = [
        [t.text, t.idx, t.whitespace_, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i,
         1 if t.is_sent_start else 0] for t in doc]
    return tokens, [[e.start, e.end, e.label_] for e in doc.ents]


def spacy_answers(model, texts, keep):
    """spaCy's rows for every text; `keep` names a file that saves them for the next run."""
    if keep and os.path.exists(keep):
        with open(keep, "rb") as file:
            answers = pickle.load(file)
        if len(answers) == len(texts):
            return answers
    import spacy
    pipeline = spacy.load(model)
    answers = []
    for doc in pipeline.pipe(texts, batch_size=32):
        answers.append(spacy_rows(doc))
        if len(answers) % 200 == 0:
            print(f"spaCy: {len(answers)} of {len(texts)} texts", file=sys.stderr, flush=True)
    if keep:
        with open(keep, "wb") as file:
            pickle.dump(answers, file)
    return answers


class Engine:
    """The engine as a child process that answers one line a request."""

    built = False

    def __init__(self, model):
        package = os.path.join(ROOT, "Benchmarks")
        if not Engine.built:
            subprocess.run(["swift", "build", "-c", "release", "--package-path", package], check=True,
                           stdout=sys.stderr)
            Engine.built = True
        self.binary = os.path.join(package, ".build", "release", "LanguageServer")
        self.process = subprocess.Popen([self.binary, model], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def with_entities(tokens, entities):
    marks = [""] * len(tokens)
    for first, end, label in entities:
        for index in range(first, end):
            marks[index] = ("B-" if index == first else "I-") + label
    return [tuple(row) + (mark,) for row, mark in zip(tokens, marks)]


class Reference:
    """The slow reference, loaded only when something differs."""

    def __init__(self, model):
        path = os.path.join(ROOT, "Tests", "PatchworkLanguageTests", "Golden", "reference.py")
        spec = importlib.util.spec_from_file_location("reference", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self.pipeline = module.Pipeline(model)

    def closest(self, text):
        """The closest decisions of parser and entity recogniser: best and second-best score."""
        parser, ner = self.pipeline.parser, self.pipeline.ner
        parser.margins, ner.margins = [], []
        parser.best, ner.best = [], []
        self.pipeline(text)
        found = []
        for name, part in (("parser", parser), ("entities", ner)):
            for best, second in sorted(part.best, key=lambda pair: pair[0] - pair[1])[:1]:
                found.append(f"{name} {best:.6f} against {second:.6f}")
        return "; ".join(found)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--model", choices=("sm", "md"), default="sm")
    arguments.add_argument("--limit", type=int)
    arguments.add_argument("--keep", help="file for spaCy's answers")
    arguments.add_argument("files", nargs="*")
    options = arguments.parse_args()
    paths = options.files or default_files()
    if not paths:
        sys.exit("peer-check: no files given, and none in $PATCHWORK_SHARED/reports")
    model = model_folder(options.model)
    texts = texts_of(paths, options.limit)
    expected = spacy_answers(model, texts, options.keep)
    engine, reference = Engine(model), None
    tokens = same_tokens = same_texts = 0
    for start in range(0, len(texts), GROUP):
        group = texts[start:start + GROUP]
        answer = engine.ask(texts=group, parses=True)
        for offset, (text, parse) in enumerate(zip(group, answer["parses"])):
            theirs = with_entities(*expected[start + offset])
            ours = with_entities(parse["tokens"], parse["entities"])
            tokens += len(theirs)
            if theirs == ours:
                same_tokens += len(theirs)
                same_texts += 1
                continue
            if len(theirs) == len(ours):
                same_tokens += sum(a == b for a, b in zip(theirs, ours))
            reference = reference or Reference(model)
            print(f"text {start + offset}: {len(theirs)} tokens, {len(ours)} ours; closest decisions: "
                  f"{reference.closest(text)}")
            for index, (a, b) in enumerate(zip(theirs, ours)):
                fields = [f"{name} {x!r} not {y!r}" for name, x, y in zip(FIELDS, a, b) if x != y]
                if fields:
                    print(f"  token {index} {a[0]!r}: expected {', '.join(fields)}")
    print(f"model {options.model}: identical texts {same_texts} of {len(texts)} "
          f"({100 * same_texts / max(1, len(texts)):.4f} %), "
          f"identical tokens {same_tokens} of {tokens} ({100 * same_tokens / max(1, tokens):.5f} %)")
    sys.exit(0 if same_tokens >= 0.9999 * tokens else 1)


if __name__ == "__main__":
    main()
