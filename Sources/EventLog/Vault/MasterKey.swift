internal import Crypto
internal import Transparency

/// Where the service has its master key from.
package enum MasterKeySource: String, Sendable, Hashable {
  /// `master.key` in the log's folder, which it can write.
  case file
  /// A credential that the service manager hands over, which it cannot.
  case credential
}

/// The key under which all others are wrapped: 32 bytes in base64 and a new line.
enum MasterKey {
  struct Given {
    let key: SymmetricKey
    let source: MasterKeySource
  }

  static func text(_ key: SymmetricKey) -> [UInt8] {
    Array((key.withUnsafeBytes { Base64.encode(Array($0)) } + "\n").utf8)
  }

  static func parse(_ bytes: [UInt8]) throws(LogError) -> SymmetricKey {
    guard bytes.count == 45, bytes.last == UInt8(ascii: "\n"),
      let key = Base64.decode(String(decoding: bytes.dropLast(), as: UTF8.self)), key.count == 32
    else { throw .masterKeyMalformed }
    return SymmetricKey(data: key)
  }

  /// The credential where there is one, or else the file. Both may be there, while one takes the other's place; then they
  /// must be the same key, because nobody could tell which of two is meant.
  /// - Parameter credential: the path of the credential's file, which the service manager keeps from others.
  static func read(in folder: StateFolder, credential: String?) throws(LogError) -> Given {
    let file = try PrivateFile.read(folder.masterKey).map { bytes throws(LogError) in try parse(bytes) }
    if let bytes = try credential.flatMap({ path throws(LogError) in try PrivateFile.read(path) }) {
      let key = try parse(bytes)
      guard file == nil || file == key else { throw .masterKeysDiffer }
      return Given(key: key, source: .credential)
    }
    guard let file else { throw .masterKeyMissing }
    return Given(key: file, source: .file)
  }

  /// For a log that is about to be made: the key that is there, or a new one in a file.
  static func readOrMake(in folder: StateFolder, credential: String?) throws(LogError) -> Given {
    do throws(LogError) {
      return try read(in: folder, credential: credential)
    } catch .masterKeyMissing {
      let key = SymmetricKey(size: .bits256)
      try PrivateFile.replace(folder.masterKey, text(key))
      return Given(key: key, source: .file)
    }
  }

  /// By which a key that was in use before can be told from one that never was. Nobody finds the key from it.
  static func mark(of key: SymmetricKey) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array("event log master key".utf8), using: key))
  }
}
