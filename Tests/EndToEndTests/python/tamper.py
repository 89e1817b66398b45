"""Changes a log behind its back, by somebody else's SQLite, past the triggers that stop accidents.

tamper.py FOLDER settle              moves the write-ahead log into the file
tamper.py FOLDER byte POSITION       changes one byte of a leaf
tamper.py FOLDER rewrite POSITION    the same, with the hash beside it made to fit
tamper.py FOLDER tail COUNT          deletes the last leaves
tamper.py FOLDER tail-told COUNT     the same, with the stream's index, the vault and the answers cut to fit
tamper.py FOLDER gap POSITION        deletes one leaf
tamper.py FOLDER swap ONE OTHER      swaps the bytes and hashes of two leaves
tamper.py FOLDER insert POSITION     a copy of a leaf is added at the end
tamper.py FOLDER date POSITION       a leaf was recorded a year earlier, with the hash beside it made to fit
"""

import hashlib
import sqlite3
import sys

FOLDER, ACTION, *REST = sys.argv[1:]
NUMBERS = [int(text) for text in REST]

database = sqlite3.connect(f"{FOLDER}/log.sqlite3", isolation_level=None, timeout=30)
for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
    if ACTION != "settle":
        database.execute(f"DROP TRIGGER {name}")


def run(sql, *values):
    return database.execute(sql, values)


def leaf(position):
    return run("SELECT bytes, hash FROM leaf WHERE position = ?", position).fetchone()


def altered(position):
    """One letter of the actor's id is another: the leaf stays a well-formed event."""
    data = bytearray(leaf(position)[0])
    index = data.index(b'"actor":"') + len(b'"actor":"') + 5
    data[index] = ord("1") if data[index] == ord("0") else ord("0")
    return bytes(data)


database.execute("BEGIN")
size = run("SELECT count(*) FROM leaf").fetchone()[0]
if ACTION == "byte":
    run("UPDATE leaf SET bytes = ? WHERE position = ?", altered(NUMBERS[0]), NUMBERS[0])
elif ACTION == "rewrite":
    data = altered(NUMBERS[0])
    digest = hashlib.sha256(b"\0" + data).digest()
    run("UPDATE leaf SET bytes = ?, hash = ? WHERE position = ?", data, digest, NUMBERS[0])
elif ACTION == "date":
    data = bytearray(leaf(NUMBERS[0])[0])
    place = data.index(b'"recordedtime":"') + len(b'"recordedtime":"')
    data[place : place + 4] = b"%04d" % (int(data[place : place + 4]) - 1)
    digest = hashlib.sha256(b"\0" + data).digest()
    run("UPDATE leaf SET bytes = ?, hash = ? WHERE position = ?", bytes(data), digest, NUMBERS[0])
elif ACTION in ("tail", "tail-told"):
    first = size - NUMBERS[0]
    run("DELETE FROM leaf WHERE position >= ?", first)
    if ACTION == "tail-told":
        run("DELETE FROM stream_leaf WHERE position >= ?", first)
        run("DELETE FROM vault WHERE id >= ?", first * 256)
        run("DELETE FROM checkpoint WHERE size > ?", first)
elif ACTION == "gap":
    run("DELETE FROM leaf WHERE position = ?", NUMBERS[0])
elif ACTION == "swap":
    one, other = NUMBERS
    for position, row in [(one, leaf(other)), (other, leaf(one))]:
        run("UPDATE leaf SET bytes = ?, hash = ? WHERE position = ?", *row, position)
elif ACTION == "insert":
    run("INSERT INTO leaf (position, hash, bytes) SELECT ?, hash, bytes FROM leaf WHERE position = ?", size, NUMBERS[0])
database.execute("COMMIT")
database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
print(size)
