"""Serves org.varlink.certification at the Unix socket named, until standard input ends."""

import sys
import threading

import varlink
from varlink.tests.test_certification import ServiceRequestHandler

with varlink.ThreadingServer("unix:" + sys.argv[1], ServiceRequestHandler) as server:
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("listening", flush=True)
    sys.stdin.read()
    server.shutdown()
