import StrictJSON
import TalentDomain

/// Draws canonical JSON of any shape from a seed.
struct ShapeGenerator {
  private var state: UInt64
  /// Whether absent members are sometimes written as `null`, as clients may.
  var writesNull = false

  init(seed: UInt64) { state = seed }

  /// The members of a record; `change` may add, leave out or replace some before they are written in order.
  mutating func record(
    _ shape: RecordShape, change: (inout [(name: String, value: [UInt8])]) -> Void = { _ in }
  ) -> [UInt8] {
    var members: [(name: String, value: [UInt8])] = []
    for member in shape.members {
      if member.isOptional, below(2) == 0 {
        if writesNull { members.append((member.name, Array("null".utf8))) }
        continue
      }
      members.append((member.name, value(member.shape)))
    }
    change(&members)
    var writer = CanonicalWriter()
    writer.beginObject()
    for member in members.sorted(by: { Array($0.name.utf16).lexicographicallyPrecedes(Array($1.name.utf16)) }) {
      writer.key(escaping: member.name)
      writer.raw(member.value)
    }
    writer.endObject()
    return writer.bytes
  }

  mutating func value(_ shape: Shape) -> [UInt8] {
    var writer = CanonicalWriter()
    switch shape {
    case .alias: Alias(bits: next()).write(&writer)
    case .bool: writer.bool(below(2) == 0)
    case .code: writer.string(text("abcxyz0189.-", 1...64))
    case .date: day().write(&writer)
    case .instant: Instant(milliseconds: Int64(day().dayNumber) * 86_400_000 + Int64(below(86_400_000))).write(&writer)
    case .localTime: LocalTime(date: day(), time: TimeOfDay(seconds: below(86_400))).write(&writer)
    case .rational: Rational(below(2_000_001) - 1_000_000, below(1000) + 1).write(&writer)
    case .digest: writer.string(text("AZaz09-_", 43...43))
    case .person: writer.string(text("0189abæ", 1...30))
    case .integer(let range): writer.integer(Int64(range.lowerBound + below(range.count)))
    case .line(let limit): writer.string("æ" + text("aæÅ \"\\«»/é😀\u{2028}", 0...min(limit - 1, 30)))
    case .text(let limit): writer.string("æ" + text("aæÅ \"\\«»/é😀\n\t\u{7F}", 0...min(limit - 1, 60)))
    case .choice(_, let words): writer.string(words[below(words.count)])
    case .list(let element, _):
      writer.beginArray()
      for _ in 0..<below(4) { writer.raw(value(element)) }
      writer.endArray()
    case .record(let shape): return record(shape)
    }
    return writer.bytes
  }

  private mutating func day() -> CivilDate {
    let first = CivilDate("0001-01-01")!.dayNumber
    return CivilDate(dayNumber: first + below(CivilDate("9999-12-31")!.dayNumber - first + 1))
  }

  private mutating func text(_ letters: String, _ length: ClosedRange<Int>) -> String {
    let letters = Array(letters)
    return String((0..<(length.lowerBound + below(length.count))).map { _ in letters[below(letters.count)] })
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
