#!/usr/bin/env python3
"""Writes the first inputs of a fuzzer to a folder: seeds.py FUZZER FOLDER."""
import os
import sys

FILES = ("tokenizer", "vocab/lookups.bin", "attribute_ruler/patterns", "parser/moves", "ner/moves", "parser/model")
TEXTS = (
    "Mr. O'Brien of the U.N. didn't say \"we'll go\" at 5p.m. (see http://un.org/a?b=1).",
    "قال المتحدث: «لا أعلم» (حلب).", "联合国说，阿勒颇没有水。", "a  b\n\n\tc\u00a0d…", "don't :-) w/o 10km² £5m e.g. '90s",
)

PAGES = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A | B</title><meta property="og:site_name" content="B">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2016-09-19T10:00:00Z"}</script></head>'
    '<body><nav><a href="/">Home</a></nav><h1>A</h1><time datetime="2016-09-19">19 Sep</time><article class="article-body">'
    "<p>The army said on Monday, at noon, that it had entered the town.</p><figure><figcaption>A road</figcaption></figure>"
    "<p>Residents, reached by &quot;telephone&quot;, said shells<br><br>had hit the mill.</p></article><aside>Share</aside>",
    '<meta charset=windows-1251><p hidden style="display:none">\u00e9<b><i></b></i><!-- --><![CDATA[ ]]></p><svg><table><td>',
)
LINES = (
    '{"id": "a", "text": "Share\\nThe convoy left. (Photo: A) \\ud83d\\ude9a", "published": "2016-09-24", "title": "A"}',
    '{"id": "a", "html": "<p>The convoy, it was said, left on Monday with forty trucks.</p>", "published": null}',
    "Wed 05 Apr 2017 The strike hit.\n\nImage caption\nA road\n\nRead more: B\nALEPPO (AP) \u2014 It ended. - REUTERS",
    "Title: A\nOutlet: B\nPublished: 2016-09-19\n\nLONDON | Fri Aug 12, 2011 3:55 pm BST LONDON (Reuters) - It fell.",
)
HTTP = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<p>The convoy, it\r\n0\r\n\r\n"
HEAD = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
MAIL = (
    "From: =?utf-8?Q?A?= <a@b>\nSubject: B\nDate: Mon, 19 Sep 2016 20:15:00 +0300\nContent-Type: multipart/mixed; "
    'boundary="x"\n\n--x\nContent-Transfer-Encoding: base64\n\nVGhlIGNvbnZveQ==\n--x--\n'
)
# The first letter chooses the door.
INPUTS = (
    "\x00" + HEAD % (len(HTTP), HTTP), "\x00http://a/ 1.2.3.4 20160920080000 text/html 12\n<p>Words</p>\n",
    "\x01<rss><channel><title>A</title><item><title>B &amp; C</title><description><![CDATA[<p>It fell.]]></item></rss>",
    '\x01<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="a"/><content type="xhtml"><p>It</p></content></entry>',
    '\x01{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "content_html": "<p>It</p>"}]}',
    "\x03From a@b Mon Sep 19 20:15:00 2016\n" + MAIL, "\x04" + MAIL,
)
PDFS = (
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n"
    "endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Resources << /Font << /F << /Type /Font "
    "/Subtype /Type1 /BaseFont /Courier >> >> >> /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length 60 >>\nstream\n"
    "BT /F 9 Tf 40 400 Td (The convoy left on Monday, residents said.) Tj ET\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n",
)
WRITTEN = {"Doors": INPUTS, "PDFs": PDFS, "Texts": TEXTS, "Pages": PAGES, "ReportLines": LINES}


def main():
    fuzzer, folder = sys.argv[1:]
    if fuzzer in WRITTEN:
        for number, text in enumerate(WRITTEN[fuzzer]):
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
