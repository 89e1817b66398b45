"""What a bundle proves: checkpoint, tiles, proofs, anchors. Hashes and signatures are checked by PyPI's tlog-scales."""

import base64
import hashlib
import json
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from tlog_scales import tiles as places
from tlog_scales import tlog
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import Vkey

from bundle_leaves import moment


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def full(hashes):
    """The root over a full tile."""
    while len(hashes) > 1:
        hashes = [node(left, right) for left, right in zip(hashes[::2], hashes[1::2])]
    return hashes[0]


class Tree:
    def __init__(self, bundle, given):
        self.bundle = bundle
        self.manifest = bundle.manifest
        self.size = self.manifest["size"]
        self.root = base64.b64decode(self.manifest["root"], validate=True)
        self.tiles = TilesReader(LocalBackend(bundle.folder))
        self.tiles.set_size(self.size)
        self.rotations = [
            (position, json.loads(leaf)["data"]["facts"])
            for position, leaf in bundle.leaves
            if json.loads(leaf)["type"] == "log-key.rotated.v1"
        ]
        # Sizes at which somebody's word was found to be of this tree.
        self.vouched = []
        self.keys = {given or self.manifest["keys"][0]}
        before = 0
        while before < len(self.keys):
            before = len(self.keys)
            for _, rotation in self.rotations:
                pair = {rotation["previous"], rotation["key"]}
                if pair & self.keys and self.is_signed(rotation):
                    self.keys |= pair

    def is_signed(self, rotation):
        """Both keys sign the same text."""
        lines = ("talentd log key rotation v1", self.manifest["origin"], rotation["previous"], rotation["key"])
        text = "".join(line + "\n" for line in lines).encode()
        try:
            for key, signature in ((rotation["previous"], rotation["signature"]), (rotation["key"], rotation["proof"])):
                material = base64.b64decode(key.split("+", 2)[2])
                Ed25519PublicKey.from_public_bytes(material[1:]).verify(base64.b64decode(signature), text)
        except (InvalidSignature, ValueError):
            return False
        return True

    def signed(self, text):
        """A checkpoint of this log, signed by one key at least that is trusted, and by none of them falsely."""
        checkpoint = tlog.Checkpoint.from_text(text)
        found = False
        for key in self.keys:
            vkey = Vkey.from_string(key)
            if any(vkey.match(signature) for signature in checkpoint.signatures):
                checkpoint.verify(vkey)
                found = True
        if not found or checkpoint.origin != self.manifest["origin"]:
            raise ValueError("no key of this log has signed it")
        return checkpoint

    def leaf(self, position):
        return self.tiles.mth(position, position + 1) if 0 <= position < self.size else None

    def check_checkpoint(self):
        try:
            checkpoint = self.signed(self.bundle.bytes("checkpoint").decode())
            if (checkpoint.size, checkpoint.root_hash) != (self.size, self.root):
                raise ValueError("the manifest says another size or root")
        except (InvalidSignature, ValueError, RuntimeError) as error:
            self.bundle.fail("checkpoint", repr(error), path="checkpoint")
        self.bundle.done("checkpoint", self.size, "leaves")

    def check_tiles(self):
        level, count, below = 0, 0, []
        while self.size >> 8 * level:
            hashes = []
            for number in range((self.size >> 8 * level) + 255 >> 8):
                width = min(256, (self.size >> 8 * level) - 256 * number)
                path = "/".join(places.tile_path(level, number, width & 255))
                data = self.bundle.bytes(path)
                count += 1
                row = [data[start : start + 32] for start in range(0, len(data), 32)]
                first = number << 8 * level + 8
                if len(data) != 32 * width or (below and row != below[256 * number : 256 * number + width]):
                    self.bundle.fail("tree", "the tile is not that of the ones below", first)
                hashes += row
            below = [full(hashes[start : start + 256]) for start in range(0, len(hashes) - 255, 256)]
            level += 1
        if self.tiles.calculate_root_hash() != self.root:
            self.bundle.fail("tree", "its root is another")
        self.bundle.done("tree", count, "tiles")

    def check_proofs(self):
        for position, leaf in self.bundle.leaves:
            try:
                head, checkpoint = self.bundle.bytes(f"proofs/{position}.tlog-proof").decode().split("\n\n", 1)
                lines = [line for line in head.split("\n") if not line.startswith("extra ")]
                if lines[:2] != ["c2sp.org/tlog-proof@v1", f"index {position}"]:
                    raise ValueError("it is of another leaf")
                head = self.signed(checkpoint)
                if (head.size, head.root_hash) != (self.size, self.root):
                    raise ValueError("it leads to another checkpoint")
                path = [base64.b64decode(line, validate=True) for line in lines[2:]]
                tlog.InclusionProof(position, self.size, path).check(hashlib.sha256(b"\0" + leaf).digest(), self.root)
            except (FileNotFoundError, InvalidSignature, ValueError, RuntimeError, tlog.InclusionProofInvalid) as error:
                self.bundle.fail("proofs", repr(error), position)
        self.bundle.done("proofs", len(self.bundle.leaves), "lead to the checkpoint")

    def check_rotations(self):
        for position, rotation in self.rotations:
            if rotation["key"] not in self.keys or not self.is_signed(rotation):
                self.bundle.fail("keys", "the rotation is not signed by a key trusted before", position)
        self.bundle.done("keys", len(self.keys), "trusted")

    def agrees(self, checkpoint):
        """By a proof that is made from the tiles and then checked."""
        if checkpoint.size in (0, self.size):
            return checkpoint.root_hash == self.tiles.mth(0, checkpoint.size)
        proof = self.tiles.get_consistency_proof(checkpoint.size, self.size)
        try:
            proof.check(checkpoint.root_hash, self.root)
        except tlog.ConsistencyProofInvalid:
            return False
        return True

    def check_anchors(self, witness_keys):
        """The trusted times of anchored sizes, in order."""
        folder = self.bundle.folder / "anchors"
        sizes = sorted(int(path.name) for path in folder.iterdir()) if folder.is_dir() else []
        times, count = [], 0
        for size in sizes:
            note = self.bundle.bytes(f"anchors/{size}/note").decode()
            try:
                checkpoint = self.signed(note)
            except (InvalidSignature, ValueError, RuntimeError) as error:
                self.bundle.fail("anchors", repr(error), path=f"anchors/{size}/note")
                continue
            if checkpoint.size != size or size > self.size or not self.agrees(checkpoint):
                self.bundle.fail("anchors", "the tree was another at that size", max(self.vouched, default=0))
                continue
            self.vouched.append(size)
            for time in self.cosigned(size, checkpoint, witness_keys):
                times.append((size, time))
                count += 1
        for position, leaf in self.bundle.leaves:
            self.check_anchored(position, json.loads(leaf))
        self.bundle.done("anchors", len(sizes), f"of this tree, {count} cosignatures")
        return times

    def cosigned(self, size, checkpoint, witness_keys):
        path = f"anchors/{size}/checkpoint"
        cosigned = tlog.Checkpoint.from_text(self.bundle.bytes(path).decode())
        if cosigned.serialize_body() != checkpoint.serialize_body():
            return self.bundle.fail("anchors", "it is another checkpoint than the note", path=path) or []
        times = []
        for key in map(Vkey.from_string, witness_keys):
            for signature in filter(key.match, cosigned.signatures):
                try:
                    key.get_verifier().verify(signature.payload, cosigned)
                    times.append(int.from_bytes(signature.payload[:8], "big"))
                except InvalidSignature:
                    self.bundle.fail("anchors", "the cosignature is not the witness's", path=path)
        return times

    def check_anchored(self, position, leaf):
        """Whatever the record says was anchored lies in files of its own."""
        if leaf["type"] != "checkpoint.anchored.v1":
            return
        facts = leaf["data"]["facts"]
        folder = self.bundle.folder / "anchors" / str(facts["size"])
        name = re.sub(rb"[^A-Za-z0-9.-]", b"-", facts["name"].encode()).decode()
        try:
            here = (folder / "note").read_text() == facts["note"]
            here = here and facts.get("cosignature", "") in (folder / "checkpoint").read_text()
            if "timestamp" in facts:
                here = here and (folder / f"{name}.tsr").read_bytes() == base64.b64decode(facts["timestamp"])
        except FileNotFoundError:
            here = False
        if not here:
            self.bundle.fail("anchors", "what the record says was anchored is not here", position)

    def check_bracket(self, times):
        if self.manifest.get("simulated") or len(times) < 2:
            return
        tolerance, count = 300, 0
        recorded = [(position, moment(json.loads(leaf)["recordedtime"]).timestamp()) for position, leaf in self.bundle.leaves]
        for (first, after), (end, before) in zip(times, times[1:]):
            for position, time in recorded:
                if first <= position < end:
                    count += 1
                    if not after - tolerance <= time <= before + tolerance:
                        self.bundle.fail("bracket", "it was recorded outside", position)
        self.bundle.done("bracket", count, "recorded between their anchors")

    def check_known(self, known):
        checkpoints = []
        for text in known:
            try:
                checkpoints.append(self.signed(text))
            except (InvalidSignature, ValueError, RuntimeError) as error:
                self.bundle.fail("known", repr(error))
        for checkpoint in sorted(checkpoints, key=lambda checkpoint: checkpoint.size):
            if checkpoint.size > self.size:
                self.bundle.fail("known", "the log was longer then", self.size)
            elif self.agrees(checkpoint):
                self.vouched.append(checkpoint.size)
            else:
                first = max((size for size in self.vouched if size < checkpoint.size), default=0)
                self.bundle.fail("known", "the tree was another then, from here on", first)
        if known:
            self.bundle.done("known", len(known), "of this tree")
