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
      // On a narrow screen the days are scrolled to the one that is looked at.
      var list = nav.querySelector("ol"), here = links[range.value];
      if (here) list.scrollLeft = here.offsetLeft - list.offsetLeft - list.clientWidth / 2;
    });
  });

  // Corners of an area are set on the map; the lines of the form are what counts, so that both ways give the same.
  addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector("form.drawing"), svg = form && form.querySelector("svg.map");
    if (!svg) return;
    var lines = form.querySelector("[name=corners]"), help = form.querySelector("[data-drawing-help]");
    var cross = { x: 320, y: 220 }, space = "http://www.w3.org/2000/svg";
    function make(name, kind) { var node = document.createElementNS(space, name); node.setAttribute("class", kind); svg.append(node); return node; }
    var shape = make("path", "drawn"), dots = make("g", "corners"), mark = make("path", "cross");
    mark.setAttribute("visibility", "hidden"); help.hidden = false;
    function corners() {
      return lines.value.split(/[\n;]/).map(function (line) { return line.trim().split(/[\s,]+/).map(Number); })
        .filter(function (pair) { return pair.length === 2 && isFinite(pair[0]) && isFinite(pair[1]); });
    }
    function place(pair) {
      return [(pair[1] - svg.dataset.west) * svg.dataset.perLongitude, (svg.dataset.north - pair[0]) * svg.dataset.perLatitude];
    }
    function draw() {
      var points = corners().map(place);
      shape.setAttribute("d", points.length ? "M" + points.map(function (p) { return p.join(" "); }).join("L") + "Z" : "");
      dots.replaceChildren.apply(dots, points.map(function (p) {
        var dot = document.createElementNS(space, "circle"); dot.setAttribute("cx", p[0]); dot.setAttribute("cy", p[1]); dot.setAttribute("r", 4); return dot;
      }));
      mark.setAttribute("d", "M" + (cross.x - 9) + " " + cross.y + "h18M" + cross.x + " " + (cross.y - 9) + "v18");
    }
    function set(x, y) {
      var east = Number(svg.dataset.west) + x / svg.dataset.perLongitude, north = svg.dataset.north - y / svg.dataset.perLatitude;
      var whole = lines.value.trim();
      lines.value = (whole ? whole + "\n" : "") + north.toFixed(5) + ", " + east.toFixed(5) + "\n";
      draw();
    }
    svg.addEventListener("click", function (event) {
      var at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      cross = { x: at.x, y: at.y }; set(at.x, at.y);
    });
    svg.addEventListener("focus", function () { mark.setAttribute("visibility", "visible"); });
    svg.addEventListener("blur", function () { mark.setAttribute("visibility", "hidden"); });
    svg.addEventListener("keydown", function (event) {
      var step = event.shiftKey ? 1 : 10, moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
      var move = moves[event.key];
      if (move) cross = { x: Math.min(640, Math.max(0, cross.x + move[0])), y: Math.min(440, Math.max(0, cross.y + move[1])) };
      else if (event.key === "Enter") set(cross.x, cross.y);
      else if (event.key === "Backspace") lines.value = lines.value.trim().split("\n").slice(0, -1).join("\n") + "\n";
      else return;
      event.preventDefault(); draw();
    });
    lines.addEventListener("input", draw);
    draw();
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
