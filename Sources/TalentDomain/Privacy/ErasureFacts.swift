/// Somebody, or HR for them, has asked that personal data be erased.
package struct ErasureRequested: OrganisationFact {
  package var classes: [RetentionClass] = []
  package var person = Alias.none
  package var received = CivilDate.blank

  package static let type: StaticString = "erasure.requested.v1"
  package static let purpose = Bilingual(
    da: "Nogen har bedt om at få sine personoplysninger slettet.",
    en: "Somebody has asked that their personal data be erased.")
  package static let sealed: [any SealedRecord.Type] = [ErasureReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("classes", &classes, "Of which classes.")
    try members("person", &person)
    try members("received", &received, "The day on which it came in: the answer is due a month later (art. 12(3)).")
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.privacy.requests[person] = ErasureRequest(
      classes: classes, received: received, position: header.position)
  }
}

/// The data-protection officer has granted or refused an erasure.
package struct ErasureDecided: OrganisationFact {
  package var basis = ErasureBasis.blank
  package var classes: [RetentionClass] = []
  package var granted = false
  package var holds: [RetentionHold] = []
  package var periods: [ClassPeriod] = []
  package var person = Alias.none

  package static let type: StaticString = "erasure.decided.v1"
  package static let purpose = Bilingual(
    da: "Databeskyttelsesrådgiveren har afgjort, om personoplysninger slettes.",
    en: "The data-protection officer has decided whether personal data is erased.")
  package static let sealed: [any SealedRecord.Type] = [ErasureReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("basis", &basis, "The legal ground (GDPR art. 17).")
    try members("classes", &classes)
    try members("granted", &granted)
    try members("holds", &holds, "What held the data when it was decided.")
    try members("periods", &periods, "How long each class is kept, as reckoned then.")
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.privacy.requests[person] = nil
    organisation.privacy.granted[person] =
      granted
      ? ErasureGrant(
        classes: classes, basis: basis, decider: header.principal, recorder: header.actor,
        day: header.localDate, position: header.position)
      : nil
  }
}

/// How long data of one class is kept.
package struct ClassPeriod: Record {
  package var retention = RetentionClass.blank
  package var until: CivilDate?

  package init() {}
  package init(_ retention: RetentionClass, until: CivilDate?) {
    self.retention = retention
    self.until = until
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("retention", &retention, "The class.")
    try members("until", &until, "The last day; absent while something has not ended.")
  }
}

/// Somebody other than who decided it has begun to carry out an erasure: from here on it is finished, whatever happens.
package struct ErasureBegun: OrganisationFact {
  package var classes: [RetentionClass] = []
  package var holds: [RetentionHold] = []
  package var periods: [ClassPeriod] = []
  package var person = Alias.none

  package static let type: StaticString = "erasure.begun.v1"
  package static let purpose = Bilingual(
    da: "En sletning er sat i værk.",
    en: "An erasure is being carried out.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("classes", &classes)
    try members("holds", &holds, "What held the data at that time.")
    try members("periods", &periods, "How long each class is kept, as reckoned at that time.")
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.privacy.granted[person] = nil
    organisation.privacy.begun[person] = ErasureUnderWay(classes: classes, position: header.position)
  }
}

/// The keys of a person and of some classes are gone, and so is what was sealed under them. The service writes it, in the
/// transaction that deletes the sealed fields; where they are many, in several events.
package struct SubjectKeyDestroyed: OrganisationFact {
  package var classes: [RetentionClass] = []
  package var covers: [ErasureCover] = []
  package var person = Alias.none

  package static let type: StaticString = "subject-key.destroyed.v1"
  package static let purpose = Bilingual(
    da: "Nøglerne til en persons oplysninger er destrueret; oplysningerne kan aldrig læses mere.",
    en: "The keys to a person's data have been destroyed; nobody can ever read it again.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("classes", &classes, "The classes whose keys are gone.")
    try members("covers", &covers, "The sealed fields that are gone, by the leaves that they stand in.")
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    for one in classes { organisation.privacy.destroyed[person, default: [:]][one] = header.localDate }
    organisation.privacy.begun[person] = nil
    if organisation.privacy.isErased(person) { organisation.forget(person) }
  }
}

/// The sealed fields of one event that are gone.
package struct ErasureCover: Record {
  package var digests: [Digest] = []
  package var position = 0

  package init() {}
  package init(position: Int, digests: [Digest]) {
    self.digests = digests
    self.position = position
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digests", &digests, "As they stand in the leaf's `_sd`.")
    try members("position", &position, "Of the leaf.")
  }
}

/// What was said for a request, or for the decision on it.
package struct ErasureReason: SealedRecord {
  package var text: Text = ""

  package static let kind = SealedKind.erasureReason
  package static let retention = RetentionClass.record
  package static let audience = Audience.privacy

  package init() {}
  package init(_ text: Text) { self.text = text }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("text", &text)
  }
}
