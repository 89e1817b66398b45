"""What other people's packages make of leaves, proofs, checkpoints and schemas."""

import base64
import hashlib
import json
import pathlib

import jsonschema
import pymerkle
import rfc8785
from tlog_scales import tlog
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import Vkey, PlainEd25519Signer
from tlog_scales.writer import TilesWriter


def b64(text):
    return base64.b64decode(text, validate=True)


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def expect(condition, what):
    if not condition:
        raise SystemExit(f"not so: {what}")


class Trees:
    """The same leaves in two trees, neither of which knows of the other or of us."""

    def __init__(self, leaves, folder):
        self.size = len(leaves)
        self.merkle = pymerkle.InmemoryTree(algorithm="sha256")
        self.merkle.append_entries(leaves)
        self.folder = pathlib.Path(folder)
        writer = TilesWriter.create(self.folder, "independent.example/log")
        for leaf in leaves:
            writer.add_leaf(leaf)
        writer.commit([PlainEd25519Signer("independent.example/log", bytes(32))])
        self.tiles = TilesReader(LocalBackend(self.folder))
        self.tiles.set_size(self.size)

    def root(self, size):
        root = self.merkle.get_root(size) if size else hashlib.sha256(b"").digest()
        expect(self.tiles.mth(0, size) == root, f"pymerkle and tlog-scales agree on the root of {size}")
        return root

    def inclusion(self, index, size):
        path = self.tiles.get_inclusion_proof(index, size).node_hashes
        # pymerkle's path begins with the leaf itself.
        expect(
            self.merkle.prove_inclusion(index + 1, size).path[1:] == path,
            f"pymerkle and tlog-scales agree on the inclusion of {index} in {size}",
        )
        return path

    def consistency(self, first, second):
        return self.tiles.get_consistency_proof(first, second).node_hashes if 0 < first < second else []

    def tile(self, path):
        return (self.folder / path).read_bytes()

    def check(self, claimed):
        """Holds roots, proofs and tiles that we made to those of the two trees. Says how many there were."""
        for size, root in enumerate(claimed["roots"]):
            expect(b64(root) == self.root(size), f"the root of {size} leaves")
        for proof in claimed["inclusion"]:
            path = [b64(node) for node in proof["path"]]
            expect(path == self.inclusion(proof["index"], proof["size"]), f"inclusion of {proof['index']} in {proof['size']}")
            leaf = self.merkle.get_leaf(proof["index"] + 1)
            tlog.InclusionProof(proof["index"], proof["size"], path).check(leaf, self.root(proof["size"]))
        for proof in claimed["consistency"]:
            first, second = proof["first"], proof["second"]
            path = [b64(node) for node in proof["path"]]
            expect(path == self.consistency(first, second), f"consistency of {first} and {second}")
            if first:
                tlog.ConsistencyProof(first, second, path).check(self.root(first), self.root(second))
        for tile in claimed["tiles"]:
            expect(b"".join(b64(node) for node in tile["hashes"]) == self.tile(tile["path"]), tile["path"])
        counts = {name: len(claimed[name]) for name in ("roots", "inclusion", "consistency", "tiles")}
        return ", ".join(f"{count} {name}" for name, count in counts.items())

    def check_checkpoint(self, note, key):
        checkpoint = tlog.Checkpoint.from_text(note)
        checkpoint.verify(Vkey.from_string(key))
        expect(checkpoint.serialize_body() == note.split("\n\n")[0] + "\n", "the checkpoint has three lines")
        expect(checkpoint.origin == Vkey.from_string(key).name, "the key is the log's own")
        expect(checkpoint.root_hash == self.root(checkpoint.size), "the checkpoint's root")
        return checkpoint.size


class Schemas:
    """Every schema of a folder, by type of event."""

    def __init__(self, folder):
        self.events = {}
        self.sealed = {}
        for path in sorted(pathlib.Path(folder).glob("*.v[0-9]*.json")):
            schema = json.loads(path.read_text())
            jsonschema.Draft202012Validator.check_schema(schema)
            self.events[path.stem] = jsonschema.Draft202012Validator(schema)
            self.sealed[path.stem] = {
                claim["name"]: jsonschema.Draft202012Validator(claim["value"]) for claim in schema["x-sealed"]
            }
        # Beside the first event that needs it, an alias may be sealed with whom it stands for.
        alias = "^[0-9a-f][0-9a-hjkmnp-tv-z]{12}$"
        self.links = {
            name: jsonschema.Draft202012Validator(
                {
                    "type": "object",
                    "properties": {member: {"type": "string", "pattern": alias} for member in members},
                    "required": members,
                    "additionalProperties": False,
                }
            )
            for name, members in (("person-link", ["alias", "person"]), ("code-link", ["code", "thing"]))
        }

    def check_leaf(self, data):
        """A leaf, byte for byte. Returns it as a value."""
        leaf = json.loads(data)
        expect(rfc8785.dumps(leaf) == data, "the leaf is canonical")
        expect(leaf["type"] in self.events, f"there is a schema of {leaf['type']}")
        self.events[leaf["type"]].validate(leaf)
        return leaf

    def rejects(self, leaf):
        return not self.events[leaf["type"]].is_valid(leaf)

    def check_disclosure(self, leaf, encoded):
        digest = b64url(hashlib.sha256(encoded.encode()).digest())
        expect(digest in leaf["data"]["_sd"], f"the leaf at {leaf['id']} has the disclosure's digest")
        salt, name, value = json.loads(unb64url(encoded))
        expect(len(unb64url(salt)) >= 16, "the salt has 128 bits")
        schema = self.sealed[leaf["type"]].get(name) or self.links.get(name)
        expect(schema is not None, f"{leaf['type']} may have a {name} beside it")
        schema.validate(value)
        return digest, salt, name, value
