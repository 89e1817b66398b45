import Seeded

/// Small damage to bytes, such as a broken client does.
enum Mutation {
  static func mutate(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(3) {
      guard !bytes.isEmpty else { break }
      let index = random.below(bytes.count)
      switch random.below(8) {
      case 0: bytes[index] = UInt8(random.below(256))
      case 1: bytes[index] ^= 1 << UInt8(random.below(8))
      case 2: bytes.remove(at: index)
      case 3: bytes.insert(UInt8(random.below(256)), at: index)
      case 4: bytes.removeSubrange(index...)
      case 5: bytes.removeSubrange(index..<min(bytes.count, index + 1 + random.below(20)))
      case 6:
        let piece = bytes[index..<min(bytes.count, index + 1 + random.below(200))]
        bytes.insert(contentsOf: piece, at: random.below(bytes.count))
      default:
        let word = words[random.below(words.count)]
        bytes.replaceSubrange(index..<min(bytes.count, index + random.below(8)), with: word.utf8)
      }
    }
    return bytes
  }

  /// What parsers stumble over.
  private static let words = [
    "null", "true", "-0", "1e400", "9007199254740993", "\\u0000", "\\ud800", "\\", "\"", "{", "[[[[[[[[", "}", "]", ",",
    ":",
    "\u{301}", "-", "0.1", "\"\":",
  ]
}
