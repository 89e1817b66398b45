"""The leaves of a bundle: canonical by PyPI's rfc8785, CloudEvents by its cloudevents, of their types by its jsonschema, and
chained as the specification says."""

import base64
import datetime
import hashlib
import json
import re

import jsonschema
import rfc8785
from cloudevents.core.exceptions import BaseCloudEventException
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent


def moment(text):
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", text):
        raise ValueError("a time has three decimals and a Z")
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def check_event(leaf, data):
    """The same, as the CloudEvents project's own library reads it."""
    event = JSONFormat().read(CloudEvent, data)
    said = (event.get_id(), event.get_source(), event.get_type(), event.get_subject(), event.get_dataschema())
    if said != tuple(leaf.get(name) for name in ("id", "source", "type", "subject", "dataschema")):
        raise ValueError("its attributes are read otherwise")
    if event.get_time() != moment(leaf["time"]) or event.get_extension("recordedtime") != leaf["recordedtime"]:
        raise ValueError("its times are read otherwise")
    if event.get_specversion() != "1.0" or event.get_data() != leaf["data"]:
        raise ValueError("its data is read otherwise")


def check_leaves(bundle, tree):
    before = -1
    for position, data in bundle.leaves:
        leaf = json.loads(data)
        if position <= before:
            bundle.fail("leaves", "it is out of order", position)
        before = max(before, position)
        if tree.leaf(position) != hashlib.sha256(b"\0" + data).digest():
            bundle.fail("leaves", "the tree has another leaf there", position)
        if rfc8785.dumps(leaf) != data:
            bundle.fail("leaves", "it is not canonical", position)
        if leaf["source"] != bundle.manifest["origin"] or leaf["id"] != str(position):
            bundle.fail("leaves", "it is of another log or place", position)
        try:
            check_event(leaf, data)
        except (ValueError, BaseCloudEventException) as error:
            bundle.fail("leaves", f"it is no such CloudEvent: {error}", position)
    bundle.done("leaves", len(bundle.leaves), "canonical CloudEvents in the tree")
    if bundle.manifest.get("whole"):
        count = sum(1 for _ in entries(bundle, tree))
        bundle.done("leaves", count, "entries of the whole log")


def entries(bundle, tree):
    for position in range(bundle.manifest["size"]):
        data = tree.tiles.get_entry(position)
        if tree.leaf(position) != hashlib.sha256(b"\0" + data).digest():
            bundle.fail("leaves", "the entry is another than the tree's", position)
        yield data


def check_streams(bundle):
    if "person" in bundle.manifest:
        return
    streams, at_export = {}, {}
    export = None
    for position, data in bundle.leaves:
        leaf = json.loads(data)
        if position == bundle.manifest["exported"]:
            at_export = {name: end for name, end in streams.items()}
            export = leaf if leaf["type"] == "bundle.exported.v1" else None
        name = leaf["data"]["stream"]
        count, head, _ = streams.get(name, (0, None, None))
        if leaf["data"]["revision"] != count:
            bundle.fail("streams", "the revision does not follow", position)
        elif leaf["data"].get("previous") != head:
            bundle.fail("streams", "the leaf before is another", position)
        streams[name] = (leaf["data"]["revision"] + 1, digest(data), position)
    if export is None or export["data"]["facts"]["cohort"] != bundle.manifest["cohort"]:
        return bundle.fail("streams", "the event of the export is not here", bundle.manifest["exported"])
    ends = [(end, at_export) for end in export["data"]["facts"]["streams"]]
    ends += [(end, streams) for end in bundle.manifest["streams"]]
    for end, found in ends:
        count, head, last = found.get(end["stream"], (0, None, 0))
        if (count, head) != (end["count"], end["head"]):
            bundle.fail("streams", f"{end['stream']} does not end here", last)
    bundle.done("streams", len(bundle.manifest["streams"]), "whole")


def check_times(bundle):
    latest = ""
    for position, data in bundle.leaves:
        recorded = json.loads(data)["recordedtime"]
        if recorded < latest:
            bundle.fail("times", "it was recorded before the one before", position)
        latest = max(latest, recorded)
    bundle.done("times", len(bundle.leaves), "in order")


def check_types(bundle):
    schemas = {}
    for position, data in bundle.leaves:
        leaf = json.loads(data)
        name = leaf["type"]
        if name not in schemas:
            try:
                schema = json.loads(bundle.bytes(f"schemas/{name}.json"))
            except FileNotFoundError:
                bundle.fail("types", f"there is no schema of {name}", position)
                continue
            jsonschema.Draft202012Validator.check_schema(schema)
            schemas[name] = jsonschema.Draft202012Validator(schema)
        if not schemas[name].is_valid(leaf):
            bundle.fail("types", f"it is no {name}", position)
    bundle.done("types", len(schemas), "with their schemas")
