import Crypto
import Evidence
import Testing
import Transparency

/// Keys that come again: number n signs with a seed of n's.
private func key(_ number: UInt8) throws -> Curve25519.Signing.PrivateKey {
  try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: number, count: 32))
}

private func vkey(_ name: String, _ type: UInt8, _ number: UInt8) throws -> String {
  let material = [type] + [UInt8](try key(number).publicKey.rawRepresentation)
  let digest = Hash(of: Array(name.utf8) + [0x0A] + material)
  let id = digest.bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  return "\(name)+\(id)+\(Base64.encode(material))"
}

private func log(_ number: UInt8 = 1) throws -> String { try vkey("log.example/\(number)", 0x01, number) }

private func witness(_ number: UInt8) throws -> String { try vkey("witness.example/w\(number)", 0x04, number) }

private func policy(_ text: String) throws -> WitnessPolicy { try WitnessPolicy(parsing: Array(text.utf8)) }

private func fault(_ text: String) -> PolicyError? {
  do {
    _ = try policy(text)
    return nil
  } catch {
    return error as? PolicyError
  }
}

struct PolicyTests {
  /// The specification's example, with keys.
  private static func example() throws -> String {
    """
    log \(try log())

    witness X1 \(try witness(11))
    witness X2 \(try witness(12))
    witness X3 \(try witness(13))
    group X-witnesses 2 X1 X2 X3

    witness Y1 \(try witness(21))
    witness Y2 \(try witness(22))
    witness Y3 \(try witness(23))
    group Y-witnesses any Y1 Y2 Y3

    group X-and-Y all X-witnesses Y-witnesses
    quorum X-and-Y

    """
  }

  @Test func `the specification's example asks for two of X and one of Y`() throws {
    let policy = try policy(Self.example())
    #expect(policy.logs.map(\.verifier.name) == ["log.example/1"])
    #expect(policy.witnesses.map { "\($0.name)" } == ["X1", "X2", "X3", "Y1", "Y2", "Y3"])
    for (cosigned, isMet) in [
      ([], false), ([0, 1], false), ([0, 3], false), ([3, 4, 5], false), ([0, 1, 2], false), ([0, 2, 4], true),
      ([1, 2, 5], true), ([0, 1, 2, 3, 4, 5], true),
    ] as [(Set<Int>, Bool)] {
      #expect(policy.quorum.isMet(by: cosigned) == isMet, "\(cosigned.sorted())")
    }
  }

  @Test func `a quorum may be none, one witness, or so many`() throws {
    let witnesses = "witness a \(try witness(1))\nwitness b \(try witness(2))\n"
    #expect(try policy("quorum none\n").quorum.isMet(by: []))
    let one = try policy(witnesses + "quorum b\n")
    #expect(!one.quorum.isMet(by: [0]))
    #expect(one.quorum.isMet(by: [1]))
    let two = try policy(witnesses + "group g 2 a b\nquorum g\n")
    #expect(!two.quorum.isMet(by: [1]))
    #expect(two.quorum.isMet(by: [0, 1]))
  }

  @Test func `spaces, tabs, empty lines and comments count for nothing, and addresses are kept`() throws {
    let text = "\t# Vidner\n \n  witness  æ\t\(try witness(1))  https://w.example/1\t\nquorum\tæ \n"
    let policy = try policy(text)
    #expect(policy.witnesses.first?.url == "https://w.example/1")
    #expect(policy.quorum == .witness(0))
  }

  @Test func `names are octets: a K and a Kelvin sign are two`() throws {
    let text = "witness K \(try witness(1))\nwitness \u{212A} \(try witness(2))\nquorum \u{212A}\n"
    #expect(try policy(text).quorum == .witness(1))
    #expect(fault("witness K \(try witness(1))\nquorum \u{212A}\n")?.line == 2)
  }

