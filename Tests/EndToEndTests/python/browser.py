"""A Chromium without a window, driven over two pipes by the DevTools protocol: no port, no other program between."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Trouble(Exception):
    pass


class Browser:
    """Ended, with its profile, at the end of a `with`."""

    def __init__(self, seconds=120):
        self.seconds = seconds
        self.folder = tempfile.mkdtemp(prefix="page-")
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if program is None:
            raise Trouble("there is no chromium: apt-get install chromium")
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        # It reads from 3 and writes to 4. Nothing else may stand there when they are put in place.
        far = [os.dup2(end, 100 + place, inheritable=False) for place, end in enumerate((theirs_in, theirs_out))]
        command = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-extensions", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--hide-scrollbars", "--lang=da", "--remote-debugging-pipe",
            "--user-data-dir=" + self.folder, "about:blank",
        ]
        self.errors = open(os.path.join(self.folder, "errors"), "wb+")
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors, pass_fds=(3, 4),
            preexec_fn=lambda: [os.dup2(end, 3 + place) for place, end in enumerate(far)],
            env={"HOME": self.folder, "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TZ": "America/New_York"})
        for end in [theirs_in, theirs_out] + far:
            os.close(end)
        self.reading, self.writing = ours_in, ours_out
        self.buffer = b""
        self.number = 0
        self.session = None
        self.events = []

    def __enter__(self):
        page = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        return self

    def __exit__(self, *_):
        try:
            self.session = None
            self.call("Browser.close")
            self.process.wait(10)
        except Exception:
            self.process.kill()
            self.process.wait()
        finally:
            self.errors.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, **parameters):
        """Calls a method, and keeps the events that come before its answer."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self.writing, rest):]
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise Trouble("%s: %s" % (method, answer["error"]))
                return answer["result"]

    def wait(self, method):
        """Waits for an event that has not come before."""
        while True:
            for event in self.events:
                if event["method"] == method and not event.get("taken"):
                    event["taken"] = True
                    return event["params"]
            self.receive()

    def receive(self):
        until = time.monotonic() + self.seconds
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reading], [], [], max(0, until - time.monotonic()))
            more = os.read(self.reading, 1 << 20) if ready else b""
            if not more:
                self.errors.seek(0)
                raise Trouble("chromium does not answer: %s" % self.errors.read()[-2000:].decode(errors="replace"))
            self.buffer += more
        line, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(line)
        if "method" in message:
            self.events.append(message)
        return message

    def open(self, path):
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(domain + ".enable")
        self.call("Page.navigate", url="file://" + path)
        self.wait("Page.loadEventFired")

    def run(self, script, **parameters):
        """The value of a JavaScript expression."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, **parameters)
        if "exceptionDetails" in answer:
            raise Trouble("%s: %s" % (script, answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key, code=None, number=0):
        event = {"key": key, "code": code or key, "windowsVirtualKeyCode": number, "nativeVirtualKeyCode": number}
        self.call("Input.dispatchKeyEvent", type="rawKeyDown", **event)
        if key == "Enter":
            self.call("Input.dispatchKeyEvent", type="char", text="\r", **event)
        self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def pdf(self):
        answer = self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        return base64.b64decode(answer["data"])

    def picture(self, whole=False):
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(answer["data"])
