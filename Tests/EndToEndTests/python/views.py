"""The views of a state folder, read and changed by somebody else's SQLite.

views.py digest FILE END     the digests of the rows below position END, computed anew from the description in
                             Sources/Projections/Views/ViewDigests.swift, as JSON
views.py change FILE         for each row of each view: at a line of input change one column and say which, at the next
                             put it back; ends with its input or after the last row
views.py alter FILE ROW      changes the row of the audit trail with that position, for good
views.py age FILE            says that another version of the projections made the rows of the file
"""

import base64
import hashlib
import json
import sqlite3
import struct
import sys

VIEWS = [
    ("audit", "SELECT * FROM audit WHERE position < :end ORDER BY position"),
    ("stream", "SELECT id, name, first FROM stream WHERE first < :end ORDER BY id"),
    ("type", "SELECT id, name, first FROM type WHERE first < :end ORDER BY id"),
]


def text(digest):
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def typed(value):
    if value is None:
        return b"\0"
    if isinstance(value, int):
        return b"\1" + struct.pack(">Iq", 8, value)
    data = value.encode()
    return b"\2" + struct.pack(">I", len(data)) + data


def digests(database, end):
    views = {}
    everything = hashlib.sha256()
    for name, sql in VIEWS:
        rows = database.execute(sql, {"end": end}).fetchall()
        digest = hashlib.sha256(b"".join(typed(value) for row in rows for value in row)).digest()
        views[name] = {"digest": text(digest), "rows": len(rows)}
        everything.update(name.encode() + b"\0" + text(digest).encode() + b"\0")
    return {"digest": text(everything.digest()), "views": views}


def changed(value):
    if value is None:
        return 1
    return value + 1_000_000 if isinstance(value, int) else value + "x"


def change_each(database):
    turn = 0
    for table, _ in VIEWS:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        key = columns[0]
        for (number,) in database.execute(f"SELECT {key} FROM {table} ORDER BY {key}").fetchall():
            # Another column each time, so that all of them have their turn.
            column = columns[turn % len(columns)]
            turn += 1
            (old,) = database.execute(f"SELECT {column} FROM {table} WHERE {key} = ?", [number]).fetchone()
            new = changed(old)
            moved = new if column == key else number
            for value, row, said in [(new, number, f"{table} {number} {column}"), (old, moved, "back")]:
                if not sys.stdin.readline():
                    return
                # A text column is given a text, and so on: the tables are strict, and an integer fits a text column.
                database.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", [value, row])
                print(said, flush=True)
    sys.stdin.readline()
    print("end", flush=True)


def main():
    action, path, *rest = sys.argv[1:]
    database = sqlite3.connect(path, isolation_level=None, timeout=30)
    if action == "digest":
        print(json.dumps(digests(database, int(rest[0]))))
    elif action == "change":
        change_each(database)
    elif action == "alter":
        found = database.execute("UPDATE audit SET actor = actor + 1 WHERE position = ?", [int(rest[0])])
        assert found.rowcount == 1
    elif action == "age":
        (version,) = database.execute("PRAGMA user_version").fetchone()
        database.execute(f"PRAGMA user_version = {version + (1 << 16)}")
    else:
        sys.exit(64)


main()
