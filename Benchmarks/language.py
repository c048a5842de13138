#!/usr/bin/env python3
"""Measures the language engine against spaCy, in turns in one run on the same texts.

    Benchmarks/language.sh [--model sm|md] [--tokens 60000] [--rounds 3] [reports.jsonl.gz ...]

Prints tokens per second of processor time on one thread for both, their ratio, the wall time of two
threads against one, start-up to the first token, peak memory, and the share of tokens that are the
same in every field: an answer is checked before it is counted.
"""
import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def peer_check():
    path = os.path.join(os.path.dirname(HERE), "Tools", "peer-check.py")
    spec = importlib.util.spec_from_file_location("peer_check", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cpu_of(action):
    start = time.process_time()
    result = action()
    return time.process_time() - start, result


def start_up(binary, model, tries=7):
    """Milliseconds of wall and of processor time from starting the process to the answer for three tokens."""
    walls, cpus = [], []
    for _ in range(tries):
        start = time.perf_counter()
        process = subprocess.Popen([binary, model], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write(b'{"texts": ["Aleppo is quiet"]}\n')
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        walls.append(1000 * (time.perf_counter() - start))
        assert answer["tokens"] == 3
        process.stdin.close()
        usage = os.wait4(process.pid, 0)[2]
        cpus.append(1000 * (usage.ru_utime + usage.ru_stime))
    return walls, cpus


def stream(engine, texts, threads, group=200):
    """Megabytes at the peak of a stream of texts that is sent a group at a time."""
    for start in range(0, len(texts), group):
        answer = engine.ask(texts=texts[start:start + group], threads=threads)
    return answer["peakKilobytes"] / 1024


def main():
    peer = peer_check()
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--model", choices=("sm", "md"), default="sm")
    arguments.add_argument("--tokens", type=int, default=60000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("files", nargs="*")
    options = arguments.parse_args()
    paths = options.files or peer.default_files()
    if not paths:
        sys.exit("language.py: no files given, and none in $PATCHWORK_SHARED/reports")
    model = peer.model_folder(options.model)

    every = peer.texts_of(paths, None)
    texts, size = [], 0
    for text in every[::7]:
        texts.append(text)
        size += len(text) / 5.2
        if size > options.tokens:
            break

    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import spacy
    pipeline = spacy.load(model)
    list(pipeline.pipe(texts[:2]))
    engine = peer.Engine(model)
    engine.ask(texts=texts, threads=2)

    theirs, ours, walls, cpus = [], [], [], []
    for turn in range(options.rounds):
        seconds, docs = cpu_of(lambda: list(pipeline.pipe(texts, batch_size=32)))
        tokens = sum(len(doc) for doc in docs)
        theirs.append(tokens / seconds)
        for _ in range(5):
            one = engine.ask(texts=texts, threads=1)
            two = engine.ask(texts=texts, threads=2)
            assert one["tokens"] == two["tokens"] == tokens, "another number of tokens"
            ours.append(tokens / one["cpu"])
            walls.append((one["wall"], two["wall"]))
            cpus.append((one["cpu"], two["cpu"]))
        print(f"round {turn + 1}: spaCy {theirs[-1]:,.0f}, engine {statistics.median(ours[-5:]):,.0f} "
              f"tokens per CPU second", file=sys.stderr, flush=True)

    answer = engine.ask(texts=texts, parses=True)
    same = total = 0
    for doc, parse in zip(docs, answer["parses"]):
        expected = peer.with_entities(*peer.spacy_rows(doc))
        given = peer.with_entities(parse["tokens"], parse["entities"])
        total += len(expected)
        same += sum(a == b for a, b in zip(expected, given)) if len(expected) == len(given) else 0
    starts, start_cpus = start_up(engine.binary, model)

    fresh = peer.Engine(model)
    peak_one = stream(fresh, every, 1)
    peak_two = stream(fresh, every, 2)
    quiet_one, quiet_two = min(w[0] for w in walls), min(w[1] for w in walls)
    rows = [
        ("texts, tokens", f"{len(texts)}, {tokens:,}"),
        (f"spaCy {spacy.__version__} {options.model}, tokens per CPU second (median, best)",
         f"{statistics.median(theirs):,.0f}, {max(theirs):,.0f}"),
        ("engine, tokens per CPU second, one thread (median, best)",
         f"{statistics.median(ours):,.0f}, {max(ours):,.0f}"),
        ("ratio (median, best)",
         f"{statistics.median(ours) / statistics.median(theirs):.1f}, {max(ours) / max(theirs):.1f}"),
        ("wall of two threads / one (best of each, median of pairs)",
         f"{quiet_two / quiet_one:.2f}, {statistics.median(b / a for a, b in walls):.2f}"),
        ("processor time of two threads / one (median of pairs)",
         f"{statistics.median(b / a for a, b in cpus):.2f}"),
        ("start-up to the first token, ms (best wall, median wall, median processor)",
         f"{min(starts):.0f}, {statistics.median(starts):.0f}, {statistics.median(start_cpus):.0f}"),
        (f"peak memory over {len(every)} texts, MB (one thread, then two)",
         f"{peak_one:.0f}, {peak_two:.0f}"),
        ("tokens identical in every field", f"{100 * same / total:.4f} %"),
    ]
    for name, value in rows:
        print(f"{name:82} {value}")
    sys.exit(0 if same >= 0.9999 * total else 1)


if __name__ == "__main__":
    main()
