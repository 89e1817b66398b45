import StrictJSON
import TalentDomain
import TalentInterface
import Testing

struct StrangerTests {
  /// What exists, and what does not.
  private static func questions(_ method: TalentInterface.Method) -> [[UInt8]] {
    var nobody = ShapeFiller(person: "99999")
    nobody.cohort = "1999"
    return [
      ShapeFiller(person: "110").parameters(of: method), ShapeFiller(person: Cast.auditor).parameters(of: method),
      nobody.parameters(of: method),
    ]
  }

  /// What fits no method: whoever asks is told so by the interface's definition, which is nobody's secret.
  private static let malformed = [Array("{}".utf8), Array(#"{"query":7,"command":{"cohort":[]},"rows":"x"}"#.utf8)]

  @Test func `a stranger gets the same bytes whatever is asked about, and nothing is written`() throws {
    try withVillage { village in
      let hr = try village.client("hr")
      let size = try hr.logSize()
      let stranger = try village.relay(Village.stranger)
      for method in Methods.all {
        let replies = try StrangerTests.questions(method).map {
          String(decoding: try stranger.exchange(Relay.frame(method.fullName, $0)), as: UTF8.self)
        }
        #expect(
          replies
            == Array(
              repeating: #"{"error":"\#(method.area.interface).NotPermitted","parameters":{}}"#, count: replies.count),
          "\(method.name)")
        for parameters in StrangerTests.malformed {
          let frame = Relay.frame(method.fullName, parameters)
          #expect(try stranger.exchange(frame) == village.relay(.mail).exchange(frame), "\(method.name)")
        }
      }
      #expect(try hr.logSize() == size)
    }
  }

  @Test func `what one may not know of and what does not exist get the same bytes`() throws {
    try withVillage { village in
      for question in Unknowable.all {
        let relay = try village.relay(question.user)
        let replies = try question.targets.map { target in
          String(decoding: try relay.exchange(Relay.frame(question.method, target)), as: UTF8.self)
        }
        let area = question.method.split(separator: ".").dropLast().joined(separator: ".")
        #expect(
          Set(replies) == [#"{"error":"\#(area).NotFound","parameters":{}}"#],
          "\(question.user.name) asks \(question.method): \(Set(replies))")
      }
    }
  }

  @Test func `the command line tells a stranger that roles are missing, and somebody known what they are`() throws {
    try withVillage { village in
      let stranger = try Talentctl(village.daemon, user: Village.stranger).run("cohort", "list")
      #expect(stranger.status == 77)
      #expect(stranger.output.isEmpty)
      let hr = try Talentctl(village.daemon, user: .mail).run("admin", "whoami", "--output", "json")
      #expect(hr.status == 0, "\(hr.error)")
      let identity = try JSON(parsing: Array(hr.output.utf8))
      #expect(identity["capacities"]?.array?.compactMap(\.string) == ["employee", "hr"])
      #expect(identity["person"]?["number"]?.string == Cast.hr)
    }
  }
}

/// Questions by somebody known, about what is there and hidden and what is not there at all.
private struct Unknowable {
  let user: OSUser
  let method: String
  let targets: [[UInt8]]

  static let all: [Unknowable] = [
    // Another centre's nominee; an employee without a nomination; nobody; a cohort that there is not.
    Unknowable(.list, ShowNomination.self, [("2027", "110"), ("2027", "134"), ("2027", "99999"), ("1999", "110")]),
    // An assessor who is not assigned.
    Unknowable(.news, ShowNomination.self, [("2027", "110"), ("2027", "134"), ("2027", "99999"), ("1999", "110")]),
    // Employees whom one does not lead.
    Unknowable(.man, ShowPerson.self, [(nil, "210"), (nil, Cast.hr), (nil, "99999")]),
    Unknowable(.lp, ShowPerson.self, [(nil, "210"), (nil, Cast.hr), (nil, "99999")]),
    // Others' feedback.
    Unknowable(.games, ShowFeedback.self, [("2027", "111"), ("2027", "210"), ("2027", "99999"), ("1999", "111")]),
    // Others' cases.
    Unknowable(.games, AcceptSeat.self, [("2027", "111"), ("2027", "210"), ("2027", "99999"), ("1999", "111")]),
    Unknowable(.games, ConfirmInterest.self, [("2027", "111"), ("2027", "210"), ("2027", "99999"), ("1999", "111")]),
    // Others' letters.
    Unknowable(.games, RenderLetter.self, [("2027", "111"), ("2027", "210"), ("2027", "99999"), ("1999", "111")]),
    Unknowable(.man, RenderLetter.self, [("2027", "210"), ("2027", Cast.hr), ("2027", "99999"), ("1999", "111")]),
    Unknowable(.games, ShowCriteria.self, [("1999", nil), ("2028", nil)]),
  ]

  private init<Q: Query>(_ user: OSUser, _: Q.Type, _ targets: [(cohort: String?, person: String?)]) {
    self.init(user, "\(Q.area.interface).\(Q.method)", "query", targets)
  }

  private init<C: Command>(_ user: OSUser, _: C.Type, _ targets: [(cohort: String?, person: String?)]) {
    self.init(user, "\(C.area.interface).\(C.method)", "command", targets)
  }

  private init(
    _ user: OSUser, _ method: String, _ part: String, _ targets: [(cohort: String?, person: String?)]
  ) {
    self.user = user
    self.method = method
    self.targets = targets.map { target in
      var members: [JSON.Member] = []
      if let cohort = target.cohort { members.append(.init(name: "cohort", value: .string(cohort))) }
      if let person = target.person { members.append(.init(name: Unknowable.member(method), value: .string(person))) }
      if method.hasSuffix("RenderLetter") { members.append(.init(name: "kind", value: "refusal")) }
      if method.hasSuffix("ConfirmInterest") { members.append(.init(name: "date", value: "2026-01-01")) }
      let call: [JSON.Member] = part == "command" ? [.init(name: "call", value: .object([]))] : []
      return JSON.object(call + [.init(name: part, value: .object(members))]).canonical()
    }
  }

  private static func member(_ method: String) -> String {
    if method.hasSuffix("ShowPerson") || method.hasSuffix("RenderLetter") { return "person" }
    return method.hasSuffix("ConfirmInterest") ? "employee" : "nominee"
  }
}
