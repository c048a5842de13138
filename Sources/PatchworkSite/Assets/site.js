// What scripts add to pages that work without them: the account of an address is lit in its text, and the queue is worked
// by single keys.
(function () {
  "use strict";
  function light() {
    var note = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (note && note.matches(".note")) note.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  }
  addEventListener("hashchange", light);
  addEventListener("DOMContentLoaded", light);

  // A case file that lies open goes stale on the screen too.
  function age() {
    document.querySelectorAll("[data-stale-at]").forEach(function (banner) {
      if (Date.now() >= Number(banner.dataset.staleAt) * 60000) banner.hidden = false;
    });
  }
  addEventListener("DOMContentLoaded", age);
  setInterval(age, 60000);

  // Days that are links become a slider too.
  addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".slider").forEach(function (nav) {
      var links = Array.from(nav.querySelectorAll("a"));
      var range = document.createElement("input");
      range.type = "range"; range.min = 0; range.max = links.length - 1;
      range.value = links.findIndex(function (a) { return a.hasAttribute("aria-current"); });
      range.setAttribute("aria-label", "Day");
      function words() { range.setAttribute("aria-valuetext", links[range.value].title); }
      range.addEventListener("input", words);
      range.addEventListener("change", function () { location.href = links[range.value].href; });
      words();
      nav.append(range);
    });
  });

  function items() { return Array.from(document.querySelectorAll(".queue > li")); }
  function here() { return document.querySelector(".queue > li:focus-within") || document.querySelector(".queue > li.here"); }
  function go(to) {
    if (!to) return;
    items().forEach(function (item) { item.classList.toggle("here", item === to); });
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  }
  // Single keys can be turned off: who speaks to the machine would set them off by chance.
  function keysAreOn() {
    try { return localStorage.getItem("keys") !== "off"; } catch (error) { return true; }
  }
  addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".keys").forEach(function (words) {
      var button = document.createElement("button");
      button.type = "button"; button.className = "plain";
      function say() { button.textContent = keysAreOn() ? "Turn single keys off" : "Turn single keys on"; }
      button.addEventListener("click", function () {
        try { localStorage.setItem("keys", keysAreOn() ? "off" : "on"); } catch (error) { return; }
        say();
      });
      say();
      words.append(" ", button);
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var typing = event.target.matches && event.target.matches("input, select, textarea");
    if (event.key === "Escape" && typing) { var item = here(); event.target.blur(); go(item); return; }
    if (typing || !keysAreOn()) return;
    if (event.key === "/") { document.getElementById("find").focus(); event.preventDefault(); return; }
    var list = items();
    if (event.key === "u" && document.querySelector(".notice details form")) {
      var undo = document.querySelector(".notice details");
      undo.open = true;
      undo.querySelector("[name=reason]").focus();
      event.preventDefault();
      return;
    }
    if (!list.length) return;
    var at = list.indexOf(here());
    if (event.key === "j") go(list[Math.min(at + 1, list.length - 1)]);
    else if (event.key === "k") go(list[Math.max(at - 1, 0)]);
    else if (at < 0) return;
    else if (event.key === "r") list[at].querySelector("input[name=reason]").focus();
    else if (event.key === "o") { var link = list[at].querySelector("a.open, a[href]"); if (link) link.click(); }
    else if (event.key === "1" || event.key === "2") {
      var button = list[at].querySelectorAll(".act button")[Number(event.key) - 1];
      if (button) button.form.requestSubmit(button);
    } else return;
    event.preventDefault();
  });
})();
