import TalentDomain
import Testing

extension Case {
  /// With 110–112 in their seats and two gatherings held; 15 June.
  static func inJune() throws -> Case {
    var it = try seated()
    it.now = at("2027-06-15 12:00")
    return it
  }

  /// With 110 and 111 in work group 1.
  static func grouped() throws -> Case {
    var it = try inJune()
    try it.accept(FormWorkGroup(["110", "111"]))
    return it
  }

  /// What has been warned of, in order.
  var warnings: [DeviationKind] { facts(DeviationFlagged.self).map(\.kind) }

  /// What is recorded of somebody in a track.
  func recorded(_ track: Track, _ number: String) -> Rational {
    cohort.track(track, of: alias(number), on: CopenhagenClock.local(now).date).recorded
  }

  /// The latest entry.
  func latest() throws -> Entry {
    try #require(cohort.programme.order.last.flatMap { cohort.programme.entries[$0] })
  }
}

extension RecordAttendance {
  init(_ gathering: Int, _ numbers: [String] = [], all: Bool = false, days: Rational? = nil) {
    self.init()
    self.all = all
    cohort = "2027"
    self.days = days
    self.gathering = gathering
    participants = numbers.map { PersonRef($0) }
  }
}

extension CompleteMBTIQuestionnaire {
  init(_ numbers: [String], on day: String) {
    self.init()
    cohort = "2027"
    date = CivilDate(day) ?? .blank
    participants = numbers.map { PersonRef($0) }
  }
}

extension AttendMBTIFeedback {
  init(_ numbers: [String], on day: String, makeUp: Bool = false) {
    self.init()
    cohort = "2027"
    date = CivilDate(day) ?? .blank
    self.makeUp = makeUp
    participants = numbers.map { PersonRef($0) }
  }
}

extension FormWorkGroup {
  init(_ numbers: [String]) {
    self.init()
    cohort = "2027"
    participants = numbers.map { PersonRef($0) }
    task = "Overgangen fra børnehave til skole"
  }
}

extension JoinWorkGroup {
  init(_ group: Int, _ numbers: [String]) {
    self.init()
    cohort = "2027"
    self.group = group
    participants = numbers.map { PersonRef($0) }
  }
}

extension HoldWorkGroupMeeting {
  init(_ group: Int, on day: String = "2027-06-10", _ days: Rational = Rational(1), present: [String] = []) {
    self.init()
    cohort = "2027"
    date = CivilDate(day) ?? .blank
    self.days = days
    self.group = group
    self.present = present.map { PersonRef($0) }
  }
}

extension LogIndividualWork {
  init(_ number: String, on day: String = "2027-06-10", _ days: Rational = Rational(1)) {
    self.init()
    cohort = "2027"
    date = CivilDate(day) ?? .blank
    self.days = days
    participant = PersonRef(number)
  }
}

extension CorrectEntry {
  /// Corrects the time of an entry as it stands.
  init(_ entry: Entry, to amount: Rational) {
    self.init()
    self.amount = amount
    cohort = "2027"
    self.entry = entry.id
    oldAmount = entry.amount
    oldDate = entry.date
    if entry.track.isConfidential { ground = .mistyped } else { reason = "Tastefejl." }
  }
}

extension VoidEntry {
  init(voiding entry: Entry) {
    self.init()
    cohort = "2027"
    self.entry = entry.id
    oldAmount = entry.amount
    oldDate = entry.date
    if entry.track.isConfidential { ground = .mistyped } else { reason = "Tastefejl." }
  }
}
