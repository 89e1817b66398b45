/// Somebody's data must stay until the hold is lifted.
package struct LegalHoldSet: OrganisationFact {
  package var ground = HoldGround.blank
  package var person = Alias.none

  package static let type: StaticString = "legal-hold.set.v1"
  package static let purpose = Bilingual(
    da: "En persons oplysninger må ikke slettes foreløbig.",
    en: "A person's data must not be erased for the time being.")
  package static let sealed: [any SealedRecord.Type] = [HoldReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.privacy.holds[person, default: [:]][ground] = header.localDate
  }
}

package struct LegalHoldLifted: OrganisationFact {
  package var ground = HoldGround.blank
  package var person = Alias.none

  package static let type: StaticString = "legal-hold.lifted.v1"
  package static let purpose = Bilingual(
    da: "En spærring for sletning er ophævet.",
    en: "What stopped an erasure has been lifted.")
  package static let sealed: [any SealedRecord.Type] = [HoldReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.privacy.holds[person]?[ground] = nil
    if organisation.privacy.holds[person]?.isEmpty == true { organisation.privacy.holds[person] = nil }
  }
}

/// Why data must stay, or need no longer.
package struct HoldReason: SealedRecord {
  package var text: Text = ""

  package static let kind = SealedKind.holdReason
  package static let retention = RetentionClass.record
  package static let audience = Audience.privacy

  package init() {}
  package init(_ text: Text) { self.text = text }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("text", &text)
  }
}

/// The archives have what they want of a cohort's papers: the rest may go.
package struct ArchiveClearanceRecorded: OrganisationFact {
  package var cohort = Code.blank

  package static let type: StaticString = "archive-clearance.recorded.v1"
  package static let purpose = Bilingual(
    da: "Arkivet har frigivet holdets sager til kassation.",
    en: "The archives have cleared the cohort's papers.")
  package static let sealed: [any SealedRecord.Type] = [PaperReference.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.privacy.cleared.insert(cohort)
  }
}

/// The audit of a cohort is done, and needs its data no longer.
package struct AuditConcluded: OrganisationFact {
  package var cohort = Code.blank

  package static let type: StaticString = "audit.concluded.v1"
  package static let purpose = Bilingual(
    da: "Revisionen af holdet er afsluttet.",
    en: "The audit of the cohort is done.")
  package static let sealed: [any SealedRecord.Type] = [PaperReference.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.privacy.audited.insert(cohort)
  }
}

/// Where the paper is that something rests on: a journal number of the archives or the auditors.
package struct PaperReference: SealedRecord {
  package var reference = Line("")

  package static let kind = SealedKind.paperReference
  package static let retention = RetentionClass.record
  package static let audience = Audience.privacy

  package init() {}
  package init(_ reference: Line) { self.reference = reference }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reference", &reference)
  }
}
