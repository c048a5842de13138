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
LD = (
    '{"@context": "https://schema.org", "@graph": [{"@type": ["NewsArticle", "LiveBlogPosting"], "headline": "A", "datePublished": '
    '"2016-09-19T10:00:00+03:00", "author": [{"name": "Zara Mill"}], "liveBlogUpdate": [{"headline": "B", "datePublished": "x"}]}]}',
    "Posted 17 June 2019, last updated 04 Jun 2020 | 5/4/2017 14:05 BST", "2024年12月3日 12:00", "Mon, 19 Sep 2016 20:15:00 +0300",
    "https://a.example/2019/nov/19/20191119-b?c=2019-11-19", "Опубликовано 3 мая 2022 г. وقال المتحدث",
)
IMPRINTS = (
    "ALEPPO, Syria, Sept 19 (Reuters) - It fell.\n\n(Reporting by Zara Mill in Oldport and Ben Rook; Editing by Ida Crane)",
    "LONDON | Fri Aug 12, 2011 3:55 pm BST\n\nCorrection, 22 September 2016: a number was wrong.\n\nA doctor told the AFP news agency.\n\n– RIA",
    "Clarification\n\nThe mill is old.\n\nOldport Herald correspondent Zara Mill contributed to this story.",
)
TAGS = (
    "<p class=\"a\" data-x='1>2' id=b>It</p><script type=\"application/ld+json\">{}</script><!-- --><svg/><noscript><style></b>",
    "<title>A <b></title><a href=x rel=author><table><td><textarea></p><br/><iframe><x-y a=1 b=2>&amp;&#0;&lt",
)
ENCODED = tuple(
    chr(choice) + text
    for choice, text in ((0, "Les r\u00e9fugi\u00e9s"), (13, '<meta charset="windows-1251">\u00cf\u00f0\u00e8\u00e2'), (3, "\u0083e"), (4, "\ufeffa"))
)
FEEDS = tuple(text[1:] for text in INPUTS if text[0] == "\x01")
ARCHIVES = tuple(text[1:] for text in INPUTS if text[0] == "\x00") + ("-20\r\nIt\r\n",)
MAILS = tuple(text[1:] for text in INPUTS if text[0] in "\x03\x04") + ("=?iso-8859-1*en?q?a=E9?= =?utf-8?b?w6k=?= \"A, B\" <a@b>",)
WRITTEN = {"Archives": ARCHIVES, "Encodings": ENCODED, "Feeds": FEEDS, "Imprints": IMPRINTS, "Mails": MAILS, "Metadata": LD,
           "Tags": TAGS + PAGES, "Doors": INPUTS, "PDFs": PDFS, "Texts": TEXTS, "Pages": PAGES, "ReportLines": LINES}


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
