import TalentDomain

extension Client {
  /// Events in the log, as somebody is told who may see positions.
  func logSize() throws -> Int {
    guard let size = try ask(ShowStatus()).size else { throw Trouble("whoever asks may not see how long the log is") }
    return size
  }

  /// Every entry of the audit trail from a position on, for somebody who may read it.
  func trail(from position: Int) throws -> [AuditEntry] {
    var query = ListAuditTrail()
    var entries: [AuditEntry] = []
    query.from = position
    while true {
      let page = try ask(query)
      entries += page.entries
      guard let next = page.next else { return entries }
      query.from = next
    }
  }
}

extension [AuditEntry] {
  /// Without what the reading of tests themselves leaves in the log.
  var withoutLooks: [AuditEntry] {
    filter { !["\(AccessGiven.type)", "\(AccessesCounted.type)"].contains($0.type.value) }
  }
}

extension AuditEntry {
  /// Such as `cohort/2027 nomination.refused.v1`.
  var summary: String { "\(stream.value) \(type.value)" }
}
