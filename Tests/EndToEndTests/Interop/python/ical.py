"""Reads two exports of one calendar by PyPI's icalendar, before and after gatherings moved, and holds them to RFC 5545.

usage: ical.py BEFORE.ICS AFTER.ICS
"""

import datetime
import pathlib
import sys
import zoneinfo

import icalendar


def expect(holds, what):
    if not holds:
        sys.exit(f"not so: {what}")


def read(path):
    data = pathlib.Path(path).read_bytes()
    expect(data.endswith(b"\r\n") and data.count(b"\n") == data.count(b"\r\n"), "every line ends in CRLF")
    for line in data.split(b"\r\n"):
        expect(len(line) <= 75, "no line is longer than 75 octets")
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(data)
    expect(calendar["VERSION"] == "2.0" and calendar["PRODID"], "version and product")
    events = {}
    for event in calendar.walk("VEVENT"):
        expect(not event.errors, f"{event['UID']}: {event.errors}")
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "LAST-MODIFIED"):
            expect(name in event, f"{event.get('UID')} has {name}")
        expect(event["UID"] not in events, f"{event['UID']} stands there once")
        expect(event.start < event.end, f"{event['UID']} ends after it begins")
        events[str(event["UID"])] = event
    return calendar, events


def local(moment):
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(zoneinfo.ZoneInfo("Europe/Copenhagen")).strftime("%Y-%m-%dT%H:%M")
    return moment.isoformat()


_, before = read(sys.argv[1])
calendar, after = read(sys.argv[2])
print("name", calendar["X-WR-CALNAME"])
expect(set(before) <= set(after), "no event changes its name")
for uid, event in after.items():
    print("event", uid, event["SEQUENCE"], event["STATUS"], local(event.start), local(event.end), event["SUMMARY"])
    old = before.get(uid)
    if old is None:
        continue
    same = [old.get(name) for name in ("DTSTART", "DTEND")] == [event.get(name) for name in ("DTSTART", "DTEND")]
    expect(same == (old["SEQUENCE"] == event["SEQUENCE"]), f"{uid}: the sequence says whether it moved")
    if same:
        expect(old.to_ical() == event.to_ical(), f"{uid}: nothing else changed")
    else:
        expect(event["SEQUENCE"] > old["SEQUENCE"], f"{uid}: the sequence rises")
        expect(event["DTSTAMP"].dt > old["DTSTAMP"].dt, f"{uid}: so does its time")
        expect("DESCRIPTION" in event, f"{uid}: it says where it lay")
