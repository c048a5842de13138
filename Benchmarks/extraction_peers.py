"""The extractors that extraction.py compares with: each takes a page's text to its article."""

def day(value):
    return str(value)[:10] if value else None


def trafilatura(fast):
    import trafilatura as peer

    def take(html):
        found = peer.bare_extraction(html, fast=fast, include_comments=False, with_metadata=True)
        found = found.as_dict() if found else {}
        return found.get("text"), found.get("title"), day(found.get("date"))
    return take


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def take(html):
        tree = HTMLTree.parse(html)
        return extract_plain_text(tree, main_content=True, alt_texts=False), tree.title, None
    return take


def readability():
    import lxml.html
    from readability import Document

    def take(html):
        document = Document(html)
        tree = lxml.html.fromstring(document.summary())
        blocks = [" ".join(node.text_content().split()) for node in tree.iter("p", "li", "h2", "h3", "blockquote")]
        return "\n".join(blocks), document.short_title(), None
    return take


def newspaper():
    import newspaper as peer

    def take(html):
        article = peer.Article("https://example.org/article", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return article.text, article.title, day(article.publish_date)
    return take


def goose():
    from goose3 import Goose

    peer = Goose({"enable_image_fetching": False})

    def take(html):
        article = peer.extract(raw_html=html)
        return article.cleaned_text, article.title, day(article.publish_date)
    return take


def justext():
    import justext as peer

    words = frozenset(peer.get_stoplist("English"))

    def take(html):
        kept = [p.text for p in peer.justext(html.encode(), words, encoding="utf-8") if not p.is_boilerplate]
        return "\n".join(kept), None, None
    return take


PEERS = {
    "trafilatura": lambda: trafilatura(False),
    "trafilatura, fast": lambda: trafilatura(True),
    "resiliparse": resiliparse,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "goose3": goose,
    "justext": justext,
}
