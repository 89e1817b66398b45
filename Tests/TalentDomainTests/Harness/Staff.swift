import TalentDomain
import Testing

/// The employees of the tests, by number.
enum Staff {
  /// Named in the configuration, and no employee.
  static let administrator = "administrator"
  static let director = "1"
  static let hr = "10"
  static let otherHR = "11"
  static let hrChief = "12"
  static let secretary = "13"
  static let board = ["20", "21", "22"]
  static let assessors = ["30", "31", "32", "33"]
  static let auditor = "40"
  static let portal = "41"
  static let dpo = "42"

  /// Center for Børn og Undervisning: thirty employees at three places of work, under two leaders.
  static let schools = "Center for Børn og Undervisning"
  static let chief = "100"
  static let deputy = "101"
  static let leader = "102"
  static let otherLeader = "103"
  static let employees = (110...139).map(String.init)
  /// One more, who has held a leadership post.
  static let formerLeader = "140"

  /// Driftbyen: twenty employees under one leader.
  static let works = "Driftbyen"
  static let otherChief = "200"
  static let otherDeputy = "201"
  static let otherEmployees = (210...229).map(String.init)
}

extension Case {
  /// An organisation with two centres beside the board and the HR Centre, and everybody's roles.
  static func staffed() throws -> Case {
    var it = Case()
    for name in ["Direktionen", "HR-Centret", Staff.schools, Staff.works] {
      try it.accept(RegisterCentre(name: Line(name)))
    }
    try it.employ([Staff.director] + Staff.board, at: "Direktionen", "Rådhuset", "direktør", hasLed: true)
    try it.employ([Staff.hrChief], at: "HR-Centret", "Rådhuset", "HR-chef", under: Staff.director, hasLed: true)
    try it.employ(
      [Staff.hr, Staff.otherHR, Staff.secretary, Staff.auditor, Staff.portal, Staff.dpo] + Staff.assessors,
      at: "HR-Centret", "Rådhuset", "HR-konsulent", under: Staff.hrChief)

    try it.employ([Staff.chief, Staff.deputy], at: Staff.schools, "Rådhuset", "centerchef", hasLed: true)
    try it.employ(
      [Staff.leader, Staff.otherLeader], at: Staff.schools, "Skolen", "skoleleder", under: Staff.chief, hasLed: true)
    for (index, number) in Staff.employees.enumerated() {
      try it.employ(
        [number], at: Staff.schools, ["Skolen", "Børnehuset", "Ungdomsklubben"][index % 3],
        ["lærer", "pædagog"][index % 2], under: index < 15 ? Staff.leader : Staff.otherLeader)
    }
    try it.employ([Staff.formerLeader], at: Staff.schools, "Skolen", "lærer", under: Staff.leader, hasLed: true)

    try it.employ([Staff.otherChief, Staff.otherDeputy], at: Staff.works, "Driftbyen", "centerchef", hasLed: true)
    try it.employ(Staff.otherEmployees, at: Staff.works, "Materielgården", "gartner", under: Staff.otherChief)

    try it.appoint(Staff.chief, .chief, of: Staff.schools)
    try it.appoint(Staff.deputy, .deputy, of: Staff.schools)
    try it.appoint(Staff.otherChief, .chief, of: Staff.works)
    try it.appoint(Staff.otherDeputy, .deputy, of: Staff.works)
    try it.grant(.hr, to: [Staff.hr, Staff.otherHR])
    try it.grant(.secretary, to: [Staff.secretary])
    try it.grant(.board, to: Staff.board)
    try it.grant(.assessor, to: Staff.assessors)
    try it.grant(.auditor, to: [Staff.auditor])
    try it.grant(.portal, to: [Staff.portal])
    try it.grant(.dpo, to: [Staff.dpo])
    return it
  }

  /// With the cohort 2027 opened: twenty seats, deadline 1 March, MBTI 6 April, kick-off 26 April.
  static func opened() throws -> Case {
    var it = try staffed()
    try it.accept(.cohort2027)
    return it
  }

  /// With its criteria and programme published as well: forms can come.
  static func prepared() throws -> Case {
    var it = try opened()
    try it.accept(PublishCriteria(.standard))
    try it.accept(PublishProgramme(.standard))
    return it
  }

  mutating func employ(
    _ numbers: [String], at centre: String, _ workplace: String, _ profession: String, under leader: String? = nil,
    hasLed: Bool = false
  ) throws {
    for number in numbers {
      try accept(
        RegisterPerson(
          number, "Medarbejder \(number)", centre: centre, workplace, profession, under: leader, hasLed: hasLed))
    }
  }

  mutating func appoint(_ number: String, _ post: CentrePost, of centre: String) throws {
    var command = AppointCentreChief()
    command.centre = Line(centre)
    command.person = PersonRef(number)
    command.post = post
    try accept(command)
  }

  mutating func grant(_ role: Role, to numbers: [String]) throws {
    for number in numbers {
      var command = GrantRole()
      command.person = PersonRef(number)
      command.role = role
      try accept(command)
    }
  }
}

extension RegisterPerson {
  init(
    _ number: String, _ name: String, centre: String, _ workplace: String, _ profession: String,
    under leader: String? = nil, hasLed: Bool = false
  ) {
    self.init()
    self.centre = Line(centre)
    email = Line("\(number)@kommune.example")
    self.hasLed = hasLed
    self.leader = leader.map { PersonRef($0) }
    self.name = Line(name)
    self.number = Line(number)
    self.profession = Line(profession)
    self.workplace = Line(workplace)
  }
}
