#!/usr/bin/env python3
"""Goes the main ways of the desk in a real browser: browser.py PATCHWORK

Makes a record of the samples, serves it, and: opens the list, an incident, follows a value to its sentence, corrects it, undoes
that, works the queue by keys, enters a report, looks a place, a speaker and a brief up. Pictures of all of it go to out/site.
Fails where a way does not lead on, where a page asks anybody else, complains, moves while it loads, or grows over 60 KB.
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


def check(truth, words):
    """Fails with some words where something is not so."""
    if not truth:
        raise Failed(words)


def served(patchwork, db):
    """The running server and its address."""
    process = subprocess.Popen([patchwork, "serve", "--db", db, "--port", "0"], stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    check("http://" in line, f"not served: {line}")
    return process, line.split(" at ")[1].strip().rstrip("/")


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

    for name, path in {
        "reports": "/reports", "speakers": "/speakers", "speaker": "/speakers/John%20Kerry", "places": "/places",
        "search": "/search?q=convoy", "brief": "/brief?since=2016-09-20", "merge": "/review?queue=same", "home": "/",
        "users": "/users", "journal": "/journal", "missing": "/nowhere",
    }.items():
        browser.go(site + path)
        check(name == "missing" or browser.value("document.querySelectorAll('h1').length") == 1, f"{path} has no heading")
        picture(name)
    browser.go(site + "/places")
    browser.follow("tbody a")
    picture("place")
    size = len(urllib.request.urlopen(site + "/incidents").read())
    check(size < 60_000, f"the list has {size} bytes")
    shift = browser.value(
        "new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })"
        ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 200); })")
    check(shift == 0, f"the page moved by {shift} while it loaded")
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
        server, site = served(patchwork, db)
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