  @Test func `what the specification forbids is refused, with its line`() throws {
    let (a, b) = ("witness a \(try witness(1))\n", "witness b \(try witness(2))\n")
    let cases: [(String, PolicyError.Fault, Int)] = [
      ("", .quorumMissing, 0), ("quorum none", .cutOff, 1), (a, .quorumMissing, 0), ("\n", .quorumMissing, 0),
      ("quorum none\nquorum none\n", .quorumTwice, 2), ("Quorum none\n", .unknownKeyword("Quorum"), 1),
      ("quorum a\n" + a, .unknownName("a"), 1), (a + "quorum a b\n", .wrongNumberOfWords(keyword: "quorum"), 2),
      ("quorum none\r\n", .controlCharacter, 1), ("# \u{7F}\n", .controlCharacter, 1),
      (a + "group g all a b\n" + b, .unknownName("b"), 2), (a + "group g all g\n", .unknownName("g"), 2),
      (a + "group g all a a\n", .memberTwice("a"), 2), (a + "group g any a\ngroup h any a\n", .memberTwice("a"), 3),
      (a + "group g any none\n", .unknownName("none"), 2), (a + "group none any a\n", .reservedName, 2),
      (a + "group a any a\n", .nameTwice("a"), 2), (a + "group g any\n", .wrongNumberOfWords(keyword: "group"), 2),
      (a + b + "group g 3 a b\n", .wrongThreshold("3"), 3), (a + b + "group g 0 a b\n", .wrongThreshold("0"), 3),
      (a + b + "group g +1 a b\n", .wrongThreshold("+1"), 3), (a + b + "group g 01 a b\n", .wrongThreshold("01"), 3),
      (a + "witness a \(try witness(2))\n", .nameTwice("a"), 2),
      ("witness none \(try witness(2))\n", .reservedName, 1),
      // The same key under another name, which another key id belongs to, is the same witness.
      (a + "witness b \(try vkey("other.example/w", 0x04, 1))\n", .keyTwice, 2),
      ("log \(try log())\nlog \(try log())\n", .keyTwice, 2), ("log \(try witness(1))\n", .notALogKey, 1),
      ("witness a \(try log())\n", .notAWitnessKey, 1), ("witness a b\n", .notAWitnessKey, 1),
      ("witness a\n", .wrongNumberOfWords(keyword: "witness"), 1),
      (String(repeating: "#\n", count: WitnessPolicy.lengthLimit / 2) + "\n", .tooLong, 0),
    ]
    for (text, expected, line) in cases {
      let found = fault(text)
      #expect(found?.fault == expected, "\(text.prefix(80))")
      #expect(found?.line == line, "\(text.prefix(80))")
    }
  }

  // MARK: A checkpoint and its cosignatures

  private func note(cosignedBy times: [(UInt8, Int64)], name: String? = nil) throws -> SignedNote {
    let origin = try #require(LogOrigin("log.example/1"))
    let signer = NoteSigner(origin: origin, key: try key(1))
    var note = try Checkpoint(origin: origin, size: 7, root: TreeHash.leaf([7])).signed(by: signer)
    for (number, time) in times {
      let bytes = try key(number).signature(for: Array("cosignature/v1\ntime \(time)\n\(note.text)".utf8))
      let verifier = try #require(NoteVerifier(vkey: try witness(number)))
      let stamp = withUnsafeBytes(of: UInt64(bitPattern: time).bigEndian) { Array($0) }
      try note.add(NoteSignature(name: name ?? verifier.name, keyID: verifier.keyID, bytes: stamp + [UInt8](bytes)))
    }
    return note
  }

  @Test func `a checkpoint is judged by who cosigned it, and dated when the last needed one did`() throws {
    let policy = try policy(Self.example())
    let enough = policy.verdict(on: try note(cosignedBy: [(12, 300), (13, 100), (22, 200), (21, 900), (99, 1)]))
    #expect(enough.isMet)
    #expect(enough.time == 300)
    #expect(enough.cosignatures.map(\.place) == [1, 2, 3, 4])
    #expect(enough.missing == [0, 5])
    let tooFew = policy.verdict(on: try note(cosignedBy: [(12, 300), (22, 200)]))
    #expect(!tooFew.isMet)
    #expect(tooFew.time == nil)
  }

  @Test func `a forged cosignature meets no policy, however many others there are`() throws {
    let policy = try policy(Self.example())
    var forged = try note(cosignedBy: [(11, 1), (12, 2), (21, 3)])
    let verifier = policy.witnesses[2].verifier
    try forged.add(
      NoteSignature(name: verifier.name, keyID: verifier.keyID, bytes: [UInt8](repeating: 1, count: 72)))
    let verdict = policy.verdict(on: forged)
    #expect(verdict.forged == [2])
    #expect(!verdict.isMet)
  }
}
