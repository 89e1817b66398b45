import Crypto
import Glibc
import Transparency

/// The digest of a file's bytes, so that the record can say under which configuration the service ran.
enum FileDigest {
  /// Without a path, of nothing; nil where the file cannot be read.
  static func of(_ path: String?) -> String? {
    var hash = SHA256()
    guard let path else { return Base64URL.encode(Array(hash.finalize())) }
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      hash.update(data: buffer[..<count])
    }
    return Base64URL.encode(Array(hash.finalize()))
  }
}
