/// The head of a log: so many leaves, this root (C2SP tlog-checkpoint).
package struct Checkpoint: Sendable {
  package let origin: LogOrigin
  /// In leaves.
  package let size: Int
  package let root: Hash
  /// Further lines, opaque, none of them empty.
  package let extensions: [String]

  package init(origin: LogOrigin, size: Int, root: Hash, extensions: [String] = []) {
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// The lines that are signed, each with its newline.
  package var text: String {
    ([origin.text, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
  }

  /// Reads the text of a note. Whether it is true is for its signatures to say: see `init(verifying:by:)`.
  package init(parsing text: String) throws(NoteError) {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    guard lines.popLast()?.isEmpty == true, lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else {
      throw .malformedCheckpoint
    }
    guard let origin = LogOrigin(lines[0]), let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = Hash(base64: lines[2])
    else { throw .malformedCheckpoint }
    self.init(origin: origin, size: size, root: root, extensions: Array(lines[3...]))
  }

  /// The checkpoint of a note that the log's own key has signed: its name is the checkpoint's origin.
  package init(verifying note: SignedNote, by log: NoteVerifier) throws(NoteError) {
    try self.init(verifying: note, by: [log])
  }

  /// The same where the log has had several keys: one of them at least signed, and none is claimed in vain.
  package init(verifying note: SignedNote, by keys: [NoteVerifier]) throws(NoteError) {
    try note.verified(by: keys)
    try self.init(parsing: note.text)
    guard keys.allSatisfy({ $0.name == origin.text }) else { throw .wrongOrigin }
  }

  package func signed(by signer: NoteSigner) throws(NoteError) -> SignedNote {
    guard extensions.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0x0A) }) else { throw .malformedCheckpoint }
    return try SignedNote(text: text, signedBy: [signer])
  }
}

extension Checkpoint: Hashable {
  package static func == (left: Checkpoint, right: Checkpoint) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(root)
  }
}
