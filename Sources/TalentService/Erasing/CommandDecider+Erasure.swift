import EventLog
import TalentDomain

extension CommandDecider {
  /// The keys of a person are gone: deletes what was sealed under them and says so, in one transaction. Where there is nothing
  /// left to delete or to say, nothing happens.
  func recordDestroyed(_ person: Alias, _ classes: [RetentionClass], _ desk: Desk) throws(LogError) {
    var gone: [SealedReference] = []
    for retention in classes {
      let standing = try desk.sealedReferences(subject: person.bits, retention: retention.rawValue)
      try desk.deleteSealed(subject: person.bits, retention: retention.rawValue)
      // What was sealed since, under a key of its own, stays.
      let left = Set(try desk.sealedReferences(subject: person.bits, retention: retention.rawValue))
      gone += standing.filter { !left.contains($0) }
    }
    let underWay = live.organisation.privacy.begun[person]
    guard underWay != nil || !gone.isEmpty else { return }
    setClock(nil, desk)
    var fact = SubjectKeyDestroyed()
    fact.classes = classes
    fact.person = person
    for part in gone.parts {
      fact.covers = part
      try append(
        Proposal(fact, subject: person, cause: underWay?.position), actor: .service, to: Stream.organisation, desk)
    }
    desksLog.settings.crashPoint?(.erasureAppended)
    // Nobody is told before somebody outside could be shown what the log says now.
    desk.checkpointNow()
  }
}

extension [SealedReference] {
  /// By leaves, in parts of which each fits into one; one empty part where there are none.
  fileprivate var parts: [[ErasureCover]] {
    var parts: [[ErasureCover]] = []
    let sorted = sorted { ($0.position, $0.digest) < ($1.position, $1.digest) }
    for start in stride(from: 0, to: Swift.max(count, 1), by: Self.partLimit) {
      var part: [ErasureCover] = []
      for field in sorted[start..<Swift.min(start + Self.partLimit, count)] {
        guard let digest = Digest(field.digest) else { continue }
        if part.last?.position == field.position {
          part[part.count - 1].digests.append(digest)
        } else {
          part.append(ErasureCover(position: field.position, digests: [digest]))
        }
      }
      parts.append(part)
    }
    return parts
  }

  /// A digest and its position take less than 90 bytes, and a leaf has 65,535.
  private static var partLimit: Int { 500 }
}
