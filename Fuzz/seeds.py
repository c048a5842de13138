#!/usr/bin/env python3
"""Writes the first inputs of a fuzzer to a folder: seeds.py FUZZER FOLDER."""
import os
import sys

FILES = ("tokenizer", "vocab/lookups.bin", "attribute_ruler/patterns", "parser/moves", "ner/moves", "parser/model")
TEXTS = (
    "Mr. O'Brien of the U.N. didn't say \"we'll go\" at 5p.m. (see http://un.org/a?b=1).",
    "قال المتحدث: «لا أعلم» (حلب).", "联合国说，阿勒颇没有水。", "a  b\n\n\tc\u00a0d…", "don't :-) w/o 10km² £5m e.g. '90s",
)


def main():
    fuzzer, folder = sys.argv[1:]
    if fuzzer == "Texts":
        for number, text in enumerate(TEXTS):
            with open(os.path.join(folder, f"seed{number}"), "wb") as file:
                file.write(text.encode())
        return
    model = os.path.join(os.environ["PATCHWORK_DATA"], "models", "en_core_web_sm-3.8.0")
    for number, name in enumerate(FILES):
        path = os.path.join(model, name)
        if os.path.exists(path):
            with open(path, "rb") as source, open(os.path.join(folder, f"seed{number}"), "wb") as file:
                file.write(bytes([number]) + source.read())


if __name__ == "__main__":
    main()
