/// The script of a page: shows the spans of the account under the pointer or in focus; the page works without it.
package enum PageScript {
  package static let script = """
    (function () {
      "use strict";
      var lit = [];
      function light(target) {
        var from = target && target.closest ? target.closest("[data-a]") : null;
        lit.forEach(function (node) { node.classList.remove("on"); });
        lit = [];
        if (!from) return;
        var article = from.closest("article");
        var wanted = from.dataset.a.split(" ");
        article.querySelectorAll("[data-a]").forEach(function (node) {
          var has = node.dataset.a.split(" ");
          if (wanted.some(function (n) { return has.indexOf(n) >= 0; })) {
            node.classList.add("on");
            lit.push(node);
          }
        });
      }
      document.documentElement.classList.add("scripted");
      document.addEventListener("mouseover", function (event) { light(event.target); });
      document.addEventListener("focusin", function (event) { light(event.target); });
    })();
    """
}
