internal import Crypto
internal import Transparency

/// The key under which all others are wrapped: 32 bytes in base64 and a new line, in a file that only its owner may read.
enum MasterKey {
  static func create(in folder: StateFolder) throws(LogError) -> SymmetricKey {
    let key = SymmetricKey(size: .bits256)
    let text = key.withUnsafeBytes { Base64.encode(Array($0)) } + "\n"
    try folder.createPrivate(folder.masterKey, Array(text.utf8))
    return key
  }

  static func read(in folder: StateFolder) throws(LogError) -> SymmetricKey {
    guard let (bytes, mode) = try folder.read(folder.masterKey) else { throw .masterKeyMissing }
    guard mode & 0o077 == 0 else { throw .masterKeyTooOpen(mode: mode) }
    guard bytes.count == 45, bytes.last == UInt8(ascii: "\n"),
      let key = Base64.decode(String(decoding: bytes.dropLast(), as: UTF8.self)), key.count == 32
    else { throw .masterKeyMalformed }
    return SymmetricKey(data: key)
  }
}
