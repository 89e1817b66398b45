"""An operator with root, who changes a log and then makes everything fit that can be made to fit: hashes, tiles, the tree's
edge, streams and their digests, the vault, and with the stolen log key the signatures too. Shares no code with the service.

forge.py FOLDER [--stolen-key] ACTION
  edit POSITION               a letter of the actor's id becomes another
  remove POSITION             a leaf goes, and those after it move down
  cut COUNT                   the last leaves go
  insert POSITION             a copy of a leaf goes in after itself, as another event of that stream
  swap ONE OTHER              two leaves change places
  date POSITION MILLISECONDS  a leaf was recorded that much earlier, but not before the one before it
  rebuild                     nothing is changed; all is made and signed anew

Prints the size of the log before. Without the key, checkpoints that cover what changed are left out.
"""

import base64
import datetime
import glob
import hashlib
import json
import os
import sqlite3
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import tree


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def canonical(leaf):
    # Names are ASCII and numbers whole, so that Python's own order and spelling are those of RFC 8785.
    return json.dumps(leaf, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def moment(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%f%z")


class Log:
    """The tables of log.sqlite3 that hold the events, and what is computed from them."""

    def __init__(self, folder):
        self.folder = folder
        self.database = sqlite3.connect(f"{folder}/log.sqlite3", isolation_level=None, timeout=30)
        for (name,) in self.run("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            self.run(f"DROP TRIGGER {name}")
        rows = self.run("SELECT position, bytes FROM leaf ORDER BY position").fetchall()
        self.before = [bytes(data) for _, data in rows]
        # Each leaf with the position that it had.
        self.leaves = [(json.loads(data), position) for position, data in rows]

    def run(self, sql, *values):
        return self.database.execute(sql, values)

    def rebuild(self, key):
        """Numbers, chains and hashes the leaves anew, and writes every table that follows from them."""
        heads, index, moved, made, latest = {}, [], {}, [], ""
        for position, (leaf, old) in enumerate(self.leaves):
            data = leaf["data"]
            latest = leaf["recordedtime"] = max(latest, leaf["recordedtime"])
            leaf["id"] = str(position)
            stream = data["stream"]
            revision, digest = heads.get(stream, (-1, None))
            data["revision"] = revision + 1
            data.pop("previous", None)
            if digest:
                data["previous"] = digest
            text = canonical(leaf)
            heads[stream] = (revision + 1, base64url(hashlib.sha256(text).digest()))
            index.append((stream, revision + 1, position))
            moved.setdefault(old, position)
            made.append(text)
        changed = next((i for i, (a, b) in enumerate(zip(self.before, made)) if a != b), min(len(self.before), len(made)))
        self.write(made, index, moved)
        self.sign(made, changed, key)
        # The service builds them anew, from whatever it finds.
        for path in glob.glob(f"{self.folder}/views*"):
            os.remove(path)

    def write(self, made, index, moved):
        hashes = [tree.leaf(text) for text in made]
        self.run("DELETE FROM leaf")
        for position, (text, digest) in enumerate(zip(made, hashes)):
            self.run("INSERT INTO leaf (position, hash, bytes) VALUES (?, ?, ?)", position, digest, text)
        self.run("DELETE FROM stream")
        self.run("DELETE FROM stream_leaf")
        streams = {}
        for stream, revision, position in index:
            if stream not in streams:
                streams[stream] = len(streams) + 1
                self.run("INSERT INTO stream (id, name) VALUES (?, ?)", streams[stream], stream)
            self.run("INSERT INTO stream_leaf VALUES (?, ?, ?)", streams[stream], revision, position)
        vault = self.run("SELECT id, owner, audience, digest, box FROM vault").fetchall()
        self.run("DELETE FROM vault")
        for row, *rest in vault:
            position = moved.get(row >> 8)
            if position is not None:
                self.run("INSERT INTO vault VALUES (?, ?, ?, ?, ?)", position << 8 | row & 255, *rest)
        self.run("DELETE FROM tile")
        for level, number, tile in tree.tiles(hashes):
            self.run("INSERT INTO tile VALUES (?, ?, ?)", level, number, b"".join(tile))
        edge = len(hashes).to_bytes(8, "big") + b"".join(tree.edge(hashes))
        self.run("UPDATE frontier SET edge = ?", edge)

    def sign(self, made, changed, key):
        sizes = [size for (size,) in self.run("SELECT size FROM checkpoint ORDER BY size")]
        hashes = [tree.leaf(text) for text in made]
        if key:
            sizes = sorted({min(size, len(made)) for size in sizes})
            self.run("DELETE FROM checkpoint")
            for ordinal, size in enumerate(sizes):
                note = key.note(size, tree.root(hashes[:size]))
                self.run("INSERT INTO checkpoint (size, ordinal, note) VALUES (?, ?, ?)", size, ordinal, note)
        else:
            sizes = [size for size in sizes if size <= changed]
            self.run("DELETE FROM checkpoint WHERE size > ?", changed)
        self.run("UPDATE frontier SET checkpoints = ?", len(sizes))


class StolenKey:
    """The log's signing key, as root finds it in the state folder."""

    def __init__(self, folder):
        with open(f"{folder}/master.key") as file:
            master = base64.b64decode(file.read())
        log = sqlite3.connect(f"{folder}/log.sqlite3", timeout=30)
        ordinal, vkey = log.execute("SELECT ordinal, key FROM signing_key ORDER BY ordinal DESC LIMIT 1").fetchone()
        keys = sqlite3.connect(f"{folder}/keys.sqlite3", timeout=30)
        (box,) = keys.execute("SELECT box FROM log_key WHERE id = ?", (ordinal,)).fetchone()
        context = b"log key" + (ordinal.to_bytes(8, "big") if ordinal else b"")
        seed = AESGCM(master).decrypt(box[:12], box[12:], context)
        self.key = Ed25519PrivateKey.from_private_bytes(seed)
        self.origin, self.id, _ = vkey.split("+", 2)

    def note(self, size, root):
        text = f"{self.origin}\n{size}\n{base64.b64encode(root).decode()}\n"
        signature = base64.b64encode(bytes.fromhex(self.id) + self.key.sign(text.encode())).decode()
        return f"{text}\n\u2014 {self.origin} {signature}\n"


def edit(log, position):
    data = log.leaves[position][0]["data"]
    old = data["actor"]
    data["actor"] = old[:5] + ("1" if old[5] == "0" else "0") + old[6:]


def insert(log, position):
    leaf, _ = log.leaves[position]
    copy = json.loads(json.dumps(leaf))
    copy["data"].pop("_sd", None)
    log.leaves.insert(position + 1, (copy, None))


def swap(log, one, other):
    first, second = sorted((one, other))
    # Each takes the time of the place that it comes to, so that no time goes back.
    times = [log.leaves[place][0]["recordedtime"] for place in (first, second)]
    log.leaves[first], log.leaves[second] = log.leaves[second], log.leaves[first]
    log.leaves[first][0]["recordedtime"], log.leaves[second][0]["recordedtime"] = times


def date(log, position, milliseconds):
    leaf = log.leaves[position][0]
    earlier = moment(leaf["recordedtime"]) - datetime.timedelta(milliseconds=milliseconds)
    if position > 0:
        earlier = max(earlier, moment(log.leaves[position - 1][0]["recordedtime"]))
    leaf["recordedtime"] = earlier.strftime("%Y-%m-%dT%H:%M:%S.") + f"{earlier.microsecond // 1000:03}Z"


ACTIONS = {
    "edit": edit,
    "remove": lambda log, position: log.leaves.pop(position),
    "cut": lambda log, count: log.leaves.__delitem__(slice(len(log.leaves) - count, None)),
    "insert": insert,
    "swap": swap,
    "date": date,
    "rebuild": lambda log: None,
}


def main():
    folder, *rest = sys.argv[1:]
    stolen = rest[0] == "--stolen-key"
    action, *numbers = rest[1:] if stolen else rest
    log = Log(folder)
    log.run("BEGIN")
    ACTIONS[action](log, *map(int, numbers))
    log.rebuild(StolenKey(folder) if stolen else None)
    log.run("COMMIT")
    log.run("PRAGMA wal_checkpoint(TRUNCATE)")
    print(len(log.before))


main()
