"""Checks an evidence bundle as a stranger would: from events-schema/bundle.md and other people's packages.

usage: bundle.py DIR [--log-key KEY] [--witness-key KEY]... [--known CHECKPOINT-FILE]...

Prints a line a check, with how many things it looked at. Each thing that fails is a line "failed CHECK PLACE: WHY" on standard
error, where the place is "position N" or "file PATH" as far as it is known; then it ends with 1.
"""

import argparse
import hashlib
import json
import pathlib
import sys

import bundle_leaves
import bundle_tree
import sealed


class Bundle:
    """The files of a bundle, and what was found."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.manifest = json.loads(self.bytes("manifest.json"))
        self.failures = []
        lines = self.bytes("leaves.jsonl").split(b"\n")[:-1]
        # Each with its position, as it says itself.
        self.leaves = [(int(json.loads(line)["id"]), line) for line in lines]

    def bytes(self, path):
        return (self.folder / path).read_bytes()

    def fail(self, check, why, position=None, path=None):
        place = f"position {position}" if position is not None else f"file {path}" if path else "root"
        self.failures.append(f"failed {check} {place}: {why}")

    def done(self, check, count, of):
        if not any(line.startswith(f"failed {check} ") for line in self.failures):
            print(check, count, of)


def check_files(bundle):
    listed = {file["path"]: file for file in bundle.manifest["files"]}
    there = {str(path.relative_to(bundle.folder)) for path in bundle.folder.rglob("*") if path.is_file()}
    for path, file in listed.items():
        if path not in there:
            bundle.fail("files", "it is missing", path=path)
            continue
        data = bundle.bytes(path)
        if len(data) != file["bytes"] or hashlib.sha256(data).hexdigest() != file["sha256"]:
            bundle.fail("files", "it is not the one listed", path=path)
    for path in sorted(there - set(listed) - {"manifest.json"}):
        bundle.fail("files", "it is not listed", path=path)
    bundle.done("files", len(listed), "as listed")


def check_disclosures(bundle):
    lines = [json.loads(line) for line in bundle.bytes("disclosures.jsonl").splitlines()]
    counts = sealed.check(bundle.leaves, lines, lambda why, position: bundle.fail("disclosures", why, position))
    bundle.done("disclosures", counts["disclosed"], f"disclosed, {counts['withheld']} withheld")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--log-key")
    parser.add_argument("--witness-key", action="append", default=[])
    parser.add_argument("--known", action="append", default=[])
    asked = parser.parse_args()
    bundle = Bundle(asked.folder)
    check_files(bundle)
    tree = bundle_tree.Tree(bundle, asked.log_key)
    tree.check_checkpoint()
    tree.check_tiles()
    bundle_leaves.check_leaves(bundle, tree)
    tree.check_proofs()
    bundle_leaves.check_streams(bundle)
    bundle_leaves.check_times(bundle)
    bundle_leaves.check_types(bundle)
    check_disclosures(bundle)
    tree.check_rotations()
    anchors = tree.check_anchors(asked.witness_key)
    tree.check_bracket(anchors)
    tree.check_known([pathlib.Path(path).read_text() for path in asked.known])
    for failure in bundle.failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if bundle.failures else 0)


main()
