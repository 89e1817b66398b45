/// How one key of a log vouches for the next: what both of them sign.
package struct KeyRotation: Sendable {
  package let origin: String
  /// As C2SP verifier keys.
  package let previous: String
  package let key: String

  package init(origin: String, previous: String, key: String) {
    self.origin = origin
    self.previous = previous
    self.key = key
  }

  /// Each line ends with a new line.
  package var statement: String {
    ["talentd log key rotation v1", origin, previous, key].map { $0 + "\n" }.joined()
  }

  /// Whether both keys signed it, each with the signature given in base64.
  package func isSigned(previous signature: String, key proof: String) -> Bool {
    guard let old = NoteVerifier(vkey: previous), let new = NoteVerifier(vkey: key), old.name == origin,
      new.name == origin, let signature = Base64.decode(signature), let proof = Base64.decode(proof)
    else { return false }
    return old.verifies(signature, over: statement) && new.verifies(proof, over: statement)
  }
}
