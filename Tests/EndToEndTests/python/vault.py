"""An operator with root at the sealed fields: every key that opens one lies in the same folder.

vault.py FOLDER key POSITION          deletes the key of a field sealed beside the event there; no event says so
vault.py FOLDER key-told POSITION     the same, with the rows and the mark as if it had been erased
vault.py FOLDER boxes ONE OTHER       swaps the first boxes of two events
vault.py FOLDER reseal ONE OTHER      puts the other event's disclosure in the place of the first one's, sealed as it should be
vault.py FOLDER opened [POSITION]     prints every disclosure that opens, or those of whom the event there is about
vault.py FOLDER secrets POSITION      prints, in hexadecimal, the keys of whom the event there is about, as they are and as they
                                      are stored, and what was sealed under them
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


def opened_key(key):
    with open(f"{FOLDER}/master.key") as file:
        master = base64.b64decode(file.read())
    (box,) = keys.execute("SELECT box FROM key WHERE id = ?", (key,)).fetchone()
    return AESGCM(master).decrypt(box[:12], box[12:], b"key" + key.to_bytes(8, "big"))


def opened(key):
    return AESGCM(opened_key(key))


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
elif ACTION == "opened":
    for id, subject, key, digest, box in log.execute(
        "SELECT id, subject, key, digest, box FROM vault JOIN sealing_key USING (owner) ORDER BY id"
    ):
        if REST and subject != row(int(REST[0]))[2]:
            continue
        if keys.execute("SELECT 1 FROM key WHERE id = ?", (key,)).fetchone():
            disclosure = opened(key).decrypt(box[:12], box[12:], context(subject, key, digest)).decode()
            print(id >> 8, base64.urlsafe_b64decode(disclosure + "=" * (-len(disclosure) % 4)).decode())
elif ACTION == "secrets":
    _, _, subject, _, _, _ = row(int(REST[0]))
    for owner, key in log.execute("SELECT owner, key FROM sealing_key WHERE subject = ?", (subject,)).fetchall():
        (box,) = keys.execute("SELECT box FROM key WHERE id = ?", (key,)).fetchone()
        print("key", opened_key(key).hex())
        print("wrapped", box.hex())
        for (sealed,) in log.execute("SELECT box FROM vault WHERE owner = ?", (owner,)):
            print("sealed", sealed.hex())
for database in (log, keys):
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
