"""A small selection by the real clock, each step by whom it is the step of: accounts of the machine, one a person."""
import datetime
import re

# Account, employee number (Config/example/medarbejdere.csv), roles.
CAST = [
    ("hanne", "10473", ["hr"]),
    ("bo", "10487", ["assessor"]),
    ("carla", "10494", ["assessor"]),
    ("ditlev", "10459", ["board"]),
    ("rie", "11803", ["auditor"]),
    ("chefen", "10508", []),
    # One of those whom the chief nominates.
    ("emil", "10522", []),
]


def programme(text, today):
    """The programme that ships, moved so that forms may be handed in today."""
    first = datetime.date(2027, 3, 1)
    shift = today + datetime.timedelta(days=30) - first

    def moved(found):
        return (datetime.date.fromisoformat(found[0]) + shift).isoformat()

    lines = []
    for line in text.split("\n"):
        lines.append(line if line.lstrip().startswith("#") else re.sub(r"\b20\d\d-\d\d-\d\d\b", moved, line))
    return "\n".join(lines).replace("seats: 20", "seats: 2")


def nominees(people):
    """Three who work in the chief's centre and have led nobody."""
    rows = [row.split(";") for row in people.lstrip("\ufeff").split("\n") if row]
    return [r[0] for r in rows[1:] if r[3] == "Center for Børn og Undervisning" and r[7].strip() == "nej"
            and r[0] not in {number for account, number, _ in CAST if account != "emil"}][:3]


def until_the_deadline(people, today):
    """(who, words of the command): who is None for the administrator, root."""
    chosen = nominees(people)
    files = "/root/example"
    yield None, ["person", "import", f"{files}/medarbejdere.csv"]
    yield None, ["centre", "import", f"{files}/centre.csv"]
    for account, number, roles in CAST:
        yield None, ["account", "bind", number, "--account", account, "--uid", "UID:" + account]
        for role in roles:
            yield None, ["role", "grant", number, role] + (["--cohort", "2027"] if role == "assessor" else [])
    yield "hanne", ["cohort", "set-up", "2027", "--from", "/srv/programme.yaml"]
    day = (today - datetime.timedelta(days=2)).isoformat()
    for number in chosen:
        answers = [w for q in range(1, 6) for w in ("--answer", f"{q}={'demonstrated' if q == 5 else 'both'}:Set i praksis.")]
        yield "chefen", ["nomination", "submit", number, "--interest", "--engagement", "--ambition", "--field", "other",
                         "--conversation", day, "--interest-confirmed", day] + answers
    yield "hanne", ["nomination", "receive", "--all"]
    yield "hanne", ["eligibility", "confirm", "--all"]
    yield "hanne", ["assessor", "assign", "10487"]
    yield "hanne", ["assessor", "assign", "10494"]
    for account in ("bo", "carla"):
        for place, number in enumerate(chosen):
            for question in range(1, 6):
                yield account, ["assessment", "score", number, "--question", str(question), "--basis",
                                "demonstrated", "--points", str(4 - place)]


def after_the_deadline(today):
    yield "hanne", ["scoring", "close"]
    yield "hanne", ["ranking", "compute"]
    yield "hanne", ["selection", "propose", "--from-ranking", "--reserve", "1"]
    yield "ditlev", ["selection", "approve", "--proposal", "PROPOSAL", "--date", today.isoformat(), "--meeting",
                     "Direktionsmøde", "--present", "10459", "--minutes-digest", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                     "--journal", "2027-000417"]
    yield "hanne", ["seat", "offer", "--all"]
    yield "emil", ["seat", "accept", "10522"]
