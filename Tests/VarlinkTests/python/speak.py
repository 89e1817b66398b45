"""Speaks with the tests' example service at the Unix socket named: errors, streams, pipelining."""

import json
import socket
import sys

import varlink

address = "unix:" + sys.argv[1]
with varlink.Client(address) as client, client.open("org.example.test") as connection:
    assert connection.Echo("æøå")["text"] == "æøå"
    assert connection.Paint([{"name": "a", "colour": "red"}, {"name": "b"}])["count"] == 2
    assert [reply["number"] for reply in connection.Count(5, _more=True)] == [1, 2, 3, 4, 5]
    try:
        connection.Forget()
    except varlink.VarlinkError as error:
        assert error.error() == "org.example.test.Failed", error
        assert error.parameters()["why"] == "forgotten", error
    else:
        raise AssertionError("no error")
    try:
        connection.Count(5)
    except varlink.VarlinkError as error:
        assert error.error() == "org.varlink.service.ExpectedMore", error
    else:
        raise AssertionError("no error")

plain = socket.socket(socket.AF_UNIX)
plain.connect(sys.argv[1])
calls = [{"method": "org.example.test.Echo", "parameters": {"text": str(index)}} for index in range(40)]
plain.sendall(b"".join(json.dumps(call).encode() + b"\0" for call in calls))
replies = plain.makefile("rb")
for index in range(40):
    frame = b""
    while not frame.endswith(b"\0"):
        frame += replies.read(1)
    assert json.loads(frame[:-1]) == {"parameters": {"text": str(index)}}, frame
plain.close()
