"""Holds what the service says of single events, leaf by leaf, to other people's packages.

usage: events.py LOG.SQLITE3 EVENTS.JSON
"""

import hashlib
import json
import pathlib
import sqlite3
import sys
import tempfile

from independent import Trees, b64url, expect, unb64url

file, events = sys.argv[1:]
claimed = json.loads(pathlib.Path(events).read_text())
database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
leaves = [bytes(data) for (data,) in database.execute("SELECT bytes FROM leaf ORDER BY position")]

with tempfile.TemporaryDirectory() as work:
    trees = Trees(leaves, pathlib.Path(work) / "tiles")
    for event in claimed["events"]:
        position, leaf = event["position"], event["leaf"].encode()
        expect(leaf == leaves[position], f"the leaf at {position}")
        expect(event["hash"] == b64url(hashlib.sha256(b"\0" + leaf).digest()), f"the hash at {position}")
        path = [unb64url(node) for node in event["proof"]]
        expect(path == trees.inclusion(position, event["size"]), f"the proof of {position}")
    print("the checkpoint covers", trees.check_checkpoint(claimed["checkpoint"], claimed["vkey"]))
