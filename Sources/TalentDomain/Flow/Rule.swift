/// A rule of the programme, as a value: its words, and the checks that hold events to it.
///
/// The same value judges a command at the door and an event of years ago in an auditor's replay. A released rule is never
/// edited: a new version stands beside it, and the rule set says which one held.
package struct Rule: Sendable {
  /// R1 to R21 are the programme's; P1 and on are the law's, on personal data; S1 and on are ours, and keep the order of a
  /// case (sagsgang).
  package enum ID: String, Sendable, CaseIterable {
    case r1 = "R1", r2 = "R2", r3 = "R3", r4 = "R4", r5 = "R5", r6 = "R6", r7 = "R7", r8 = "R8", r9 = "R9"
    case r10 = "R10", r11 = "R11", r12 = "R12", r13 = "R13", r14 = "R14", r15 = "R15", r16 = "R16", r17 = "R17"
    case r18 = "R18", r19 = "R19", r20 = "R20", r21 = "R21"
    /// The erasure of personal data: its ground and its period.
    case p1 = "P1"
    /// Legal hold.
    case p2 = "P2"
    /// The archives' clearance.
    case p3 = "P3"
    /// The audit is done.
    case p4 = "P4"
    /// Two people, neither of them the one concerned.
    case p5 = "P5"
    /// One live nomination an employee.
    case s1 = "S1"
    /// A step is taken when those before it have been, and only once.
    case s2 = "S2"
    /// Roles and accounts: never by oneself, never twice.
    case s3 = "S3"
    /// Dates lie in order, numbers within what the rule set allows.
    case s4 = "S4"
    /// Recorded by whoever may.
    case s5 = "S5"
  }

  package let id: ID
  package let version: Int
  package let sentence: Bilingual
  /// The programme's own words, in «…», or where they are silent, who decided.
  package let source: String
  package let checks: [Check]

  package init(_ id: ID, version: Int = 1, _ sentence: Bilingual, source: String, checks: [Check]) {
    self.id = id
    self.version = version
    self.sentence = sentence
    self.source = source
    self.checks = checks
  }

  /// How a rule looks at one type of event.
  package struct Check: Sendable {
    package let type: String
    /// What it needs of that which is sealed beside the event: a replay without the key calls it attested.
    package let sealed: (any SealedRecord.Type)?
    package let findings: @Sendable (Proposal, Situation) -> [Finding]
  }
}

/// What a rule may look at: the state before the event, and the circumstances of the event. No clock, nothing sealed.
package struct Situation: Sendable {
  package let organisation: Organisation
  package let cohort: Cohort
  package let header: Header

  package init(organisation: Organisation, cohort: Cohort, header: Header) {
    self.organisation = organisation
    self.cohort = cohort
    self.header = header
  }
}

/// A check of events of one type by what stands in their leaf.
package func on<F: Fact>(
  _ type: F.Type, _ check: @escaping @Sendable (F, Situation) -> Finding?
) -> Rule.Check {
  Rule.Check(type: "\(F.type)", sealed: nil) { proposal, situation in
    guard let fact = proposal.fact as? F, let finding = check(fact, situation) else { return [] }
    return [finding]
  }
}

/// A check that needs what is sealed beside the event: judged at the door, attested in a replay without the key.
package func on<F: Fact, S: SealedRecord>(
  _ type: F.Type, sealed: S.Type, _ check: @escaping @Sendable (F, S, Situation) -> Finding?
) -> Rule.Check {
  Rule.Check(type: "\(F.type)", sealed: S.self) { proposal, situation in
    guard let fact = proposal.fact as? F, let record = proposal.sealed(S.self),
      let finding = check(fact, record, situation)
    else { return [] }
    return [finding]
  }
}
