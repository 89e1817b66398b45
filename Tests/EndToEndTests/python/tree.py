"""The Merkle tree of RFC 6962 and the tiles of C2SP, in few lines."""

import hashlib


def leaf(data):
    return hashlib.sha256(b"\0" + data).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return node(root(hashes[:half]), root(hashes[half:]))


def edge(hashes):
    """The roots of the complete subtrees, from the largest to the smallest."""
    roots, start = [], 0
    for level in reversed(range(len(hashes).bit_length())):
        if len(hashes) >> level & 1:
            roots.append(root(hashes[start : start + (1 << level)]))
            start += 1 << level
    return roots


def tiles(hashes):
    """Level, number and hashes of each tile from level 1 up, the last of a level partial."""
    level, below = 1, hashes
    while len(below) >= 256:
        row = [root(below[start : start + 256]) for start in range(0, len(below) - 255, 256)]
        for number in range((len(row) + 255) // 256):
            yield level, number, row[number * 256 : (number + 1) * 256]
        level, below = level + 1, row
