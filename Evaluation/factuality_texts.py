"""Token lists of the UW factuality set as running text, with the offsets at which its events stand."""

CLOSING = {".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "'m", "'re", "'ve", "'ll", "'d", "n't", "''"}
OPENING = {"(", "[", "$", "``"}


def running(tokens):
    """(text, offset of each token): spaces as print has them, quotation marks of two signs as one."""
    text, offsets, glue = "", [], True
    at = 0
    while at < len(tokens):
        token = tokens[at]
        pair = token in ("'", "`") and at + 1 < len(tokens) and tokens[at + 1] == token
        word = '"' if pair or token in ("''", "``") else token
        opens = token in OPENING or pair and not inside(text)
        closes = token.lower() in CLOSING or pair and inside(text)
        if token == "-":
            closes = opens = True
        if text and not glue and not closes:
            text += " "
        offsets.append(len(text))
        text += word
        glue = opens
        if pair:
            offsets.append(offsets[-1])
            at += 1
        at += 1
    return text, offsets


def inside(text):
    """Whether a quotation is open at the end of a text."""
    return text.count('"') % 2 == 1
