/// Why an entry was corrected or voided, in one word. For what is confidential there are no others.
package enum CorrectionGround: String, Choice {
  /// It did not take place.
  case cancelled
  /// It stands twice.
  case duplicate
  /// A slip of the pen.
  case mistyped
  /// In somebody's own words, which stand sealed beside the event.
  case stated

  package var label: Bilingual {
    switch self {
    case .cancelled: Bilingual(da: "aflyst", en: "cancelled")
    case .duplicate: Bilingual(da: "registreret to gange", en: "recorded twice")
    case .mistyped: Bilingual(da: "tastefejl", en: "mistyped")
    case .stated: Bilingual(da: "begrundet med egne ord", en: "in one's own words")
    }
  }
}

/// Why somebody's entry was corrected or voided, and why a certificate was revoked, in the words of whoever did so.
package struct EntryReason: SealedRecord {
  package var reason = Text("")

  package static let kind = SealedKind.entryReason
  package static let retention = RetentionClass.programme
  package static let audience = Audience.programme

  package init() {}
  init(_ reason: Text) { self.reason = reason }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reason", &reason)
  }
}

/// A command that changes an entry: it says why, in words or by one of the grounds.
protocol EntryChange: CohortCommand {
  var ground: CorrectionGround? { get }
  var reason: Text? { get }
}

extension EntryChange {
  /// As the leaf has it. Whoever gives words, or nothing at all, is held to the words.
  var groundOnRecord: CorrectionGround { reason == nil ? ground ?? .stated : .stated }

  /// The words, sealed under the key of the one whose entry it is.
  func sealedReason(of person: Alias) -> [Sealed] {
    groundOnRecord == .stated ? [Sealed(EntryReason(reason ?? ""), of: person)] : []
  }
}
