"""What the measuring programs print, as {name: {figure: value}}.

Three shapes are known: a line of `measure.py` and of our own scorers (`name  figure  value  (n=…)`), a line of
texts of `extraction_score.py` (`aeb  n=99  F1 0.953  P …`), and its lines of fields, which name several figures.
"""
import re

# Exit status of a measure whose texts cannot be had (EX_UNAVAILABLE of sysexits.h).
UNAVAILABLE = 69

PLAIN = re.compile(r"^(?P<name>\S+)\s+(?P<figure>.*?)\s+(?P<value>-?\d+\.\d+)\s+\(n=(?P<n>\d+)\)$")
TEXTS = re.compile(r"^(?P<set>\w+)\s+n=\d+\s+F1 (?P<f1>\d\.\d+)")
PARAGRAPHS = re.compile(r"^pages: .*first paragraph kept (?P<first>\d\.\d+)")
FIELD = re.compile(r"^(?P<field>title|date): right \d+ of \d+; .*precision (?P<precision>\d\.\d+) recall (?P<recall>\d\.\d+)")


def read_figures(text):
    """{name: {figure: value}} of what was printed; lines of another shape are passed over."""
    figures = {}

    def keep(name, figure, value):
        figures.setdefault(name, {})[figure] = float(value)

    for line in text.splitlines():
        if found := PLAIN.match(line):
            keep(found["name"], found["figure"].strip(), found["value"])
        elif found := TEXTS.match(line):
            keep("extraction", f"text F1, {found['set']}", found["f1"])
        elif found := PARAGRAPHS.match(line):
            keep("extraction", "first paragraph kept", found["first"])
        elif found := FIELD.match(line):
            for figure in ("precision", "recall"):
                keep("extraction", f"{found['field']} {figure}", found[figure])
    return figures
