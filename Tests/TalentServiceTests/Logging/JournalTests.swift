import Glibc
import Logging
import Testing

@testable import TalentService

/// The journal's native protocol, against a socket that plays the journal.
struct JournalTests {
  /// Datagrams as the journal takes them, a large one by the file that comes with it.
  private final class Listener {
    let path: String
    private let descriptor: Int32

    init() throws {
      path = "/tmp/talent-journal-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
      descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
      let bound = withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      try #require(bound == 0)
    }

    deinit {
      close(descriptor)
      unlink(path)
    }

    func next() throws -> [String: String] { try #require(try waiting()) }

    /// The fields of an entry that is there already, parsed as systemd's documentation says.
    func waiting() throws -> [String: String]? {
      var bytes = [UInt8](repeating: 0, count: 1 << 20)
      var control = [UInt8](repeating: 0, count: 64)
      let controlSize = control.count
      var (count, file): (Int, Int32) = (0, -1)
      bytes.withUnsafeMutableBytes { data in
        control.withUnsafeMutableBytes { beside in
          var part = iovec(iov_base: data.baseAddress, iov_len: data.count)
          withUnsafeMutablePointer(to: &part) { part in
            var message = msghdr()
            (message.msg_iov, message.msg_iovlen) = (part, 1)
            (message.msg_control, message.msg_controllen) = (beside.baseAddress, controlSize)
            count = recvmsg(descriptor, &message, Int32(MSG_DONTWAIT))
            if message.msg_controllen > 0 { file = beside.load(fromByteOffset: 16, as: Int32.self) }
          }
        }
      }
      guard count >= 0 else { return nil }
      guard file >= 0 else { return fields(Array(bytes[..<count])) }
      defer { close(file) }
      // Sealed: nobody can change what the journal reads.
      #expect(fcntl(file, 1034) & 0xF == 0xF)
      let read = pread(file, &bytes, bytes.count, 0)
      return fields(Array(bytes[..<max(read, 0)]))
    }

    private func fields(_ bytes: [UInt8]) -> [String: String] {
      var (fields, rest): ([String: String], ArraySlice<UInt8>) = ([:], bytes[...])
      while let end = rest.firstIndex(where: { $0 == 10 || $0 == 61 }) {
        let name = String(decoding: rest[..<end], as: UTF8.self)
        let isLong = rest[end] == 10
        rest = rest[(end + 1)...]
        let length: Int
        if isLong {
          length = rest.prefix(8).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
          rest = rest.dropFirst(8)
        } else {
          length = (rest.firstIndex(of: 10) ?? rest.endIndex) - rest.startIndex
        }
        fields[name] = String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length + 1)
      }
      return fields
    }
  }

  private func logger(to listener: Listener) throws -> Logger {
    let journal = try #require(Journal(path: listener.path))
    return Logger(label: "test") { _ in JournalHandler(journal) }
  }

  @Test func `an incident comes with its id, its code and its fields`() throws {
    let listener = try Listener()
    try logger(to: listener).report(.internalFailure(reference: "ab12", error: "LogError"))
    let entry = try listener.next()
    #expect(entry["MESSAGE_ID"] == IncidentKind.internalFailure.id)
    #expect(entry["PRIORITY"] == "3")
    #expect(entry["SYSLOG_IDENTIFIER"] == "talentd")
    #expect(entry["TALENTD_CODE"] == "internal-failure")
    #expect(entry["TALENTD_REFERENCE"] == "ab12")
    #expect(entry["TALENTD_ERROR"] == "LogError")
    #expect(entry["MESSAGE"] == ServiceIncident.internalFailure(reference: "ab12", error: "LogError").sentence)
  }

  /// A value with a new line in it could otherwise pass for a field of its own.
  @Test(arguments: ["two\nlines", "\n", "a\nPRIORITY=0\nMESSAGE=forged", "æøå\n✓"])
  func `a value of several lines stays one value`(value: String) throws {
    let listener = try Listener()
    try logger(to: listener).notice("something", metadata: ["value": "\(value)"])
    let entry = try listener.next()
    #expect(entry["TALENTD_VALUE"] == value)
    #expect(entry["PRIORITY"] == "5")
    #expect(entry["MESSAGE"] == "something")
  }

  @Test func `an entry that is too large for a datagram comes as a sealed file`() throws {
    let listener = try Listener()
    let value = String(repeating: "x", count: 600_000)
    try logger(to: listener).notice("large", metadata: ["value": "\(value)"])
    #expect(try listener.next()["TALENTD_VALUE"] == value)
  }

  @Test func `a journal that does not read holds nobody up, and hears how much it missed`() throws {
    let listener = try Listener()
    let logger = try logger(to: listener)
    let start = ContinuousClock.now
    for number in 0..<2000 { logger.notice("\(number)") }
    #expect(ContinuousClock.now - start < .seconds(20))
    var taken = 0
    while try listener.waiting() != nil { taken += 1 }
    #expect(taken < 2000)
    logger.notice("after")
    #expect(try listener.next()["TALENTD_LOST"] == "\(2000 - taken)")
  }

  @Test func `without a journal nothing happens`() throws {
    let journal = try #require(Journal(path: "/nowhere/journal"))
    journal.send(JournalEntry())
  }
}
