import Crypto
import Testing
import Transparency

@Suite struct CheckpointTests {
  private let behindTheSofa = """
    example.com/behind-the-sofa
    20852163
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    """

  private func signer(_ origin: String, seed: UInt8 = 7) throws -> NoteSigner {
    let origin = try #require(LogOrigin(origin))
    return try #require(NoteSigner(origin: origin, seed: [UInt8](repeating: seed, count: 32)))
  }

  @Test func `the example of the C2SP text reads and writes`() throws {
    let checkpoint = try Checkpoint(parsing: behindTheSofa)
    #expect(checkpoint.origin.text == "example.com/behind-the-sofa")
    #expect(checkpoint.size == 20_852_163)
    #expect(checkpoint.root.base64 == "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")
    #expect(checkpoint.extensions.isEmpty)
    #expect(checkpoint.text == behindTheSofa)
    let extended = try Checkpoint(parsing: behindTheSofa + "one\nand two\n")
    #expect(extended.extensions == ["one", "and two"])
    #expect(extended.text == behindTheSofa + "one\nand two\n")
    #expect(extended != checkpoint)
  }

  /// Its keys are not published, so that its signatures can be read and not verified.
  @Test func `the example of C2SP tlog-cosignature reads and writes, with its witness's time`() throws {
    let text =
      behindTheSofa
        + """

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

        """
    let note = try SignedNote(parsing: Array(text.utf8))
    #expect(note.bytes == Array(text.utf8))
    #expect(note.signatures.map(\.name) == ["example.com/behind-the-sofa", "witness.example.com/w1"])
    #expect(note.signatures.map(\.keyID.text) == ["033de0ae", "8d66cf3f"])
    #expect(note.signatures.map(\.cosignedAt) == [nil, 1_679_315_147])
    #expect(try Checkpoint(parsing: note.text).size == 20_852_163)
    #expect(throws: NoteError.noKnownSignature) {
      try note.verified(by: [try signer("example.com/behind-the-sofa").verifier])
    }
  }

  @Test(arguments: [
    "", "\n", "log\n1\n", "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
    "log\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    "log\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    "log\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    "log\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n", "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n",
    "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
    "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\na\n\nb\n",
    "my log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    "log\r\n1\r\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\r\n",
  ])
  func `what is no checkpoint is refused`(text: String) {
    #expect(throws: NoteError.malformedCheckpoint) { try Checkpoint(parsing: text) }
  }

  @Test func `only the log's own key makes a checkpoint true`() throws {
    let log = try signer("log.example")
    let other = try signer("other.example")
    let checkpoint = Checkpoint(origin: log.origin, size: 3, root: TreeHash.leaf([1]))
    let note = try checkpoint.signed(by: log)
    #expect(try Checkpoint(verifying: note, by: log.verifier) == checkpoint)
    #expect(throws: NoteError.noKnownSignature) { try Checkpoint(verifying: note, by: other.verifier) }
    #expect(throws: NoteError.noKnownSignature) {
      try Checkpoint(verifying: note, by: try signer("log.example", seed: 8).verifier)
    }
    // Signed by another log's key, in that log's name, over this log's origin.
    let foreign = try checkpoint.signed(by: other)
    #expect(throws: NoteError.wrongOrigin) { try Checkpoint(verifying: foreign, by: other.verifier) }
  }

  @Test func `an extension line that would break the text is not signed`() throws {
    let log = try signer("log.example")
    for line in ["", "a\nb"] {
      let checkpoint = Checkpoint(origin: log.origin, size: 0, root: TreeHash.empty, extensions: [line])
      #expect(throws: NoteError.malformedCheckpoint) { try checkpoint.signed(by: log) }
    }
  }

  @Test(arguments: ["", "a b", "a+b", "a\n", "æ", "a\u{7F}", String(repeating: "a", count: 201)])
  func `an origin is one word of ASCII`(text: String) {
    #expect(LogOrigin(text) == nil)
    #expect(LogOrigin("talent.example.dk/2027")?.text == "talent.example.dk/2027")
  }

  /// A witness made here, as C2SP tlog-cosignature describes one.
  private func cosign(_ note: SignedNote, time: UInt64, signedTime: UInt64, witness: Curve25519.Signing.PrivateKey)
    throws -> (
      vkey: String, signature: NoteSignature
    )
  {
    let name = "witness.example/w1"
    let material = [0x04] + [UInt8](witness.publicKey.rawRepresentation)
    let id = Array(SHA256.hash(data: Array("\(name)\n".utf8) + material).prefix(4))
    let value = id.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let hexadecimal = id.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let signature = try witness.signature(for: Array("cosignature/v1\ntime \(signedTime)\n\(note.text)".utf8))
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * $0)) } + [UInt8](signature)
    return (
      "\(name)+\(hexadecimal)+\(Base64.encode(material))",
      NoteSignature(name: name, keyID: NoteKeyID(value), bytes: bytes)
    )
  }

  @Test func `a witness's cosignature verifies with its time`() throws {
    let log = try signer("log.example")
    let witness = Curve25519.Signing.PrivateKey()
    var note = try Checkpoint(origin: log.origin, size: 3, root: TreeHash.leaf([1])).signed(by: log)
    let (vkey, cosignature) = try cosign(note, time: 1_679_315_147, signedTime: 1_679_315_147, witness: witness)
    let verifier = try #require(NoteVerifier(vkey: vkey))
    #expect(verifier.vkey == vkey)
    #expect(verifier.algorithm == .cosignature)
    try note.add(cosignature)
    note = try SignedNote(parsing: note.bytes)
    #expect(try note.verified(by: [verifier]).map(\.cosignedAt) == [1_679_315_147])
    #expect(try note.verified(by: [log.verifier, verifier]).count == 2)
    #expect(try Checkpoint(verifying: note, by: log.verifier).size == 3)
  }

  @Test func `a cosignature of another time or of an impossible one fails`() throws {
    let log = try signer("log.example")
    let witness = Curve25519.Signing.PrivateKey()
    for (time, signedTime) in [(5, 6), (UInt64(1) << 63, UInt64(1) << 63)] as [(UInt64, UInt64)] {
      var note = try Checkpoint(origin: log.origin, size: 3, root: TreeHash.leaf([1])).signed(by: log)
      let (vkey, cosignature) = try cosign(note, time: time, signedTime: signedTime, witness: witness)
      let verifier = try #require(NoteVerifier(vkey: vkey))
      try note.add(cosignature)
      #expect(throws: NoteError.invalidSignature) { try note.verified(by: [verifier]) }
      let short = NoteSignature(name: cosignature.name, keyID: cosignature.keyID, bytes: [1, 2, 3])
      var another = try Checkpoint(origin: log.origin, size: 3, root: TreeHash.leaf([1])).signed(by: log)
      try another.add(short)
      #expect(throws: NoteError.invalidSignature) { try another.verified(by: [verifier]) }
    }
  }
}
