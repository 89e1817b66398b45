import TalentDomain
import Testing

/// Servers that do not do what a witness should: nothing is kept, each is told apart, and the run ends in time.
struct HostileWitnessTests {
  /// `server.py` on a port of its own, for as long as `body` runs.
  private func serving(_ kind: String, _ more: [String] = [], _ body: (Int) throws -> Void) throws {
    let port = try Loopback.freePort()
    let script = "\(Programs.sources)/Anchors/python/server.py"
    let server = try ChildProcess(["python3", "-I", script, String(port), kind] + more)
    defer { server.kill() }
    try until("the server listens", seconds: 30) {
      if server.ended() != nil { throw Trouble("the server ended: \(server.error)") }
      return Loopback.answers(port) ? true : nil
    }
    try body(port)
  }

  @Test(arguments: [
    ("huge", 5, "answers without end"), ("slow", 75, "did not answer in time"),
    ("garbage", 5, "without a cosignature that holds"), ("forged", 5, "without a cosignature that holds"),
    ("behind", 75, "asked by somebody else"), ("ahead", 5, "rolled back to an old copy"),
    ("missing", 1, "does not know the log"), ("broken", 75, "trouble of its own (500)"),
    ("moved", 5, "does not have"),
  ])
  func `a witness that does not keep to the protocol is told, and nothing is kept`(
    kind: String, status: Int32, words: String
  ) throws {
    let made = try ChildProcess.run(["python3", "-I", "-c", HostileWitnessTests.makeKey])
    let (key, id) = (
      String(made.output.split(separator: " ")[0]), String(made.output.split(separator: " ")[1].prefix(8))
    )
    try serving(kind, kind == "forged" ? ["witness.example/w1", id] : []) { port in
      try withTalentd(starting: false) { daemon in
        try daemon.witnessed(by: "witness w1 \(key) http://127.0.0.1:\(port)/\nquorum w1\n")
        try daemon.start()
        try daemon.client().send(RegisterCentre(name: "Et center"))
        let size = try daemon.size()
        let run = try daemon.anchor()
        #expect(run.status == status, "\(run.error)")
        #expect(run.error.contains(words), "\(run.error)")
        #expect(run.error.split(separator: "\n").count == 1, "one line a witness: \(run.error)")
        #expect(try daemon.size() == size)
        #expect(try daemon.anchorStatus().lacking == ["witness.example/w1"])
      }
    }
  }

  /// A key of the curve's base point: a key like any other, with its id.
  private static let makeKey = """
    import base64, hashlib
    key = bytes([4]) + bytes.fromhex("58" + "66" * 31)
    id = hashlib.sha256(b"witness.example/w1\\n" + key).hexdigest()[:8]
    print(f"witness.example/w1+{id}+{base64.b64encode(key).decode()} {id}")
    """
}
