import CPlatform
import Glibc
import Testing

@Suite(.serialized) struct ZoneTests {
  /// What the clocks in a zone made of a local time.
  struct Answer: Equatable {
    let utc: Int64
    let kind: Int32
  }

  static let exact = Int32(TALENT_LOCAL_EXACT.rawValue)
  static let ambiguous = Int32(TALENT_LOCAL_AMBIGUOUS.rawValue)
  static let gap = Int32(TALENT_LOCAL_GAP.rawValue)

  /// A zone that is closed when nobody has it any more.
  final class Zone {
    private let handle: OpaquePointer

    init(_ name: String) throws { handle = try #require(talent_zone_open(name)) }

    deinit { talent_zone_close(handle) }

    func utc(_ time: [Int32]) -> Answer? {
      var utc: Int64 = 0
      var kind: Int32 = -1
      let result = talent_zone_utc(handle, time[0], time[1], time[2], time[3], time[4], time[5], &utc, &kind)
      #expect(result == 0 || result == -EINVAL)
      return result == 0 ? Answer(utc: utc, kind: kind) : nil
    }

    func offset(_ utc: Int64) -> Int32? {
      var offset: Int32 = 0
      return talent_zone_local(handle, utc, &offset) == 0 ? offset : nil
    }
  }

  /// The zone as files give it, and as it is compiled in for where there are none.
  static let sources: [String?] = [nil, "/nonexistent"]

  static func copenhagen(_ folder: String?) throws -> Zone {
    if let folder { setenv("TZDIR", folder, 1) }
    defer { unsetenv("TZDIR") }
    return try Zone("Europe/Copenhagen")
  }

  @Test(arguments: sources) func `the clocks in Copenhagen change twice in 2027`(_ folder: String?) throws {
    let zone = try Self.copenhagen(folder)
    // 2027-03-28T01:00:00Z and 2027-10-31T01:00:00Z
    #expect(zone.offset(1_806_195_599) == 3600)
    #expect(zone.offset(1_806_195_600) == 7200)
    #expect(zone.offset(1_824_944_399) == 7200)
    #expect(zone.offset(1_824_944_400) == 3600)
  }

  @Test(arguments: sources) func `a local time in Copenhagen is exact, ambiguous or in a gap`(_ folder: String?) throws
  {
    let zone = try Self.copenhagen(folder)
    // 2027-03-02T00:00 is 2027-03-01T23:00:00Z.
    #expect(zone.utc([2027, 3, 2, 0, 0, 0]) == Answer(utc: 1_803_942_000, kind: Self.exact))
    #expect(zone.utc([2027, 7, 1, 12, 0, 0]) == Answer(utc: 1_814_436_000, kind: Self.exact))
    #expect(zone.utc([2027, 3, 28, 1, 59, 59]) == Answer(utc: 1_806_195_599, kind: Self.exact))
    #expect(zone.utc([2027, 3, 28, 2, 0, 0]) == Answer(utc: 1_806_195_600, kind: Self.gap))
    #expect(zone.utc([2027, 3, 28, 2, 30, 0]) == Answer(utc: 1_806_197_400, kind: Self.gap))
    #expect(zone.utc([2027, 3, 28, 3, 0, 0]) == Answer(utc: 1_806_195_600, kind: Self.exact))
    #expect(zone.utc([2027, 10, 31, 1, 59, 59]) == Answer(utc: 1_824_940_799, kind: Self.exact))
    #expect(zone.utc([2027, 10, 31, 2, 0, 0]) == Answer(utc: 1_824_940_800, kind: Self.ambiguous))
    #expect(zone.utc([2027, 10, 31, 2, 59, 59]) == Answer(utc: 1_824_944_399, kind: Self.ambiguous))
    #expect(zone.utc([2027, 10, 31, 3, 0, 0]) == Answer(utc: 1_824_948_000, kind: Self.exact))
    // Far beyond any table: the rule at the end of the file.
    #expect(zone.utc([2199, 7, 1, 0, 0, 0]) == Answer(utc: 7_242_213_600, kind: Self.exact))
  }

  @Test func `every hour of a century agrees with the C library's own reckoning`() throws {
    setenv("TZ", "Europe/Copenhagen", 1)
    tzset()
    defer {
      unsetenv("TZ")
      tzset()
    }
    let zone = try Zone("Europe/Copenhagen")
    var utc: Int64 = -1_000_000_000
    while utc < 4_000_000_000 {
      var seconds = time_t(utc)
      var local = tm()
      localtime_r(&seconds, &local)
      try #require(zone.offset(utc) == Int32(local.tm_gmtoff), "at \(utc)")
      utc += 3600
    }
  }

  @Test(arguments: [
    ("America/New_York", 1_814_436_000, -14400), ("Asia/Kolkata", 0, 19800), ("Australia/Sydney", 1_798_761_600, 39600),
    ("UTC", 1_814_436_000, 0), ("Europe/Dublin", 1_814_436_000, 3600), ("America/Godthab", 7_242_213_600, -3600),
  ]) func `other zones are read too, south of the equator and with summer as standard`(
    _ name: String, _ utc: Int64, _ offset: Int32
  ) throws {
    #expect(try Zone(name).offset(utc) == offset)
  }

  @Test(arguments: ["", "../../etc/passwd", "/etc/localtime", "Europe/Nowhere", "zone.tab", "Europe"])
  func `what is no zone is not opened`(_ name: String) {
    #expect(talent_zone_open(name) == nil)
  }

  @Test(
    arguments: [
      [0, 1, 1, 0, 0, 0], [2027, 13, 1, 0, 0, 0], [2027, 2, 29, 0, 0, 0], [2100, 2, 29, 0, 0, 0],
      [2027, 4, 31, 0, 0, 0],
      [2027, 1, 1, 24, 0, 0], [2027, 1, 1, 0, 60, 0], [2027, 1, 1, 0, 0, 60], [10000, 1, 1, 0, 0, 0],
    ] as [[Int32]]) func `what is no date or time is refused`(_ time: [Int32]) throws
  {
    #expect(try Zone("Europe/Copenhagen").utc(time) == nil)
  }
}
