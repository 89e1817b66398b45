"""Reads a log's leaves out of its file, and holds what the service makes of them to other people's packages.

usage: log.py LOG.SQLITE3 CLAIMS.JSON SCHEMAS
"""

import copy
import json
import pathlib
import sqlite3
import sys
import tempfile
from collections import Counter

from independent import Schemas, Trees, expect

file, claims, schema_folder = sys.argv[1:]
claimed = json.loads(pathlib.Path(claims).read_text())
schemas = Schemas(schema_folder)
database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
rows = database.execute("SELECT position, bytes FROM leaf ORDER BY position").fetchall()
expect([position for position, _ in rows] == list(range(len(rows))), "positions are dense")
leaves = [bytes(data) for _, data in rows]

# Schemas: every leaf, and every disclosure.
types = Counter()
parsed = []
for data in leaves:
    leaf = schemas.check_leaf(data)
    parsed.append(leaf)
    types[leaf["type"]] += 1
for disclosure in claimed["disclosures"]:
    schemas.check_disclosure(parsed[disclosure["position"]], disclosure["encoded"])

# A schema that lets everything pass would have passed all of them: it must refuse what no event may be.
for leaf in parsed:
    for spoil in (
        lambda copy: copy["data"].pop("actor"),
        lambda copy: copy["data"]["facts"].update(surplus=1),
        lambda copy: copy.update(time="2027-03-01T22:59:59Z"),
        lambda copy: copy.update(id="01"),
        lambda copy: copy["data"].update(revision=-1),
    ):
        spoilt = copy.deepcopy(leaf)
        spoil(spoilt)
        expect(schemas.rejects(spoilt), f"a spoilt {leaf['type']} is refused")

# Tree.
with tempfile.TemporaryDirectory() as work:
    trees = Trees(leaves, pathlib.Path(work) / "tiles")
    counts = trees.check(claimed)
    covered = trees.check_checkpoint(claimed["checkpoint"], claimed["vkey"])

print(f"{len(leaves)} leaves of {len(types)} types, {len(claimed['disclosures'])} disclosures, {counts}")
print(f"the checkpoint covers {covered}")
