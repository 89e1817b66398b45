internal import Crypto

/// Authenticated encryption with AES-256-GCM: nonce (12 bytes), ciphertext, tag (16 bytes) in one piece.
enum Box {
  static let overhead = 28

  static func seal(_ plain: [UInt8], under key: SymmetricKey, for context: [UInt8])
    throws(LogError) -> [UInt8]
  {
    do {
      let box = try AES.GCM.seal(plain, using: key, authenticating: context)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(plain.count + overhead)
      bytes.append(contentsOf: box.nonce)
      bytes.append(contentsOf: box.ciphertext)
      bytes.append(contentsOf: box.tag)
      return bytes
    } catch {
      throw LogError(error)
    }
  }

  /// Nil where the key or the context is another, or a bit has changed.
  static func open(_ bytes: [UInt8], under key: SymmetricKey, for context: [UInt8]) -> [UInt8]? {
    guard let box = try? AES.GCM.SealedBox(combined: bytes),
      let plain = try? AES.GCM.open(box, using: key, authenticating: context)
    else { return nil }
    return Array(plain)
  }
}

extension [UInt8] {
  /// Eight bytes, most significant first.
  mutating func append(bigEndian value: UInt64) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }
}
