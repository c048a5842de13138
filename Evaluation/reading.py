"""How the scorers ask patchwork, and how they print: shared by the programs of Scorers/."""
import argparse
import gzip
import json
import subprocess


def options(description, *more):
    """The command line of a scorer: --patchwork and --gold, and (name, help) of what else one takes."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--patchwork", required=True, help="the built program")
    parser.add_argument("--gold", required=True, help="the folder of the gold")
    for name, words in more:
        parser.add_argument(name, help=words)
    return parser.parse_args()


def rows(path):
    """The objects of a file of JSON lines, compressed or not."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def table(path):
    """The rows of a tab-separated table as dictionaries; lines that begin with # are its notes."""
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def read(patchwork, reports):
    """{id: what `patchwork read` says of the report}; a report without a line out is missing."""
    command = [patchwork, "read", "--from", "jsonl", "--to", "jsonl"]
    given = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    done = subprocess.run(command, input=given.encode(), stdout=subprocess.PIPE)
    return {line["id"]: line for line in map(json.loads, done.stdout.decode().splitlines())}


def say(name, figure, value, number):
    """Prints one figure in the form that check.py reads."""
    print(f"{name:<14}{figure:<56}{value:8.3f}  (n={number})")


def f1(right, given, wanted):
    """Precision, recall and F1 of counts; 0 where nothing is given or wanted."""
    precision = right / given if given else 0.0
    recall = right / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
