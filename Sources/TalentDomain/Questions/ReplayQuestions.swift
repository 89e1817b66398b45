/// Was everything that happened within the rules that held then?
package struct ReplayCohort: CohortQuery {
  package var all: Bool?
  package var cohort = Code.blank
  package var effective: CivilDate?
  package var to: Int?

  package typealias Answer = ReplayPage
  package static let purpose = Bilingual(
    da: "Genafspil et hold: hver regel bedømmer hver hændelse, som reglerne og kriterierne var dengang.",
    en: "Replay a cohort: every rule judges every event, by the rule set and criteria that held then.")
  package static let area = Area.record
  package static let streams = true

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("all", &all, "Every event with its verdict, not only the findings.")
    try members("cohort", &cohort)
    try members("effective", &effective, "Only what was in effect by the end of this day; judged as it was recorded.")
    try members("to", &to, "The last position that is replayed.")
  }
}

/// What a rule has to say of an event when it is judged again.
package enum ReplayVerdict: String, Choice {
  /// Against a rule.
  case against
  /// A rule needs a sealed value that is not at hand: it was judged at the door, and that is taken on trust.
  case attested
  /// What a rule needs has been erased: nobody can check it any more.
  case noLongerCheckable
  case within
}

/// What was not at hand.
package enum ReplayWant: String, Choice {
  /// Who is behind an alias, and so by which role or post it was recorded.
  case authority
  /// A record sealed beside the event.
  case sealed
}

/// Part of the answer to `ReplayCohort`. The summary comes first, alone in its page; then the findings, then the events.
package struct ReplayPage: Record {
  package var events: [ReplayEventLine] = []
  package var findings: [ReplayFinding] = []
  package var summary: ReplaySummary?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("events", &events, "Where all were asked for.")
    try members("findings", &findings, "In order of position.")
    try members("summary", &summary)
  }
}

/// A replay in numbers.
package struct ReplaySummary: Record {
  package var against = 0
  package var attested = 0
  package var cohort = Code.blank
  package var dispensations: [ReplayDispensation] = []
  package var events = 0
  package var explained = 0
  package var last: Int?
  package var noLongerCheckable = 0
  package var recomputed: [Recomputed] = []
  package var within = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("against", &against, "Events against a rule.")
    try members("attested", &attested, "Events that a rule judged at the door by what is not at hand.")
    try members("cohort", &cohort)
    try members("dispensations", &dispensations, "What was decided to be an exception, in order of position.")
    try members("events", &events, "Of the cohort, and of the organisation up to then.")
    try members("explained", &explained, "Those against a rule that dispensations explain.")
    try members("last", &last, "The position of the last of them.")
    try members("noLongerCheckable", &noLongerCheckable, "Events whose judging needs what has been erased.")
    try members("recomputed", &recomputed, "Digests and results that were worked out again.")
    try members("within", &within, "Events within the rules.")
  }

  /// Whether every event is within the rules as far as that can be checked, but for what dispensations explain.
  package var isClean: Bool { against == explained && recomputed.allSatisfy(\.equal) }
}

/// Something that was worked out again.
package struct Recomputed: Record {
  package enum Kind: String, Choice {
    /// The digest that the approval names, against the proposal's.
    case approval
    case criteria, proposal
    /// The ranking's entries, ties and spread from the scores, and the digest of its input.
    case ranking
    case ruleSet
  }

  package var digest = Digest.blank
  package var equal = false
  package var kind = Kind.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digest", &digest, "As the event names it.")
    try members("equal", &equal, "Whether it came out the same.")
    try members("kind", &kind)
    try members("position", &position)
  }
}

/// An exception that somebody decided who may.
package struct ReplayDispensation: Record {
  package enum Kind: String, Choice {
    /// A programme was completed although a track is short.
    case completionGround
    /// A declared conflict of interest was dismissed.
    case conflictDismissed
    case deadlineExtended
    /// A proposal departs from the ranking.
    case departure
    /// The reserve was ended early.
    case earlyLapse
    case lateNomination
    case seatCount
  }

  package var kind = Kind.blank
  package var person: Person?
  package var position = 0
  package var rule = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("kind", &kind)
    try members("person", &person, "Whom it concerns, where that is one.")
    try members("position", &position)
    try members("rule", &rule, "The rule from which it is an exception.")
  }
}

/// One rule's verdict against one event.
package struct ReplayFinding: Record {
  package var actor = Person()
  package var explainedBy: [Int] = []
  package var finding = FindingLine()
  package var position = 0
  package var recorded = Instant.blank
  package var subject: Person?
  package var type = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("actor", &actor, "Who recorded it.")
    try members("explainedBy", &explainedBy, "The positions of the dispensations that explain it.")
    try members("finding", &finding)
    try members("position", &position)
    try members("recorded", &recorded)
    try members("subject", &subject)
    try members("type", &type)
  }
}

/// One event, judged again.
package struct ReplayEventLine: Record {
  package var actor = Person()
  package var effective = Instant.blank
  package var position = 0
  package var recorded = Instant.blank
  package var rules: [Line] = []
  package var subject: Person?
  package var type = Line("")
  package var verdict = ReplayVerdict.blank
  package var wanting: [ReplayWant] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("actor", &actor)
    try members("effective", &effective)
    try members("position", &position)
    try members("recorded", &recorded)
    try members("rules", &rules, "Those that it is against.")
    try members("subject", &subject)
    try members("type", &type)
    try members("verdict", &verdict)
    try members("wanting", &wanting, "What was not at hand, where it is attested or no longer checkable.")
  }
}
