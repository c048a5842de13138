#!/usr/bin/env python3
"""Articles that tell of no conflict (Quiet/): the share of them in which a happening is read all the same.

Sport, markets, film and its plots, encyclopaedia, history lessons, weather, cooking, science, everyday news. Articles
with odd numbers were there to look at while the reader was made, those with even numbers were not. With --show the
happenings that were read are listed on standard error. Where the packages that hold the texts cannot be fetched, there is
no figure and the exit status is 69.
"""
import collections
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from figures import UNAVAILABLE  # noqa: E402
from quiet_texts import NotAtHand, articles  # noqa: E402
from reading import options, read, say  # noqa: E402


def is_seen(row):
    """Whether an article was there to look at."""
    return int(row["id"]) % 2 == 1


def main():
    given = options(__doc__, ("--show", "list what is read: seen or all"))
    try:
        chosen = list(articles(given.gold))
    except NotAtHand as error:
        print(f"quiet: packages that hold the texts cannot be fetched: {error}", file=sys.stderr)
        sys.exit(UNAVAILABLE)
    answers = read(given.patchwork, [{"id": row["id"], "text": text} for row, text in chosen])
    count = collections.defaultdict(lambda: [0, 0])
    for row, _ in chosen:
        accounts = answers[row["id"]].get("accounts", [])
        told = [account for account in accounts if account["happening"]]
        for name in ("", ", seen" if is_seen(row) else ", kept", f", {row['topic']}"):
            count[name][0] += bool(told)
            count[name][1] += 1
        if told and (given.show == "all" or given.show == "seen" and is_seen(row)):
            for account in told:
                happening = account["happening"]
                sentence = " ".join(account["sentence"]["text"].split())
                print(row["id"], row["topic"], row["set"], row["key"], happening["type"],
                      happening["trigger"]["text"], "|", sentence[:300], sep="\t", file=sys.stderr)
    for name, (false, number) in sorted(count.items()):
        say("quiet", f"articles with a false happening, share{name}", false / number, number)


if __name__ == "__main__":
    main()
