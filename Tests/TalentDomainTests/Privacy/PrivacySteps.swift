import TalentDomain
import Testing

extension Case {
  /// What the service would find of somebody in the cohort of the tests, as it stands now.
  func knowing(_ numbers: String...) -> Case {
    for number in numbers {
      directory.know([CasePart(cohort: "2027", alias: alias(number), state: cohort)], of: person(number))
    }
    return self
  }

  /// How long somebody's data is kept, by the clock of the case.
  func plan(of number: String, on day: String) -> RetentionPlan {
    RetentionPlan(
      of: person(number), organisation,
      cases: [CasePart(cohort: "2027", alias: alias(number), state: cohort)], on: date(day))
  }

  /// A cohort of long ago in which 116 was told on 15 March 2027 of not being selected, and left the municipality in 2028;
  /// archives and auditors are done with it. It is 1 June 2031.
  static func longPast(cleared: Bool = true, audited: Bool = true, left: Bool = true) throws -> Case {
    var it = try Case.approved()
    try it.accept(NotifyNonSelection("116"))
    if left { try it.accept(EndEmployment(of: "116"), as: Staff.hr, at: at("2028-03-01 09:00")) }
    it.now = at("2031-06-01 12:00")
    if cleared { try it.accept(RecordArchiveClearance(of: "2027"), as: Staff.hr) }
    if audited { try it.accept(ConcludeAudit(of: "2027"), as: Staff.hr) }
    return it.knowing("116")
  }
}

extension EndEmployment {
  init(of number: String) {
    self.init()
    person = PersonRef(number)
  }
}

extension RecordArchiveClearance {
  init(of cohort: Code) {
    self.init()
    self.cohort = cohort
    reference = "Arkiv 2031/17"
  }
}

extension ConcludeAudit {
  init(of cohort: Code) {
    self.init()
    self.cohort = cohort
    reference = "Revisionsberetning 12"
  }
}

extension RequestErasure {
  init(by number: String, _ classes: [RetentionClass]? = nil, received: String? = nil) {
    self.init()
    self.classes = classes
    person = PersonRef(number)
    reason = "Jeg vil gerne slettes."
    self.received = received.map(date)
  }
}

extension DecideErasure {
  init(
    of number: String, granting basis: ErasureBasis = .noLongerNecessary, _ classes: [RetentionClass]? = nil
  ) {
    self.init()
    self.basis = basis
    self.classes = classes
    granted = true
    person = PersonRef(number)
  }

  init(of number: String, refusing basis: ErasureBasis) {
    self.init()
    self.basis = basis
    person = PersonRef(number)
    reason = "Opbevaringsfristen løber."
  }
}

extension CarryOutErasure {
  init(of number: String) {
    self.init()
    person = PersonRef(number)
  }
}

extension SetLegalHold {
  init(on number: String, _ ground: HoldGround = .claim) {
    self.init()
    self.ground = ground
    person = PersonRef(number)
    reason = "Sagsanlæg."
  }
}

extension LiftLegalHold {
  init(on number: String, _ ground: HoldGround = .claim) {
    self.init()
    self.ground = ground
    person = PersonRef(number)
    reason = "Forliget."
  }
}
