import EventLog
import GRDB
import Leaves
import StrictJSON
import Synchronization
import Testing
import Transparency

@Suite struct VaultTests {
  @Test func `a sealed field opens to what was sealed, for those it is meant for`() async throws {
    let folder = try TemporaryFolder()
    let given = [
      field(1, "for HR"), field(1, "for the board", audience: "board"), field(2, "for HR too", retention: "x"),
    ]
    try await withLog(.test(folder)) { log, writer in
      _ = try await writer.submit { desk in
        let appended = try desk.append(draft(sealed: given))
        let opened = try desk.open(position: appended.position)
        #expect(opened.compactMap(\.disclosure) == appended.disclosures, "the writer sees its own batch")
        return 0
      }
      let reader = log.reader()
      let all = try reader.opened(position: 0)
      #expect(all.map(\.value) == given.map { $0.value })
      #expect(all.map(\.subject) == [1, 1, 2] && all.map(\.retention) == ["case", "case", "x"])
      let digests = Set(all.map(\.digest))
      try reader.leaf(at: 0).withLeaf(at: 0) { leaf in #expect(Set(leaf.digests) == digests) }
      let some = try reader.opened(position: 0, audiences: .only(["board"]))
      #expect(some.map(\.content.isWithheld) == [true, false, true])
      #expect(try reader.sealedFields(subject: 1).map(\.audience) == ["hr", "board"])
      #expect(throws: LogError.outOfRange) { try reader.opened(position: 1) }
    }
    let reopened = try EventLog(opening: .test(folder), create: false)
    #expect(try reopened.reader().opened(position: 0).map(\.value) == given.map { $0.value })
  }

  @Test func `the same value twice gives two digests`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      _ = try await writer.submit { desk in
        try desk.append(draft(sealed: [field(1, "same"), field(1, "same")])).position
      }
      #expect(Set(try log.reader().opened(position: 0).map(\.digest)).count == 2)
    }
  }

  @Test func `no file holds a sealed value in the clear`() async throws {
    let folder = try TemporaryFolder()
    let canary = "kanariefugl-\(UInt64.random(in: 0 ... .max))"
    try await withLog(.test(folder)) { log, writer in
      for subject in 1...40 as ClosedRange<UInt64> {
        _ = try await writer.submit { desk in
          try desk.append(draft(sealed: [field(subject, canary)])).position
        }
      }
      try expectAbsent(canary, folder)
      #expect(try log.reader().opened(position: 0).first?.value == JSON.string(canary).canonical())
    }
    try await Files.untilClosed(folder.path)
    try expectAbsent(canary, folder)
  }

  private func expectAbsent(_ canary: String, _ folder: TemporaryFolder) throws {
    // Disclosures are base64url: whichever way the text falls into groups of three bytes, one of these is its middle.
    var needles = [Array(canary.utf8)]
    for shift in 0..<3 {
      let encoded = Base64URL.encode(Array(repeating: 0x20, count: shift) + Array(canary.utf8))
      needles.append(Array(encoded.utf8.dropFirst(4).dropLast(4)))
    }
    for name in Files.list(folder.path) {
      let bytes = try Files.read("\(folder.path)/\(name)")
      for needle in needles { #expect(!bytes.contains(needle), "\(name)") }
    }
  }

  @Test func `an HMAC is the same for the same subject and class, also after a restart, and another for others`()
    async throws
  {
    let folder = try TemporaryFolder()
    let made = Mutex<[[UInt8]]>([])
    let request: Script.Request = { desk in
      for (subject, retention) in [(1, "a"), (1, "b"), (2, "a")] as [(UInt64, String)] {
        let code = try desk.hmac(Array("mail@example.org".utf8), subject: subject, retention: retention)
        made.withLock { $0.append(code) }
      }
      return 0
    }
    try await withLog(.test(folder)) { _, writer in
      for _ in 0..<2 { _ = try await writer.submit(request) }
    }
    try await withLog(.test(folder)) { _, writer in _ = try await writer.submit(request) }
    let codes = made.withLock { $0 }
    #expect(codes.count == 9 && Set(codes).count == 3 && Array(codes[0..<3]) == Array(codes[6..<9]))
    #expect(codes.allSatisfy { $0.count == 32 })
  }

  @Test func `a reader makes the same digests, until the key is destroyed`() async throws {
    let folder = try TemporaryFolder()
    let made = Mutex<[UInt8]>([])
    let bytes = Array("Kære Ågot".utf8)
    try await withLog(.test(folder)) { log, writer in
      _ = try await writer.submit { desk in
        _ = try desk.append(draft("case/1", sealed: [field(1, "x", retention: "a")]))
        let code = try desk.hmac(bytes, subject: 1, retention: "a")
        made.withLock { $0 = code }
        return 0
      }
      let reader = log.reader()
      #expect(try reader.hmacs(bytes, subject: 1, retention: "a") == [made.withLock { $0 }])
      #expect(try reader.hmacs(bytes, subject: 1, retention: "b") == [])
      #expect(try reader.hmacs(bytes, subject: 2, retention: "a") == [])
      #expect(try reader.hmacs(bytes + [0], subject: 1, retention: "a") != [made.withLock { $0 }])
      try log.destroyKeys(subject: 1, retentions: ["a"])
      #expect(try reader.hmacs(bytes, subject: 1, retention: "a") == [])
    }
  }

  @Test func `an erased subject's fields open no more, its leaves and proofs hold, and no key is left on disk`()
    async throws
  {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 120)
      let before = try log.reader().root(size: 120)
      let references = try log.reader().sealedFields(subject: 1)
      #expect(references.count == 3)
      await #expect(throws: WriterError.failed(.keyStillThere)) {
        try await writer.submit { desk in try desk.deleteSealed(subject: 1, retention: "case") }
      }
      let ids = try log.destroyKeys(subject: 1, retentions: ["case"])
      #expect(ids.count == 1)
      #expect(try log.destroyKeys(subject: 1, retentions: ["case"]) == ids)
      let position = try #require(references.first?.position)
      #expect(try log.reader().opened(position: position).map(\.content) == [.withheld(.erased)])

      // Something new about the same subject in between is sealed under a key of its own, and stays.
      let later = try await writer.submit { desk in
        try desk.append(draft(sealed: [field(1, "later")])).position
      }
      let deleted = try await writer.submit { desk in
        try desk.deleteSealed(subject: 1, retention: "case")
      }
      #expect(deleted == 3)
      try log.finishErasure()
      #expect(try log.reader().opened(position: position).map(\.content) == [.withheld(.erased)])
      #expect(try log.reader().opened(position: later).first?.value == JSON.string("later").canonical())
      #expect(try log.reader().sealedFields(subject: 1).map(\.position) == [later])
      #expect(try log.reader().root(size: 120) == before)
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.erasedFields == 3)
  }

  @Test func `an erasure interrupted after its key reads as erased after a restart`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 60)
      try log.destroyKeys(subject: 1, retentions: ["case"])
    }
    try await withLog(.test(folder), create: false) { log, writer in
      let position = try #require(try log.reader().sealedFields(subject: 1).first?.position)
      #expect(try log.reader().opened(position: position).map(\.content) == [.withheld(.erased)])
      let deleted = try await writer.submit { desk in
        try desk.deleteSealed(subject: 1, retention: "case")
      }
      #expect(deleted > 0)
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact)
  }

  @Test func `a key file row deleted and purged leaves its box nowhere in the file`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 60)
      let boxes = try await DatabaseQueue(path: folder.path + "/keys.sqlite3").read {
        try String.fetchAll($0, sql: "SELECT hex(box) FROM key ORDER BY id")
      }
      let id = try #require(try log.destroyKeys(subject: 1, retentions: ["case"]).first)
      try log.finishErasure()
      let left = try await DatabaseQueue(path: folder.path + "/keys.sqlite3").read {
        try String.fetchAll($0, sql: "SELECT hex(box) FROM key ORDER BY id")
      }
      let gone = Set(boxes).subtracting(left)
      #expect(gone.count == 1, "key \(id)")
      for name in Files.list(folder.path) where name.hasPrefix("keys") {
        let bytes = try Files.read("\(folder.path)/\(name)")
        for box in gone {
          let start = stride(from: 0, to: 32, by: 2).compactMap { offset in
            UInt8(box.dropFirst(offset).prefix(2), radix: 16)
          }
          #expect(!bytes.contains(start), "\(name)")
        }
      }
    }
  }

  @Test func `more new subjects in one batch than keys are ready`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder) { $0.keyPoolSize = 4 }) { log, writer in
      _ = try await writer.submit { desk in
        for subject in 1...50 as ClosedRange<UInt64> { _ = try desk.append(draft(sealed: [field(subject, "x")])) }
        return 0
      }
      #expect(log.size == 50)
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.openedFields == 50)
  }
}

extension OpenedField.Content {
  fileprivate var isWithheld: Bool { if case .withheld = self { true } else { false } }
}
