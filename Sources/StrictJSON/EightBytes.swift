/// Looks at eight bytes at once: most of what a scan of a log reads is the inside of strings, and most strings are plain.
///
/// The tests are those of «Hacker's Delight» (Warren, 6-1). A byte that meets one sets its highest bit; the lowest bit set is
/// always right, those above it need not be.
package enum EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = 0x8080_8080_8080_8080

  /// Where a quote, a backslash or a control character may stand next, from `start` on; at the latest where fewer than eight
  /// bytes are left.
  static func endOfPlainText(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var offset = start
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let special =
        zero(word ^ (ones &* 0x22)) | zero(word ^ (ones &* 0x5C)) | (word &- ones &* 0x20) & ~word & highest
      guard special == 0 else { return offset + special.trailingZeroBitCount / 8 }
      offset += 8
    }
    return offset
  }

  /// Whether all are printable ASCII other than quotes and backslashes: text that JSON writes as it is.
  package static func arePlainASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let special =
        zero(word ^ (ones &* 0x22)) | zero(word ^ (ones &* 0x5C)) | zero(word ^ (ones &* 0x7F))
        | (word &- ones &* 0x20) & highest | word & highest
      guard special == 0 else { return false }
      offset += 8
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x20 || byte > 0x7E || byte == 0x22 || byte == 0x5C { return false }
      offset += 1
    }
    return true
  }

  /// Whether all are ASCII, control characters included.
  static func areASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset + 8 <= bytes.count {
      guard bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & highest == 0 else { return false }
      offset += 8
    }
    while offset < bytes.count {
      guard bytes[offset] < 0x80 else { return false }
      offset += 1
    }
    return true
  }

  private static func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highest }
}
