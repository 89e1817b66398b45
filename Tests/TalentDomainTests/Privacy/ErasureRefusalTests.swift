import TalentDomain
import Testing

/// What stands against an erasure, at the decision and again when it is carried out.
struct ErasureRefusalTests {
  /// Something that is wrong, and the rule that says so.
  struct Obstacle: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: Rule.ID
    /// Puts it in the way of 116, who is otherwise due.
    let put: @Sendable (inout Case) throws -> Void

    init(_ description: String, _ rule: Rule.ID, put: @escaping @Sendable (inout Case) throws -> Void) {
      testDescription = description
      self.rule = rule
      self.put = put
    }

    static let all: [Obstacle] = [
      Obstacle("a case that is not ended", .p1) { it in
        var complaint = ReceiveComplaint()
        (complaint.cohort, complaint.nominee, complaint.text) = ("2027", PersonRef("116"), "Jeg klager.")
        try it.accept(complaint)
      },
      Obstacle("a legal hold", .p2) { it in try it.accept(SetLegalHold(on: "116"), as: Staff.hr) },
      Obstacle("an employment", .p5) { it in
        try it.employ(["116"], at: Staff.schools, "Skolen", "lærer", under: Staff.leader)
      },
      Obstacle("somebody who is led", .p5) { it in
        try it.employ(["120"], at: Staff.schools, "Skolen", "lærer", under: "116")
      },
    ]
  }

  @Test(arguments: Obstacle.all)
  func `is refused by its rule at the decision`(obstacle: Obstacle) throws {
    var it = try Case.longPast()
    try obstacle.put(&it)
    it = it.knowing("116")
    let findings = try it.when(DecideErasure(of: "116", granting: .consentWithdrawn), as: Staff.dpo).findings
    #expect(Set(findings.map(\.rule)) == [obstacle.rule.rawValue])
    #expect(it.facts(ErasureDecided.self).isEmpty)
    // Refusing is always possible, on a ground that stands against it.
    try it.accept(DecideErasure(of: "116", refusing: .publicTask), as: Staff.dpo)
  }

  @Test(arguments: Obstacle.all)
  func `is refused by its rule when it is carried out, if it came between`(obstacle: Obstacle) throws {
    var it = try Case.longPast()
    try it.accept(DecideErasure(of: "116", granting: .consentWithdrawn), as: Staff.dpo)
    try obstacle.put(&it)
    it = it.knowing("116")
    #expect(try it.refused(CarryOutErasure(of: "116")) == [obstacle.rule.rawValue])
    #expect(it.facts(ErasureBegun.self).isEmpty)
  }

  @Test func `nothing goes before the archives have cleared it and the audit is done`() throws {
    var uncleared = try Case.longPast(cleared: false)
    #expect(try uncleared.refused(DecideErasure(of: "116"), as: Staff.dpo) == ["P3"])
    try uncleared.accept(RecordArchiveClearance(of: "2027"), as: Staff.hr)
    try uncleared.accept(DecideErasure(of: "116"), as: Staff.dpo)
    var unaudited = try Case.longPast(audited: false)
    #expect(try unaudited.refused(DecideErasure(of: "116"), as: Staff.dpo) == ["P4"])
    try unaudited.accept(ConcludeAudit(of: "2027"), as: Staff.hr)
    try unaudited.accept(DecideErasure(of: "116"), as: Staff.dpo)
  }

  @Test func `while the period runs only the letters b to f entitle, and the refusal says until when it runs`() throws {
    var it = try Case.longPast()
    it.now = at("2031-06-01 12:00")
    it.directory.know(
      [CasePart(cohort: "2027", alias: it.alias("116"), state: try Self.recent().cohort)], of: it.person("116"))
    let findings = try it.when(DecideErasure(of: "116", granting: .noLongerNecessary, [.nomination]), as: Staff.dpo)
      .findings
    #expect(findings.map(\.rule) == ["P1"])
    #expect(findings.first?.problem.da.contains("Indstilling til og med 15. marts 2034") == true)
    #expect(findings.first?.problem.en.contains("art. 17(1)(a)") == true)
    #expect(findings.first?.remedy.en.contains("2034-03-16") == true)
    for basis in ErasureBasis.allCases {
      let rules = try it.when(DecideErasure(of: "116", granting: basis, [.nomination]), as: Staff.dpo).rules
      #expect(rules == (basis.holdsWithinPeriod ? [] : ["P1"]), "\(basis)")
    }
  }

  /// The same cohort, in which 116 was told as late as 2031.
  private static func recent() throws -> Case {
    var it = try Case.approved()
    try it.accept(NotifyNonSelection("116"), at: at("2031-03-15 12:00"))
    return it
  }

  @Test func `what has passed at the decision and not any more when it is carried out stays`() throws {
    var it = try Case.longPast()
    try it.accept(DecideErasure(of: "116"), as: Staff.dpo)
    it.directory.know(
      [CasePart(cohort: "2027", alias: it.alias("116"), state: try Self.recent().cohort)], of: it.person("116"))
    #expect(try it.refused(CarryOutErasure(of: "116")) == ["P1"])
  }

  @Test(arguments: ErasureBasis.allCases)
  func `a grant rests on a letter that entitles, a refusal on one that does not`(basis: ErasureBasis) throws {
    var it = try Case.longPast()
    #expect(try it.refused(DecideErasure(of: "116", granting: basis), as: Staff.dpo) == (basis.entitles ? [] : ["P1"]))
    var other = try Case.longPast()
    #expect(
      try other.refused(DecideErasure(of: "116", refusing: basis), as: Staff.dpo) == (basis.entitles ? ["P1"] : []))
  }

  @Test func `an erasure needs a decision that grants it, and two people, neither of them oneself`() throws {
    var it = try Case.longPast()
    #expect(try it.when(CarryOutErasure(of: "116")).findings == [.noErasureGranted])
    try it.accept(DecideErasure(of: "116", refusing: .publicTask), as: Staff.dpo)
    #expect(try it.when(CarryOutErasure(of: "116")).findings == [.noErasureGranted])
    // Whoever decided it or recorded the decision may not carry it out, nor have it carried out in the own name.
    try it.accept(DecideErasure(of: "116"), as: Staff.secretary, for: Staff.dpo)
    #expect(try it.refused(CarryOutErasure(of: "116"), as: Staff.dpo) == ["P5"])
    #expect(try it.refused(CarryOutErasure(of: "116"), as: Staff.secretary) == ["P5"])
    #expect(try it.refused(CarryOutErasure(of: "116"), as: Staff.hr, for: Staff.dpo) == ["P5"])
    try it.accept(CarryOutErasure(of: "116"), as: Staff.hr)
  }

  @Test func `nobody decides or carries out one's own`() throws {
    var it = try Case.longPast()
    #expect(try it.refused(DecideErasure(of: "116"), as: "116") == ["P5"])
    #expect(try it.refused(DecideErasure(of: "116", refusing: .publicTask), as: "116") == ["P5"])
    try it.accept(DecideErasure(of: "116"), as: Staff.dpo)
    #expect(try it.refused(CarryOutErasure(of: "116"), as: "116") == ["P5"])
  }

  @Test func `an account, a role and a post must go first, and the refusal says how`() throws {
    var it = try Case.longPast(left: false)
    try it.grant(.assessor, to: ["116"])
    var account = BindAccount()
    (account.account, account.person, account.uid) = ("anna", PersonRef("116"), 1001)
    try it.accept(account)
    try it.appoint("116", .deputy, of: Staff.works)
    let finding = try #require(
      try it.when(DecideErasure(of: "116", granting: .unlawful), as: Staff.dpo).findings.first)
    #expect(finding.rule == "P5")
    #expect(
      finding.problem.da
        == "Personen er ansat, har en konto, har en rolle, er centerchef eller stedfortræder.")
    for verb in ["person leave", "account unbind", "role revoke", "centre vacate"] {
      #expect(finding.remedy.en.contains("talentctl \(verb)"), "\(finding.remedy.en)")
    }
    // What belongs to the case alone may go from somebody who stays.
    try it.accept(DecideErasure(of: "116", granting: .unlawful, [.assessment, .nomination]), as: Staff.dpo)
  }

  @Test func `whoever serves in another's open case must be relieved of it`() throws {
    var it = try Case.scored()
    try it.accept(EndEmployment(of: Staff.assessors[0]), as: Staff.hr)
    it = it.knowing(Staff.assessors[0])
    let findings = try it.when(DecideErasure(of: Staff.assessors[0], granting: .unlawful), as: Staff.dpo).findings
    #expect(findings.map(\.rule) == ["P5"])
    #expect(findings.first?.problem.en.contains("assessor") == true)
  }

  @Test func `while an erasure is under way nothing more is asked or decided`() throws {
    var it = try Case.longPast()
    try it.accept(DecideErasure(of: "116"), as: Staff.dpo)
    try it.accept(CarryOutErasure(of: "116"))
    #expect(try it.refused(RequestErasure(by: "116"), as: Staff.hr) == ["S2"])
    #expect(try it.refused(DecideErasure(of: "116", refusing: .publicTask), as: Staff.dpo) == ["S2"])
  }

  /// Everything wrong at once, and mended one after the other: the first of what is left gives the refusal its name.
  @Test func `the order of precedence: ground and period, hold, archives, audit, two people`() throws {
    var it = try Case.longPast(cleared: false, audited: false, left: false)
    try it.accept(SetLegalHold(on: "116"), as: Staff.hr)
    it = it.knowing("116")
    func rules(_ it: inout Case, _ basis: ErasureBasis) throws -> [String] {
      try it.refused(DecideErasure(of: "116", granting: basis), as: Staff.dpo)
    }
    #expect(try rules(&it, .noLongerNecessary) == ["P1", "P2", "P3", "P4", "P5"])
    #expect(try rules(&it, .unlawful) == ["P2", "P3", "P4", "P5"])
    try it.accept(LiftLegalHold(on: "116"), as: Staff.dpo)
    #expect(try rules(&it, .unlawful) == ["P3", "P4", "P5"])
    try it.accept(RecordArchiveClearance(of: "2027"), as: Staff.hr)
    #expect(try rules(&it, .unlawful) == ["P4", "P5"])
    try it.accept(ConcludeAudit(of: "2027"), as: Staff.hr)
    #expect(try rules(&it, .unlawful) == ["P5"])
    try it.accept(EndEmployment(of: "116"), as: Staff.hr)
    #expect(try rules(&it, .unlawful) == [])
  }

  @Test func `each refusal names its law`() throws {
    var it = try Case.longPast(cleared: false, audited: false)
    try it.accept(SetLegalHold(on: "116", .restriction), as: Staff.hr)
    let verdict = try it.when(DecideErasure(of: "116"), as: Staff.dpo)
    #expect(verdict.rules == ["P2", "P3", "P4"])
    #expect(verdict.findings[0].problem.da.contains("art. 18"))
    for rule in [Rule.ID.p1, .p2, .p3, .p4, .p5] {
      let source = try #require(Rulebook.rules.first { $0.id == rule }).source
      #expect(source.contains("GDPR art."), "\(source)")
    }
  }
}
