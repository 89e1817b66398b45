"""Reads events-schema/vectors.json as a stranger's verifier would, with other people's packages.

usage: vectors.py EVENTS-SCHEMA [VECTORS.JSON]
"""

import hashlib
import json
import pathlib
import sys
import tempfile

from independent import Schemas, Trees, b64, b64url, expect

folder = pathlib.Path(sys.argv[1])
file = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else folder / "vectors.json"
vectors = json.loads(file.read_text())
schemas = Schemas(folder)

leaves = []
streams = {}
for position, entry in enumerate(vectors["leaves"]):
    data = entry["bytes"].encode()
    leaf = schemas.check_leaf(data)
    expect(entry["position"] == position and leaf["id"] == str(position), "positions are dense")
    expect(leaf["source"] == vectors["origin"], "the leaf names the log")
    expect(b64(entry["hash"]) == hashlib.sha256(b"\0" + data).digest(), "the leaf's hash")
    expect(entry["digest"] == b64url(hashlib.sha256(data).digest()), "the leaf's digest")
    stream = streams.setdefault(leaf["data"]["stream"], [])
    expect(leaf["data"]["revision"] == len(stream), "revisions are dense")
    expect(leaf["data"].get("previous") == (stream[-1] if stream else None), "the stream's previous leaf")
    stream.append(entry["digest"])
    shown = []
    for disclosure in entry["disclosures"]:
        found = schemas.check_disclosure(leaf, disclosure["encoded"])
        expect(found == tuple(disclosure[name] for name in ("digest", "salt", "name", "value")), "the disclosure's parts")
        shown.append(disclosure["digest"])
    expect(sorted(shown + entry["withheld"]) == leaf["data"].get("_sd", []), "each digest is shown or withheld")
    leaves.append(data)

with tempfile.TemporaryDirectory() as work:
    trees = Trees(leaves, pathlib.Path(work) / "tiles")
    counts = trees.check(vectors)
    expect(trees.check_checkpoint(vectors["checkpoint"], vectors["vkey"]) == len(leaves), "the checkpoint covers all")

print(f"{len(leaves)} leaves, {counts}")
