#!/usr/bin/env python3
"""Goes the main ways of the desk in a real browser: browser.py PATCHWORK

Makes a record of the samples, serves it, and: opens the list, an incident, follows a value to its sentence, corrects it, undoes
that, works the queue by keys, enters a report, looks a place, a speaker and a brief up, draws an area and plans a movement. Pictures of all of it go to out/site.
Fails where a way does not lead on, where a page asks anybody else, complains, moves while it loads, or grows over 60 KB; where words
stand off their ground too little, or assistive technology is told no name, no landmark or no order; where Arabic runs from the left.
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import urllib.request

from chromium import Browser, Failed

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OUT = os.path.join(ROOT, "out", "site")
REPORT = "A convoy of aid lorries was shelled near Kafr Naha on 27 September 2016, killing four people, the relief office said."

# Words whose colour stands too little off what is behind them (WCAG 2.2, 1.4.3: 4.5 to 1, 3 to 1 where they are large), at
# most five. Colours are what the browser reckoned; what is half transparent is laid over what is behind it.
CONTRAST = """(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const parts = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const p = canvas.getImageData(0, 0, 1, 1).data; return [p[0], p[1], p[2], p[3] / 255]; };
  const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const behind = e => { const layers = []; for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
    layers.push(c); if (c[3] === 1) break; } return layers.reverse().reduce((under, top) => over(top, under),
    matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1]); };
  const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || e.closest('svg, option, script, [hidden]') || !e.getClientRects().length) continue;
    const style = getComputedStyle(e), under = behind(e), ink = over(parts(style.color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x), size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    if ((a + .05) / (b + .05) < least - .01)
      found.add(`${e.tagName.toLowerCase()}.${e.className} “${walk.currentNode.data.trim().slice(0, 20)}” ${((a + .05) / (b + .05)).toFixed(2)}`);
  }
  return [...found].slice(0, 5).join('; ');
})()"""
# What assistive technology could not name or order (WCAG 2.2, 1.1.1, 1.3.1, 2.4.6, 3.1.1, 4.1.2), at most five.
LABELS = """(() => {
  const found = [];
  const name = e => (e.labels && e.labels.length) || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.title;
  for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea')) if (!name(e)) found.push(`${e.name} has no label`);
  for (const e of document.querySelectorAll('a[href], button'))
    if (!e.textContent.trim() && !e.getAttribute('aria-label') && !e.querySelector('title')) found.push(`${e.outerHTML.slice(0, 60)} has no name`);
  for (const e of document.querySelectorAll('svg[role]')) if (!e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')) found.push('a drawing has no name');
  for (const e of document.querySelectorAll('table')) if (!e.querySelector('th') || !e.querySelector('caption')) found.push('a table has no heads or no caption');
  let level = 0;
  for (const e of document.querySelectorAll('h1, h2, h3, h4')) { const l = +e.tagName[1]; if (l > level + 1) found.push(`h${l} after h${level}: ${e.textContent}`); level = l; }
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id), twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) found.push(`two of ${twice}`);
  if (!document.documentElement.lang || !document.querySelector('main') || !document.title) found.push('language, main part or title is missing');
  return found.slice(0, 5).join('; ');
})()"""

# How far a page moved while it loaded.
SHIFT = ("new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })"
         ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 100); })")
ARABIC = ("قصف قافلة مساعدات قرب أورم الكبرى", "قُتل أربعة أشخاص في قصف قافلة مساعدات قرب أورم الكبرى يوم الثلاثاء، قال مكتب الإغاثة.")


def tree(browser):
    """What the browser tells assistive technology wrongly: landmarks that are missing or twice, what has a role and no name."""
    nodes = [node for node in browser.call("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    roles = [node.get("role", {}).get("value") for node in nodes]
    faults = [f"{roles.count(role)} of {role}" for role in ("main", "banner", "contentinfo", "search") if roles.count(role) != 1]
    if "navigation" not in roles:
        faults.append("no navigation")
    named = {"link", "button", "textbox", "searchbox", "combobox", "checkbox", "slider", "navigation", "region", "table", "image", "Date"}
    for node, role in zip(nodes, roles):
        if role in named and not node.get("name", {}).get("value", "").strip():
            faults.append(f"a {role} without a name")
    return "; ".join(faults[:5])


def check(truth, words):
    """Fails with some words where something is not so."""
    if not truth:
        raise Failed(words)


def served(patchwork, db, key):
    """The running server and its address."""
    process = subprocess.Popen([patchwork, "serve", "--db", db, "--port", "0", "--movement-key", key], stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    check("http://" in line, f"not served: {line}")
    return process, line.split(" at ")[1].strip().rstrip("/")


def drawing(browser, site, picture):
    """Draws an area with the pointer, takes a corner back by the keyboard, and looks at what lies within."""
    browser.go(site + "/areas/drawn")
    browser.value("document.querySelector('svg.map').scrollIntoView({block: 'center'})")

    def press(across, down):
        # Looked up each time: the page may move when the map gets the focus.
        box = browser.value("(r => [r.left, r.top, r.width, r.height])(document.querySelector('svg.map').getBoundingClientRect())")
        browser.click(box[0] + box[2] * across, box[1] + box[3] * down)
    corners = "document.querySelector('[name=corners]').value.trim().split('\\n').length"
    for across, down in ((.02, .02), (.98, .02), (.98, .98), (.5, .5)):
        press(across, down)
    check(browser.value(corners) == 4, f"four presses draw {browser.value(corners)} corners")
    check(browser.value("document.querySelectorAll('svg.map .corners circle').length") == 4, "corners are not drawn")
    # The corner that was pressed is where the pointer was, wherever the page has moved since.
    off = browser.value("(([m, c]) => Math.hypot(m.left + m.width * .98 - c.x - c.width / 2, m.top + m.height * .02 - c.y - c.height / 2))"
                        "(['svg.map', 'svg.map .corners circle:nth-child(2)'].map(s => document.querySelector(s).getBoundingClientRect()))")
    check(off < 2, f"a corner lies {off} off the pointer")
    browser.value("document.querySelector('svg.map').focus()")
    browser.key("Backspace")
    check(browser.value(corners) == 3, "Backspace takes no corner back")
    press(.02, .98)
    browser.fill("[name=name]", "what was drawn")
    browser.fill("[name=since]", "2016-09-01")
    browser.fill("[name=until]", "2016-09-30")
    picture("drawing")
    browser.value("window.before = 1; [...document.querySelectorAll('form.drawing button')].pop().click()")
    browser.wait("!window.before && document.readyState == 'complete'", "the drawn area")
    check(browser.value("document.querySelector('h1').textContent") == "what was drawn", "the drawing has another name")
    check(browser.value("document.querySelectorAll('svg.map .spot.inside').length") > 0, "nothing lies within what was drawn")
    check(browser.value("document.querySelectorAll('svg.layers rect').length") > 0, "the drawn area has no strip")
    picture("drawn-area")


def planning(browser, site, picture):
    """Plans a movement by the form and looks at its case file on the screen, on a phone, in the dark and on paper."""
    browser.go(site + "/movements/new")
    for name, value in {
        "purpose": "food and medicine", "organisation": "inter-agency convoy", "way": "Aleppo\nUrum al-Kubra",
        "start": "2016-09-19T10:00", "arrival": "2016-09-19T13:30", "unloading": "390",
        "party_1": "Syrian government", "approved_at_1": "2016-09-18T10:00",
    }.items():
        browser.fill(f"[name={name}]", value)
    browser.fill("[name=approval_1]", "approved")
    browser.fill("[name=notification_1]", "acknowledged")
    picture("movement-form")
    browser.value("window.before = 1; [...document.querySelectorAll('main form button')].pop().click()")
    browser.wait("!window.before && document.readyState == 'complete'", "the case file")
    for part in (".not-known li", ".hours rect", ".parts td", ".factor"):
        check(browser.value(f"document.querySelectorAll('.case-file {part}').length") > 0, f"the case file has no {part}")
    check("not a clearance" in browser.value("document.body.textContent") or "conditions unmet" in browser.value("document.body.textContent"),
          "the case file comes to nothing")
    picture("case-file")
    faults = []
    for is_dark in (False, True):
        browser.show(dark=is_dark)
        faults.append(browser.value(CONTRAST))
    picture("case-file-dark")
    browser.show(width=390, height=844)
    check(browser.value("document.documentElement.scrollWidth <= innerWidth"), "the case file is wider than a phone")
    picture("case-file-phone")
    browser.show()
    faults += [browser.value(LABELS), tree(browser)]
    check(not any(faults), "case file: " + "; ".join(fault for fault in faults if fault))
    browser.print(os.path.join(OUT, "case-file.pdf"))


def ways(browser, site):
    """All ways, one after the other."""
    def picture(name):
        browser.picture(os.path.join(OUT, name + ".png"))

    browser.show()
    browser.go(site + "/incidents")
    picture("incidents")
    check(browser.value("document.querySelectorAll('tbody tr').length") > 10, "the list is short")
    # The state of the list is its address: a bar narrows it, and the button back widens it again.
    browser.follow(".timeline a")
    check("since=" in browser.value("location.search"), "a bar narrows nothing")
    browser.value("history.back()")
    browser.wait("location.search == '' && document.readyState == 'complete'", "back")

    with urllib.request.urlopen(site + "/incidents.json?type=aid-attack") as answer:
        rows = json.load(answer)["incidents"]
    convoy = max(rows, key=lambda row: row["accounts"])["id"]
    browser.go(f"{site}/incidents/{convoy}")
    picture("incident")
    browser.show(dark=True)
    picture("incident-dark")
    browser.show(width=390, height=844)
    check(browser.value("document.documentElement.scrollWidth <= innerWidth"), "the incident is wider than a phone")
    picture("incident-phone")
    browser.show()
    browser.print(os.path.join(OUT, "incident.pdf"))

    browser.follow(".figures a[href*='#r-a']")
    check(browser.value("document.querySelector(':target').matches('.note')"), "a value leads to no account")
    lit = "getComputedStyle(document.querySelector('.row:has(.note:target) .text span[class*=k]')).backgroundColor"
    check(browser.value("document.querySelectorAll('.row:has(.note:target) span.on').length") > 0, f"not lit: {browser.value(lit)}")
    picture("sentence")

    browser.follow(".note:target a[href*='/accounts/']")
    browser.fill("select[name=field]", "killed")
    browser.fill("input[name=value]", "13")
    browser.value("document.querySelector('input[name=value]').form.querySelector('[name=reason]').value = 'counted anew'")
    browser.follow("button[value=edit]")
    check(browser.value("document.querySelector('ins').textContent") == "13..13", "the correction is not shown")
    picture("corrected")
    browser.value("document.querySelector('.notice details').open = true")
    browser.fill(".notice [name=reason]", "a slip of mine")
    browser.follow(".notice form button")
    check(browser.value("document.querySelector('ins') == null"), "the correction is still there")

    browser.go(site + "/review?queue=unsure")
    before = browser.value("document.querySelector('nav [aria-current] + small').textContent")
    browser.key("j")
    browser.key("j")
    check(browser.value("document.querySelector('.queue > li.here') == document.querySelectorAll('.queue > li')[1]"), "j, j")
    picture("review")
    browser.key("r")
    browser.call("Input.insertText", text="read again")
    browser.key("Escape")
    browser.value("window.before = 1")
    browser.key("1")
    browser.wait("!window.before && document.readyState == 'complete'", "the key 1")
    browser.key("u")
    check(browser.value("document.activeElement.matches('.notice [name=reason]')"), "the key u leads to no undoing")
    browser.key("Escape")
    after = browser.value("document.querySelector('nav a[href*=unsure] + small').textContent")
    check(int(after) == int(before) - 1, f"{before} waited, and then {after}")

    browser.go(site + "/add")
    browser.fill("#title", "A convoy shelled")
    browser.fill("#outlet", "Relief office")
    browser.fill("#published", "2016-09-28")
    browser.fill("#text", REPORT)
    picture("add")
    browser.follow("main form button")
    check(browser.value("document.querySelectorAll('.note').length") > 0, "nothing was read from what was entered")
    picture("entered")

    browser.go(site + "/add")
    browser.fill("#title", ARABIC[0])
    browser.fill("#text", ARABIC[1])
    browser.follow("main form button")
    picture("arabic")
    for part in ("h1", ".report .text p, .report .text"):
        way = browser.value(f"getComputedStyle(document.querySelector({json.dumps(part)})).direction")
        check(way == "rtl", f"Arabic runs {way} in {part}")

    # A report that is withdrawn says so and counts no more, until it is put back.
    for words, state in (("names a nurse", True), ("the name was another's", False)):
        browser.go(site + "/reports/2016-09-20-levant-wire-convoy")
        browser.value("document.querySelector('#keeping details').open = true")
        browser.fill("#keeping [name=reason]", words)
        browser.follow("#keeping details:first-of-type button")
        check(browser.value("document.querySelector('main > .notice .badge') != null") == state, f"the report is not kept as asked: {words}")
        if state:
            picture("withdrawn")

    area = json.load(urllib.request.urlopen(site + "/areas.json?day=2016-09-20"))["areas"][0]["id"]
    truce = json.load(urllib.request.urlopen(site + "/ceasefires.json"))["instruments"][0]["id"]
    for name, path in {
        "reports": "/reports", "speakers": "/speakers", "speaker": "/speakers/John%20Kerry", "places": "/places",
        "search": "/search?q=convoy", "brief": "/brief?since=2016-09-20", "merge": "/review?queue=same", "home": "/",
        "exports": "/exports", "about": "/exports/about?file=incidents.csv", "areas": "/areas", "ceasefires": "/ceasefires",
        "movements": "/movements", "movement": "/movements/new", "rules": "/rules", "rule": "/rules/access-denied",
        "weeks": f"/areas/{area}?by=week", "drawn": "/areas/drawn", "truce": f"/ceasefires/{truce}", "meetings": "/meetings",
        "users": "/users", "journal": "/journal", "mode": "/mode",
        "missing": "/nowhere",
    }.items():
        browser.go(site + path)
        check(name == "missing" or browser.value("document.querySelectorAll('h1').length") == 1, f"{path} has no heading")
        picture(name)
    drawing(browser, site, picture)
    planning(browser, site, picture)
    for name in ("places", "areas"):
        browser.go(f"{site}/{name}")
        browser.follow("tbody a")
        check(browser.value("document.querySelectorAll('h1').length") == 1, f"{name} lead nowhere")
        picture(name.rstrip("s"))
    with urllib.request.urlopen(site + "/exports.json") as answer:
        files = json.load(answer)["files"]
    for file in files:
        with urllib.request.urlopen(site + file["address"]) as answer:
            check("attachment" in answer.headers["Content-Disposition"], f"{file['name']} is no file to keep")
            check(answer.headers["Trailer"] == "X-Rows, X-Left-Out" and answer.read(), f"{file['name']} is empty")
    # Every page as a phone and a dark screen have it.
    faults = []
    place = json.load(urllib.request.urlopen(site + "/places.json"))["places"][0]["id"]
    report = "/reports/2016-09-20-levant-wire-convoy"
    for path in ["/", "/incidents", "/reports", report, report + "/accounts/0", "/speakers", "/speakers/John%20Kerry", "/places",
                 f"/places/{place}", "/areas", "/areas?day=2016-09-20", f"/areas/{area}?by=week", f"/areas/{area}?by=month&until=2016-10-05",
                 "/areas/drawn",
                 "/ceasefires", f"/ceasefires/{truce}", "/meetings", "/movements", "/movements/new", "/rules", "/rules/access-denied", "/exports",
                 "/exports/about?file=incidents.csv", "/review?queue=new", "/review?queue=same", "/review?queue=unsure", "/add",
                 "/search?q=convoy", "/brief?since=2016-09-20", "/users", "/journal", "/mode", "/tokens", f"/incidents/{convoy}", "/nowhere"]:
        browser.show(width=390, height=844)
        browser.go(site + path)
        wide = browser.value("document.documentElement.scrollWidth - innerWidth")
        check(wide <= 0, f"{path} is {wide} wider than a phone")
        shift = browser.value(SHIFT)
        check(shift == 0, f"{path} moved by {shift} while it loaded")
        for is_dark in (False, True):
            browser.show(dark=is_dark)
            faults.append((f"{path}, {'dark' if is_dark else 'light'}", browser.value(CONTRAST)))
        faults.append((path, browser.value(LABELS)))
        faults.append((path, tree(browser)))
    browser.show()
    browser.go(site + "/incidents")
    check(not any(found for _, found in faults), "; ".join(f"{where}: {found}" for where, found in faults if found))
    size = len(urllib.request.urlopen(site + "/incidents").read())
    check(size < 60_000, f"the list has {size} bytes")
    # The first press of Tab offers the way past the bar.
    browser.value("document.activeElement.blur()")
    browser.key("Tab")
    check(browser.value("document.activeElement.className") == "skip", "Tab leads to no way past the bar")
    check(browser.value("document.activeElement.getBoundingClientRect().left >= 0"), "the way past the bar is not seen")
    away = [url for url in browser.requests if not url.startswith((site, "data:", "about:"))]
    check(not away, f"asked elsewhere: {away}")
    complaints = [text for text in browser.complaints if "404" not in text]
    check(not complaints, f"the browser complained: {complaints}")
    return len(browser.requests)


def main():
    """Makes, serves, goes, ends."""
    patchwork = os.path.abspath(sys.argv[1])
    os.makedirs(OUT, exist_ok=True)
    samples = os.path.join(ROOT, "Samples")
    files = [os.path.join(samples, name) for name in sorted(os.listdir(samples)) if name.endswith((".txt", ".html"))]
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, "desk.record")
        subprocess.run([patchwork, "add", "--db", db, *files], check=True)
        key = os.path.join(folder, "movements.key")
        subprocess.run([patchwork, "movements", "key", key], check=True)
        server, site = served(patchwork, db, key)
        browser = Browser()
        try:
            requests = ways(browser, site)
        except Failed as failure:
            browser.picture(os.path.join(OUT, "failed.png"))
            sys.exit(f"failed: {failure}")
        finally:
            browser.close()
            server.send_signal(signal.SIGTERM)
            server.wait()
        subprocess.run([patchwork, "verify", "--db", db], check=True)
    print(f"all ways lead on; {requests} requests, none elsewhere; pictures in {OUT}")


if __name__ == "__main__":
    main()
