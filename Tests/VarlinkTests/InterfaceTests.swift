import Testing

@testable import Varlink

@Suite struct InterfaceTests {
  @Test func `a definition keeps its text, its documentation and all its members`() throws {
    let text = """
      # First line
      # second line
      interface org.example.a-b2.c

      # A type.
      type T (
        a: bool, b: ?int, c: []float, d: [string]string, e: object,
        f: ?[]?[string](one, two), g: (x: int), h: [string](), # a remark
        i_j: U, emptyOne: ()
      )
      type U (red,green)

      # Does it.
      method Do(t: T) -> ()
      error Bad (why: string)
      """
    let interface = try VarlinkInterface(parsing: text)
    #expect(interface.name == "org.example.a-b2.c")
    #expect(interface.text == text)
    #expect(interface.documentation == "First line\nsecond line")
    #expect(interface.methods["Do"]?.documentation.hasSuffix("Does it.") == true)
    #expect(interface.methods["Do"]?.input == [.init(name: "t", type: .named("T"))])
    #expect(interface.errors["Bad"]?.parameters == [.init(name: "why", type: .string)])
    #expect(interface.types["U"]?.type == .enumeration(["red", "green"]))
    guard case .structure(let fields)? = interface.types["T"]?.type else {
      Issue.record("T is no structure")
      return
    }
    #expect(
      fields.map(\.type) == [
        .bool, .nullable(.int), .array(.float), .map(.string), .object,
        .nullable(.array(.nullable(.map(.enumeration(["one", "two"]))))),
        .structure([.init(name: "x", type: .int)]), .map(.structure([])), .named("U"), .structure([]),
      ])
  }

  @Test func `the interface of every service can be parsed`() throws {
    let interface = try VarlinkInterface(parsing: ServiceInterface.text)
    #expect(interface.methods.keys.sorted() == ["GetInfo", "GetInterfaceDescription"])
    #expect(interface.errors.count == 6)
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    let text: String
    let problem: VarlinkSyntaxError.Problem
    let line: Int
    let column: Int
    var testDescription: String { text }
  }

  static let mistakes: [Mistake] = [
    .init(text: "", problem: .expected("“interface”"), line: 1, column: 1),
    .init(
      text: "interface org", problem: .expected("an interface name such as org.example.thing"), line: 1, column: 11),
    .init(
      text: "interface Org.a", problem: .expected("an interface name such as org.example.thing"), line: 1, column: 11),
    .init(
      text: "interface a.b-", problem: .expected("an interface name such as org.example.thing"), line: 1, column: 11),
    .init(text: "interface a.b\nfoo", problem: .expected("“type”, “method” or “error”"), line: 2, column: 1),
    .init(
      text: "interface a.b\ntype t ()", problem: .expected("a name that begins with a capital letter"), line: 2,
      column: 6),
    .init(text: "interface a.b\ntype T (a: int,)", problem: .expected("the name of a field"), line: 2, column: 16),
    .init(text: "interface a.b\ntype T (a_: int)", problem: .expected("the name of a field"), line: 2, column: 9),
    .init(text: "interface a.b\ntype T (a__b: int)", problem: .expected("the name of a field"), line: 2, column: 9),
    .init(
      text: "interface a.b\ntype T (a: ??int)", problem: .expected("a type that is not nullable already"), line: 2,
      column: 17),
    .init(text: "interface a.b\ntype T (a: int, a: int)", problem: .duplicate("a"), line: 2, column: 17),
    .init(text: "interface a.b\ntype T ()\nmethod T() -> ()", problem: .duplicate("T"), line: 3, column: 8),
    .init(text: "interface a.b\nmethod M(a: Missing) -> ()", problem: .unknownType("Missing"), line: 2, column: 13),
    .init(
      text: "interface a.b\nmethod M(a, b) -> ()", problem: .expected("fields with their types"), line: 2, column: 9),
    .init(text: "interface a.b\nmethod M() ()", problem: .expected("“->”"), line: 2, column: 12),
    .init(text: "interface a.b\ntype T (a: integer)", problem: .expected("a type"), line: 2, column: 12),
    .init(
      text: "interface a.b\ntype T (a: " + String(repeating: "[]", count: 70) + "int)", problem: .nestedTooDeep,
      line: 2,
      column: 12 + 2 * 64),
  ]

  @Test(arguments: mistakes) func `a mistake is found where it stands`(_ mistake: Mistake) {
    let error = #expect(throws: VarlinkSyntaxError.self) { try VarlinkInterface(parsing: mistake.text) }
    #expect(error?.problem == mistake.problem)
    #expect(error?.line == mistake.line)
    #expect(error?.column == mistake.column)
  }
}
