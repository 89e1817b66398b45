import Glibc
import StrictJSON
import Testing
import Transparency

/// `events-schema/vectors.json` is made here and held to what is made here. After a change of the formats:
/// `TALENT_WRITE_VECTORS=1 swift test --filter VectorTests`.
@Suite(.serialized) struct VectorTests {
  private let path = "\(Programs.eventsSchema)/vectors.json"

  @Test func `the test vectors are those of this program`() throws {
    let made = try VectorFile().text()
    if getenv("TALENT_WRITE_VECTORS") != nil { try Files.write(Array(made.utf8), to: path) }
    let stored = try Files.text(path)
    #expect(stored == made, "events-schema/vectors.json has drifted from what the program makes")
  }

  @Test func `others read the test vectors as we do`() throws {
    let run = try PythonScript.run("vectors.py", [Programs.eventsSchema])
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("8 leaves"))
  }

  /// What the script finds right would mean little if it found everything right.
  @Test(arguments: [
    ("a leaf's points", "\\\"points\\\":3", "\\\"points\\\":4"),
    ("the checkpoint's size", "ledelsestalent\\n8\\n", "ledelsestalent\\n7\\n"),
    ("a proof's index", "\"index\": 3,", "\"index\": 2,"),
    ("a proof's size", "\"first\": 5,", "\"first\": 6,"),
    ("a disclosure's name", "\"name\": \"person-name\"", "\"name\": \"person-alias\""),
  ])
  func `others find what is spoilt in the test vectors`(what: String, right: String, wrong: String) throws {
    let text = try Files.text(path)
    let spoilt = text.replacing(right, with: wrong, maxReplacements: 1)
    try #require(spoilt != text)
    try withFolder { folder in
      let file = "\(folder)/vectors.json"
      try Files.write(Array(spoilt.utf8), to: file)
      let run = try PythonScript.run("vectors.py", [Programs.eventsSchema, file])
      #expect(run.status == 1, "\(what) was changed: \(run.output)")
    }
  }

  @Test func `the proof in the test vectors verifies by itself`() throws {
    let log = VectorLog()
    let text = try Files.text(path)
    let vectors = try VectorJSON(text)
    let proof = try TransparencyProof(parsing: Array(vectors["proof"].utf8))
    let verifier = try NoteVerifier(vkey: vectors["vkey"]).unwrapped()
    let head = try proof.verify(leaf: TreeHash.leaf(log.entries[6].leaf), log: verifier)
    #expect(head.size == log.entries.count)
    #expect(throws: ProofError.rootMismatch) {
      try proof.verify(leaf: TreeHash.leaf(log.entries[5].leaf), log: verifier)
    }
  }
}

/// The texts at the top of the file.
private struct VectorJSON {
  private let json: JSON

  init(_ text: String) throws { json = try JSON(parsing: Array(text.utf8)) }

  subscript(name: String) -> String { json[name]?.string ?? "" }
}
