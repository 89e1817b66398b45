import EventLog
import Leaves
import StrictJSON
import Testing
import Transparency

@Suite struct LeafTests {
  @Test func `a leaf says again what its draft said, and what the log added`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      var first = draft("one", 3, sealed: [field(5, "secret"), field(6, "other")])
      first.behalf = "b9"
      first.cause = 0
      let given = first
      _ = try await writer.submit { desk in
        _ = try desk.append(draft("one", 1))
        let appended = try desk.append(given)
        try appended.bytes.withLeaf(at: 1) { leaf in
          #expect(leaf.position == 1 && leaf.revision == 1 && leaf.type == given.type && leaf.stream == "one")
          #expect(leaf.subject == "s3" && leaf.effective == given.effective && leaf.received == given.received)
          #expect(leaf.actor == "a1" && leaf.behalf == "b9" && leaf.cause == 0 && leaf.command == "c3")
          #expect(leaf.recorded == desk.now && leaf.ruleSet == "2027.1" && leaf.localDate == "2027-03-01")
          #expect(Array(leaf.facts) == given.facts && !leaf.simulated && leaf.origin == "test.example/log")
          #expect(leaf.digests == appended.disclosures.map(\.digest).sorted())
        }
        return 0
      }
      // RFC 8785 as another implementation of ours writes it, down to the last byte.
      let bytes = try log.reader().leaf(at: 1)
      #expect(try JSON(parsing: bytes).canonical() == bytes)
      let json = try JSON(parsing: bytes)
      #expect(json["dataschema"]?.string == "urn:talentd:event:thing.happened.v1")
      #expect(json["id"]?.string == "1")
      #expect(json["time"]?.string == "2027-01-15T08:00:00.003Z")
    }
  }

  @Test(arguments: [
    ("{\"data\":", "{\"data\": "), ("\"id\":\"0\"", "\"id\":\"00\""), ("\"id\":\"0\"", "\"id\":\"1\""),
    ("\"specversion\":\"1.0\"", "\"specversion\":\"1.1\""), ("\"revision\":0", "\"revision\":00"),
    ("\"revision\":0", "\"revision\":1"), ("\"actor\":\"a1\"", "\"actor\":\"a\\u0031\""),
    (",\"type\":", ",\"unknown\":1,\"type\":"), ("\"facts\":{", "\"facts\":[{"), ("2027-03-01\"", "2027-02-29\""),
    ("2027-03-01\"", "2100-02-29\""), ("2027-03-01\"", "2027-04-31\""), ("2027-03-01\"", "2027-13-01\""),
    ("2027-03-01\"", "2027-00-01\""), ("2027-03-01\"", "2027-03-00\""), ("2027-03-01\"", "2027-03-0:\""),
    ("T08:", "T24:"), (".000Z", ".00Z"),
  ])
  func `another shape or spelling is refused, and the position named`(_ from: String, _ to: String) async throws {
    let folder = try TemporaryFolder()
    let bytes = try await withLog(.test(folder)) { log, writer in
      _ = try await writer.submit { desk in try desk.append(draft()).position }
      return try log.reader().leaf(at: 0)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(text) has \(from)")
    let changed = Array((parts[0] + to + parts[1]).utf8)
    #expect {
      try changed.withLeaf(at: 0) { _ in }
    } throws: { error in
      (error as? LeafError)?.position == 0
    }
  }

  @Test func `every day of the calendar is read as it was written`() async throws {
    let folder = try TemporaryFolder()
    // 1 December 1999 to 1 March 2001, and 2099 to 2101: with a leap day, and without one in a hundredth year.
    let days = [10_926..<11_382, 47_450..<47_910].joined()
    let moments = days.map { Int64($0) * 86_400_000 + 86_399_999 }
    try await withLog(.test(folder)) { log, writer in
      _ = try await writer.submit { desk in
        for moment in moments {
          var dated = draft()
          dated.effective = moment
          _ = try desk.append(dated)
        }
        return 0
      }
      try log.reader().scan { bytes, position in
        let leaf = try Leaf(bytes, position: position)
        #expect(leaf.effective == moments[position])
      }
    }
  }

  @Test func `a draft that would make an unreadable leaf is refused, and nothing of it stays`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      let changes: [(DraftFault, @Sendable (inout Draft) -> Void)] = [
        (.stream, { $0.stream = "" }), (.type, { $0.type = "a\"b" }), (.subject, { $0.subject = "æ" }),
        (.actor, { $0.actor = String(repeating: "x", count: 257) }), (.behalf, { $0.behalf = "\n" }),
        (.cause, { $0.cause = -1 }), (.command, { $0.command = "" }), (.ruleSet, { $0.ruleSet = "\\" }),
        (.localDate, { $0.localDate = "2027-02-29" }), (.time, { $0.effective = .max }), (.facts, { $0.facts = [] }),
        (.facts, { $0.facts = Array("[]".utf8) }), (.facts, { $0.facts = Array("{} ".utf8) }),
        (
          .sealedName,
          { $0.sealed = [SealedField(subject: 1, retention: "r", audience: "a", name: "_sd", value: [49])] }
        ),
        (.sealedValue, { $0.sealed = [SealedField(subject: 1, retention: "r", audience: "a", name: "n", value: [])] }),
        (.sealedClass, { $0.sealed = [SealedField(subject: 1, retention: "", audience: "a", name: "n", value: [49])] }),
        (.sealedCount, { $0.sealed = Array(repeating: field(1, "x"), count: 257) }),
      ]
      for (fault, change) in changes {
        var bad = draft()
        change(&bad)
        let given = bad
        await #expect(throws: WriterError.failed(.invalidDraft(fault))) {
          try await writer.submit { desk in try desk.append(given).position }
        }
      }
      var long = draft()
      long.facts = Array(("{\"text\":\"" + String(repeating: "x", count: 65_535) + "\"}").utf8)
      let tooLong = long
      await #expect {
        try await writer.submit { desk in try desk.append(tooLong).position }
      } throws: { error in
        guard case WriterError.failed(.leafTooLarge) = error else { return false }
        return true
      }
      #expect(log.size == 0)
      let position = try await writer.submit { desk in try desk.append(draft()).position }
      #expect(position == 0)
    }
  }

  @Test func `the largest leaf is 65,535 bytes, and is read back`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      let bare = try await writer.submit { desk in try desk.append(draft("one", 0)).bytes.count }
      var wide = draft("two", 0)
      wide.facts = Array(("{\"number\":\"" + String(repeating: "x", count: 65_535 - bare - 1) + "\"}").utf8)
      let given = wide
      let count = try await writer.submit { desk in try desk.append(given).bytes.count }
      #expect(count == 65_535)
      #expect(try log.reader().leaf(at: 1).count == 65_535)
    }
    #expect(try LogVerifier.verify(folder: folder.path).isIntact)
  }
}
