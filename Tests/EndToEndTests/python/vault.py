"""An operator with root at the sealed fields: every key that opens one lies in the same folder.

vault.py FOLDER key POSITION          deletes the key of a field sealed beside the event there; no event says so
vault.py FOLDER key-told POSITION     the same, with the rows and the mark as if it had been erased
vault.py FOLDER boxes ONE OTHER       swaps the first boxes of two events
vault.py FOLDER reseal ONE OTHER      puts the other event's disclosure in the place of the first one's, sealed as it should be
"""

import base64
import hashlib
import sqlite3
import sys

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FOLDER, ACTION, *REST = sys.argv[1:]
log = sqlite3.connect(f"{FOLDER}/log.sqlite3", isolation_level=None, timeout=30)
keys = sqlite3.connect(f"{FOLDER}/keys.sqlite3", isolation_level=None, timeout=30)
ROW = """
    SELECT vault.id, owner, subject, key, digest, box FROM vault JOIN sealing_key USING (owner)
    WHERE vault.id >= ? AND vault.id < ? ORDER BY vault.id LIMIT 1
"""


def row(position):
    return log.execute(ROW, (position << 8, position + 1 << 8)).fetchone()


def opened(key):
    with open(f"{FOLDER}/master.key") as file:
        master = base64.b64decode(file.read())
    (box,) = keys.execute("SELECT box FROM key WHERE id = ?", (key,)).fetchone()
    return AESGCM(AESGCM(master).decrypt(box[:12], box[12:], b"key" + key.to_bytes(8, "big")))


def context(subject, key, digest):
    return (subject & 2**64 - 1).to_bytes(8, "big") + key.to_bytes(8, "big") + digest


if ACTION in ("key", "key-told"):
    _, owner, _, key, _, _ = row(int(REST[0]))
    keys.execute("DELETE FROM key WHERE id = ?", (key,))
    if ACTION == "key-told":
        log.execute("DELETE FROM vault WHERE owner = ?", (owner,))
        log.execute("UPDATE sealing_key SET destroyed = 1800000000000 WHERE owner = ?", (owner,))
elif ACTION == "boxes":
    one, other = (row(int(position)) for position in REST)
    for target, source in ((one, other), (other, one)):
        log.execute("UPDATE vault SET box = ? WHERE id = ?", (source[5], target[0]))
elif ACTION == "reseal":
    one, other = (row(int(position)) for position in REST)
    plain = opened(other[3]).decrypt(other[5][:12], other[5][12:], context(other[2], other[3], other[4]))
    assert base64.urlsafe_b64encode(hashlib.sha256(plain).digest()).rstrip(b"=") == base64.urlsafe_b64encode(
        other[4]
    ).rstrip(b"=")
    nonce = bytes(12)
    box = nonce + opened(one[3]).encrypt(nonce, plain, context(one[2], one[3], one[4]))
    log.execute("UPDATE vault SET box = ? WHERE id = ?", (box, one[0]))
for database in (log, keys):
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
