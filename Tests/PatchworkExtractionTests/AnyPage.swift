/// A page as news sites make them, in words of our own.
enum AnyPage {
  static let first = """
    The army said on Monday that its forces had entered the town from the south, and that fighting \
    went on around the old market.
    """
  static let second = """
    Residents reached by telephone said shells had hit the bakery, the mill and the road to the \
    hospital, where forty people were being treated.
    """
  static let third = """
    A convoy with flour and medicine, which had waited at the crossing since Thursday, turned back \
    in the evening, the agency said.
    """

  /// The page; `head` goes into its head element, `extra` between the second and third paragraph.
  static func html(head: String = "", extra: String = "", above: String = "") -> String {
    """
    <!DOCTYPE html>
    <html lang="en-GB"><head><title>Army enters town | The Daily Witness</title>\(head)</head>
    <body>
    <header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li>
    </ul></nav></header>
    <main><h1>Army enters town</h1>\(above)
    <div class="share-tools"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
    <div class="article-body">
    <p>\(first)</p>
    <div class="ad-slot">Advertisement</div>
    <p>\(second)</p>
    \(extra)
    <p>\(third)</p>
    </div>
    <aside class="related"><h2>Related</h2><ul>
    <li><a href="/1">A long headline of another article that is of no interest here, today</a></li>
    <li><a href="/2">And one more, with a comma and a full stop at its very end.</a></li></ul></aside>
    </main>
    <footer><p>© 2016 The Daily Witness. All rights reserved. No part of this page, in any form, \
    may be used without asking us first.</p></footer>
    <script>var x = "<p>Not text, not at all, not in any way, and never.</p>";</script>
    </body></html>
    """
  }
}
