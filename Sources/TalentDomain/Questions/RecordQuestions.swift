/// What is left to do?
package struct ListDuties: Query {
  package var cohort: Code?
  package var mine: Bool?

  package typealias Answer = DutyList
  package static let purpose = Bilingual(
    da: "Udestående: det, som nogen skylder, og hvornår.",
    en: "Outstanding duties: what somebody owes, and by when.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("mine", &mine, "Only what you yourself owe.")
  }
}

/// The answer to `ListDuties`, the most pressing first.
package struct DutyList: Record {
  package var duties: [DutyLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("duties", &duties)
  }
}

/// One thing owed.
package struct DutyLine: Record {
  package var about: Person?
  package var cohort: Code?
  package var count = 0
  package var days: Int?
  package var due: CivilDate?
  package var kind = DutyKind.blank
  package var overdue = false
  package var owner: Person?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("about", &about)
    try members("cohort", &cohort, "Absent for what belongs to no cohort.")
    try members("count", &count, "How many of the kind this line stands for.")
    try members("days", &days, "By how many days it is overdue.")
    try members("due", &due)
    try members("kind", &kind)
    try members("overdue", &overdue)
    try members("owner", &owner)
  }
}

/// What happened?
package struct ListAuditTrail: Query {
  package var actor: PersonRef?
  package var cohort: Code?
  package var command: Line?
  package var effective: CivilDate?
  package var from: Int?
  package var limit: Int?
  package var person: PersonRef?
  package var type: Line?

  package typealias Answer = AuditTrail
  package static let purpose = Bilingual(
    da: "Revisionssporet: hver hændelse med begge tider, hvem og på hvis vegne.",
    en: "The audit trail: every event with both times, by whom and on whose behalf.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("actor", &actor, "Events recorded by, or on behalf of, this person.")
    try members("cohort", &cohort)
    try members("command", &command, "Events of one command.")
    try members("effective", &effective, "Only what was in effect by this day (virkningstid).")
    try members("from", &from, "The first position.")
    try members("limit", &limit)
    try members("person", &person, "Events about this person.")
    try members("type", &type)
  }
}

/// The answer to `ListAuditTrail`, and one page of `FollowLog`.
package struct AuditTrail: Record {
  package var entries: [AuditEntry] = []
  package var next: Int?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("entries", &entries)
    try members("next", &next, "Where to go on, if there is more.")
  }
}

/// One event, as the trail shows it.
package struct AuditEntry: Record {
  package var actor = Person()
  package var behalf: Person?
  package var cause: Int?
  package var command: Line?
  package var effective = Instant.blank
  package var position = 0
  package var recorded = Instant.blank
  package var rules: [Line] = []
  package var stream = Line("")
  package var subject: Person?
  package var type = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("actor", &actor)
    try members("behalf", &behalf)
    try members("cause", &cause)
    try members("command", &command)
    try members("effective", &effective)
    try members("position", &position)
    try members("recorded", &recorded)
    try members("rules", &rules, "The rules that a refusal names.")
    try members("stream", &stream)
    try members("subject", &subject)
    try members("type", &type)
  }
}

/// What is happening?
package struct FollowLog: Query {
  package var follow: Bool?
  package var from: Int?

  package typealias Answer = AuditTrail
  package static let purpose = Bilingual(
    da: "Loggen, side for side, og hvad der kommer til.",
    en: "The log page by page, and what is added.")
  package static let area = Area.record
  package static let streams = true

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("follow", &follow, "Whether to stay and wait for more.")
    try members("from", &from, "The first position; without it, from the next event on.")
  }
}

/// What exactly was recorded?
package struct ShowEvent: Query {
  package var position = 0

  package typealias Answer = EventShown
  package static let purpose = Bilingual(
    da: "En hændelse, som den står i loggen, med bevis.",
    en: "One event as it stands in the log, with its proof.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("position", &position)
  }
}

/// The answer to `ShowEvent`.
package struct EventShown: Record {
  package var entry = AuditEntry.blank
  package var hash = Digest.blank
  package var leaf = Document.blank
  package var opened: [OpenedClaim] = []
  package var proof: [Digest] = []
  package var treeSize = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("entry", &entry)
    try members("hash", &hash, "SHA-256 of 0x00 and the leaf (RFC 6962).")
    try members("leaf", &leaf, "The leaf's canonical JSON.")
    try members("opened", &opened)
    try members("proof", &proof, "The inclusion path, lowest first.")
    try members("treeSize", &treeSize)
  }
}

/// One sealed claim of an event.
package struct OpenedClaim: Record {
  package var digest = Digest.blank
  package var disclosure: Document?
  package var name: Line?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digest", &digest)
    try members("disclosure", &disclosure, "The RFC 9901 disclosure; absent where it is withheld or erased.")
    try members("name", &name, "What it is; absent where the disclosure is.")
  }
}

/// What does the log vouch for?
package struct ShowCheckpoint: Query {

  package typealias Answer = CheckpointShown
  package static let purpose = Bilingual(
    da: "Loggens seneste underskrevne kontrolpunkt.",
    en: "The log's latest signed checkpoint.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ShowCheckpoint`.
package struct CheckpointShown: Record {
  package var anchored: AnchoredCheckpoint?
  package var key = Line("")
  package var note = Document.blank
  package var recorded = Instant.blank
  package var size = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members(
      "anchored", &anchored, "The last checkpoint that somebody outside signed; the one shown goes on from it.")
    try members("key", &key, "The log's verifier key (vkey).")
    try members("note", &note, "A C2SP signed note.")
    try members("recorded", &recorded, "When the last event that it holds was recorded.")
    try members("size", &size)
  }
}

/// Which rules are there?
package struct ListRules: Query {

  package typealias Answer = RuleList
  package static let purpose = Bilingual(
    da: "Reglerne med deres danske og engelske sætning og kilde.",
    en: "The rules with their Danish and English sentence and source.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ListRules`.
package struct RuleList: Record {
  package var rules: [RuleLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("rules", &rules)
  }
}

/// One rule.
package struct RuleLine: Record {
  package var da = Text("")
  package var en = Text("")
  package var events: [Line] = []
  package var id = Line("")
  package var source = Text("")
  package var version = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("da", &da)
    try members("en", &en)
    try members("events", &events, "The types of events it looks at.")
    try members("id", &id)
    try members("source", &source)
    try members("version", &version)
  }
}

/// What may be outstanding.
package enum DutyKind: String, Choice {
  case agreeConfidentiality, agreeInternship, answerComplaint, answerMBTI, answerOffer, approveSelection
  case carryOutErasure, completeProgramme, confirmEntry, decideErasure, decideRetention, formWorkGroup, giveFeedback
  case holdDialogue, issueCertificate, matchMentor, notifyNonSelected, offerSeat, receiveForm, recordAttendance
  case recordMBTI, recordOutcome, resolveTie, reviewHold, ruleConflict, ruleEligibility, score, setPlan
}
