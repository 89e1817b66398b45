import TalentDomain
import Testing

@testable import TalentCommands

struct YAMLReaderTests {
  private func scalar(_ text: String, quoted: Bool = false, line: Int) -> YAMLNode {
    YAMLNode(line: line, content: .scalar(text, quoted: quoted))
  }

  @Test func `mappings and lists are told by their indentation`() throws {
    let node = try YAMLReader.read("---\na:\n  b: 1 # one\n  c:\n  - x\n  - d: \"2 # two\"\n    e: 'it''s'\n")
    #expect(node["a"]?["b"] == scalar("1", line: 3))
    guard case .list(let items) = node["a"]?["c"]?.content else { return #expect(Bool(false), "c is a list") }
    #expect(items[0] == scalar("x", line: 5))
    #expect(items[1]["d"] == scalar("2 # two", quoted: true, line: 6))
    #expect(items[1]["e"] == scalar("it's", quoted: true, line: 7))
  }

  @Test func `lists and mappings may stand on one line`() throws {
    let node = try YAMLReader.read("a: [x, \"y, z\", 3]\nb: {c: 1, d: [e, f]}\nc: []\n")
    guard case .list(let items) = node["a"]?.content else { return #expect(Bool(false), "a is a list") }
    #expect(items.map(\.scalar) == ["x", "y, z", "3"])
    #expect(node["b"]?["c"]?.scalar == "1")
    #expect(node["c"]?.content == .list([]))
  }

  static let wrong: [(text: String, line: Int)] = [
    ("", 1), ("a: 1\na: 2\n", 2), ("a:\n\tb: 1\n", 2), ("a: 1\n  b: 2\n", 2), ("a:\nb: 1\n", 1), ("a: &x 1\n", 1),
    ("a: |\n  text\n", 1), ("a: [1, 2\n", 1), ("a: \"open\n", 1), ("a: b: c\n", 1), ("a: 1\n- b\n", 2),
    ("a: {b: 1, b: 2}\n", 1), ("a: 'x' y\n", 1),
  ]

  @Test(arguments: wrong)
  func `what is not understood is refused with its line`(_ text: String, _ line: Int) {
    let fault = #expect(throws: YAMLFault.self) { try YAMLReader.read(text) }
    #expect(fault?.line == line)
  }
}

struct SetupFileTests {
  private let file: SetupFile

  init() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    file = try SetupFile("/\(root)/Config/programme.yaml")
  }

  @Test func `the shipped programme opens the cohort of 2027`() throws {
    let command = try file.openCohort("2027")
    #expect(command.seats == 20)
    #expect(command.deadline.text == "2027-03-01")
    #expect(command.mbtiDate.text == "2027-04-06")
    #expect(command.kickOff.text == "2027-04-26")
    #expect(command.zone == "Europe/Copenhagen")
  }

  @Test func `the shipped programme is not another year's`() {
    let failure = #expect(throws: Failure.self) { try file.openCohort("2028") }
    #expect(failure?.status == .badData)
  }

  @Test func `the shipped rule set says the default values, and every one of them`() throws {
    let command = try file.adoptRuleSet("2027", today: .blank)
    var values = RuleSet()
    values.duties = DutyValues()
    values.programme = ProgrammeValues()
    values.retention = RetentionValues()
    #expect(command.values == values)
    #expect(command.from == .blank)
  }

  @Test func `the shipped criteria weigh three categories alike and refuse potential where the words do`() throws {
    let criteria = try file.publishCriteria("2027").criteria
    #expect(criteria.categories.map(\.weight).reduce(Rational(0), +) == Rational(1))
    #expect(criteria.questions.map(\.number) == [1, 2, 3, 4, 5])
    #expect(criteria.questions.map(\.category) == [1, 1, 1, 2, 3])
    #expect(criteria.question(5)?.bases == [.demonstrated, .none])
  }

  @Test func `the shipped gatherings are twelve days and begin with the kick-off`() throws {
    let gatherings = try file.publishProgramme("2027").gatherings
    #expect(gatherings.map(\.number) == Array(1...12))
    #expect(gatherings.map(\.days).reduce(Rational(0), +) == Rational(12))
    #expect(gatherings[0].starts.text == "2027-04-26T09:00:00")
    #expect(gatherings[0].ends.text == "2027-04-26T16:00:00")
  }
}
