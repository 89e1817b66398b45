import CPlatform
import Crypto
import StrictJSON
import TalentDomain
import TalentInterface
import Testing
import Transparency

/// The service believes nobody who brings signatures: each is held against its own checkpoint and its policy.
struct AnchorRefusalTests {
  /// A witness whose key the test has.
  private struct Cosigner {
    let key = Curve25519.Signing.PrivateKey()
    let name: String

    /// The name, a newline, the algorithm and the key: from them comes the id (C2SP tlog-cosignature).
    private var material: [UInt8] { [0x04] + [UInt8](key.publicKey.rawRepresentation) }
    private var id: [UInt8] { Array(Hash(of: Array("\(name)\n".utf8) + material).bytes.prefix(4)) }

    var vkey: String {
      let hex = id.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return "\(name)+\(hex)+\(Base64.encode(material))"
    }

    /// Over the text of a checkpoint, at a second since 1970.
    func line(over note: String, at time: Int64) throws -> Line {
      let text = try SignedNote(parsing: Array(note.utf8)).text
      let signature = try key.signature(for: Array("cosignature/v1\ntime \(time)\n\(text)".utf8))
      let stamp = withUnsafeBytes(of: UInt64(bitPattern: time).bigEndian) { Array($0) }
      return Line("— \(name) \(Base64.encode(id + stamp + [UInt8](signature)))")
    }
  }

  private let witness = Cosigner(name: "witness.example/w1")
  private let stranger = Cosigner(name: "witness.example/w2")

  private func witnessed(_ body: (Talentd, CheckpointToAnchor) throws -> Void) throws {
    var settings = Talentd.Settings()
    settings.simulates = false
    try withTalentd(settings, starting: false) { daemon in
      try daemon.witnessed(by: "witness w1 \(witness.vkey)\nquorum w1\n")
      try daemon.start()
      try daemon.client().send(RegisterCentre(name: "Et center"))
      try body(daemon, try daemon.client().ask(CheckpointForAnchoring()))
    }
  }

  private func anchor(_ size: Int, _ line: Line?) -> KeepAnchor {
    var anchor = KeepAnchor()
    (anchor.size, anchor.cosignature) = (size, line)
    return anchor
  }

  private var now: Int64 { talent_realtime_ms() / 1000 }

  @Test func `the same cosignature is kept once`() throws {
    try witnessed { daemon, checkpoint in
      let time = now
      let line = try witness.line(over: checkpoint.note.value, at: time)
      let first = try daemon.client().ask(anchor(checkpoint.size, line))
      #expect(!first.repeated)
      #expect(first.name == "witness.example/w1")
      #expect(first.time == Instant(milliseconds: time * 1000))
      let size = try daemon.size()
      #expect(size == checkpoint.size + 1)
      // Also another of the same witness for the same size.
      for time in [time, time + 1] {
        let again = try witness.line(over: checkpoint.note.value, at: time)
        #expect(try daemon.client().ask(anchor(checkpoint.size, again)).repeated)
      }
      #expect(try daemon.size() == size)
    }
  }

  @Test func `what does not hold is refused by its member, and nothing changes`() throws {
    try witnessed { daemon, checkpoint in
      let note = checkpoint.note.value
      let good = try witness.line(over: note, at: now)
      let other = try #require(LogOrigin(daemon.settings.origin)).text + "\n1\n\(TreeHash.empty.base64)\n"
      let forged = try witness.line(over: other + "\n— a AAAAAAAA\n", at: now)
      var both = anchor(checkpoint.size, good)
      both.timestamp = Document("AAAA")
      both.authority = "tsa"
      var nameless = anchor(checkpoint.size, nil)
      nameless.timestamp = Document("AAAA")
      var stamped = nameless
      stamped.authority = "tsa"
      var unencoded = stamped
      unencoded.timestamp = Document("not base64")
      let size = try daemon.size()
      for (wrong, member) in [
        (anchor(checkpoint.size, try stranger.line(over: note, at: now)), "cosignature"),
        (anchor(checkpoint.size, forged), "cosignature"), (anchor(checkpoint.size, "— a"), "cosignature"),
        (anchor(checkpoint.size, try witness.line(over: note, at: 0)), "cosignature"),
        (anchor(checkpoint.size + 1, good), "size"), (anchor(-1, good), "size"), (anchor(0, good), "size"),
        (anchor(checkpoint.size, nil), "cosignature"), (both, "cosignature"), (nameless, "cosignature"),
        (stamped, "timestamp"), (unencoded, "timestamp"),
      ] {
        let error = #expect(throws: ServiceError.self, "\(wrong)") { try daemon.client().ask(wrong) }
        #expect(error?.kind == .invalidInput)
        #expect(error?.parameters["path"]?.array?.first?.string == member, "\(String(describing: error))")
        #expect(error?.parameters["problemDa"]?.string?.isEmpty == false)
      }
      #expect(try daemon.size() == size)
      #expect(try !daemon.client().ask(anchor(checkpoint.size, good)).repeated)
    }
  }

  @Test func `a signature made long after the next event would deny that event, and is refused`() throws {
    try witnessed { daemon, checkpoint in
      let note = checkpoint.note.value
      // Nothing has followed yet: there is nothing to deny.
      #expect(try !daemon.client().ask(anchor(checkpoint.size, witness.line(over: note, at: now))).repeated)
      let newest = try daemon.client().ask(CheckpointForAnchoring())
      try daemon.client().send(RegisterCentre(name: "Et andet center"))
      let late = try witness.line(over: newest.note.value, at: now + 400)
      let error = #expect(throws: ServiceError.self) { try daemon.client().ask(anchor(newest.size, late)) }
      #expect(error?.parameters["path"]?.array?.first?.string == "size")
      #expect(error?.parameters["problemEn"]?.string?.contains("five minutes") == true)
      let soon = try witness.line(over: newest.note.value, at: now + 200)
      #expect(try !daemon.client().ask(anchor(newest.size, soon)).repeated)
    }
  }
}
