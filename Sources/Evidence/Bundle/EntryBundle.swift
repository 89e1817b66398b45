/// The leaves of one tile as C2SP tlog-tiles keeps them: each with its length in two bytes, most significant first.
package enum EntryBundle {
  package static func bytes(of entries: some Sequence<[UInt8]>) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes.append(UInt8(entry.count >> 8))
      bytes.append(UInt8(entry.count & 255))
      bytes += entry
    }
    return bytes
  }

  /// Nil where the bytes end within an entry.
  package static func entries(in bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
    var entries: [ArraySlice<UInt8>] = []
    var next = 0
    while next < bytes.count {
      guard next + 2 <= bytes.count else { return nil }
      let end = next + 2 + Int(bytes[next]) << 8 + Int(bytes[next + 1])
      guard end <= bytes.count else { return nil }
      entries.append(bytes[(next + 2)..<end])
      next = end
    }
    return entries
  }
}
