import Seeded
import StrictJSON
import TalentDomain
import TalentInterface

/// Makes parameters after the form of a method: mostly well formed and about people and things that there are, and now and
/// then with a value at the edge of its range, one that is missing, one too many, or one of another kind.
struct CallGenerator {
  var random: SeededGenerator
  /// How many values in a thousand are made wrong.
  let wrongPerMille: Int
  private let people: [String]

  init(_ random: SeededGenerator, wrongPerMille: Int = 15) {
    self.random = random
    self.wrongPerMille = wrongPerMille
    people = Cast.people.map(\.number.value)
  }

  /// A method and parameters for it.
  mutating func call() -> (method: Method, parameters: JSON) {
    let method = Methods.all[random.below(Methods.all.count)]
    return (method, record(method.input))
  }

  mutating func value(_ shape: Shape) -> JSON {
    if random.below(1000) < wrongPerMille { return anything() }
    switch shape {
    case .alias: return .string(pick([Alias(bits: random.next()).text, Alias.none.text, Alias.organisation.text]))
    case .bool: return .bool(random.below(2) == 0)
    case .code: return .string(pick(Edges.codes))
    case .date: return .string(pick(Edges.dates))
    case .instant: return .string(pick(Edges.instants))
    case .localTime: return .string("\(pick(Edges.dates))T\(pick(Edges.times))")
    case .rational: return .string(pick(Edges.rationals))
    case .digest: return .string(String((0..<43).map { _ in pick(Array("abcXYZ019-_")) }))
    case .person: return .string(random.below(10) > 0 ? pick(people) : pick(Edges.texts))
    case .integer(let range):
      return .integer(
        Int64(clamping: pick(Edges.integers + [range.lowerBound, range.upperBound, range.upperBound / 2])))
    case .line: return .string(random.below(3) > 0 ? pick(Cast.centres + people) : pick(Edges.texts))
    case .text: return .string(pick(Edges.texts))
    case .choice(_, let words): return .string(pick(words))
    case .list(let element, _):
      let count = random.below(200) == 0 ? 501 : random.below(4)
      return .array((0..<count).map { _ in value(element) })
    case .record(let shape): return record(shape)
    }
  }

  private mutating func record(_ shape: RecordShape) -> JSON {
    var members: [JSON.Member] = []
    for member in shape.members {
      if member.name == "simulate" || member.isOptional && random.below(3) > 0 { continue }
      if random.below(4000) < wrongPerMille { continue }
      let value = member.isOptional && random.below(20) == 0 ? JSON.null : value(member.shape)
      members.append(.init(name: member.name, value: member.name == "id" ? commandID(or: value) : value))
    }
    if random.below(8000) < wrongPerMille { members.append(.init(name: "Zusatz", value: anything())) }
    return .object(members)
  }

  /// Of command ids only a few, so that some come twice, with the same content or another.
  private mutating func commandID(or value: JSON) -> JSON {
    guard value.string != nil, random.below(20) > 0 else { return value }
    let digits = String(random.below(2000) + 1000, radix: 16)
    return .string("0190aaaa-0000-7000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)")
  }

  private mutating func anything() -> JSON {
    switch random.below(8) {
    case 0: .null
    case 1: .bool(true)
    case 2: .integer(Int64(pick(Edges.integers)))
    case 3: .double(pick([0.5, -0.0, 1e300, 1e-300]))
    case 4: .string(pick(Edges.texts))
    case 5: .array([.null, .array([])])
    case 6: .object([])
    default: .object([.init(name: pick(Edges.texts), value: .integer(0))])
    }
  }

  mutating func pick<Element>(_ all: [Element]) -> Element { all[random.below(all.count)] }

}

/// Values at the ends of what is allowed, and just beyond.
enum Edges {
  static let integers = [
    0, 1, 2, 3, 4, 5, 12, 20, -1, 300, 301, 1 << 31, -(1 << 31), 9_007_199_254_740_991, -9_007_199_254_740_991,
  ]

  static let codes = [
    "2027", "2027", "2027", "2027", "2028", "programme-1.0", "x", String(repeating: "a", count: 64), "", "Æ", "../x",
  ]

  static let dates = [
    "2027-03-01", "2027-03-02", "2027-01-14", "2027-01-15", "2027-04-26", "2027-05-20", "2027-06-14",
    "2028-01-14", "2028-02-29", "2027-02-29", "0001-01-01",
    "9999-12-31", "0000-00-00", "1969-12-31", "2027-3-1",
  ]

  static let times = ["00:00:00", "09:00:00", "23:59:59", "24:00:00", "02:30:00"]

  static let instants = [
    "2027-03-01T22:59:59.999Z", "2027-03-01T23:00:00.000Z", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z",
    "1969-12-31T23:59:59.999Z", "2027-03-28T01:00:00.000Z", "2027-02-30T00:00:00.000Z", "2027-03-01",
  ]

  static let rationals = [
    "1/3", "1/3", "1/3", "0", "1", "1/2", "49/18", "-1/3", "2/4", "1/0", "9223372036854775807", "-9223372036854775808",
    "1/9223372036854775807", "9223372036854775806/9223372036854775807", "4611686018427387904", "",
    "999999999", "-999999999", "1/999999999", "999999998/999999999",
  ]

  static let texts = [
    "x", "Set i hverdagen.", "Æblegrød på Ærø", "", " ", "\u{2003}", "a\nb", "\u{0}", "\u{7}", "\u{202E}gnidlaer",
    "👩🏽‍💻👩🏽‍💻", "\u{FEFF}", "\u{FFFF}", "\"\\/", "<script>", "' OR 1=1 --", "%s%n", "../../etc/passwd", "110", "2027",
    String(repeating: "x", count: 200), String(repeating: "å", count: 201), String(repeating: "字", count: 4000),
    String(repeating: "x", count: 4001), "e\u{301}",
  ]
}
