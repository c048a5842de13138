"""Drives Debian's chromium without a window, over the pipe of its DevTools protocol: standard library only."""
import base64
import json
import os
import subprocess
import tempfile
import time


class Failed(Exception):
    """A page did not come to what was waited for."""


class Browser:
    """One page of a browser that knows no network but the site's."""

    def __init__(self, size=(1280, 900)):
        self.folder = tempfile.TemporaryDirectory()
        to_browser, self.out = os.pipe()
        self.inn, from_browser = os.pipe()

        def pipes():
            os.dup2(to_browser, 3)
            os.dup2(from_browser, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
             f"--user-data-dir={self.folder.name}", f"--window-size={size[0]},{size[1]}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.last, self.left, self.session = 0, b"", None
        self.requests, self.complaints = [], []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def close(self):
        """Ends the browser."""
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def call(self, method, **parameters):
        """Sends a command and gives its result."""
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise Failed(f"{method}: {answer['error']}")
                return answer["result"]
            self.note(answer)

    def message(self):
        while b"\0" not in self.left:
            self.left += os.read(self.inn, 65536)
        first, self.left = self.left.split(b"\0", 1)
        return json.loads(first)

    def note(self, event):
        method, given = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(given["request"]["url"])
        elif method == "Log.entryAdded" and given["entry"]["level"] == "error":
            self.complaints.append(given["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(given["exceptionDetails"]["text"])

    def value(self, script):
        """The value of an expression on the page."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in done:
            raise Failed(f"{script}: {done['exceptionDetails']}")
        return done["result"].get("value")

    def wait(self, script, what):
        """Waits until an expression is true, ten seconds at most."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                if self.value(script):
                    return
            except Failed:
                pass  # the page is changing
            time.sleep(0.05)
        raise Failed(f"{what}: {self.value('location.href')}")

    def go(self, address):
        """Opens a page."""
        self.call("Page.navigate", url=address)
        path = address.split("#")[0]
        self.wait(f"document.readyState == 'complete' && location.href.startsWith({json.dumps(path)})", address)

    def follow(self, selector):
        """Clicks what a selector finds first and waits for the next page."""
        self.value("window.before = 1")
        # Links of drawings have no click() of their own.
        click = "e.click ? e.click() : e.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
        found = self.value(f"(e => e ? (({click}), 1) : 0)(document.querySelector({json.dumps(selector)}))")
        if not found:
            raise Failed(f"nothing is {selector} on {self.value('location.href')}")
        self.wait("!window.before && document.readyState == 'complete'", f"after {selector}")

    def fill(self, selector, text):
        """Writes into a field."""
        if not self.value(f"(e => e ? (e.value = {json.dumps(text)}, 1) : 0)(document.querySelector({json.dumps(selector)}))"):
            raise Failed(f"nothing is {selector} on {self.value('location.href')}")

    def key(self, key):
        """Presses a key."""
        text = {"text": key} if len(key) == 1 else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def click(self, x, y):
        """Presses and lets go at a point of the screen."""
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def show(self, dark=False, width=1280, height=900):
        """Sets the colours and the size of the screen."""
        scheme = "dark" if dark else "light"
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)

    def picture(self, path):
        """Takes a picture of the page as it is seen."""
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def print(self, path):
        """Prints the page as PDF."""
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"]))
