"""The two files of a state folder as a program of format 1 left them, or as one of a later format will.

formats.py FOLDER older
formats.py FOLDER newer PROGRAM
"""

import sqlite3
import sys

FOLDER, ACTION, *REST = sys.argv[1:]
for name in ["log", "keys"]:
    file = sqlite3.connect(f"{FOLDER}/{name}.sqlite3", isolation_level=None, timeout=30)
    if ACTION == "older":
        file.execute("DROP TABLE format")
        file.execute("PRAGMA user_version = 1")
        if name == "keys":
            file.execute("PRAGMA application_id = 0")
    else:
        file.execute("INSERT INTO format VALUES (9, 0, ?)", REST)
        file.execute("PRAGMA user_version = 9")
    file.close()
