"""A witness that does not do what it should, or a time-stamp authority, on a port of 127.0.0.1.

server.py PORT KIND [FOLDER]

KIND huge       answers without end
     slow       answers one byte a second
     garbage    answers 200 with what is no signature
     forged     answers 200 with a signature line that claims the key whose name and id are in FOLDER
     behind     answers 409 with the same size for ever
     ahead      answers 409 with a size that no log has
     missing    answers 404, as does one that does not know the log
     broken     answers 500
     moved      answers 302, to itself
     tsa        stamps by `openssl ts -reply`, with the key, the certificate and the configuration in FOLDER
"""

import base64
import http.server
import subprocess
import sys
import time

PORT, KIND, *REST = sys.argv[1:]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, body, kind="text/plain", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            getattr(self, KIND)(body)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def endless(self, chunk, pause):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(1 << 16):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            self.wfile.flush()
            time.sleep(pause)

    def huge(self, body):
        self.endless(b"x" * 65536, 0)

    def slow(self, body):
        self.endless(b"x", 1)

    def garbage(self, body):
        self.reply(200, b"\xe2\x80\x94 somebody something\n")

    def forged(self, body):
        name, key_id = REST
        signature = bytes.fromhex(key_id) + int(time.time()).to_bytes(8, "big") + bytes(64)
        self.reply(200, f"— {name} {base64.b64encode(signature).decode()}\n".encode())

    def behind(self, body):
        self.reply(409, b"1\n", "text/x.tlog.size")

    def ahead(self, body):
        self.reply(409, b"1000000\n", "text/x.tlog.size")

    def missing(self, body):
        self.reply(404, b"")

    def broken(self, body):
        self.reply(500, b"")

    def moved(self, body):
        self.reply(302, b"", Location=self.path)

    def tsa(self, body):
        folder = REST[0]
        command = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "/dev/stdin", "-signer", "tsa.pem"]
        made = subprocess.run(command + ["-inkey", "tsa.key"], cwd=folder, input=body, capture_output=True, check=True)
        self.reply(200, made.stdout, "application/timestamp-reply")


http.server.ThreadingHTTPServer(("127.0.0.1", int(PORT)), Handler).serve_forever()
