internal import StrictJSON

/// One personal field outside its leaf (SD-JWT, RFC 9901, 4.2): whoever holds it can show that it is what the leaf's digest
/// stands for; without it the digest says nothing, since the salt cannot be guessed.
package struct Disclosure: Sendable {
  /// As it stands in the disclosure: by custom base64url of at least 128 random bits.
  package let salt: String
  package let name: String
  /// Canonical JSON.
  package let value: [UInt8]
  /// Base64url of the JSON array of salt, name and value: what is handed over.
  package let encoded: String

  /// In bytes.
  package static let shortestSalt = 16
  package static let reservedNames: Set<String> = ["_sd", "..."]

  /// - Parameters:
  ///   - salt: at least 16 random bytes, never used before.
  ///   - name: none of `reservedNames`.
  ///   - value: canonical JSON, which is not checked again.
  package init(salt: [UInt8], name: String, value: [UInt8]) {
    precondition(salt.count >= Disclosure.shortestSalt, "a shorter salt could be found by trying")
    precondition(!Disclosure.reservedNames.contains(name), "RFC 9901 keeps this name for itself")
    self.salt = Base64URL.encode(salt)
    self.name = name
    self.value = value
    var writer = CanonicalWriter(reserving: self.salt.utf8.count + name.utf8.count + value.count + 16)
    writer.beginArray()
    writer.string(self.salt)
    writer.string(name)
    writer.raw(value)
    writer.endArray()
    encoded = Base64URL.encode(writer.bytes)
  }

  /// Nil unless the text is a disclosure of a named field. How its JSON is spelled does not matter, and is kept: the digest
  /// is over this very text.
  package init?(encoded: String) {
    guard let bytes = Base64URL.decode(encoded),
      let json = try? JSON(parsing: bytes, limits: JSONLimits(requiresNFC: false)),
      let parts = json.array, parts.count == 3, let salt = parts[0].string, let name = parts[1].string,
      !Disclosure.reservedNames.contains(name)
    else { return nil }
    self.salt = salt
    self.name = name
    value = parts[2].canonical()
    self.encoded = encoded
  }

  /// Base64url of SHA-256 over the encoded text: 43 characters, and what stands in `_sd`.
  package var digest: String {
    Hash(of: Array(encoded.utf8)).withUnsafeBytes { Base64URL.encode($0) }
  }
}

extension Disclosure: Hashable {
  package static func == (left: Disclosure, right: Disclosure) -> Bool { left.encoded == right.encoded }
  package func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}
