import Seeded
import Testing
import Transparency

@Suite struct SignedNoteTests {
  // The keys and notes of Go's golang.org/x/mod/sumdb/note.
  private let peterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  private let peterSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  private let enochKey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
  private let text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  private let peterLine =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
  private let enochLine =
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"

  private func note(_ lines: String...) throws -> SignedNote {
    try SignedNote(parsing: Array((text + "\n" + lines.joined()).utf8))
  }

  @Test func `Peter Neumann's note is signed as in Go`() throws {
    let signer = try #require(NoteSigner(skey: peterSecret))
    #expect(signer.skey == peterSecret)
    #expect(signer.verifier.vkey == peterKey)
    let note = try SignedNote(text: text, signedBy: [signer])
    #expect(String(decoding: note.bytes, as: UTF8.self) == text + "\n" + peterLine)
    #expect(try note.verified(by: [signer.verifier]).map(\.name) == ["PeterNeumann"])
  }

  @Test func `known signatures verify and unknown ones are passed over`() throws {
    let peter = try #require(NoteVerifier(vkey: peterKey))
    let enoch = try #require(NoteVerifier(vkey: enochKey))
    let note = try note(peterLine, enochLine)
    #expect(note.text == text)
    #expect(try note.verified(by: [peter]).map(\.name) == ["PeterNeumann"])
    #expect(try note.verified(by: [enoch, peter]).map(\.name) == ["EnochRoot", "PeterNeumann"])
    #expect(throws: NoteError.noKnownSignature) { try note.verified(by: []) }
    #expect(throws: NoteError.noKnownSignature) { try self.note(enochLine).verified(by: [peter]) }
  }

  @Test func `a key named twice and a signature given twice count once`() throws {
    let peter = try #require(NoteVerifier(vkey: peterKey))
    #expect(try note(peterLine, peterLine).verified(by: [peter, peter]).count == 1)
  }

  @Test func `a false signature in a known name condemns the note, another key id does not`() throws {
    let peter = try #require(NoteVerifier(vkey: peterKey))
    let enoch = try #require(NoteVerifier(vkey: enochKey))
    let forged = peterLine.replacing("ZJku", with: "ZJkv")
    #expect(throws: NoteError.invalidSignature) { try note(forged, enochLine).verified(by: [peter, enoch]) }
    #expect(throws: NoteError.invalidSignature) { try note(peterLine, forged).verified(by: [peter]) }
    let longer = peterLine.replacing("ZJku", with: "ZJkuABCD")
    #expect(throws: NoteError.invalidSignature) { try note(longer).verified(by: [peter]) }
    let stranger = peterLine.replacing("x08go", with: "y08go")
    #expect(throws: NoteError.noKnownSignature) { try note(stranger).verified(by: [peter]) }
    #expect(try note(stranger, enochLine).verified(by: [peter, enoch]).count == 1)
    let changed = try SignedNote(parsing: Array((text.replacing("answer", with: "anwser") + "\n" + peterLine).utf8))
    #expect(throws: NoteError.invalidSignature) { try changed.verified(by: [peter]) }
  }

  @Test func `the example of the C2SP text verifies`() throws {
    let verifier = try #require(
      NoteVerifier(vkey: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"))
    let note = try SignedNote(
      parsing: Array(
        """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """.utf8))
    #expect(try note.verified(by: [verifier]).count == 1)
    #expect(note.text == "This is an example message.\n")
  }

  @Test func `the last blank line ends the text`() throws {
    let poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n"
    let line =
      "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
    let note = try SignedNote(parsing: Array((poem + "\n" + line).utf8))
    #expect(note.text == poem)
    #expect(note.signatures.map(\.name) == ["quasimodo.example/salvatore"])
    #expect(note.signatures[0].keyID.text == "367ba04b")
  }

  @Test func `what is no note is refused`() {
    let bare = String(peterLine.dropLast())
    let malformed = [
      "", "\n", "\n\n", text, text + "\n", text + peterLine, text + "\n" + bare, "\u{1}" + text + "\n" + peterLine,
      text + "\t\n\n" + peterLine, text + "\r\n\n" + peterLine, text + "\n" + peterLine + "Unexpected line.\n",
      text + "\n" + peterLine + "\n", text + "\n— Bad Name AAAAAAAA\n", text + "\n— Bad+Name AAAAAAAA\n",
      text + "\n—  AAAAAAAA\n",
      text + "\n— Name AAAA\n", text + "\n— Name AAAAA===\n", text + "\n— Name AAAAAAA\n", text + "\n- Name AAAAAAAA\n",
      text + "\n— Name AAAAAAAA \n", text + "\n— Bad\u{A0}Name AAAAAAAA\n",
    ]
    for note in malformed {
      #expect(throws: NoteError.malformedNote, "\(note.debugDescription)") { try SignedNote(parsing: Array(note.utf8)) }
    }
    #expect(throws: NoteError.malformedNote) { try SignedNote(parsing: [0xFF] + Array((text + "\n" + peterLine).utf8)) }
    let crowd = text + "\n" + String(repeating: peterLine, count: 101)
    #expect(throws: NoteError.tooLarge) { try SignedNote(parsing: Array(crowd.utf8)) }
    let long = String(repeating: "a", count: 1 << 20) + "\n\n" + peterLine
    #expect(throws: NoteError.tooLarge) { try SignedNote(parsing: Array(long.utf8)) }
  }

  @Test func `text that no note can hold is not signed`() throws {
    let signer = try #require(NoteSigner(skey: peterSecret))
    for text in ["", "abc", "a\u{7}\n", "a\r\n"] {
      #expect(throws: NoteError.malformedNote) { try SignedNote(text: text, signedBy: [signer]) }
    }
    #expect(throws: NoteError.malformedNote) { try SignedNote(text: text, signedBy: []) }
  }

  @Test func `keys are read in their one spelling only`() {
    let verifier = Array(peterKey.utf8)
    let signer = Array(peterSecret.utf8)
    for (bytes, isKey) in [
      (verifier, { NoteVerifier(vkey: $0) != nil }), (signer, { NoteSigner(skey: $0) != nil }),
    ] as [([UInt8], (String) -> Bool)] {
      #expect(isKey(String(decoding: bytes, as: UTF8.self)))
      for start in bytes.indices {
        for end in start...bytes.count where end - start < bytes.count {
          #expect(!isKey(String(decoding: bytes[start..<end], as: UTF8.self)))
        }
        var changed = bytes
        changed[start] += 1
        #expect(!isKey(String(decoding: changed, as: UTF8.self)))
      }
    }
    // A wrong length and an unknown algorithm, each with the key hash that would belong to it.
    #expect(NoteVerifier(vkey: "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==") == nil)
    #expect(NoteVerifier(vkey: "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW") == nil)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `no note traps, and what is read is written again byte for byte`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, for: "no note traps")
    let bytes = Array((text + "\n" + peterLine + enochLine).utf8)
    for _ in 0..<5_000 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !mutated.isEmpty {
        let place = Int.random(in: mutated.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: mutated[place] = .random(in: 0...255, using: &generator)
        case 1: mutated.remove(at: place)
        case 2: mutated.insert([0x0A, 0x20, 0x2B, 0x3D].randomElement(using: &generator) ?? 0x0A, at: place)
        default: mutated.removeSubrange((place + 1)...)
        }
      }
      if let note = try? SignedNote(parsing: mutated) { #expect(note.bytes == mutated) }
    }
  }
}
