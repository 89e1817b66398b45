import StrictJSON
import Testing

@testable import Varlink

@Suite struct TypeCheckerTests {
  static let interface = """
    interface org.example.types
    type Thing (name: string, colour: (red, green), size: ?int)
    method Do(
      flag: bool, count: int, ratio: float, text: string, any: object, things: []Thing, byName: ?[string]Thing,
      set: [string]()
    ) -> ()
    """

  static let good: JSON = [
    "flag": true, "count": 1, "ratio": 1.5, "text": "x", "any": ["whatever": [1, nil]],
    "things": [["name": "a", "colour": "red"], ["name": "b", "colour": "green", "size": nil]],
    "byName": ["å": ["name": "c", "colour": "red", "size": 3]], "set": ["one": [:]],
  ]

  static func check(_ json: JSON) throws {
    let interface = try VarlinkInterface(parsing: interface)
    let fields = try #require(interface.methods["Do"]).input
    try TypeChecker(interface).check(json, against: fields)
  }

  /// The good parameters with one member replaced, or removed by nil.
  static func changed(_ name: String, _ value: JSON?) -> JSON {
    .object((good.object ?? []).filter { $0.name != name } + (value.map { [.init(name: name, value: $0)] } ?? []))
  }

  @Test func `parameters of the right types pass`() throws {
    try Self.check(Self.good)
    try Self.check(Self.changed("byName", nil))
    try Self.check(Self.changed("byName", .null))
    try Self.check(Self.changed("ratio", 2))
  }

  static let faults: [(JSON, VarlinkFault)] = [
    (.array([]), .init(path: "", problem: .wrongType("object"))),
    (changed("extra", 1), .init(path: "extra", problem: .unknownMember)),
    (changed("not a name", 1), .init(path: "?", problem: .unknownMember)),
    (changed("flag", nil), .init(path: "flag", problem: .missing)),
    (changed("flag", .null), .init(path: "flag", problem: .wrongType("bool"))),
    (changed("flag", 0), .init(path: "flag", problem: .wrongType("bool"))),
    (changed("count", 1.0), .init(path: "count", problem: .wrongType("int"))),
    (changed("ratio", "1"), .init(path: "ratio", problem: .wrongType("float"))),
    (changed("any", 1), .init(path: "any", problem: .wrongType("object"))),
    (changed("things", [:]), .init(path: "things", problem: .wrongType("[]Thing"))),
    (changed("things", [["name": "a"]]), .init(path: "things[0].colour", problem: .missing)),
    (
      changed("things", [["name": "a", "colour": "red"], ["name": "a", "colour": "blue"]]),
      .init(path: "things[1].colour", problem: .notOneOf(["red", "green"]))
    ),
    (
      changed("byName", ["k": ["name": "a", "colour": "red", "size": "big"]]),
      .init(path: "byName.k.size", problem: .wrongType("int"))
    ),
    (changed("byName", ["å": 1]), .init(path: "byName.?", problem: .wrongType("object"))),
    (changed("set", ["one": ["x": 1]]), .init(path: "set.one.x", problem: .unknownMember)),
  ]

  @Test(arguments: faults) func `a fault is named by its path`(_ parameters: JSON, _ fault: VarlinkFault) {
    let thrown = #expect(throws: VarlinkFault.self) { try Self.check(parameters) }
    #expect(thrown == fault)
  }
}
