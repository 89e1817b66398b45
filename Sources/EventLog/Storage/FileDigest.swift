internal import Crypto
internal import Glibc
internal import Transparency

/// SHA-256 of a file, read a piece at a time.
enum FileDigest {
  static func of(_ path: String) throws(LogError) -> Hash {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .system(code: errno) }
    defer { close(descriptor) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw .system(code: errno) }
      if count == 0 { break }
      buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    guard let digest = Hash(bytes: Array(hash.finalize())) else { throw .system(code: EIO) }
    return digest
  }
}
