import Glibc

/// Looks for canaries among bytes, however they are written, all of them in one pass.
struct Scanner {
  struct Finding: Hashable, CustomStringConvertible {
    let needle: Needle
    /// A file, or what else the bytes were.
    let place: String
    let offset: Int

    var description: String { "\(needle.canary) as \(needle.encoding) at byte \(offset) of \(place)" }
  }

  let needles: [Needle]
  /// Whether any needle begins with two bytes, by their number.
  private var isStart = [Bool](repeating: false, count: 1 << 16)
  /// Which do, as indices of `needles`.
  private var starting: [Int: [Int]] = [:]

  /// The words by what they stand for.
  init(_ words: KeyValuePairs<String, String>) {
    self.init(words.flatMap { Needle.all($0.key, $0.value) })
  }

  init(_ needles: [Needle]) {
    self.needles = needles
    for (index, needle) in needles.enumerated() {
      let start = Int(needle.bytes[0]) << 8 | Int(needle.bytes[1])
      isStart[start] = true
      starting[start, default: []].append(index)
    }
  }

  /// Each needle that the bytes hold, where it stands first.
  func findings(in bytes: [UInt8], of place: String) -> [Finding] {
    var found: [Int: Int] = [:]
    bytes.withUnsafeBufferPointer { all in
      isStart.withUnsafeBufferPointer { isStart in
        guard let first = all.first else { return }
        var start = Int(first)
        var offset = 0
        while offset + 1 < all.count {
          start = (start & 0xFF) << 8 | Int(all[offset + 1])
          if isStart[start] {
            for index in starting[start] ?? [] where found[index] == nil {
              if stands(needles[index], in: all, at: offset) { found[index] = offset }
            }
          }
          offset += 1
        }
      }
    }
    return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { Finding(needle: needles[$0.key], place: place, offset: $0.value) }
  }

  func findings(in text: String, of place: String) -> [Finding] { findings(in: Array(text.utf8), of: place) }

  /// In every file below a folder, and in their names.
  func findings(below folder: String) throws -> [Finding] {
    try Files.all(below: folder).flatMap { path in
      findings(in: path, of: "the name of \(path)") + findings(in: try Files.read(path), of: path)
    }
  }

  private func stands(_ needle: Needle, in all: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard let base = all.baseAddress, offset + needle.bytes.count <= all.count else { return false }
    return memcmp(base + offset, needle.bytes, needle.bytes.count) == 0
  }
}
