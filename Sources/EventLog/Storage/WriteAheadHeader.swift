/// The first 32 bytes of a write-ahead log, as SQLite's file format has them ("WAL Header Format").
///
/// A power loss may leave a file that begins with anything, or with a header and nothing behind it. SQLite takes either for
/// empty, but a connection that must not touch the shared memory (`readonly_shm`) compares the header with what it took for
/// empty, again and again, and gives up after ten seconds with SQLITE_PROTOCOL.
enum WriteAheadHeader {
  private static let size = 32

  /// Whether the file may hold a commit: its header is whole, and something follows.
  static func leads(_ path: String) throws(LogError) -> Bool {
    guard PrivateFile.size(path) > size, let bytes = try PrivateFile.read(path, first: size), bytes.count == size else {
      return false
    }
    let magic = word(bytes, 0, bigEndian: true)
    guard magic & ~1 == 0x377F_0682 else { return false }
    var sums: (UInt32, UInt32) = (0, 0)
    for offset in stride(from: 0, to: 24, by: 8) {
      sums.0 &+= word(bytes, offset, bigEndian: magic & 1 == 1) &+ sums.1
      sums.1 &+= word(bytes, offset + 4, bigEndian: magic & 1 == 1) &+ sums.0
    }
    return sums == (word(bytes, 24, bigEndian: true), word(bytes, 28, bigEndian: true))
  }

  private static func word(_ bytes: [UInt8], _ offset: Int, bigEndian: Bool) -> UInt32 {
    let four = bytes[offset..<(offset + 4)]
    return (bigEndian ? Array(four) : four.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
