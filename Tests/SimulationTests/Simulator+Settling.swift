import Seeded
import TalentDomain

// The municipality as it is before the year begins: centres, people, posts and roles, recorded by the administrator whom the
// configuration names.
extension Simulator {
  static let hrCentre = 1
  /// The centres that nominate.
  static let working = [2, 3, 4, 5]

  func settle() async throws {
    for name in ["Direktionen", "HR-Centret", "Center for Børn", "Center for Ældre", "Driftbyen", "Center for Kultur"] {
      try await perform(model.registerCentre(name), by: nil)
    }
    let director = try await hire("direktør", 0, "Rådhuset", hasLed: true)
    for _ in 0..<3 { try await give(.board, to: hire("direktør", 0, "Rådhuset", under: director, hasLed: true)) }
    let hrChief = try await hire("HR-chef", 1, "Rådhuset", under: director, hasLed: true)
    for role in [Role.hr, .hr, .hr, .secretary, .assessor, .assessor, .assessor, .auditor, .dpo, .dpo] {
      try await give(role, to: hire("HR-konsulent", 1, "Rådhuset", under: hrChief))
    }
    let portal = try await hire("HR-konsulent", 1, "Rådhuset", under: hrChief)
    try await give(.hr, to: portal)
    try await give(.portal, to: portal)
    for _ in 0..<2 { try await give(.administrator, to: hire("it-konsulent", 1, "Rådhuset", under: hrChief)) }
    for centre in Self.working { try await fill(centre, under: director) }
    // Known to nobody: numbers that the register has never heard of.
    for index in 0..<8 { model.staff.append(Staff(number: "\(90_000 + index)", name: "Fremmed \(index)")) }
    try await plan()
  }

  private func fill(_ centre: Int, under director: Who) async throws {
    let chief = try await hire("centerchef", centre, "Rådhuset", under: director, hasLed: true)
    let deputy = try await hire("souschef", centre, "Rådhuset", under: chief, hasLed: true)
    try await perform(model.appoint(chief, .chief, of: centre), by: nil)
    try await perform(model.appoint(deputy, .deputy, of: centre), by: nil)
    for place in 0..<4 {
      let leader = try await hire("afdelingsleder", centre, "Sted \(centre)-\(place)", under: chief, hasLed: true)
      for index in 0..<16 {
        let profession = ["lærer", "pædagog", "sygeplejerske", "gartner"][index % 4]
        try await hire(profession, centre, "Sted \(centre)-\(place)", under: leader, hasLed: index % 8 == 7)
      }
    }
  }

  @discardableResult
  private func hire(
    _ profession: String, _ centre: Int, _ workplace: String, under leader: Who? = nil, hasLed: Bool = false
  ) async throws -> Who {
    let who = model.staff.count
    let number = "\(10_000 + who * 7)"
    model.staff.append(Staff(number: number, name: "Fornavn Efternavn \(number)"))
    let job = Staff.Job(centre: centre, workplace: workplace, profession: profession, leader: leader, hasLed: hasLed)
    try await perform(model.register(who, model.staff[who].name, job), by: nil)
    return who
  }

  private func give(_ role: Role, to who: Who) async throws { try await perform(model.grant(role, to: who), by: nil) }

  /// Several cohorts, each begun before the one before it is over.
  private func plan() async throws {
    let first = Clock.day(of: now)
    for (index, code) in ["2027", "2027-b", "2027-c", "2028"].enumerated() {
      let opens = first.adding(days: 1 + index * 40 + dice.below(10))
      let deadline = opens.adding(days: 40)
      let mbti = deadline.adding(days: 36)
      // Now and then one of the programme's own size.
      let seats = chance(15) ? 20 : 3 + dice.below(3)
      calendars.append(
        Calendar(
          opens: opens, deadline: deadline, mbti: mbti, kickOff: mbti.adding(days: 20), seats: seats,
          nominees: seats + 2 + dice.below(4)))
      guard let code = Code(code) else { throw Trouble("\(code) is no code") }
      model.cohorts.append(CohortState(code: code))
    }
    // One more that nobody will ever open.
    model.cohorts.append(CohortState(code: "1999"))
  }
}
