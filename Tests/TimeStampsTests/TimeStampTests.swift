import Glibc
import Testing
import TimeStamps

struct TimeStampTests {
  private let note = Array("log.example/1\n7\nAAAA\n\n— log.example/1 AAAA\n".utf8)

  private func request(_ nonce: UInt64 = 0xFEDC_BA98_7654_3210) throws -> TimeStampRequest {
    try TimeStampRequest(over: note, nonce: nonce)
  }

  private func fault(_ body: () async throws -> Void) async -> TimeStampError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? TimeStampError
    }
  }

  @Test(arguments: [
    ["-newkey", "rsa:2048"], ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
    ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"],
  ])
  func `what openssl stamps is verified here, and there`(key: [String]) async throws {
    let authority = try Authority(key: key)
    for section in ["tsa", "older"] {
      let request = try request()
      let response = try authority.reply(to: request.bytes, section: section)
      let stamp = try TimeStamp(parsing: response)
      try stamp.answers(request)
      try await stamp.verify(over: note, authorities: TimeStampAuthorities(pem: authority.read("root.pem")))
      #expect(try authority.verifies(response, over: note))
      #expect(abs(stamp.time - Int64(Glibc.time(nil)) * 1000) < 60_000)
      #expect(stamp.policy == "1.3.6.1.4.1.57264.2")
      #expect(stamp.accuracy == (section == "tsa" ? 1501 : nil))
      #expect(stamp.bytes == response)
    }
  }

  @Test func `a stamp over other bytes, or for another request, is none`() async throws {
    let authority = try Authority()
    let roots = try TimeStampAuthorities(pem: authority.read("root.pem"))
    let stamp = try TimeStamp(parsing: authority.reply(to: request().bytes))
    #expect(await fault { try await stamp.verify(over: note + [0x0A], authorities: roots) } == .otherBytes)
    #expect(await fault { try stamp.answers(try request(1)) } == .otherNonce)
  }

  @Test func `an authority for which nobody vouches is not believed`() async throws {
    let (authority, other) = (try Authority(), try Authority())
    let stamp = try TimeStamp(parsing: authority.reply(to: request().bytes))
    let others = try TimeStampAuthorities(pem: other.read("root.pem"))
    #expect(await fault { try await stamp.verify(over: note, authorities: others) } == .untrusted)
    // One of several is enough.
    let both = try TimeStampAuthorities(pem: other.read("root.pem") + authority.read("root.pem"))
    #expect(await fault { try await stamp.verify(over: note, authorities: both) } == nil)
  }

  @Test func `a certificate that was not valid then does not count`() async throws {
    let authority = try Authority()
    let roots = try TimeStampAuthorities(pem: authority.read("root.pem"))
    try authority.certify("expired", ["-key", "tsa.key"], extensions: "stamping", days: 1)
    try authority.openssl([
      "x509", "-req", "-in", "expired.csr", "-CA", "root.pem", "-CAkey", "root.key", "-extfile", "openssl.cnf",
      "-extensions", "stamping", "-days", "-1", "-out", "expired.pem",
    ])
    let old = try TimeStamp(parsing: authority.reply(to: request().bytes, by: "expired"))
    #expect(await fault { try await old.verify(over: note, authorities: roots) } == .untrusted)
  }

  @Test func `a certificate that is meant for other things too does not stamp`() async throws {
    let authority = try Authority()
    let roots = try TimeStampAuthorities(pem: authority.read("root.pem"))
    try authority.certify("both", ["-newkey", "rsa:2048"], extensions: "both")
    let response = try authority.reply(to: request().bytes)
    for (name, expected) in [("both", TimeStampError.untrusted), ("tsa", nil)] {
      let stamp = try TimeStamp(parsing: authority.resigned(response, by: name))
      #expect(await fault { try await stamp.verify(over: note, authorities: roots) } == expected, "\(name)")
    }
  }

  @Test func `no changed byte of a response changes what it says`() async throws {
    let authority = try Authority(key: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"])
    let roots = try TimeStampAuthorities(pem: authority.read("root.pem"))
    let response = try authority.reply(to: request().bytes)
    let original = try TimeStamp(parsing: response)
    for place in response.indices {
      var changed = response
      changed[place] ^= 0x01
      // What nobody signed may differ, such as a word in the outer wrapping; what the stamp says may not.
      guard let stamp = try? TimeStamp(parsing: changed),
        await fault({ try await stamp.verify(over: note, authorities: roots) }) == nil
      else { continue }
      #expect(stamp.time == original.time && stamp.serial == original.serial, "byte \(place)")
      #expect(stamp.nonce == original.nonce && stamp.accuracy == original.accuracy, "byte \(place)")
    }
  }

  @Test func `a weak digest, and a refusal, are told apart`() async throws {
    let authority = try Authority()
    let roots = try TimeStampAuthorities(pem: authority.read("root.pem"))
    let weak = try TimeStamp(parsing: authority.reply(to: request().bytes, section: "weak"))
    #expect(await fault { try await weak.verify(over: note, authorities: roots) } == .unknownAlgorithm)
    let refused = try authority.reply(to: request().bytes, section: "choosy")
    #expect(await fault { _ = try TimeStamp(parsing: refused) } == .refused(status: 2))
  }

  @Test func `what is no response, and no file of certificates, is refused`() async throws {
    for bytes in [[], [0x30], [0x30, 0x00], Array("<html>".utf8), [UInt8](repeating: 0x30, count: 70_000)] {
      #expect(await fault { _ = try TimeStamp(parsing: bytes) } == .malformed)
    }
    for text in ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
      #expect(await fault { _ = try TimeStampAuthorities(pem: Array(text.utf8)) } == .noCertificates, "\(text)")
    }
  }
}
