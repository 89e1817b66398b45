import Testing
import Transparency

@testable import Anchoring

/// What is posted to a witness, and what its answers mean (C2SP tlog-witness).
struct AddCheckpointTests {
  @Test func `a request is the old size, the proof, an empty line and the note`() throws {
    let hash = TreeHash.leaf([1])
    let body = AddCheckpoint.body(old: 20, proof: [hash], note: "log.example\n21\nAAAA\n\n— log.example AAAA\n")
    #expect(
      String(decoding: body, as: UTF8.self)
        == "old 20\n\(hash.base64)\n\nlog.example\n21\nAAAA\n\n— log.example AAAA\n")
    #expect(String(decoding: AddCheckpoint.body(old: 0, proof: [], note: "x\n"), as: UTF8.self) == "old 0\n\nx\n")
  }

  @Test func `the address is the prefix and the method`() {
    #expect(AddCheckpoint.url("https://w.example") == "https://w.example/add-checkpoint")
    #expect(AddCheckpoint.url("https://w.example/a/") == "https://w.example/a/add-checkpoint")
  }

  @Test(arguments: [
    (200, "— w AAAA\n— v BBBB\n", AddCheckpoint.Answer.cosigned(["— w AAAA", "— v BBBB"])), (200, "", .garbage),
    (200, "— w AAAA", .garbage), (409, "17\n", .at(17)), (409, "0\n", .at(0)), (409, "17", .garbage),
    (409, "017\n", .garbage), (409, "-1\n", .garbage), (409, "99999999999999999999999\n", .garbage),
    (400, "", .refused(.malformed)), (403, "", .refused(.unknownKey)), (404, "", .refused(.unknownLog)),
    (422, "", .refused(.inconsistent)), (429, "", .unavailable(429)), (503, "", .unavailable(503)),
    (302, "", .garbage), (204, "", .garbage), (418, "", .garbage),
  ])
  func `each answer is one of those that the protocol has`(status: Int, body: String, expected: AddCheckpoint.Answer) {
    #expect(AddCheckpoint.read(HTTPAnswer(status: status, body: Array(body.utf8))) == expected)
  }

  @Test func `what is not text, or more lines than a note may have, is none`() {
    #expect(AddCheckpoint.read(HTTPAnswer(status: 200, body: [0xFF, 0x0A])) == .garbage)
    let lines = String(repeating: "x\n", count: 200)
    #expect(AddCheckpoint.read(HTTPAnswer(status: 200, body: Array(lines.utf8))) == .garbage)
  }

  @Test func `the gravest of what a run met is its status`() {
    let report = Report()
    #expect(report.status == .done)
    report.failed("a", .unavailable)
    report.failed("b", .unverified)
    report.failed("c", .refused)
    #expect(report.status == .unverified)
  }
}
