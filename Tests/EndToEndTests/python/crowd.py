"""Many connections of several users at once. crowd.py SOCKET COUNT BYTES UID...

Connects COUNT times, by turns as each of the users, sends half a frame of BYTES bytes over each as far as the service takes
it, says how many connections the service kept, and holds them until its input ends. It runs as root: the kernel tells the
service who a process was when it connected.
"""

import os
import socket
import sys
import time

path, count, size, *users = sys.argv[1:]
count, size = int(count), int(size)
half = b'{"method":"org.varlink.service.GetInfo","parameters":{"x":"' + b"x" * size

held = []
for number in range(count):
    os.seteuid(int(users[number % len(users)]))
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.connect(path)
        connection.setblocking(False)
        held.append([connection, half])
    except OSError:
        connection.close()
    finally:
        os.seteuid(0)


def push():
    """Sends what goes; forgets who was hung up on."""
    moved = False
    for entry in list(held):
        connection, rest = entry
        try:
            if rest:
                sent = connection.send(rest)
                entry[1] = rest[sent:]
                moved = moved or sent > 0
            elif connection.recv(1) == b"":
                raise ConnectionResetError
        except BlockingIOError:
            pass
        except OSError:
            held.remove(entry)
            connection.close()
            moved = True
    return moved


# Until nothing has moved for half a second.
quiet = time.monotonic() + 0.5
limit = time.monotonic() + 60
while time.monotonic() < min(quiet, limit):
    if push():
        quiet = time.monotonic() + 0.5
    else:
        time.sleep(0.01)
print(f"held {len(held)} sent {sum(1 for entry in held if not entry[1])}", flush=True)
sys.stdin.read()
