"""Verifies disclosures, from RFC 9901 alone and with nothing but Python's own library: of each leaf, the digests in `_sd` are
covered exactly once, by a disclosure that has that digest or by a line that says why it is not shown; what is called erased, a
later event names, and nothing that such an event names is shown.

usage: sealed.py LEAVES.JSONL DISCLOSURES.JSONL
"""

import base64
import hashlib
import json
import sys


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def read(disclosure):
    """Salt, name and value (RFC 9901, 4.2.1)."""
    if "=" in disclosure:
        raise ValueError("base64url has no padding here")
    salt, name, value = json.loads(base64.urlsafe_b64decode(disclosure + "=" * (-len(disclosure) % 4)))
    if not isinstance(salt, str) or not isinstance(name, str) or name in ("_sd", "..."):
        raise ValueError("it is not of salt, name and value")
    return salt, name, value


def erasures(events):
    """What events say is gone: position and digest of the field, and the position of the event that says so."""
    erased = {}
    for position, event in events:
        if event["type"] == "subject-key.destroyed.v1":
            for cover in event["data"]["facts"]["covers"]:
                erased.update({(cover["position"], digest): position for digest in cover["digests"]})
    return erased


def check(leaves, lines, fail):
    """`leaves` are pairs of position and bytes; `lines` those of disclosures.jsonl. Says how many there were of each kind."""
    events = [(position, json.loads(leaf)) for position, leaf in leaves]
    open_digests = {(position, digest) for position, event in events for digest in event["data"].get("_sd", [])}
    erased = erasures(events)
    counts = {"disclosed": 0, "withheld": 0, "erased": 0}
    for line in lines:
        position, digest = line["position"], line["digest"]
        if (position, digest) not in open_digests:
            fail("the leaf has no such digest, or has it no more", position)
            continue
        open_digests.remove((position, digest))
        is_covered = erased.get((position, digest), -1) > position
        if "disclosure" in line:
            # Over the characters as they stand, however their JSON is spelled (4.2.3).
            if base64url(hashlib.sha256(line["disclosure"].encode("ascii")).digest()) != digest:
                fail("the disclosure has another digest", position)
                continue
            try:
                read(line["disclosure"])
            except ValueError as error:
                fail(f"the disclosure cannot be read: {error}", position)
                continue
            if is_covered:
                fail("it is shown, and an event says that it was erased", position)
                continue
            counts["disclosed"] += 1
        elif line.get("withheld") == "audience":
            counts["withheld"] += 1
        elif is_covered:
            counts["erased"] += 1
        else:
            fail("it is said to be erased, and no event covers that", position)
    for position, _ in sorted(open_digests):
        fail("a digest is not covered", position)
    return counts


def main():
    with open(sys.argv[1], "rb") as file:
        leaves = [(int(json.loads(line)["id"]), line) for line in file.read().splitlines()]
    with open(sys.argv[2], "rb") as file:
        lines = [json.loads(line) for line in file.read().splitlines()]
    failures = []
    counts = check(leaves, lines, lambda why, position: failures.append(f"failed disclosures position {position}: {why}"))
    print("disclosures", counts["disclosed"], f"disclosed, {counts['withheld']} withheld")
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
