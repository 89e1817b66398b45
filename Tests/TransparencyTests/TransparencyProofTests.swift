import Testing
import Transparency

@Suite struct TransparencyProofTests {
  private let leaves = (0..<11).map { TreeHash.leaf([UInt8($0)]) }

  private func made(index: Int, extra: [UInt8]? = nil) throws -> (proof: TransparencyProof, log: NoteVerifier) {
    let origin = try #require(LogOrigin("log.example"))
    let signer = try #require(NoteSigner(origin: origin, seed: [UInt8](repeating: 3, count: 32)))
    let source = LeafSource(leaves: leaves)
    let note = try Checkpoint(origin: origin, size: 11, root: try source.root(size: 11)).signed(by: signer)
    let inclusion = try InclusionProof.make(index: index, size: 11, from: source)
    return (TransparencyProof(inclusion, checkpoint: note, extra: extra), signer.verifier)
  }

  @Test(arguments: 0..<11) func `a proof reads back from its text and verifies`(index: Int) throws {
    let (proof, log) = try made(index: index, extra: index.isMultiple(of: 2) ? [1, 2, 3] : nil)
    let text = String(decoding: proof.bytes, as: UTF8.self)
    #expect(
      text.hasPrefix("c2sp.org/tlog-proof@v1\n" + (index.isMultiple(of: 2) ? "extra AQID\n" : "") + "index \(index)\n"))
    let again = try TransparencyProof(parsing: proof.bytes)
    #expect(again.bytes == proof.bytes)
    #expect(try again.verify(leaf: leaves[index], log: log).size == 11)
    #expect(throws: ProofError.rootMismatch) { try again.verify(leaf: TreeHash.empty, log: log) }
  }

  @Test func `no byte of a proof can be changed, left out or added`() throws {
    let (proof, log) = try made(index: 6)
    let bytes = proof.bytes
    func holds(_ bytes: [UInt8]) -> Bool {
      guard let proof = try? TransparencyProof(parsing: bytes) else { return false }
      return (try? proof.verify(leaf: leaves[6], log: log)) != nil
    }
    #expect(holds(bytes))
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << UInt8(bit)
        #expect(!holds(changed))
      }
      var changed = bytes
      changed.remove(at: place)
      #expect(!holds(changed))
      changed = bytes
      changed.insert(bytes[place], at: place)
      #expect(!holds(changed))
      #expect(!holds(Array(bytes[..<place])))
    }
  }

  @Test func `another format is malformed`() throws {
    let (proof, _) = try made(index: 6)
    let text = String(decoding: proof.bytes, as: UTF8.self)
    let malformed = [
      "", "\n\n", text.replacing("@v1", with: "@v2"), text.replacing("index 6\n", with: ""),
      text.replacing("index 6", with: "index 06"), text.replacing("index 6", with: "index -6"),
      text.replacing("index 6", with: "index  6"), text.replacing("index 6", with: "extra !\nindex 6"),
      text.replacing("index 6", with: "extra AQID\nextra AQID\nindex 6"),
      text.replacing("index 6\n", with: "index 6\nAAAA\n"),
    ]
    for text in malformed {
      #expect(throws: ProofError.malformed, "\(text)") { try TransparencyProof(parsing: Array(text.utf8)) }
    }
    let hash = TreeHash.empty.base64 + "\n"
    let long = text.replacing("index 6\n", with: "index 6\n" + String(repeating: hash, count: 64))
    #expect(throws: ProofError.wrongLength) { try TransparencyProof(parsing: Array(long.utf8)) }
  }
}
