import TalentDomain
import Testing

/// One of the ten ways in which the programme says no, as somebody would try it on the command line.
struct RefusalCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The rule that must give the refusal its name.
  let rule: Rule.ID
  /// Who tries, and when.
  let actor: String
  let time: SimulatedTime
  /// What is kept in the cohort's stream all the same: «HR-Centret modtager alle indstillinger».
  let isKept: Bool
  /// Brings the cohort to where the attempt is made, and says what that is: a verb of `talentctl` with its arguments.
  let attempt: @Sendable (World) throws -> [String]

  init(
    _ description: String, _ rule: Rule.ID, as actor: String, at time: SimulatedTime, isKept: Bool = false,
    attempt: @escaping @Sendable (World) throws -> [String]
  ) {
    testDescription = description
    self.rule = rule
    self.actor = actor
    self.time = time
    self.isKept = isKept
    self.attempt = attempt
  }
}

extension RefusalCase {
  private static let february = at("2027-02-01 12:00:00")
  private static let march = at("2027-03-11 13:00:00")

  static let all: [RefusalCase] = forms + decisions

  private static let forms: [RefusalCase] = [
    RefusalCase(
      "a form that comes a second after the last one of the deadline's day", .r2, as: Cast.chief,
      at: at("2027-03-02 00:00:00"), isKept: true
    ) { world in
      try world.build(to: .prepared)
      return form("110")
    },
    RefusalCase("a form by another centre's chief", .r5, as: Cast.otherChief, at: february, isKept: true) { world in
      try world.build(to: .prepared)
      return form("110")
    },
    RefusalCase("a chief who nominates oneself", .r5, as: Cast.chief, at: february, isKept: true) { world in
      try world.build(to: .prepared)
      return form(Cast.chief)
    },
    RefusalCase(
      "a second form for somebody whose nomination is live", .s1, as: Cast.deputy, at: february, isKept: true
    ) { world in
      try world.build(to: .prepared)
      try world.by(Cast.chief, at: february).send(SubmitNomination(of: "110"))
      return form("110")
    },
    RefusalCase("question 5 answered with potentiale", .r6, as: Cast.chief, at: february, isKept: true) { world in
      try world.build(to: .prepared)
      return form("110", last: "5=potentiale:Kan blive god.")
    },
    RefusalCase("a form that leaves a question open", .r6, as: Cast.chief, at: february, isKept: true) { world in
      try world.build(to: .prepared)
      return form("110", last: nil)
    },
  ]

  private static let decisions: [RefusalCase] = [
    // A form for a former leader is received like any other, and HR rules that it does not meet the conditions.
    RefusalCase("a former leader among those proposed", .r3, as: Cast.hr, at: march) { world in
      try world.build(to: .nominated)
      try world.by(Cast.chief).send(SubmitNomination(of: Cast.formerLeader))
      try world.build(from: .received, to: .received)
      try world.by(Cast.hr).send(ReceiveNomination(of: Cast.formerLeader))
      try world.build(from: .eligible, to: .eligible)
      try world.by(Cast.hr).send(RejectEligibility(of: Cast.formerLeader, .formerLeader))
      try world.build(from: .scored, to: .ranked)
      return proposal(world.order(19) + [Cast.formerLeader])
    },
    RefusalCase("a twenty-first seat", .r1, as: Cast.hr, at: march) { world in
      try world.build(to: .ranked)
      return proposal(world.order(21))
    },
    RefusalCase("an approval by the one who proposed", .r9, as: Cast.boardAndHR, at: march) { world in
      try world.build(to: .ranked)
      try world.by(Cast.boardAndHR).send(ProposeSelection(world.order(20)))
      return approval(try world.proposal(), present: [Cast.board[0], Cast.boardAndHR])
    },
    RefusalCase("an approval of a proposal that another has replaced", .r9, as: Cast.board[0], at: march) { world in
      try world.build(to: .ranked)
      try world.by(Cast.hr).send(ProposeSelection(world.order(20)))
      let stale = try world.proposal()
      try world.by(Cast.hr).send(ProposeSelection(world.order(20), reserve: [world.nominees[20]]))
      return approval(stale, present: Cast.board)
    },
  ]

  private static func form(_ number: String, last: String? = "5=udvist:Tog ordet.") -> [String] {
    let answers = (1...4).map { "\($0)=udvist:Set i hverdagen." } + (last.map { [$0] } ?? [])
    return [
      "nomination", "submit", number, "--cohort", "2027", "--interest", "--engagement", "--ambition", "--field", "own",
      "--conversation", "2027-01-14", "--interest-confirmed", "2027-01-15",
    ] + answers.flatMap { ["--answer", $0] }
  }

  private static func proposal(_ selected: [String]) -> [String] {
    ["selection", "propose", "--cohort", "2027", "--selected"] + selected
  }

  private static func approval(_ digest: Digest, present: [String]) -> [String] {
    [
      "selection", "approve", "--cohort", "2027", "--proposal=\(digest.text)",
      "--minutes-digest=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "--date", "2027-03-11", "--meeting",
      "Direktionsmøde", "--present",
    ] + present
  }
}
