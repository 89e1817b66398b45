/// Something that happened, without anything that names a person: the `facts` of a leaf.
///
/// A fact is never changed once a log holds it. A new meaning is a new version beside the old one (`FactRegistry`).
package protocol Fact: Record {
  /// `noun.past-participle.vN`, the name under which it is stored.
  static var type: StaticString { get }
  /// What has happened, for the reader of the schema and of the audit trail.
  static var purpose: Bilingual { get }
  /// What stands sealed beside it: the names of the disclosures.
  static var sealed: [any SealedRecord.Type] { get }
}

extension Fact {
  package static var sealed: [any SealedRecord.Type] { [] }
}

/// A fact of the organisation's stream.
package protocol OrganisationFact: Fact {
  func apply(to organisation: inout Organisation, _ header: Header)
}

/// A fact of a cohort's stream. `apply` never refuses: what has happened has happened.
package protocol CohortFact: Fact {
  func apply(to cohort: inout Cohort, _ header: Header)
  /// What the timelines of participants tell of it, seen from before it; nil for what concerns none of them.
  func happening(in cohort: Cohort, _ header: Header) -> Happening?
}

/// A fact of the stream `record`: refusals, accesses, the life of the service. It decides nothing.
package protocol RecordFact: Fact {}

/// Personal data that stands sealed beside a fact, as one disclosure a subject.
package protocol SealedRecord: Record {
  /// Which it is; its row in the table of disclosures says who may be shown it.
  static var kind: SealedKind { get }
  /// How long it is kept.
  static var retention: RetentionClass { get }
  /// For whom it is in the rough, as the vault notes it beside the sealed bytes.
  static var audience: Audience { get }
}

extension SealedRecord {
  /// The claim's name in the disclosure, in lower case with hyphens.
  package static var name: String { kind.rawValue }
}

/// Classes of data, each with a period of retention of its own.
package enum RetentionClass: String, Choice {
  case account, assessment, employment, feedback, link, nomination, programme, record, selection
}

/// For whom a sealed record is in the rough. Who is shown it stands in the table of disclosures (`SealedKind.row`).
package enum Audience: String, Choice {
  /// Account names: administrators and HR.
  case account
  /// What one assessor wrote of a nominee: that assessor, HR, and the other assessors once their own set is complete.
  case assessment
  /// The HR Centre's own papers of a case: HR and the board.
  case casework
  /// The answers of the immediate leader: that leader, HR, and the person.
  case feedback
  /// The form of a nomination: HR, the assessors, the board, and the chief who nominated.
  case form
  /// Which alias is whom: nobody; the service itself.
  case link
  /// The reasons that a letter gives: HR, the board, and the person to whom it is written.
  case letter
  /// A participant's development plan: the participant, the own leader, HR.
  case plan
  /// Papers about a person's rights over their data: the data-protection officer and HR.
  case privacy
  /// Reasons for what was changed in the record of a participant's time: the participant, whoever wrote them, HR.
  case programme
  /// Names, numbers and addresses: whoever may be shown that person at all.
  case staff
}

/// When, where and by whom: what every leaf carries beside its facts.
package struct Header: Sendable {
  package var position: Int
  package var revision: Int
  /// When it took effect (virkningstid).
  package var effective: Instant
  /// When it was recorded (registreringstid).
  package var recorded: Instant
  /// When the request arrived: deadlines are judged by it.
  package var received: Instant
  /// The date of `recorded` in the cohort's zone.
  package var localDate: CivilDate
  package var actor: Alias
  package var behalf: Alias?
  package var subject: Alias?
  package var cause: Int?

  package init(
    position: Int, revision: Int, effective: Instant, recorded: Instant, received: Instant, localDate: CivilDate,
    actor: Alias, behalf: Alias? = nil, subject: Alias? = nil, cause: Int? = nil
  ) {
    self.position = position
    self.revision = revision
    self.effective = effective
    self.recorded = recorded
    self.received = received
    self.localDate = localDate
    self.actor = actor
    self.behalf = behalf
    self.subject = subject
    self.cause = cause
  }

  /// In whose name it was done: the one on whose behalf, or else the actor.
  package var principal: Alias { behalf ?? actor }
}
