import Glibc
import Testing

/// A log that somebody changed is found by `talentd verify`, offline, and by the service before it serves anyone; both name
/// the position.
@Suite(.serialized, .timeLimit(.minutes(5))) struct TamperingTests {
  @Test func `a log that nobody touched verifies, and is served`() throws {
    try TamperedLog.shared.copied { daemon in
      let verified = try daemon.verify()
      #expect(verified.status == 0 && verified.error.isEmpty, "\(verified.error)")
      try daemon.start()
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
    }
  }

  /// Positions from the end are negative. 256 leaves share a tile.
  @Test(arguments: [0, 1, 100, 255, 256, 300, -2, -1])
  func `one changed byte is found at its position`(_ place: Int) throws {
    try TamperedLog.shared.copied { daemon in
      let position = try self.position(place)
      try tamper(daemon.state, "byte", position)
      try expectFound(daemon, at: position)
    }
  }

  @Test func `one byte changed in the file itself is found at its position`() throws {
    try TamperedLog.shared.copied { daemon in
      let path = "\(daemon.state)/log.sqlite3"
      var bytes = try Files.read(path)
      // The facts of a leaf that stands in one page: each holds the name of its type just once.
      let wanted = Array(#""id":"123","recordedtime":"20"#.utf8)
      let found = try #require(bytes.firstIndex(ofSequence: wanted), "leaf 123 is not in the file")
      bytes[found + wanted.count] ^= 1
      try Files.write(bytes, to: path, mode: 0o600)
      try expectFound(daemon, at: 123)
    }
  }

  @Test(arguments: [3, 200, 270])
  func `a changed leaf whose stored hash was made to fit contradicts the tree`(_ position: Int) throws {
    try TamperedLog.shared.copied { daemon in
      try tamper(daemon.state, "rewrite", position)
      // A tile covers 256 leaves, and neither holds the single hash: the first of them is named.
      let verified = try daemon.verify()
      #expect(verified.status == 5)
      #expect(try positions(verified.error).contains { $0 / 256 == position / 256 }, "\(verified.error)")
      let start = try daemon.startInVain()
      #expect(start.status == 5, "\(start.error)")
    }
  }

  @Test(arguments: ["tail", "tail-told"], [1, 40, 300])
  func `a missing tail is found at the first position that is gone`(_ action: String, _ count: Int) throws {
    try TamperedLog.shared.copied { daemon in
      try tamper(daemon.state, action, count)
      try expectFound(daemon, at: try TamperedLog.shared.size - count)
    }
  }

  @Test func `a gap is found at its position`() throws {
    try TamperedLog.shared.copied { daemon in
      try tamper(daemon.state, "gap", 77)
      try expectFound(daemon, at: 77)
    }
  }

  @Test(arguments: [(10, 11), (40, 290), (-3, -2)])
  func `two swapped leaves are found at the first of them`(_ one: Int, _ other: Int) throws {
    try TamperedLog.shared.copied { daemon in
      let (first, second) = (try position(one), try position(other))
      try tamper(daemon.state, "swap", first, second)
      try expectFound(daemon, at: first)
    }
  }

  @Test func `a leaf added at the end is found at its position`() throws {
    try TamperedLog.shared.copied { daemon in
      try tamper(daemon.state, "insert", 20)
      try expectFound(daemon, at: try TamperedLog.shared.size)
    }
  }

  @Test(arguments: [0.0, 0.3, 0.5, 0.99])
  func `a log file that was cut off is neither verified nor served`(_ share: Double) throws {
    try TamperedLog.shared.copied { daemon in
      let path = "\(daemon.state)/log.sqlite3"
      let size = try Files.read(path).count
      #expect(truncate(path, off_t(Double(size) * share)) == 0)
      let verified = try daemon.verify()
      #expect((1..<128).contains(verified.status), "\(verified.error)")
      let start = try daemon.startInVain()
      #expect((1..<128).contains(start.status) && !start.error.isEmpty, "\(start.error)")
    }
  }

  // MARK: Pieces

  private func position(_ place: Int) throws -> Int { place >= 0 ? place : try TamperedLog.shared.size + place }

  /// By the offline verifier and by the service at its start, with the position and what to do.
  private func expectFound(_ daemon: Talentd, at position: Int) throws {
    let verified = try daemon.verify()
    #expect(verified.status == 5)
    #expect(try positions(verified.error).min() == position, "\(verified.error.prefix(1000))")
    let start = try daemon.startInVain()
    #expect(start.status == 5)
    #expect(start.error.contains("at position \(position):"), "\(start.error)")
    #expect(start.error.contains("talentd verify"))
  }

  /// The positions that the verifier's findings name.
  private func positions(_ report: String) throws -> [Int] {
    report.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("position ") else { return nil }
      return Int(line.dropFirst("position ".count).prefix { $0.isNumber })
    }
  }
}

extension [UInt8] {
  /// Where a sequence of bytes begins.
  fileprivate func firstIndex(ofSequence wanted: [UInt8]) -> Int? {
    guard let first = wanted.first else { return nil }
    var start = 0
    while let index = self[start...].firstIndex(of: first), index + wanted.count <= count {
      if self[index..<index + wanted.count].elementsEqual(wanted) { return index }
      start = index + 1
    }
    return nil
  }
}
